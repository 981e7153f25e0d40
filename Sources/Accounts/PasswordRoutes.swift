import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// A new password, for one who knows the old one.
struct PasswordRoutes: Sendable {
    let site: Site
    let works: PasswordWorks

    func add(to more: RouterGroup<SignedIn>) {
        more.get("password") { request, context in AccountsViews(reader: context.reader).password(refused: nil).response(to: request) }
        more.post("password", use: change)
    }

    private struct Form: Decodable { let old: String, new: String }

    @Sendable func change(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: Form.self, context: context)
        do {
            try await change(from: form.old, to: form.new, context)
            return Response(status: .seeOther, headers: [.location: "/more?changed=password"])
        } catch let denial as Denial {
            return AccountsViews(reader: context.reader).password(refused: denial).response(to: request, status: .unprocessableContent)
        }
    }

    private func change(from old: String, to new: String, _ context: SignedIn) async throws {
        let (person, now) = (context.viewer.person, context.now)
        try await PasswordProof.check(old, of: person, field: "old", in: site.database, works, at: now)
        guard let known = try await site.read({ tx in try AccountsStore.credential(of: person, tx) }) else { throw Denial.notFound }
        let hash = try await works.hash(Password(chosen: new, field: "new", login: known.login))
        try await site.perform(ChangePassword(hash: hash, kept: context.visit.session), by: context.viewer)
    }
}
