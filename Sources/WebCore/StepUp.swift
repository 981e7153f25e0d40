import HTTPTypes
import Hummingbird
import Kernel
import Markup

/// A fresh proof before what does the most harm in wrong hands: rights, marks of a closed term, ways of signing in.
public enum StepUp {
    /// For so many seconds a proof is fresh.
    public static let freshFor = 600
    /// Where a person proves who they are once more.
    public static let place: Link = "/more/prove"
    /// The same for one who has sent a form.
    public static let keeping: Link = "/more/prove/kept"

    /// Throws `Denial.proveAgain` unless the person has proved who they are within the last ten minutes: a page sends them to do it
    /// and back, a program reads the problem `web.prove-again`. Judge first whether they may do it at all: who may not is asked for
    /// nothing. Call it where a form of its own is shown and again where it is received: what was typed while the proof ran out goes along.
    public static func require(_ context: SignedIn) throws {
        guard isFresh(context.visit, at: context.now) else { throw Denial.proveAgain }
    }

    /// The same as a value, for a verb that wants one in some cases only; none where the last proof is too old.
    public static func proof(of visit: Visit, at now: Moment) -> FreshProof? { isFresh(visit, at: now) ? FreshProof() : nil }

    /// The way to the proof, and from it to a page of ours.
    public static func place(thenTo page: Link) -> Link { "/more/prove?next=\(page.text)" }

    public static func isFresh(_ visit: Visit, at now: Moment) -> Bool { visit.provedAt + freshFor > now }

    /// To the place of proof. A form is sent on there by the browser itself, to be kept until the proof and then sent once more; any
    /// other request is asked again afterwards.
    static func sending(_ request: Request) -> Response {
        guard request.method == .post, request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true,
            let asked = Link(returning: request.uri.path)
        else { return Response(status: .seeOther, headers: [.location: place(thenTo: request)]) }
        return Response(status: .temporaryRedirect, headers: [.location: keeping.text + "?to=" + ("/\(asked.text)" as Link).text.dropFirst()])
    }

    /// The place of proof, with the way back: where the person was, if that was a page of ours.
    private static func place(thenTo request: Request) -> String {
        let asked = request.method == .get ? request.uri.path : referer(of: request)
        guard let asked, let back = Link(returning: asked) else { return place.text }
        return place.text + "?next=" + ("/\(back.text)" as Link).text.dropFirst()
    }

    private static func referer(of request: Request) -> String? {
        guard let referer = request.headers[.referer], let authority = request.head.authority else { return nil }
        let ours = ["https://" + authority, "http://" + authority].first { referer.hasPrefix($0 + "/") }
        return ours.map { String(referer.dropFirst($0.count).prefix { $0 != "?" && $0 != "#" }) }
    }
}

/// That a person has just proved who they are. Only `StepUp` makes one.
public struct FreshProof: Sendable {
    fileprivate init() {}
}
