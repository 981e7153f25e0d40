import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// Proving who one is once more, before what matters most (`StepUp`).
struct ProveRoutes: Sendable {
    let site: Site
    let works: IdentityWorks
    let passwords: PasswordWorks
    let session: any Session

    func add(to more: RouterGroup<SignedIn>) {
        more.get("prove", use: page)
        more.post("prove", use: byPasswordOrCode)
        more.post("prove/passkey", use: byPasskey)
        more.get("prove/with/:provider", use: byProvider)
    }

    /// Bound to this very sign-in: what another page was asked is no answer here.
    private func purpose(_ context: SignedIn) -> String { "prove \(context.visit.session)" }
    private func place(_ next: String?) -> Link { next.flatMap { Link(returning: $0) } ?? "/more" }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await show(request, context, next: request.uri.queryParameters.get("next"))
    }

    private struct Form: Decodable { let password: String?, code: String?, next: String? }

    @Sendable func byPasswordOrCode(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: Form.self, context: context), (person, now) = (context.viewer.person, context.now)
        do {
            // With a second factor the password alone proves too little: whoever sits at an open page may know it.
            if try await hasFactors(person) {
                try await confirm(.code(form.code ?? ""), context)
            } else {
                try await PasswordProof.check(form.password ?? "", of: person, field: "password", in: site.database, passwords, at: now)
            }
            return try await done(context, next: form.next)
        } catch let denial as Denial { return try await show(request, context, next: form.next, refused: denial) }
    }

    @Sendable func byPasskey(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: PasskeyForm.self, context: context)
        do {
            guard let place = works.origin(authority: request.head.authority).flatMap(PasskeySite.init),
                let proof = form.proof(for: context.viewer.person, purpose(context), of: place, at: context.now, works.keys)
            else { throw Denial.conflict(.passkeyRefused) }
            try await confirm(proof, context)
            return try await done(context, next: form.next)
        } catch let denial as Denial { return try await show(request, context, next: form.next, refused: denial) }
    }

    @Sendable func byProvider(_ request: Request, _ context: SignedIn) async throws -> Response {
        let provider = try works.provider(context.parameters.get("provider"))
        guard provider.canProveAgain else { throw Denial.notFound }
        let way = OutsideWay(to: provider, for: .proveAgain, session: context.visit.session, next: request.uri.queryParameters.get("next"))
        return try await OutsideDoor(works: works, session: session).send(request, context, to: provider, way)
    }

    private func hasFactors(_ person: ID<Person>) async throws -> Bool { try await site.read { tx in try !FactorStore.factors(of: person, tx).isEmpty } }

    private func confirm(_ proof: SecondProof, _ context: SignedIn) async throws {
        let (person, now, keys) = (context.viewer.person, context.now, works.keys)
        if let denial = try await site.database.write({ tx in try proof.refusal(of: person, at: now, keys, in: tx) }) { throw denial }
    }

    private func done(_ context: SignedIn, next: String?) async throws -> Response {
        let (person, now, number) = (context.viewer.person, context.now, context.visit.session)
        try await site.database.write { tx in try SignInStore.prove(number, of: person, at: now, tx) }
        return .seeOther(place(next))
    }

    private func show(_ request: Request, _ context: SignedIn, next: String?, refused: Denial? = nil) async throws -> Response {
        let person = context.viewer.person
        let (factors, credentials, linked) = try await site.read { tx in
            (try FactorStore.factors(of: person, tx), try FactorStore.credentialIDs(of: person, tx), try OutsideStore.providers(of: person, tx))
        }
        let question = try works.question(to: person, credentials, purpose(context), request, at: context.now)
        let page = FactorViews(reader: context.reader).prove(
            factors, question, by: works.providers.filter { $0.canProveAgain && linked.contains($0.key) }, next: next.flatMap { Link(returning: $0)?.text },
            refused: refused)
        return page.response(to: request, status: refused == nil ? .ok : .unprocessableContent)
    }
}
