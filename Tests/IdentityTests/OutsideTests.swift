import Accounts
import Foundation
import HTTPTypes
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Identity

/// Sign-in by a provider of OpenID Connect: Olga's card has the SNILS and the address the provider gives.
@Suite struct OutsideTests {
    static let snils = "\"112-233-445 95\"", email = "\"olga@mail.example\""
    static let right = ["snils": snils, "email": email]

    static func arranged(
        _ kind: TestDatabase, onlyByProvider: Set<Role> = [], _ test: @escaping @Sendable (Gate, StubProvider, Browser) async throws -> Void
    ) async throws {
        try await StubProvider.serve { stub, provider in
            let gate = try await Gate(kind, providers: [provider], onlyByProvider: onlyByProvider)
            try await gate.card(of: gate.world.people.olga, snils: "112-233-445 95", email: "Olga@mail.example")
            await stub.say(right)
            try await gate.browse { browser in try await test(gate, stub, browser) }
        }
    }

    static func goThere(_ browser: Browser, _ stub: StubProvider, next: String = "/diary") async throws -> String {
        let sent = try await browser.get("/sign-in/with/city?next=" + ProviderLine.encoded(next))
        let way = try await stub.agree(to: sent.place ?? "")
        return "/sign-in/back/city?code=\(way.code)&state=\(way.state)"
    }

    static func come(_ browser: Browser, _ stub: StubProvider) async throws -> Browser.Answer { try await browser.get(try await goThere(browser, stub)) }

    @Test("who is known to the provider by SNILS and e-mail comes in, and is led where they wanted", arguments: TestDatabase.available)
    func entered(_ kind: TestDatabase) async throws {
        try await Self.arranged(kind) { gate, stub, browser in
            #expect(try await browser.get("/sign-in").text.contains("/sign-in/with/city"))
            for signature in [StubProvider.Signature.elliptic, .rsa] {
                await stub.say(Self.right, signed: signature)
                let answer = try await Self.come(browser, stub)
                #expect(answer.status == .seeOther && answer.place == "/diary", "\(signature): \(answer.text)")
                #expect(try await browser.get("/more").text.contains("Петина Ольга"))
                await browser.drop("zvonok")
            }
        }
    }

    @Test("data that are not in the token are asked for by the access it gave, of the same person only", arguments: TestDatabase.available)
    func userinfo(_ kind: TestDatabase) async throws {
        try await Self.arranged(kind) { gate, stub, browser in
            await stub.say([:], more: ["sub": "\"person-2\""].merging(Self.right) { a, _ in a })
            let refused = try await Self.come(browser, stub)
            #expect(refused.status == .unprocessableContent)
            await stub.say([:], more: ["sub": "\"person-1\""].merging(Self.right) { a, _ in a })
            #expect(try await Self.come(browser, stub).status == .seeOther)
        }
    }

    @Test(
        "a token that is not the provider's word for us, now, for this way, opens nothing",
        arguments: [
            ["iss": "\"https://other.example\""], ["aud": "\"other\""], ["aud": "[\"zvonok\",\"other\"]"], ["azp": "\"other\""], ["exp": "1000000000"],
            ["exp": "-"],
            ["nonce": "\"other\""], ["nonce": "-"], ["iat": "4000000000"], ["sub": "-"], ["sub": "\"\""],
        ])
    func badClaims(_ claims: [String: String]) async throws {
        try await Self.arranged(.sqlite) { gate, stub, browser in
            await stub.say(Self.right.merging(claims) { _, bad in bad })
            let answer = try await Self.come(browser, stub)
            #expect(answer.status == .unprocessableContent && answer.text.contains("не прошёл проверку"), "\(claims)")
            #expect(!answer.cookies.contains { $0.hasPrefix("zvonok=") })
        }
    }

    @Test(
        "a token with another's signature, with none, or with our public key as a shared word, opens nothing",
        arguments: [StubProvider.Signature.byStranger, .none, .secretWord])
    func badSignatures(_ signature: StubProvider.Signature) async throws {
        try await Self.arranged(.sqlite) { gate, stub, browser in
            await stub.say(Self.right, signed: signature)
            let refused = try await Self.come(browser, stub)
            #expect(refused.status == .unprocessableContent)
        }
    }

    @Test("the way back is open once, in the browser that began it, with the state it was given", arguments: TestDatabase.available)
    func bound(_ kind: TestDatabase) async throws {
        try await Self.arranged(kind) { gate, stub, browser in
            let place = try await Self.goThere(browser, stub), way = await browser.cookies["zvonok-way"] ?? ""
            let other = await browser.another()
            #expect(try await other.get(place).status == .unprocessableContent, "another's browser: a sign-in cannot be forced on anyone")
            let (asked, theirs) = (await stub.asked, try await Self.goThere(other, stub))
            #expect(asked == 0, "the code is not even sent")
            #expect(try await other.get(place).status == .unprocessableContent, "one's own way with another's state")
            #expect(try await browser.get(theirs).status == .unprocessableContent)
            #expect(await browser.cookies["zvonok-way"] == nil, "a failed way is over")
            await browser.take("zvonok-way", way)
            #expect(try await browser.get(place).status == .seeOther)
            await browser.drop("zvonok")
            await browser.take("zvonok-way", way)
            #expect(try await browser.get(place).status == .unprocessableContent, "a cookie that was kept opens nothing a second time")
            await browser.take("zvonok-way", String(way.dropLast(2)) + "AA")
            #expect(try await browser.get(place).status == .unprocessableContent)
        }
    }

