import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts

@Suite struct EntranceRoutesTests {
    static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    func withLogin(_ kind: TestDatabase) async throws -> World {
        let world = try await World.open(kind)
        let hash = try await PasswordWorks(cost: .light).hash(Password(typed: "secret words"))
        try await world.perform(GiveCredential(to: world.people.vera.person, login: Login("vera"), hash: hash), by: world.people.rita)
        return world
    }

    @Test("the form lets in, puts a cookie no script can read, and goes on to where the person wanted", arguments: TestDatabase.available)
    func letsIn(_ kind: TestDatabase) async throws {
        try await withLogin(kind).browse(as: nil) { client in
            for (next, place) in [("", "/"), ("/chats", "/chats"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil.example", "/")] {
                let body = ByteBuffer(string: "login=vera&password=secret+words&next=\(next)")
                try await client.execute(uri: "/sign-in", method: .post, headers: Self.form, body: body) { answer in
                    #expect(answer.status == .seeOther && answer.headers[.location] == place, "\(next)")
                    #expect(answer.headers[.setCookie]?.hasPrefix("zvonok=") == true)
                }
            }
        }
    }

    @Test("a refusal shows the form again with the login and the reason, never the password", arguments: TestDatabase.available)
    func refusal(_ kind: TestDatabase) async throws {
        try await withLogin(kind).browse(as: nil) { client in
            let body = ByteBuffer(string: "login=%3Cb%3Evera&password=wrong-one")
            try await client.execute(uri: "/sign-in", method: .post, headers: Self.form, body: body) { answer in
                let page = String(buffer: answer.body)
                #expect(answer.status == .unprocessableContent && page.contains("&lt;b&gt;vera") && page.contains(#"role="alert""#))
                #expect(!page.contains("wrong-one") && answer.headers[.setCookie] == nil)
            }
            for body in ["", "login=vera", "password=x", "login=%00&password=%00", "login=" + String(repeating: "x", count: 5000) + "&password=y"] {
                try await client.execute(uri: "/sign-in", method: .post, headers: Self.form, body: ByteBuffer(string: body)) { answer in
                    #expect(answer.status == .unprocessableContent, "\(body.prefix(20))")
                }
            }
        }
    }

    @Test("another site's page cannot sign a person in")
    func foreign() async throws {
        try await withLogin(.sqlite).browse(as: nil) { client in
            var headers = Self.form
            headers[.origin] = "https://evil.example"
            try await client.execute(uri: "/sign-in", method: .post, headers: headers, body: ByteBuffer(string: "login=vera&password=secret+words")) { answer in
                #expect(answer.status == .forbidden && answer.headers[.setCookie] == nil)
            }
        }
    }

    @Test("behind TLS the cookie is bound to the host and goes nowhere in the clear")
    func cookie() async throws {
        let database = try await TestDatabase.sqlite.open()
        let secure = SignIns(database: database, isSecure: true).cookie("x"), plain = SignIns(database: database, isSecure: false).cookie("x")
        #expect(secure.hasPrefix("__Host-zvonok=x;") && secure.hasSuffix("; Secure") && plain.hasPrefix("zvonok=x;"))
        for cookie in [secure, plain] { #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/;")) }
    }

    @Test("a program signs in by JSON and is told in problem details why not", arguments: TestDatabase.available)
    func program(_ kind: TestDatabase) async throws {
        try await withLogin(kind).browse(as: nil) { client in
            let headers: HTTPFields = [.contentType: "application/json", .acceptLanguage: "en"]
            try await client.execute(
                uri: "/api/v1/sign-in", method: .post, headers: headers, body: ByteBuffer(string: #"{"login":"vera","password":"secret words"}"#)
            ) { answer in
                #expect(answer.status == .ok && String(buffer: answer.body).contains(#""token":""#))
            }
            try await client.execute(uri: "/api/v1/sign-in", method: .post, headers: headers, body: ByteBuffer(string: #"{"login":"vera","password":"no"}"#)) {
                answer in
                #expect(answer.status == .unprocessableContent && answer.headers[.contentType]?.hasPrefix("application/problem+json") == true)
                #expect(
                    String(buffer: answer.body).contains(#""field":"password""#) && String(buffer: answer.body).contains(#""type":"accounts.wrong-password""#))
            }
            for body in [#"{"login":1}"#, "{", "[]", ""] {
                try await client.execute(uri: "/api/v1/sign-in", method: .post, headers: headers, body: ByteBuffer(string: body)) { answer in
                    #expect(answer.status == .unprocessableContent, "\(body)")
                }
            }
        }
    }

    @Test("«Ещё» shows the person's sides, languages and sign-ins, in the language chosen", arguments: TestDatabase.available)
    func more(_ kind: TestDatabase) async throws {
        let world = try await withLogin(kind)
        try await world.browse(as: world.people.vera) { client in
            try await client.execute(uri: "/more", method: .get) { answer in
                let page = String(buffer: answer.body)
                #expect(answer.status == .ok && page.contains("Верина Вера") && page.contains(#"lang="ru""#) && page.contains("родитель"))
            }
            try await client.execute(uri: "/more/language", method: .post, headers: Self.form, body: ByteBuffer(string: "language=en&formToken=form-token")) {
                #expect($0.status == .seeOther)
            }
            try await client.execute(uri: "/more/language", method: .post, headers: Self.form, body: ByteBuffer(string: "language=xx&formToken=form-token")) {
                #expect($0.status == .unprocessableContent)
            }
        }
        let language = try await world.site.read { tx in try tx.one("SELECT language FROM person WHERE id = \(world.people.vera.person)").text("language") }
        #expect(language == "en")
    }
}
