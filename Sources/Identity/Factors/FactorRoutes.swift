import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebCore

/// A person's own second factors.
struct FactorRoutes: Sendable {
    let site: Site
    let works: IdentityWorks
    private static let purpose = "new passkey"

    func add(to factors: RouterGroup<SignedIn>) {
        factors.get(use: page)
        factors.post("authenticator", use: beginAuthenticator)
        factors.post("authenticator/confirm", use: confirmAuthenticator)
        factors.post("authenticator/remove") { request, context in try await remove(.authenticator, context) }
        factors.post("passkeys", use: addPasskey)
        factors.post("passkeys/:passkey/remove") { request, context in try await remove(.passkey(context.id("passkey")), context) }
        factors.post("recovery", use: renewRecoveryCodes)
    }

    private func newCodes() -> [String] { (0..<RecoveryCode.count).map { _ in RecoveryCode.random() } }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> Response { try await show(request, context) }

    private func show(_ request: Request, _ context: SignedIn, refused: Denial? = nil) async throws -> Response {
        try IdentityAccess.mayHaveFactors(context.viewer)
        try StepUp.require(context)
        let person = context.viewer.person
        let (factors, credentials) = try await site.read { tx in (try FactorStore.factors(of: person, tx), try FactorStore.credentialIDs(of: person, tx)) }
        let question = try works.anyQuestion(to: person, credentials, Self.purpose, request, at: context.now)
        let handle = works.keys.mark("\(person.number)", for: "passkey person")
        let page = FactorViews(reader: context.reader).page(factors, question, handle: handle, refused: refused)
        return page.response(to: request, status: refused == nil ? .ok : .unprocessableContent)
    }

    @Sendable func beginAuthenticator(_ request: Request, _ context: SignedIn) async throws -> Response {
        try StepUp.require(context)
        let secret = [UInt8].random(OneTimeCode.secretLength)
        try await site.perform(BeginAuthenticator(secret: secret, keys: works.keys), by: context.viewer)
        return secretPage(OneTimeCode(secret: secret), context, refused: nil).response(to: request).notKept
    }

    private func secretPage(_ code: OneTimeCode, _ context: SignedIn, refused: Denial?) -> HTML {
        let address = code.address(account: context.viewer.name.list, issuer: context.reader.language.web.product)
        return FactorViews(reader: context.reader).secret(code.base32, address, picture: works.picture?(address), refused: refused)
    }

    private struct CodeForm: Decodable { let code: String }

    @Sendable func confirmAuthenticator(_ request: Request, _ context: SignedIn) async throws -> Response {
        try StepUp.require(context)
        let form = try await request.decode(as: CodeForm.self, context: context)
        do {
            let codes = try await site.perform(ConfirmAuthenticator(digits: form.code, recoveryCodes: newCodes(), keys: works.keys), by: context.viewer)
            return recovery(codes, request, context)
        } catch let denial as Denial {
            guard case .invalid = denial else { throw denial }
            let (person, keys) = (context.viewer.person, works.keys)
            let begun = try await site.read { tx in try FactorStore.authenticator(of: person, isConfirmed: false, keys, tx)?.code }
            guard let begun else { throw Denial.notFound }
            return secretPage(begun, context, refused: denial).response(to: request, status: .unprocessableContent).notKept
        }
    }

    @Sendable func addPasskey(_ request: Request, _ context: SignedIn) async throws -> Response {
        try StepUp.require(context)
        let form = try await request.decode(as: PasskeyForm.self, context: context), (person, now) = (context.viewer.person, context.now)
        do {
            guard let place = works.origin(authority: request.head.authority).flatMap(PasskeySite.init),
                let challenge = PasskeyChallenge(form.ticket, for: person, Self.purpose, of: place, at: now, works.keys),
                let client = [UInt8](base64URL: form.client), let attestation = [UInt8](base64URL: form.authenticator),
                let made = PasskeyRegistration(clientData: client, attestation: attestation, challenge: challenge.ticket.contents.challenge, of: place)
            else { throw Denial.conflict(.passkeyRefused) }
            let name = String((form.name ?? "").trimmed.prefix(40)), text = context.language.identity
            let add = AddPasskey(
                made: made, challenge: challenge, name: name.isEmpty ? text.passkeyNameExample : name, recoveryCodes: newCodes(), keys: works.keys)
            return recovery(try await site.perform(add, by: context.viewer), request, context)
        } catch let denial as Denial {
            guard case .conflict = denial else { throw denial }
            return try await show(request, context, refused: denial)
        }
    }

    private func remove(_ which: RemoveFactor.Which, _ context: SignedIn) async throws -> Response {
        try StepUp.require(context)
        try await site.perform(RemoveFactor(which: which), by: context.viewer)
        return .seeOther("/more/factors")
    }

    @Sendable func renewRecoveryCodes(_ request: Request, _ context: SignedIn) async throws -> Response {
        try StepUp.require(context)
        let codes = newCodes()
        try await site.perform(RenewRecoveryCodes(codes: codes, keys: works.keys), by: context.viewer)
        return recovery(codes, request, context)
    }

    /// Shown in the answer to the form and nowhere else: a page that can be asked for again would keep them somewhere.
    private func recovery(_ codes: [String], _ request: Request, _ context: SignedIn) -> Response {
        guard !codes.isEmpty else { return .seeOther("/more/factors") }
        return FactorViews(reader: context.reader).recovery(codes).response(to: request).notKept
    }
}

extension Response {
    /// A page with a secret that no browser keeps.
    var notKept: Response {
        var response = self
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
