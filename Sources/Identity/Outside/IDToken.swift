import Foundation
import JWTKit
import Kernel

/// A provider's signed word about a person. Only RS256 and ES256 are read: what the header claims does not choose the rules.
struct IDToken: Sendable {
    private let text: String
    private let algorithm: String
    private let keyName: String?
    private struct Header: Decodable { let alg: String, kid: String? }

    init(_ text: String) throws {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count < 32_768, parts.count == 3, let head = [UInt8](base64URL: String(parts[0])),
            let header = try? JSONDecoder().decode(Header.self, from: Data(head))
        else { throw OutsideTrouble.unbelievable }
        self.text = text
        algorithm = header.alg
        keyName = header.kid
    }

    /// The claims, if the signature is the provider's.
    func claims(by memory: OpenIDMemory, at now: Moment) async throws -> TokenClaims {
        guard let kind = ProviderKey.Kind(rawValue: algorithm) else { throw OutsideTrouble.unbelievable }
        return try await claims(by: try await memory.key(keyName, kind: kind, at: now).jwk)
    }

    private func claims(by jwk: JWK) async throws -> TokenClaims {
        let keys = JWTKeyCollection()
        do {
            try await keys.add(jwk: jwk, isDefault: true)
            return try await keys.verify(text, as: TokenClaims.self)
        } catch { throw OutsideTrouble.unbelievable }
    }

    /// The claims, if the signature is by the one RSA key that is known beforehand.
    func claims(byPEM pem: String) async throws -> TokenClaims {
        guard algorithm == "RS256" else { throw OutsideTrouble.unbelievable }
        do {
            let keys = JWTKeyCollection(), key = try Insecure.RSA.PublicKey(pem: pem)
            await keys.add(rsa: key, digestAlgorithm: .sha256)
            return try await keys.verify(text, as: TokenClaims.self)
        } catch { throw OutsideTrouble.unbelievable }
    }

    /// The claims unsigned: for a token that came straight from the provider over TLS (OpenID Connect Core §3.1.3.7, 6).
    func claimsUnsigned() throws -> TokenClaims {
        guard let bytes = [UInt8](base64URL: String(text.split(separator: ".")[1])), let claims = try? JSONDecoder().decode(TokenClaims.self, from: Data(bytes))
        else { throw OutsideTrouble.unbelievable }
        return claims
    }
}

/// One of the keys a provider publishes, of the two kinds that are read.
struct ProviderKey: Sendable {
    enum Kind: String, Sendable {
        case rsa = "RS256"
        case elliptic = "ES256"
    }
    let name: String?
    let kind: Kind
    let jwk: JWK

    /// The keys of a published set that are meant for signatures; others, and what is no key, are passed over.
    static func set(_ data: Data) -> [ProviderKey] {
        guard let all = try? JSONSerialization.jsonObject(with: data) as? [String: Any], let keys = all["keys"] as? [[String: Any]] else { return [] }
        return keys.prefix(100).compactMap(key)
    }

    private static func key(_ parts: [String: Any]) -> ProviderKey? {
        let kinds: [String: Kind] = ["RSA": .rsa, "EC": .elliptic]
        guard let type = parts["kty"] as? String, let kind = kinds[type], parts["d"] == nil, (parts["use"] as? String ?? "sig") == "sig",
            (parts["alg"] as? String ?? kind.rawValue) == kind.rawValue, kind == .rsa || parts["crv"] as? String == "P-256"
        else { return nil }
        let name = parts["kid"] as? String
        var parts = parts.filter { ["kty", "n", "e", "crv", "x", "y"].contains($0.key) }
        parts["alg"] = kind.rawValue
        parts["kid"] = name ?? "only"
        guard let data = try? JSONSerialization.data(withJSONObject: parts), let jwk = try? JSONDecoder().decode(JWK.self, from: data) else { return nil }
        return ProviderKey(name: name, kind: kind, jwk: jwk)
    }
}

