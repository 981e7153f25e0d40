import Accounts
import App
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Storage
import TestKit
import Testing
import Web
import WebCore

@testable import Identity

/// The world's school behind its real door: Vera (a teacher and a mother), Olga and Rita have logins, and cookies are kept as a browser does.
struct Gate: Sendable {
    static let password = "верный пароль"
    static let address = "https://school.example"
    let world: World
    let works: IdentityWorks
    let parts: SiteParts

    init(_ kind: TestDatabase, providers: [Provider] = [], onlyByProvider: Set<Role> = []) async throws {
        world = try await World.open(kind)
        works = IdentityWorks(keys: IdentityKeys(), providers: providers, publicAddress: Self.address, onlyByProvider: onlyByProvider)
        let passwords = try PasswordWorks(cost: .light)
        parts = SiteParts(
            site: world.site, session: SignIns(database: world.site.database, isSecure: false), passwords: passwords, assets: world.parts.assets,
            identity: works)
        let hash = try await passwords.hash(Password(typed: Self.password))
        for (login, person) in [("vera", world.people.vera), ("olga", world.people.olga), ("rita", world.people.rita), ("petya", world.people.petya)] {
            try await world.perform(GiveCredential(to: person.person, login: Login(login), hash: hash), by: world.people.rita)
        }
    }

    func browse<T: Sendable>(_ test: @escaping @Sendable (Browser) async throws -> T) async throws -> T {
        try await Application(router: siteRouter(parts)).test(.router) { client in try await test(Browser(client)) }
    }

    func card(of viewer: Viewer, snils: String?, email: String?) async throws {
        try await world.perform(
            CorrectCard(of: viewer.person, snils: try snils.map { try Snils($0) }, email: try email.map { try EmailAddress($0) }, works.keys),
            by: world.people.rita)
    }

    /// An authenticator that is confirmed, with the step of its confirmation used up long ago.
    func authenticator(of viewer: Viewer) async throws -> OneTimeCode {
        let code = OneTimeCode(secret: [UInt8].random(20)), then = World.now
        try await world.perform(BeginAuthenticator(secret: code.secret, keys: works.keys), by: viewer, at: then)
        try await world.perform(
            ConfirmAuthenticator(digits: code.digits(of: OneTimeCode.step(at: then)), recoveryCodes: ["aaaaa-bbbbb"], keys: works.keys), by: viewer, at: then)
        return code
    }

    func count(_ sql: SQL) async throws -> Int64 { try await world.site.read { tx in try tx.one(sql).int("n") } }
}

/// One browser: what it was given it sends again, and a form is sent with the word of the page it stands on.
actor Browser {
    struct Answer: Sendable {
        let status: HTTPResponse.Status
        let place: String?
        let text: String
        let cookies: [String]
    }
    private let client: any TestClientProtocol
    private(set) var cookies: [String: String] = [:]
    private var formToken = ""

    init(_ client: any TestClientProtocol) { self.client = client }

    /// Another browser at the same site.
    func another() -> Browser { Browser(client) }

    func drop(_ cookie: String) { cookies[cookie] = nil }
    func take(_ cookie: String, _ value: String) { cookies[cookie] = value }

    func get(_ path: String, accept: String? = nil) async throws -> Answer { try await ask(path, .get, accept: accept) }

    func post(_ path: String, _ form: [String: String] = [:]) async throws -> Answer {
        var form = form
        if !formToken.isEmpty { form["formToken"] = formToken }
        return try await ask(path, .post, body: ProviderLine.query(form.map { ($0.key, $0.value) }))
    }

    @discardableResult func signIn(_ login: String, _ password: String = Gate.password) async throws -> Answer {
        try await post("/sign-in", ["login": login, "password": password])
    }

    private func ask(_ path: String, _ method: HTTPRequest.Method, body: String? = nil, accept: String? = nil) async throws -> Answer {
        var headers: HTTPFields = [.cookie: cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "), .userAgent: "Firefox Linux"]
        if body != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        if let accept { headers[.accept] = accept }
        let answer = try await client.execute(uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }) { response in
            Answer(
                status: response.status, place: response.headers[.location], text: String(buffer: response.body), cookies: response.headers[values: .setCookie])
        }
        for cookie in answer.cookies {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            cookies[pair[0]] = cookie.contains("Max-Age=0") ? nil : pair[1]
        }
        if let token = answer.text.firstMatch(of: /data-form-token="([^"]*)"/)?.1 { formToken = String(token) }
        return answer
    }
}
