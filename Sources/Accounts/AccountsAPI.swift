import Kernel
import WebCore
import Wire

/// The person's own account for programs.
struct AccountsAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        api.get("me", "Who is signed in, and the sides they may look from") { _, context in Me(context.viewer) }
        api.post("me/hat", "Look from another of one’s sides; `hat` is `school-side` of `otherHats`: 7-staff") { (body: HatChoice, _, context) in
            try await site.perform(ChangeHat(session: context.visit.session, hat: body.hat), by: context.viewer)
            return Nothing()
        }
        api.delete("sign-in", "End this sign-in") { _, context in
            try await site.perform(SignOut(session: context.visit.session), by: context.viewer)
            return Nothing()
        }
    }
}

extension Me {
    init(_ viewer: Viewer) {
        self.init(person: viewer.person.number, name: viewer.name.full, hat: HatInfo(viewer.hat), otherHats: viewer.otherHats.map(HatInfo.init))
    }
}

extension HatInfo {
    init(_ hat: Hat) {
        self.init(school: hat.school.id.number, schoolName: hat.school.name, side: hat.side.rawValue, roles: hat.roles.map(\.rawValue).sorted())
    }
}
