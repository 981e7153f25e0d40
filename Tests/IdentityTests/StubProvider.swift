import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JWTKit
import Kernel
import NIOCore
import TestKit

@testable import Identity

/// A provider of OpenID Connect that says what a test wants of it, over a real socket.
actor StubProvider {
    enum Signature: Sendable { case elliptic, rsa, byStranger, none, secretWord }
    static let client = "zvonok", secret = "s3cret/+"
    private let elliptic = P256.Signing.PrivateKey()
    private let rsa: String
    private(set) var port = 0
    private var ways: [String: (nonce: String, challenge: String)] = [:]
    var claims: [String: String] = [:]
    var more: [String: String]?
    var signature = Signature.elliptic
    private var keyName = "e"
    func rename(_ key: String) { keyName = key }
    private(set) var asked = 0

    init() throws { rsa = try shell("/usr/bin/openssl", "genrsa", "2048") }

    nonisolated func address(_ port: Int) -> String { "http://127.0.0.1:\(port)" }
    func open(at port: Int) { self.port = port }
    /// What the token says beside what it must.
    func say(_ claims: [String: String], more: [String: String]? = nil, signed signature: Signature = .elliptic) {
        (self.claims, self.more, self.signature) = (claims, more, signature)
    }

    /// The person agrees at the provider: the code with which the browser is sent back.
    func agree(to place: String) throws -> (code: String, state: String) {
        let query = Dictionary(uniqueKeysWithValues: (URLComponents(string: place)?.queryItems ?? []).map { ($0.name, $0.value ?? "") })
        guard query["response_type"] == "code", query["client_id"] == Self.client, query["code_challenge_method"] == "S256", let nonce = query["nonce"],
            let challenge = query["code_challenge"], let state = query["state"]
        else { throw CommandFailed(command: place, status: 1) }
        let code = UUID().uuidString
        ways[code] = (nonce, challenge)
        return (code, state)
    }

    private func token(nonce: String) async throws -> String {
        let now = Int(Date().timeIntervalSince1970)
        var said = [
            "iss": "\"\(address(port))\"", "aud": "\"\(Self.client)\"", "sub": "\"person-1\"", "exp": "\(now + 300)", "iat": "\(now)", "nonce": "\"\(nonce)\"",
        ]
        said.merge(claims) { _, wanted in wanted }
        let payload = "{" + said.filter { $0.value != "-" }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
        if signature == .rsa {
            let keys = JWTKeyCollection(), key = try Insecure.RSA.PrivateKey(pem: rsa)
            await keys.add(rsa: key, digestAlgorithm: .sha256, kid: "r")
            return try await keys.sign(try JSONDecoder().decode(AnyClaims.self, from: Data(payload.utf8)), kid: "r")
        }
        let algorithm = ["none": "none", "secretWord": "HS256"]["\(signature)"] ?? "ES256"
        let head = Array(#"{"alg":"\#(algorithm)","kid":"e","typ":"JWT"}"#.utf8).base64URL + "." + Array(payload.utf8).base64URL
        switch signature {
        case .none: return head + "."
        case .secretWord:
            let word = SymmetricKey(data: elliptic.publicKey.x963Representation)
            return head + "." + Array(HMAC<SHA256>.authenticationCode(for: Array(head.utf8), using: word)).base64URL
        case .byStranger: return head + "." + Array(try P256.Signing.PrivateKey().signature(for: Array(head.utf8)).rawRepresentation).base64URL
        default: return head + "." + Array(try elliptic.signature(for: Array(head.utf8)).rawRepresentation).base64URL
        }
    }

    private func exchange(_ form: [String: String], _ authorization: String?) async throws -> String {
        asked += 1
        let basic = "Basic " + Data("\(Self.client):\(ProviderLine.encoded(Self.secret))".utf8).base64EncodedString()
        guard authorization == basic, let code = form["code"], let way = ways.removeValue(forKey: code),
            form["redirect_uri"] == Gate.address + "/sign-in/back/city",
            Array(SHA256.hash(data: Array((form["code_verifier"] ?? "").utf8))).base64URL == way.challenge
        else { return #"{"error":"invalid_grant"}"# }
        return #"{"id_token":"\#(try await token(nonce: way.nonce))","access_token":"access","token_type":"Bearer"}"#
    }

    private var keySet: String {
        get throws {
            let point = Array(elliptic.publicKey.x963Representation), primitives = try Insecure.RSA.PrivateKey(pem: rsa).publicKey.getKeyPrimitives()
            return """
                {"keys":[{"kty":"oct","kid":"o","k":"AAAA"},{"kty":"EC","crv":"P-256","kid":"\(keyName)","use":"sig","x":"\(Array(point[1..<33]).base64URL)","y":"\(Array(point[33...]).base64URL)"},
                {"kty":"RSA","kid":"r","alg":"RS256","n":"\(Array(primitives.modulus).base64URL)","e":"\(Array(primitives.publicExponent).base64URL)"}]}
                """
        }
    }

    /// Serves while the test runs.
    static func serve<T: Sendable>(_ test: @escaping @Sendable (StubProvider, Provider) async throws -> T) async throws -> T {
        let stub = try StubProvider(), router = Router()
        router.get(".well-known/openid-configuration") { _, _ in
            let base = stub.address(await stub.port)
            return """
                {"issuer":"\(base)","authorization_endpoint":"\(base)/authorize","token_endpoint":"\(base)/token","userinfo_endpoint":"\(base)/me","jwks_uri":"\(base)/keys"}
                """
        }
        router.get("keys") { _, _ in try await stub.keySet }
        router.post("token") { request, context in
            let form = try await URLEncodedFormDecoder().decode([String: String].self, from: request, context: context)
            let answer = try await stub.exchange(form, request.headers[.authorization])
            return Response(status: answer.contains("error") ? .badRequest : .ok, body: .init(byteBuffer: ByteBuffer(string: answer)))
        }
        router.get("me") { request, _ in
            guard request.headers[.authorization] == "Bearer access", let more = await stub.more else { throw HTTPError(.unauthorized) }
            return "{" + more.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
        }
        let app = Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)))
        return try await app.test(.live) { client in
            let port = client.port ?? 0
            await stub.open(at: port)
            let settings = OpenIDSettings(
                issuer: stub.address(port), client: client.port == nil ? "" : Self.client, secret: Self.secret, scope: "openid email", snilsClaim: "snils",
                emailClaim: "email")
            return try await test(stub, Provider(key: "city", name: "Вход города", kind: .openID(settings), match: [.snils, .email]))
        }
    }
}

/// Whatever a test lets a token say.
private struct AnyClaims: JWTPayload {
    let all: [String: Claim]
    enum Claim: Codable {
        case text(String), number(Int), truth(Bool)
        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if let number = try? value.decode(Int.self) {
                self = .number(number)
            } else {
                self = .truth(try value.decode(Bool.self))
            }
        }
        func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            switch self {
            case .text(let text): try value.encode(text)
            case .number(let number): try value.encode(number)
            case .truth(let truth): try value.encode(truth)
            }
        }
    }
    init(from decoder: any Decoder) throws { all = try decoder.singleValueContainer().decode([String: Claim].self) }
    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(all)
    }
    func verify(using algorithm: some JWTAlgorithm) {}
}
