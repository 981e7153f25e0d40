import Accounts
import Kernel
import WebCore
import Wire

/// Where one is signed in, and closing one's account, for programs.
struct IdentityAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        api.get("sign-ins", "Where one is signed in") { _, context in
            let (person, now) = (context.viewer.person, context.now)
            let open = try await site.read { tx in try SignInStore.open(of: person, at: now, tx) }
            return open.map {
                SignInInfo(
                    id: $0.id, device: context.language.device($0.device), address: $0.address, beganAt: $0.beganAt.milliseconds,
                    seenAt: $0.seenAt.milliseconds,
                    isThis: $0.id == context.visit.session)
            }
        }
        api.post("stolen", "One's own account, or a child's, was stolen: every sign-in ends, the password is void until the school gives a new one") {
            (ask: StolenRequest, _, context) in
            try await site.perform(ReportStolen(ask.person.map { ID($0) } ?? context.viewer.person), by: context.viewer)
            return Nothing()
        }
    }
}
