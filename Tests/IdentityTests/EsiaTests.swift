import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Storage
import TestKit
import Testing
import WebCore

@testable import Identity

/// ЕСИА as NORMS 3.7 has it, against a stand-in that checks each signature by openssl with the GOST engine.
@Suite struct EsiaTests {
    static let back = Gate.address + "/sign-in/back/esia"

    /// A GOST key with its own certificate, made anew.
    struct GostKey: Sendable {
        let folder: URL
        let signer: CommandSigner
        init() throws {
            folder = URL(filePath: TestDatabase.newFile() + ".gost")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let (key, certificate) = (folder.appending(path: "key.pem").path(), folder.appending(path: "certificate.pem").path())
            _ = try run(
                "/usr/bin/openssl",
                [
                    "req", "-x509", "-engine", "gost", "-newkey", "gost2012_256", "-pkeyopt", "paramset:A", "-nodes", "-days", "2", "-subj", "/CN=school",
                    "-keyout", key, "-out", certificate,
                ])
            signer = CommandSigner(command: [
                "/usr/bin/openssl", "cms", "-sign", "-engine", "gost", "-binary", "-outform", "DER", "-md", "md_gost12_256", "-signer", certificate, "-inkey",
                key,
            ])
        }
        func isSigned(_ text: String, by signature: [UInt8]) throws -> Bool {
            let name = UUID().uuidString, (content, signed) = (folder.appending(path: name + ".txt"), folder.appending(path: name + ".der"))
            try Data(text.utf8).write(to: content)
            try Data(signature).write(to: signed)
            return
                (try? run(
                    "/usr/bin/openssl",
                    [
                        "cms", "-verify", "-engine", "gost", "-inform", "DER", "-binary", "-content", content.path(), "-in", signed.path(), "-certfile",
                        folder.appending(path: "certificate.pem").path(), "-noverify",
                    ])) == Array(text.utf8)
        }
        func settings(_ version: EsiaSettings.Version, _ base: String, pem: String? = nil) -> EsiaSettings {
            EsiaSettings(
                version: version, base: base, issuer: "http://esia.gosuslugi.ru/", client: "SCHOOL58", scope: "openid fullname snils email",
                certificateHash: version == .v2 ? "ABC123" : nil, signer: signer, publicKeyPEM: pem)
        }
    }

    @Test("what is signed, in the order of each form; the time as ЕСИА writes it")
    func strings() throws {
        let now = Moment(milliseconds: 1_794_290_400_000)
        #expect(EsiaProvider.stamp(now) == "2026.11.10 06:00:00 +0000" && EsiaProvider.stamp(Moment(milliseconds: 59_999)) == "1970.01.01 00:00:59 +0000")
        let key = try GostKey()
        func signed(_ version: EsiaSettings.Version, code: String?) -> String {
            EsiaProvider.signed(key.settings(version, "https://esia.gosuslugi.ru"), stamp: "T", state: "S", back: "B", code: code)
        }
        #expect(signed(.v1, code: nil) == "openid fullname snils emailTSCHOOL58S" && signed(.v1, code: "C") == signed(.v1, code: nil))
        #expect(signed(.v2, code: nil) == "SCHOOL58openid fullname snils emailTSB" && signed(.v2, code: "C") == "SCHOOL58openid fullname snils emailTSBC")
    }

    @Test("the browser is sent with a detached GOST signature of exactly that", arguments: [EsiaSettings.Version.v1, .v2])
    func address(_ version: EsiaSettings.Version) async throws {
        let key = try GostKey(), settings = key.settings(version, "https://esia.gosuslugi.ru")
        let provider = Provider(key: "esia", name: "Госуслуги", kind: .esia(settings), match: [.snils, .email])
        let way = OutsideWay(to: provider, for: .signIn, next: nil)
        let address = try await EsiaProvider(settings).address(for: way, back: Self.back, at: World.now)
        let query = Dictionary(uniqueKeysWithValues: (URLComponents(string: address)?.queryItems ?? []).map { ($0.name, $0.value ?? "") })
        #expect(address.hasPrefix("https://esia.gosuslugi.ru/aas/oauth2/" + (version == .v1 ? "ac?" : "v2/ac?")))
        #expect(query["client_certificate_hash"] == (version == .v2 ? "ABC123" : nil) && query["access_type"] == (version == .v1 ? "offline" : "online"))
        let signature = try #require([UInt8](base64URL: query["client_secret"] ?? "")), stamp = query["timestamp"] ?? ""
        #expect(stamp == "2026.11.10 06:10:00 +0000" && query["state"] == way.state && query["redirect_uri"] == Self.back)
        let text = EsiaProvider.signed(settings, stamp: stamp, state: way.state, back: Self.back, code: nil)
        #expect(try key.isSigned(text, by: signature) && !key.isSigned(text + " ", by: signature))
    }

    @Test("a command that fails, says nothing or is not there is told as our own trouble")
    func signers() async {
        for command in [["/bin/false"], ["/bin/true"], ["/nowhere/sign"]] {
            await #expect(throws: OutsideTrouble.signing) { try await CommandSigner(command: command).signature(of: [1]) }
        }
    }