    @Test("nothing is sent in the clear, nor to an address that hides where it leads")
    func safeAddresses() {
        for address in ["https://id.example/token", "http://127.0.0.1:8080/x", "http://localhost/x"] { #expect(ProviderLine.isSafe(address), "\(address)") }
        for address in [
            "http://id.example", "http://10.0.0.1/", "https://user@id.example", "file:///etc/passwd", "ftp://id.example", "//id.example", "",
            "http://localhost.evil.example", "http://127.0.0.1@evil.example",
        ] {
            #expect(!ProviderLine.isSafe(address), "\(address)")
        }
    }

    @Test("a provider's new key is asked for, but not at every made-up name")
    func newKeys() async throws {
        try await StubProvider.serve { stub, provider in
            guard case .openID(let settings) = provider.kind else { return }
            let memory = OpenIDMemory(issuer: settings.issuer), now = World.now
            _ = try await memory.key("e", kind: .elliptic, at: now)
            await #expect(throws: OutsideTrouble.unbelievable) { try await memory.key("new", kind: .elliptic, at: now + 1) }
            await stub.rename("new")
            await #expect(throws: OutsideTrouble.unbelievable) { try await memory.key("new", kind: .elliptic, at: now + 2) }
            let found = try await memory.key("new", kind: .elliptic, at: now + 31)
            #expect(found.name == "new")
            await #expect(throws: OutsideTrouble.unbelievable) { try await memory.key("new", kind: .rsa, at: now + 90) }
        }
    }

    @Test(
        "a way back leads nowhere but to a page of ours",
        arguments: ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/x\r\nSet-Cookie: a=b"])
    func noOpenRedirect(_ next: String) async throws {
        try await Self.arranged(.sqlite) { gate, stub, browser in
            let answer = try await browser.get(try await Self.goThere(browser, stub, next: next))
            #expect(answer.status == .seeOther && answer.place == "/")
        }
    }

    @Test("a difference is told in the same words whatever differs; the administrator sees which field, and no value", arguments: TestDatabase.available)
    func differs(_ kind: TestDatabase) async throws {
        try await Self.arranged(kind) { gate, stub, browser in
            let cases: [([String: String], String?)] = [
                (["snils": Self.snils, "email": "\"other@mail.example\""], "почта отличается"),
                (["snils": "\"000-000-000 00\"", "email": Self.email], "СНИЛС отличается"),
                (["snils": Self.snils], "почта там не указана"),
                (["snils": Self.snils, "email": Self.email, "email_verified": "false"], "почта там не указана"),
                (["email": Self.email], "не передал СНИЛС"), (["snils": "\"000-000-000 00\"", "email": "\"nobody@mail.example\""], nil),
            ]
            var shown: Set<String> = []
            for (claims, words) in cases {
                await stub.say(claims, more: ["sub": "\"person-1\""])
                let answer = try await Self.come(browser, stub)
                #expect(answer.status == .unprocessableContent && !answer.text.contains("Петин") && !answer.text.contains("mail.example"))
                shown.insert(answer.text)
                guard let words else { continue }
                let desk = await browser.another()
                try await desk.signIn("rita")
                let page = try await desk.get("/more/entrance").text
                #expect(page.contains(words) && page.contains("Петина Ольга") && !page.contains("mail.example") && !page.contains("112-233"), "\(words)")
            }
            #expect(shown.count == 1)
            #expect(try await gate.count("SELECT COUNT(*) AS n FROM outside_link") == 0)
            #expect(try await gate.count("SELECT COUNT(*) AS n FROM outside_mismatch") == 1, "the last try stands for all")
        }
    }

    @Test("once the administrator has put the data right the person comes in, and the queue is empty", arguments: TestDatabase.available)
    func corrected(_ kind: TestDatabase) async throws {
        try await Self.arranged(kind) { gate, stub, browser in
            await stub.say(["snils": Self.snils, "email": "\"new@mail.example\""])
            #expect(try await Self.come(browser, stub).status == .unprocessableContent)
            let (desk, olga) = (await browser.another(), gate.world.people.olga.person.number)
            try await desk.signIn("rita")
            #expect(try await desk.get("/").text.contains("/more/entrance"), "«Сегодня» says that something waits")
            let place = "/more/entrance/people/\(olga)"
            #expect(try await desk.get(place).text.contains("•••-•••-••5 95"))
            let wrong = try await desk.post(place, ["snils": "112-233-445 96", "email": "new@mail.example"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("112-233-445 96") && wrong.text.contains("опечатка"))
            #expect(try await desk.post(place, ["snils": "", "email": "new@mail.example"]).status == .seeOther)
            #expect(try await Self.come(browser, stub).status == .seeOther)
            #expect(try await gate.count("SELECT COUNT(*) AS n FROM outside_mismatch") == 0)
        }
    }

    @Test("after the first time the link decides who it is, and the data are compared all the same", arguments: TestDatabase.available)
    func linked(_ kind: TestDatabase) async throws {
        try await Self.arranged(kind) { gate, stub, browser in
            #expect(try await Self.come(browser, stub).status == .seeOther)
            await browser.drop("zvonok")
            try await gate.card(of: gate.world.people.pavel, snils: "087-654-303 00", email: "pavel@mail.example")
            await stub.say(["snils": "\"087-654-303 00\"", "email": "\"pavel@mail.example\""])
            #expect(try await Self.come(browser, stub).status == .unprocessableContent, "the same account is no second person")
            await stub.say(Self.right.merging(["sub": "\"person-2\""]) { _, new in new })
            #expect(try await Self.come(browser, stub).status == .unprocessableContent, "nor is another account the same person")
            #expect(try await gate.count("SELECT COUNT(*) AS n FROM outside_link") == 1)
            await stub.say(Self.right)
            #expect(try await Self.come(browser, stub).status == .seeOther)
        }
    }

    @Test("an outsider makes no account and leaves nothing", arguments: TestDatabase.available)
    func outsider(_ kind: TestDatabase) async throws {
        try await Self.arranged(kind) { gate, stub, browser in
            await stub.say(["snils": "\"087-654-303 00\"", "email": "\"nobody@mail.example\""])
            let refused = try await Self.come(browser, stub)
            #expect(refused.status == .unprocessableContent)
            #expect(try await gate.count("SELECT (SELECT COUNT(*) FROM outside_link) + (SELECT COUNT(*) FROM outside_mismatch) AS n") == 0)
        }
    }

    @Test("where families sign in by the provider alone their passwords open nothing, and those of staff do", arguments: TestDatabase.available)
    func onlyByProvider(_ kind: TestDatabase) async throws {
        try await Self.arranged(kind, onlyByProvider: [.guardian]) { gate, stub, browser in
            let refused = try await browser.signIn("olga")
            #expect(refused.status == .unprocessableContent && refused.text.contains("/sign-in/with/city"))
            #expect(try await Self.come(browser, stub).status == .seeOther)
            let teacher = await browser.another()
            #expect(try await teacher.signIn("vera").status == .seeOther, "a teacher who is a mother too")
        }
    }

    @Test("the provider's refusals are told in plain words, and what it writes does not come onto our page", arguments: OutsideTrouble.allCases)
    func refusals(_ trouble: OutsideTrouble) async throws {
        #expect(!RussianWords.trouble(trouble).isEmpty)
        let said = ["ESIA-007004: <b>x</b>", "ESIA-007015: x", "ESIA-007019", "ESIA-007053", "ESIA-007055", "access_denied", "<script>"]
        try await Self.arranged(.sqlite) { gate, stub, browser in
            for error in said {
                let sent = try await browser.get("/sign-in/with/city"), way = try await stub.agree(to: sent.place ?? "")
                let answer = try await browser.get("/sign-in/back/city?state=\(way.state)&error=x&error_description=" + ProviderLine.encoded(error))
                #expect(
                    answer.status == .unprocessableContent && !answer.text.contains("<b>x") && !answer.text.contains("<script>x")
                        && !answer.text.contains("ESIA-"))
            }
        }
    }

    @Test("a person proves themselves again by the provider only as themselves, in the same sign-in", arguments: TestDatabase.available)
    func provedAgain(_ kind: TestDatabase) async throws {
        try await Self.arranged(kind) { gate, stub, browser in
            #expect(try await Self.come(browser, stub).status == .seeOther)
            try await gate.world.site.database.write { tx in try tx.rows("UPDATE sign_in SET proved_at = 0") }
            func prove() async throws -> Browser.Answer {
                let sent = try await browser.get("/more/prove/with/city?next=/diary"), way = try await stub.agree(to: sent.place ?? "")
                return try await browser.get("/sign-in/back/city?code=\(way.code)&state=\(way.state)")
            }
            let now = Int(Date().timeIntervalSince1970)
            let unproved = [["sub": "\"person-2\"", "auth_time": "\(now)"], [:], ["auth_time": "\(now - 3600)"]]
            for claims in unproved {
                await stub.say(Self.right.merging(claims) { _, new in new })
                #expect(try await prove().status == .unprocessableContent, "\(claims)")
            }
            #expect(try await gate.count("SELECT COUNT(*) AS n FROM sign_in WHERE proved_at > 0") == 0)
            await stub.say(Self.right.merging(["auth_time": "\(now)"]) { _, new in new })
            #expect(try await prove().place == "/diary")
            #expect(try await gate.count("SELECT COUNT(*) AS n FROM sign_in WHERE proved_at > 0") == 1)
        }
    }
}

private let RussianWords = IdentityRussian()
