import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import School
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
        more.post("prove/kept", use: keep)
        more.post("prove/passkey", use: byPasskey)
        more.get("prove/with/:provider", use: byProvider)
    }

    /// Bound to this very sign-in: what another page was asked is no answer here.
    private func purpose(_ context: SignedIn) -> String { "prove \(context.visit.session)" }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await show(request, context, ProveWay(next: request.uri.queryParameters.get("next")))
    }

    /// A form that came too late for its sender's proof (`StepUp`).
    @Sendable func keep(_ request: Request, _ context: SignedIn) async throws -> Response {
        guard let kept = KeptForm(to: request.uri.queryParameters.get("to"), try await request.form()) else { throw Denial.notFound }
        return try await show(request, context, ProveWay(next: nil, kept: kept))
    }

    private struct Form: Decodable {
        let password: String?, code: String?, next: String?, to: String?, kept: String?
        var way: ProveWay { ProveWay(next: next, kept: KeptForm(to: to, carried: kept)) }
    }

    @Sendable func byPasswordOrCode(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: Form.self, context: context), (person, now) = (context.viewer.person, context.now)
        // Proved on another page meanwhile: that holds, and no longer than it would have.
        if let kept = form.way.kept, StepUp.isFresh(context.visit, at: now) {
            return FactorViews(reader: context.reader).proved(kept).response(to: request)
        }
        do {
            // With a second factor the password alone proves too little: whoever sits at an open page may know it.
            if try await hasFactors(person) {
                try await confirm(.code(form.code ?? ""), context)
            } else {
                try await PasswordProof.check(form.password ?? "", of: person, field: "password", in: site.database, passwords, at: now)
            }
            return try await done(request, context, form.way)
        } catch let denial as Denial { return try await show(request, context, form.way, refused: denial) }
    }

    @Sendable func byPasskey(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: PasskeyForm.self, context: context)
        let way = ProveWay(next: form.next, kept: KeptForm(to: form.to, carried: form.kept))
        do {
            guard let place = works.origin(authority: request.head.authority).flatMap(PasskeySite.init),
                let proof = form.proof(for: context.viewer.person, purpose(context), of: place, at: context.now, works.keys)
            else { throw Denial.conflict(.passkeyRefused) }
            try await confirm(proof, context)
            return try await done(request, context, way)
        } catch let denial as Denial { return try await show(request, context, way, refused: denial) }
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

    private func done(_ request: Request, _ context: SignedIn, _ way: ProveWay) async throws -> Response {
        let (person, now, number) = (context.viewer.person, context.now, context.visit.session)
        try await site.database.write { tx in try SignInStore.prove(number, of: person, at: now, tx) }
        guard let kept = way.kept else { return .seeOther(way.next ?? "/more") }
        return FactorViews(reader: context.reader).proved(kept).response(to: request)
    }

    private func show(_ request: Request, _ context: SignedIn, _ way: ProveWay, refused: Denial? = nil) async throws -> Response {
        let person = context.viewer.person
        let (factors, credentials, linked) = try await site.read { tx in
            (try FactorStore.factors(of: person, tx), try FactorStore.credentialIDs(of: person, tx), try OutsideStore.providers(of: person, tx))
        }
        let question = try works.question(to: person, credentials, purpose(context), request, at: context.now)
        let page = FactorViews(reader: context.reader).prove(
            factors, question, by: works.providers.filter { $0.canProveAgain && linked.contains($0.key) }, way, refused: refused)
        return page.response(to: request, status: refused == nil ? .ok : .unprocessableContent)
    }
}

/// What comes after the proof: a page, or a form that has waited for it.
struct ProveWay: Sendable {
    let next: Link?
    let kept: KeptForm?
    init(next: String?, kept: KeptForm? = nil) {
        self.next = next.flatMap { Link(returning: $0) }
        self.kept = kept
    }
}
