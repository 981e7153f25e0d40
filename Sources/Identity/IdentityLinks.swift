import Accounts
import Kernel
import Markup
import WebCore

extension Link {
    static let firstScreen: Link = "/"
    static let ownPassword: Link = "/more/password"
    static let factors: Link = "/more/factors"
    static let entranceDesk: Link = "/more/entrance"
}

/// The feature's places on «Ещё».
enum IdentityLinks {
    /// On the sign-in page, beside login and password.
    static func ways(_ text: any IdentityText, _ providers: [Provider]) -> [Door] {
        providers.map { Door(text.enterBy($0.name), "/sign-in/with/\($0.key)", in: .own) } + [Door(text.stolenQuestion, "/sign-in/stolen", in: .own)]
    }

    static func doors(_ text: any IdentityText, _ viewer: Viewer) -> [Door] {
        var doors: [Door] = []
        if (try? AccountsAccess.ruled(by: viewer)) != nil { doors.append(Door(text.desk, "/more/entrance", in: .school, hint: text.deskHint)) }
        if viewer.side == .staff { doors.append(Door(text.factors, "/more/factors", in: .own, hint: text.factorsHint)) }
        if viewer.side == .family || viewer.has(.classTeacher) {
            doors.append(Door(text.callPhrases, "/more/call-phrases", in: .own, hint: text.callPhrasesHint))
        }
        doors.append(Door(text.stolen, "/more/stolen", in: .own, hint: text.stolenHint))
        return doors
    }
}
