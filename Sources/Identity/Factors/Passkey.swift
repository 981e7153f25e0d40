import Crypto
import Foundation
import Kernel

/// A key that a phone or a computer keeps for one person and this site alone (Web Authentication, level 2).
enum Passkey {}

/// The site as passkeys know it: they answer to no other.
struct PasskeySite: Hashable, Sendable {
    /// `https://school58.example`
    let origin: String
    /// `school58.example`
    let host: String

    init?(origin: String) {
        guard let host = URLComponents(string: origin)?.host else { return nil }
        self.origin = origin
        self.host = host
    }
    var hash: [UInt8] { Array(SHA256.hash(data: Array(host.utf8))) }
}

/// What a browser gave back when a passkey was made.
struct PasskeyRegistration: Hashable, Sendable {
    let credentialID: [UInt8]
    /// The public key, uncompressed (X9.63).
    let publicKey: [UInt8]
    let counter: Int64

    /// Checks all that Web Authentication §7.1 asks of one without attestation; `nil` if anything is not right.
    init?(clientData: [UInt8], attestation: [UInt8], challenge: [UInt8], of site: PasskeySite) {
        guard ClientData(clientData)?.isMeant("webauthn.create", challenge, of: site) == true, let object = CBOR(attestation),
            case .text? = object[.text("fmt")], case .map? = object[.text("attStmt")], case .bytes(let bytes)? = object[.text("authData")],
            let data = AuthenticatorData(bytes), data.siteHash == site.hash, data.isPresent, let made = data.made
        else { return nil }
        credentialID = made.credentialID
        publicKey = made.publicKey
        counter = data.counter
    }
}

/// What a browser gave back when a passkey was used.
struct PasskeyAssertion: Sendable {
    let credentialID: [UInt8]
    let clientData: [UInt8]
    let authenticatorData: [UInt8]
    let signature: [UInt8]

    /// The passkey's counter, if all that Web Authentication §7.2 asks holds. A counter that does not rise means a copied key.
    func counter(challenge: [UInt8], of site: PasskeySite, publicKey: [UInt8], last: Int64) -> Int64? {
        guard ClientData(clientData)?.isMeant("webauthn.get", challenge, of: site) == true, let data = AuthenticatorData(authenticatorData),
            data.siteHash == site.hash, data.isPresent, data.made == nil, data.counter > last || (data.counter == 0 && last == 0),
            let key = try? P256.Signing.PublicKey(x963Representation: publicKey),
            let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature),
            key.isValidSignature(signature, for: authenticatorData + Array(SHA256.hash(data: clientData)))
        else { return nil }
        return data.counter
    }
}

/// What the browser says it was asked.
private struct ClientData: Decodable {
    let type: String
    let challenge: String
    let origin: String
    let crossOrigin: Bool?

    init?(_ bytes: [UInt8]) {
        guard let read = try? JSONDecoder().decode(ClientData.self, from: Data(bytes)) else { return nil }
        self = read
    }
    func isMeant(_ type: String, _ challenge: [UInt8], of site: PasskeySite) -> Bool {
        self.type == type && isSame(Array(self.challenge.utf8), Array(challenge.base64URL.utf8)) && origin == site.origin && crossOrigin != true
    }
}

/// What the passkey itself says (Web Authentication §6.1).
struct AuthenticatorData: Hashable, Sendable {
    struct Made: Hashable, Sendable {
        let credentialID: [UInt8]
        let publicKey: [UInt8]
    }
    let siteHash: [UInt8]
    let flags: UInt8
    let counter: Int64
    let made: Made?
    /// The person touched the key.
    var isPresent: Bool { flags & 0x01 != 0 }

    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 37, bytes.count <= 4096 else { return nil }
        siteHash = Array(bytes[0..<32])
        flags = bytes[32]
        counter = bytes[33..<37].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        var rest = bytes[37...]
        if flags & 0x40 != 0 {
            guard let made = Self.made(&rest) else { return nil }
            self.made = made
        } else {
            made = nil
        }
        if flags & 0x80 != 0 {
            guard let (extensions, length) = CBOR.first(of: rest), case .map = extensions else { return nil }
            rest = rest.dropFirst(length)
        }
        guard rest.isEmpty else { return nil }
    }

    /// The maker's number, the credential's name with its length, and its key.
    private static func made(_ rest: inout ArraySlice<UInt8>) -> Made? {
        guard rest.count > 18 else { return nil }
        rest = rest.dropFirst(16)
        let length = Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])
        rest = rest.dropFirst(2)
        guard (1...1023).contains(length), rest.count > length else { return nil }
        let name = Array(rest.prefix(length))
        rest = rest.dropFirst(length)
        guard let (key, size) = CBOR.first(of: rest), let publicKey = publicKey(key) else { return nil }
        rest = rest.dropFirst(size)
        return Made(credentialID: name, publicKey: publicKey)
    }

    /// A COSE key (RFC 9053 §7.1): ES256 on P-256 and no other; a point that is not on the curve is no key.
    private static func publicKey(_ key: CBOR) -> [UInt8]? {
        guard case .map(let parts) = key, parts.count == 5, key[.int(1)] == .int(2), key[.int(3)] == .int(-7), key[.int(-1)] == .int(1),
            case .bytes(let x)? = key[.int(-2)], case .bytes(let y)? = key[.int(-3)], x.count == 32, y.count == 32
        else { return nil }
        return try? Array(P256.Signing.PublicKey(x963Representation: [4] + x + y).x963Representation)
    }
}
