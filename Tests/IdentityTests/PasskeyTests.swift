import Crypto
import Foundation
import HTTPTypes
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Identity

@Suite struct PasskeyTests {
    static let site = PasskeySite(origin: "https://school.example")!
    static let challenge = [UInt8](0..<32)

    /// A key of an authenticator, and what it says.
    struct Key {
        let secret = P256.Signing.PrivateKey()
        let name: [UInt8] = .random(16)
        var cose: [UInt8] {
            let point = Array(secret.publicKey.x963Representation)
            let head: [UInt8] = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20], between: [UInt8] = [0x22, 0x58, 0x20]
            return [head, Array(point[1..<33]), between, Array(point[33...])].flatMap(\.self)
        }
        func data(flags: UInt8, counter: UInt8 = 0, host: String = "school.example", made: Bool = false) -> [UInt8] {
            let site = Array(SHA256.hash(data: Array(host.utf8))), said: [UInt8] = [flags, 0, 0, 0, counter]
            guard made else { return site + said }
            let maker = [UInt8](repeating: 0, count: 16), length: [UInt8] = [0, 16]
            return [site, said, maker, length, name, cose].flatMap(\.self)
        }
        func attestation(_ data: [UInt8]) -> [UInt8] {
            func word(_ text: String) -> [UInt8] { [0x60 + UInt8(text.utf8.count)] + Array(text.utf8) }
            return [[0xA3], word("fmt"), word("none"), word("attStmt"), [0xA0], word("authData"), [0x58, UInt8(data.count)], data].flatMap(\.self)
        }
        func assertion(_ data: [UInt8], client: [UInt8]) throws -> PasskeyAssertion {
            let signature = try secret.signature(for: data + Array(SHA256.hash(data: client)))
            return PasskeyAssertion(credentialID: name, clientData: client, authenticatorData: data, signature: Array(signature.derRepresentation))
        }
    }

    static func client(_ type: String, challenge: [UInt8] = challenge, origin: String = "https://school.example", more: String = "") -> [UInt8] {
        Array(#"{"type":"\#(type)","challenge":"\#(challenge.base64URL)","origin":"\#(origin)"\#(more)}"#.utf8)
    }

    @Test("a key is taken when everything it says fits, and not when anything does not")
    func registration() throws {
        let key = Key(), create = Self.client("webauthn.create")
        func made(_ client: [UInt8] = create, flags: UInt8 = 0x41, host: String = "school.example", change: (inout [UInt8]) -> Void = { _ in })
            -> PasskeyRegistration?
        {
            var data = key.data(flags: flags, host: host, made: true)
            change(&data)
            return PasskeyRegistration(clientData: client, attestation: key.attestation(data), challenge: Self.challenge, of: Self.site)
        }
        let right = try #require(made())
        #expect(right.credentialID == key.name && right.publicKey == Array(key.secret.publicKey.x963Representation))
        for wrong in [
            Self.client("webauthn.get"), Self.client("webauthn.create", challenge: [1]), Self.client("webauthn.create", origin: "https://school.example.evil"),
            Self.client("webauthn.create", origin: "http://school.example"), Self.client("webauthn.create", more: #","crossOrigin":true"#), Array("{".utf8),
        ] { #expect(made(wrong) == nil) }
        #expect(made(flags: 0x40) == nil && made(flags: 0x01) == nil && made(flags: 0xC1) == nil && made(host: "evil.example") == nil)
        #expect(made { $0.append(0) } == nil && made { $0.removeLast() } == nil, "nothing is left over and nothing is missing")
        #expect(made { $0[$0.count - 1] ^= 1 } == nil, "a point that is not on the curve is no key")
        #expect(made { $0[$0.firstIndex(of: 0x26)!] = 0x27 } == nil || made { $0[60] = 0x27 } == nil)
    }

    @Test("an answer is taken once per count, from the same site, by the same key")
    func assertion() throws {
        let key = Key(), get = Self.client("webauthn.get"), known = Array(key.secret.publicKey.x963Representation)
        func counter(_ data: [UInt8], client: [UInt8] = get, last: Int64 = 0, publicKey: [UInt8] = known) throws -> Int64? {
            try key.assertion(data, client: client).counter(challenge: Self.challenge, of: Self.site, publicKey: publicKey, last: last)
        }
        #expect(try counter(key.data(flags: 0x01, counter: 7), last: 6) == 7)
        #expect(try counter(key.data(flags: 0x05)) == 0, "some keys count nothing")
        for last in [7, 8] as [Int64] { #expect(try counter(key.data(flags: 0x01, counter: 7), last: last) == nil, "a copied key") }
        #expect(try counter(key.data(flags: 0x01), last: 5) == nil)
        #expect(try counter(key.data(flags: 0x00, counter: 1)) == nil && counter(key.data(flags: 0x01, counter: 1, host: "evil.example")) == nil)
        #expect(try counter(key.data(flags: 0x01, counter: 1), publicKey: Array(Key().secret.publicKey.x963Representation)) == nil)
        for client in [
            Self.client("webauthn.create"), Self.client("webauthn.get", challenge: [2]), Self.client("webauthn.get", origin: "https://evil.example"),
        ] {
            #expect(try counter(key.data(flags: 0x01, counter: 1), client: client) == nil)
        }
        let right = try key.assertion(key.data(flags: 0x01, counter: 9), client: get)
        for place in stride(from: 0, to: right.signature.count, by: 5) {
            var signature = right.signature
            signature[place] ^= 0x10
            let bad = PasskeyAssertion(credentialID: key.name, clientData: get, authenticatorData: right.authenticatorData, signature: signature)
            #expect(bad.counter(challenge: Self.challenge, of: Self.site, publicKey: known, last: 0) == nil)
        }
    }

    @Test("CBOR is read strictly")
    func cbor() {
        let right: [([UInt8], CBOR)] = [
            ([0x00], .int(0)), ([0x18, 0x18], .int(24)), ([0x20], .int(-1)), ([0x38, 0xFF], .int(-256)), ([0x43, 1, 2, 3], .bytes([1, 2, 3])),
            ([0x62, 0xD1, 0x91], .text("ё")), ([0x82, 0x01, 0xF6], .list([.int(1), .null])), ([0xA1, 0x01, 0xF5], .map([.int(1): .bool(true)])),
            ([0x1B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .int(.max)), ([0x3B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .int(.min)),
        ]
        for (bytes, value) in right { #expect(CBOR(bytes) == value) }
        let wrong: [[UInt8]] = [
            [], [0x00, 0x00], [0x18, 0x17], [0x19, 0x00, 0xFF], [0x44, 1, 2, 3], [0x61, 0xFF], [0x5F, 0x41, 0, 0xFF], [0x9F, 0xFF], [0xBF, 0xFF], [0xC0, 0x00],
            [0xF9, 0, 0],
            [0xA2, 0x01, 0x02, 0x01, 0x03], [0x1B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0x5B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            [0x9B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [UInt8](repeating: 0x81, count: 100_000), [0xFF], [0x1C], [0xF7],
        ]
        for bytes in wrong { #expect(CBOR(bytes) == nil, "\(bytes.prefix(9))") }
    }

    @Test("whatever bytes come, nothing breaks; a changed answer is never taken for another key")
    func fuzz() {
        var random = SystemRandomNumberGenerator()
        let key = Key(), right = key.attestation(key.data(flags: 0x41, made: true)), client = Self.client("webauthn.create")
        for _ in 0..<20_000 {
            var bytes = right
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
                }
                if bytes.isEmpty { break }
            }
            let made = PasskeyRegistration(clientData: client, attestation: bytes, challenge: Self.challenge, of: Self.site)
            #expect(made == nil || made?.publicKey == Array(key.secret.publicKey.x963Representation))
            _ = CBOR((0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        }
    }

    @Test("Vera's key confirms her sign-in; a question is answered once, by her, for that purpose", arguments: TestDatabase.available)
    func signsIn(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), (vera, igor) = (gate.world.people.vera, gate.world.people.igor), key = Key(), keys = gate.works.keys, now = Moment.now
        let (challenge, ticket) = try PasskeyChallenge.make(for: vera.person, "new passkey", at: now, keys)
        let made = try #require(
            PasskeyRegistration(
                clientData: Self.client("webauthn.create", challenge: challenge), attestation: key.attestation(key.data(flags: 0x41, made: true)),
                challenge: challenge, of: Self.site))
        let asked = try #require(PasskeyChallenge(ticket, for: vera.person, "new passkey", of: Self.site, at: now, keys))
        #expect(PasskeyChallenge(ticket, for: igor.person, "new passkey", of: Self.site, at: now, keys) == nil)
        #expect(PasskeyChallenge(ticket, for: vera.person, "sign-in", of: Self.site, at: now, keys) == nil)
        #expect(PasskeyChallenge(ticket, for: vera.person, "new passkey", of: Self.site, at: now + 301, keys) == nil)
        let add = AddPasskey(made: made, challenge: asked, name: "Телефон", recoveryCodes: ["aaaaa-bbbbb"], keys: keys)
        #expect(try await gate.world.perform(add, by: vera) == ["aaaaa-bbbbb"])
        #expect(try await gate.world.outcome(add, by: vera) == .conflict(.passkeyKnown))
        try await gate.browse { browser in
            try await browser.signIn("vera")
            let page = try await browser.get("/sign-in/confirm").text
            func answer(counter: UInt8, _ page: String, by key: Key) async throws -> Browser.Answer {
                let ticket = String(try #require(page.firstMatch(of: /data-ticket="([^"]*)"/)?.1)),
                    word = String(try #require(page.firstMatch(of: /data-challenge="([^"]*)"/)?.1))
                let client = Self.client("webauthn.get", challenge: [UInt8](base64URL: word) ?? []),
                    said = try key.assertion(key.data(flags: 0x01, counter: counter), client: client)
                return try await browser.post(
                    "/sign-in/confirm/passkey",
                    [
                        "ticket": ticket, "credential": key.name.base64URL, "client": client.base64URL, "authenticator": said.authenticatorData.base64URL,
                        "signature": said.signature.base64URL,
                    ])
            }
            #expect(try await answer(counter: 1, page, by: Key()).status.code == 422, "another's key")
            #expect(try await answer(counter: 1, page, by: key).status.code == 422, "the question was used up by the wrong answer")
            #expect(try await answer(counter: 1, try await browser.get("/sign-in/confirm").text, by: key).place == "/")
            await browser.drop("zvonok")
            try await browser.signIn("vera")
            #expect(try await answer(counter: 1, try await browser.get("/sign-in/confirm").text, by: key).status.code == 422, "a counter that does not rise")
            #expect(try await answer(counter: 2, try await browser.get("/sign-in/confirm").text, by: key).place == "/")
        }
    }
}
