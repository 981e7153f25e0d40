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
        let key = "login:password-of-\(person.number)"
        let (known, wait) = try await site.read { tx in (try AccountsStore.credential(of: person, tx), try AttemptStore.wait([key], at: now, tx)) }
        guard wait == 0 else { throw Denial.wait(seconds: wait) }
        guard old.utf8.count <= Password.longest * 4, try await works.matches(Password(typed: old), known?.hash), let known else {
            try await site.database.write { tx in try AttemptStore.fail(key, at: now, tx) }
            throw Denial.invalid(field: "old", .wrongOldPassword)
        }
        let hash = try await works.hash(Password(chosen: new, field: "new", login: known.login))
        try await site.perform(ChangePassword(hash: hash, kept: context.visit.session), by: context.viewer)
    }
}
