import Foundation
import Kernel

/// Sign-in by ЕСИА («Госуслуги»), in its older form v1 and its present form v2 (NORMS 3.7). Every request carries a GOST signature in
/// place of a secret.
struct EsiaProvider: Sendable {
    let settings: EsiaSettings
    private let line = ProviderLine()
    init(_ settings: EsiaSettings) { self.settings = settings }

    /// Where the browser is sent.
    func address(for way: OutsideWay, back: String, at now: Moment) async throws -> String {
        let stamp = Self.stamp(now)
        let secret = try await secret(stamp, way.state, back, code: nil)
        var query = [
            ("client_id", settings.client), ("client_secret", secret), ("redirect_uri", back), ("scope", settings.scope), ("response_type", "code"),
            ("state", way.state), ("timestamp", stamp), ("access_type", settings.version == .v1 ? "offline" : "online"),
        ]
        if let hash = settings.certificateHash, settings.version == .v2 { query.append(("client_certificate_hash", hash)) }
        return settings.base + (settings.version == .v1 ? "/aas/oauth2/ac?" : "/aas/oauth2/v2/ac?") + ProviderLine.query(query)
    }

    /// Whom ЕСИА names for the code that came back.
    func person(code: String, back: String, at now: Moment) async throws -> OutsidePerson {
        let tokens = try await tokens(code, back, at: now), token = try IDToken(tokens.idToken)
        let claims = if let pem = settings.publicKeyPEM { try await token.claims(byPEM: pem) } else { try token.claimsUnsigned() }
        try claims.check(issuer: settings.issuer, audience: settings.client, nonce: nil, at: now)
        guard let number = claims.esiaNumber, number > 0 else { throw OutsideTrouble.unbelievable }
        return try await person(number, tokens.accessToken)
    }

    /// `2026.11.10 06:10:00 +0000`
    static func stamp(_ now: Moment) -> String {
        let seconds = now.milliseconds / 1000, rest = seconds % 86_400
        func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
        let day = Day(number: Int(seconds / 86_400)).description.replacing("-", with: ".")
        return "\(day) \(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60)) +0000"
    }

    /// What is signed: each form has its own order.
    static func signed(_ settings: EsiaSettings, stamp: String, state: String, back: String, code: String?) -> String {
        settings.version == .v1
            ? settings.scope + stamp + settings.client + state : settings.client + settings.scope + stamp + state + back + (code ?? "")
    }

    private func secret(_ stamp: String, _ state: String, _ back: String, code: String?) async throws -> String {
        let text = Self.signed(settings, stamp: stamp, state: state, back: back, code: code)
        return try await settings.signer.signature(of: Array(text.utf8)).base64URL
    }

    private struct Tokens: Decodable {
        let idToken: String
        let accessToken: String
        enum CodingKeys: String, CodingKey {
            case idToken = "id_token"
            case accessToken = "access_token"
        }
    }

    private func tokens(_ code: String, _ back: String, at now: Moment) async throws -> Tokens {
        let stamp = Self.stamp(now), state = UUID().uuidString.lowercased()
        var form = [
            ("client_id", settings.client), ("code", code), ("grant_type", "authorization_code"),
            ("client_secret", try await secret(stamp, state, back, code: code)), ("state", state), ("redirect_uri", back), ("scope", settings.scope),
            ("timestamp", stamp), ("token_type", "Bearer"),
        ]
        if let hash = settings.certificateHash, settings.version == .v2 { form.append(("client_certificate_hash", hash)) }
        let data = try await line.post(settings.base + (settings.version == .v1 ? "/aas/oauth2/te" : "/aas/oauth2/v3/te"), form)
        guard let tokens = try? JSONDecoder().decode(Tokens.self, from: data) else { throw OutsideTrouble.unbelievable }
        return tokens
    }

    private struct PersonData: Decodable { let snils: String?, trusted: Bool? }
    private struct Contacts: Decodable {
        struct Contact: Decodable { let type: String, value: String?, vrfStu: String? }
        let elements: [Contact]
    }

    private func person(_ number: Int64, _ access: String) async throws -> OutsidePerson {
        let place = settings.base + "/rs/prns/\(number)"
        guard let data = try? JSONDecoder().decode(PersonData.self, from: try await line.get(place, bearer: access)),
            let contacts = try? JSONDecoder().decode(Contacts.self, from: try await line.get(place + "/ctts?embed=(elements)", bearer: access))
        else { throw OutsideTrouble.unreachable }
        guard data.trusted == true else { throw OutsideTrouble.unconfirmed }
        let email = contacts.elements.first { $0.type == "EML" && $0.vrfStu == "VERIFIED" }?.value
        return OutsidePerson(subject: String(number), snils: data.snils.flatMap { try? Snils($0) }, email: email.flatMap { try? EmailAddress($0) })
    }
}
