import Foundation
import Kernel

/// Sign-in by any provider of OpenID Connect: authorization code with PKCE, state and nonce (OpenID Connect Core §3.1).
struct OpenIDProvider: Sendable {
    let settings: OpenIDSettings
    let memory: OpenIDMemory
    private let line = ProviderLine()

    init(_ settings: OpenIDSettings, _ memory: OpenIDMemory) {
        self.settings = settings
        self.memory = memory
    }

    /// Where the browser is sent.
    func address(for way: OutsideWay, back: String, at now: Moment) async throws -> String {
        let place = try await memory.discovery(at: now).authorizationEndpoint
        var query = [
            ("response_type", "code"), ("client_id", settings.client), ("redirect_uri", back), ("scope", settings.scope), ("state", way.state),
            ("nonce", way.nonce), ("code_challenge", way.challenge), ("code_challenge_method", "S256"),
        ]
        if way.purpose == .proveAgain { query += [("prompt", "login"), ("max_age", "0")] }
        return place + (place.contains("?") ? "&" : "?") + ProviderLine.query(query)
    }

    /// Whom the provider names for the code that came back.
    func person(code: String, _ way: OutsideWay, back: String, at now: Moment) async throws -> OutsidePerson {
        let discovery = try await memory.discovery(at: now)
        let tokens = try await tokens(code, way, back: back, discovery)
        let claims = try await IDToken(tokens.idToken).claims(by: memory, at: now)
        try claims.check(issuer: settings.issuer, audience: settings.client, nonce: way.nonce, at: now)
        if way.purpose == .proveAgain { try claims.checkFresh(at: now) }
        var known = claims
        if claims.text(settings.snilsClaim) == nil || claims.text(settings.emailClaim) == nil, let place = discovery.userinfoEndpoint,
            let access = tokens.accessToken
        {
            let more = try JSONDecoder().decode(TokenClaims.self, from: try await line.get(place, bearer: access))
            guard more.subject == claims.subject else { throw OutsideTrouble.unbelievable }
            known = claims.adding(more)
        }
        // An address that the provider has not verified may be anybody's.
        let email = known.truth("email_verified") == false ? nil : known.text(settings.emailClaim)
        return OutsidePerson(
            subject: claims.subject, snils: known.text(settings.snilsClaim).flatMap { try? Snils($0) }, email: email.flatMap { try? EmailAddress($0) })
    }

    private struct Tokens: Decodable {
        let idToken: String
        let accessToken: String?
        enum CodingKeys: String, CodingKey {
            case idToken = "id_token"
            case accessToken = "access_token"
        }
    }

    private func tokens(_ code: String, _ way: OutsideWay, back: String, _ discovery: Discovery) async throws -> Tokens {
        var form = [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", back), ("code_verifier", way.verifier)]
        var basic: String?
        if let secret = settings.secret, discovery.takesBasic {
            basic = Data((ProviderLine.encoded(settings.client) + ":" + ProviderLine.encoded(secret)).utf8).base64EncodedString()
        } else {
            form.append(("client_id", settings.client))
            if let secret = settings.secret { form.append(("client_secret", secret)) }
        }
        let data = try await line.post(discovery.tokenEndpoint, form, basic: basic)
        guard let tokens = try? JSONDecoder().decode(Tokens.self, from: data) else { throw OutsideTrouble.unbelievable }
        return tokens
    }
}

/// What a provider publishes of itself (OpenID Connect Discovery §3), as far as it is used.
struct Discovery: Decodable, Sendable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let userinfoEndpoint: String?
    let keysAddress: String
    let authentication: [String]?
    var takesBasic: Bool { authentication?.contains("client_secret_basic") ?? true }

    enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case userinfoEndpoint = "userinfo_endpoint"
        case keysAddress = "jwks_uri"
        case authentication = "token_endpoint_auth_methods_supported"
    }
}

/// What was read of one provider, kept for a while; its keys are asked for again when a token names one that is not known.
actor OpenIDMemory {
    private static let discoveryLife = 3600, keyPause = 30
    private let issuer: String
    private let line = ProviderLine()
    private var known: (discovery: Discovery, at: Moment)?
    private var keys: (set: [ProviderKey], at: Moment)?

    init(issuer: String) { self.issuer = issuer }

    func discovery(at now: Moment) async throws -> Discovery {
        if let known, known.at + Self.discoveryLife > now { return known.discovery }
        let address = issuer + (issuer.hasSuffix("/") ? "" : "/") + ".well-known/openid-configuration"
        guard let discovery = try? JSONDecoder().decode(Discovery.self, from: try await line.get(address)), discovery.issuer == issuer,
            [discovery.authorizationEndpoint, discovery.tokenEndpoint, discovery.keysAddress].allSatisfy(ProviderLine.isSafe)
        else { throw OutsideTrouble.unreachable }
        known = (discovery, now)
        return discovery
    }

    /// The key by its name; the only one of its kind where the token names none.
    func key(_ name: String?, kind: ProviderKey.Kind, at now: Moment) async throws -> ProviderKey {
        if let key = find(name, kind) { return key }
        if let keys, keys.at + Self.keyPause > now { throw OutsideTrouble.unbelievable }
        let data = try await line.get(try await discovery(at: now).keysAddress)
        keys = (ProviderKey.set(data), now)
        guard let key = find(name, kind) else { throw OutsideTrouble.unbelievable }
        return key
    }

    private func find(_ name: String?, _ kind: ProviderKey.Kind) -> ProviderKey? {
        let fitting = (keys?.set ?? []).filter { $0.kind == kind && (name == nil || $0.name == name) }
        return fitting.count == 1 ? fitting[0] : nil
    }
}