/// What a token says. Numbers and yes-or-no are read as well as text: providers differ.
struct TokenClaims: JWTPayload {
    let subject: String
    private let issuer: String?
    private let audiences: [String]
    private let authorizedParty: String?
    private let expiresAt: Double?
    private let issuedAt: Double?
    private let nonce: String?
    private let authenticatedAt: Double?
    /// ЕСИА's number of the person (`urn:esia:sbj:oid`).
    let esiaNumber: Int64?
    private let texts: [String: String]
    private let truths: [String: Bool]
    /// Clocks may differ by so many seconds.
    private static let skew = 120.0

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ text: String) { stringValue = text }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let claims = try decoder.container(keyedBy: Key.self)
        subject = (try? claims.decode(String.self, forKey: Key("sub"))) ?? ""
        issuer = try? claims.decode(String.self, forKey: Key("iss"))
        audiences = (try? claims.decode([String].self, forKey: Key("aud"))) ?? (try? claims.decode(String.self, forKey: Key("aud"))).map { [$0] } ?? []
        authorizedParty = try? claims.decode(String.self, forKey: Key("azp"))
        expiresAt = try? claims.decode(Double.self, forKey: Key("exp"))
        issuedAt = try? claims.decode(Double.self, forKey: Key("iat"))
        nonce = try? claims.decode(String.self, forKey: Key("nonce"))
        authenticatedAt = try? claims.decode(Double.self, forKey: Key("auth_time"))
        esiaNumber = try? claims.nestedContainer(keyedBy: Key.self, forKey: Key("urn:esia:sbj")).decode(Int64.self, forKey: Key("urn:esia:sbj:oid"))
        var texts: [String: String] = [:], truths: [String: Bool] = [:]
        for key in claims.allKeys {
            if let truth = try? claims.decode(Bool.self, forKey: key) { truths[key.stringValue] = truth }
            if let text = try? claims.decode(String.self, forKey: key) { texts[key.stringValue] = text }
        }
        self.texts = texts
        self.truths = truths
    }

    private init(_ one: TokenClaims, _ other: TokenClaims) {
        (subject, issuer, audiences, authorizedParty) = (one.subject, one.issuer, one.audiences, one.authorizedParty)
        (expiresAt, issuedAt, nonce, esiaNumber) = (one.expiresAt, one.issuedAt, one.nonce, one.esiaNumber)
        authenticatedAt = one.authenticatedAt
        texts = one.texts.merging(other.texts) { mine, _ in mine }
        truths = one.truths.merging(other.truths) { mine, _ in mine }
    }

    func encode(to encoder: any Encoder) throws {
        var claims = encoder.container(keyedBy: Key.self)
        try claims.encode(subject, forKey: Key("sub"))
    }

    /// Times are checked with the rest, at the moment that is asked about.
    func verify(using algorithm: some JWTAlgorithm) {}

    func text(_ name: String) -> String? { texts[name] }
    func truth(_ name: String) -> Bool? { truths[name] ?? texts[name].flatMap { Bool($0) } }
    func adding(_ other: TokenClaims) -> TokenClaims { TokenClaims(self, other) }

    /// Throws `OutsideTrouble.unbelievable` unless the provider has asked the person just now: one who is signed in there would
    /// otherwise prove themselves by a link that somebody else made them follow.
    func checkFresh(at now: Moment) throws {
        guard let authenticatedAt, authenticatedAt > Double(now.milliseconds) / 1000 - Double(OutsideWay.life) - Self.skew else {
            throw OutsideTrouble.unbelievable
        }
    }

    /// Throws `OutsideTrouble.unbelievable` unless the token is this issuer's, for us, of now, and for the way that was begun
    /// (OpenID Connect Core §3.1.3.7). ЕСИА knows no nonce.
    func check(issuer: String, audience: String, nonce: String?, at now: Moment) throws {
        let seconds = Double(now.milliseconds) / 1000
        guard self.issuer == issuer, audiences.contains(audience), audiences.count == 1 || authorizedParty == audience,
            authorizedParty == nil || authorizedParty == audience, let expiresAt, expiresAt > seconds - Self.skew, issuedAt ?? 0 < seconds + Self.skew,
            nonce == nil || self.nonce == nonce
        else { throw OutsideTrouble.unbelievable }
        guard nonce == nil || !subject.isEmpty, subject.utf8.count <= 255 else { throw OutsideTrouble.unbelievable }
    }
}