    /// ЕСИА's stand-in: gives a token for a rightly signed request, and a person's data for that token.
    static func serve(
        _ version: EsiaSettings.Version, token: String, person: String = #"{"snils":"112-233-445 95","trusted":true}"#,
        email: String = #"{"type":"EML","value":"olga@mail.example","vrfStu":"VERIFIED"}"#,
        _ test: @escaping @Sendable (Provider) async throws -> Void
    ) async throws {
        let key = try GostKey(), router = Router()
        router.post(version == .v1 ? "aas/oauth2/te" : "aas/oauth2/v3/te") { request, context in
            let form = try await URLEncodedFormDecoder().decode([String: String].self, from: request, context: context)
            let text = EsiaProvider.signed(
                key.settings(version, ""), stamp: form["timestamp"] ?? "", state: form["state"] ?? "", back: back, code: form["code"])
            guard let signature = [UInt8](base64URL: form["client_secret"] ?? ""), try key.isSigned(text, by: signature), form["code"] == "right" else {
                return Response(
                    status: .badRequest, body: .init(byteBuffer: ByteBuffer(string: #"{"error":"invalid_client","error_description":"ESIA-007053: x"}"#)))
            }
            return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: #"{"id_token":"\#(token)","access_token":"access"}"#)))
        }
        router.get("rs/prns/1000") { request, _ in request.headers[.authorization] == "Bearer access" ? person : "" }
        router.get("rs/prns/1000/ctts") { request, _ in #"{"elements":[{"type":"MBT","value":"+7(900)0000000","vrfStu":"VERIFIED"},\#(email)]}"# }
        try await Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0))).test(.live) { client in
            let settings = key.settings(version, "http://127.0.0.1:\(client.port ?? 0)")
            try await test(Provider(key: "esia", name: "Госуслуги", kind: .esia(settings), match: [.snils, .email]))
        }
    }

    static func token(audience: String = "SCHOOL58", issuer: String = "http://esia.gosuslugi.ru/", expires: Int = 4_000_000_000) -> String {
        let claims =
            #"{"iss":"\#(issuer)","aud":"\#(audience)","exp":\#(expires),"iat":1700000000,"sub":1000,"urn:esia:sbj":{"urn:esia:sbj:oid":1000,"urn:esia:sbj:typ":"P"}}"#
        return Array(#"{"alg":"GOST3410_2012_256","typ":"JWT"}"#.utf8).base64URL + "." + Array(claims.utf8).base64URL + ".AAAA"
    }

    static func enter(_ kind: TestDatabase, _ provider: Provider, code: String = "right") async throws -> Browser.Answer {
        let gate = try await Gate(kind, providers: [provider])
        try await gate.card(of: gate.world.people.olga, snils: "112-233-445 95", email: "olga@mail.example")
        return try await gate.browse { browser in
            let sent = try await browser.get("/sign-in/with/esia?next=/diary")
            let state = URLComponents(string: sent.place ?? "")?.queryItems?.first { $0.name == "state" }?.value ?? ""
            return try await browser.get("/sign-in/back/esia?code=\(code)&state=\(state)")
        }
    }

    @Test("Olga comes in by «Госуслуги», in both forms", arguments: TestDatabase.available, [EsiaSettings.Version.v1, .v2])
    func entered(_ kind: TestDatabase, _ version: EsiaSettings.Version) async throws {
        try await Self.serve(version, token: Self.token()) { provider in
            let answer = try await Self.enter(kind, provider)
            #expect(answer.status == .seeOther && answer.place == "/diary", "\(answer.text)")
        }
    }

    @Test("another's token, an old one, an account that is not confirmed, and a refused request open nothing, each in words of its own")
    func refused() async throws {
        let bad: [(String, String, String, String)] = [
            (Self.token(audience: "OTHER"), #"{"trusted":true}"#, "right", "не прошёл проверку"),
            (Self.token(issuer: "https://evil.example"), #"{"trusted":true}"#, "right", "не прошёл проверку"),
            (Self.token(expires: 1_000_000_000), #"{"trusted":true}"#, "right", "не прошёл проверку"),
            ("x.y", #"{"trusted":true}"#, "right", "не прошёл проверку"),
            (Self.token(), #"{"snils":"112-233-445 95","trusted":false}"#, "right", "не подтверждена"), (Self.token(), "", "wrong", "не принимает запросы"),
            (Self.token(), #"{"trusted":true}"#, "right", "не совпали"),
        ]
        for (token, person, code, words) in bad {
            try await Self.serve(.v2, token: token, person: person) { provider in
                let answer = try await Self.enter(.sqlite, provider, code: code)
                #expect(answer.status == .unprocessableContent && answer.text.contains(words), "\(words)")
            }
        }
        try await Self.serve(.v2, token: Self.token(), email: #"{"type":"EML","value":"olga@mail.example","vrfStu":"NOT_VERIFIED"}"#) { provider in
            let refused = try await Self.enter(.sqlite, provider)
            #expect(refused.text.contains("не совпали"))
        }
    }

    @Test("a providers' file is read strictly, with words for whoever wrote it")
    func file() throws {
        let path = TestDatabase.newFile() + ".json"
        func read(_ text: String) throws -> [Provider] {
            try Data(text.utf8).write(to: URL(filePath: path))
            return try Provider.read(file: path)
        }
        let right =
            #"[{"key":"esia","kind":"esia-v2","name":"Госуслуги","client":"X","certificate-hash":"H","signer":["/bin/sign"]},{"key":"city","kind":"openid","name":"Город","client":"z","issuer":"https://id.example"}]"#
        #expect(try read(right).map(\.key) == ["esia", "city"])
        for wrong in [
            "", "{}", right.replacing("city", with: "esia"), right.replacing("https://id", with: "http://id"), right.replacing("openid", with: "saml"),
            right.replacing(#","signer":["/bin/sign"]"#, with: ""), right.replacing(#""key":"city""#, with: #""key":"../city""#),
            right.replacing(#""name":"Город""#, with: #""name":"Город","match":[]"#), right.replacing(#""certificate-hash":"H","#, with: ""),
        ] { #expect(throws: ProviderFileError.self, "\(wrong)") { try read(wrong) } }
    }
}
