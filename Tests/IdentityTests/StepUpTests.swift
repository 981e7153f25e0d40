import Accounts
import Foundation
import HTTPTypes
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Identity

@Suite struct StepUpTests {
    @Test("ten minutes after a proof one proves again, and comes back to the page one wanted", arguments: TestDatabase.available)
    func asked(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), place = "/more/entrance/people/\(gate.world.people.olga.person.number)"
        try await gate.browse { browser in
            try await browser.signIn("rita")
            #expect(try await browser.get(place).status == .ok)
            try await gate.world.site.database.write { tx in try tx.rows("UPDATE sign_in SET proved_at = \(Moment.now - 601)") }
            let sent = try await browser.get(place)
            #expect(sent.status == .seeOther && sent.place == "/more/prove?next=" + ProviderLine.encoded(place))
            #expect(try await browser.post(place, ["email": "x@mail.example"]).place?.hasPrefix("/more/prove") == true)
            #expect(try await browser.get(place, accept: "application/json").text.contains("web.prove-again"), "a program reads a problem")
            let wrong = try await browser.post("/more/prove", ["password": "x", "next": place])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains(place))
            #expect(try await browser.post("/more/prove", ["password": Gate.password, "next": place]).place == place)
            #expect(try await browser.get(place).status == .ok)
        }
    }

    @Test("what was typed while the proof ran out goes along and is sent after it", arguments: TestDatabase.available)
    func kept(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), igor = gate.world.people.igor.person
        let typed = [
            "role": "operator", "person": "\(igor.number)", "since": "2026-11-10", "order": "7 <к>", "orderDate": "2026-11-10", "class": "",
        ]
        try await gate.browse { browser in
            try await browser.signIn("rita")
            _ = try await browser.get("/movement/appointments/new")
            try await gate.world.site.database.write { tx in try tx.rows("UPDATE sign_in SET proved_at = \(Moment.now - 601)") }
            let sent = try await browser.post("/movement/appointments", typed)
            let place = try #require(sent.place)
            #expect(sent.status == .temporaryRedirect && place == "/more/prove/kept?to=%2Fmovement%2Fappointments")
            // A browser sends the same form to that place by itself.
            let page = try await browser.post(place, typed)
            #expect(page.status == .ok && page.text.contains("Введённое не потеряно"))
            let kept = String(try #require(page.text.firstMatch(of: /name="kept" value="([^"]*)"/)?.1)).replacing("&quot;", with: "\"").replacing(
                "&lt;", with: "<"
            )
            .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
            let wrong = try await browser.post("/more/prove", ["password": "x", "to": "/movement/appointments", "kept": kept])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("name=\"kept\""))
            let proved = try await browser.post("/more/prove", ["password": Gate.password, "to": "/movement/appointments", "kept": kept])
            #expect(proved.text.contains(#"action="/movement/appointments""#) && proved.text.contains(#"name="order" value="7 &lt;к&gt;""#))
            #expect(!proved.text.contains(Gate.password), "the password goes nowhere else")
            #expect(try await gate.count("SELECT COUNT(*) AS n FROM appointment") == 0, "nothing is done before it is sent")
            #expect(try await browser.post("/movement/appointments", typed).place == "/movement/appointments")
            #expect(try await gate.count("SELECT COUNT(*) AS n FROM appointment") == 1)
            let elsewhere = try await browser.post("/more/prove/kept?to=" + ProviderLine.encoded("https://evil.example/x"), typed)
            #expect(elsewhere.status == .notFound, "a form goes to no page but ours")
        }
    }

    @Test("whoever may not see a page is not asked to prove anything for it", arguments: TestDatabase.available)
    func hidden(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind)
        try await gate.browse { browser in
            try await browser.signIn("rita")
            try await gate.world.site.database.write { tx in try tx.rows("UPDATE sign_in SET proved_at = 0") }
            for path in ["/more/entrance/people/\(gate.world.people.yura.person.number)", "/more/entrance/people/987654321"] {
                #expect(try await browser.get(path).status == .notFound)
            }
        }
    }

    @Test(
        "the way back is a page of ours",
        arguments: ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=y", ""])
    func noOpenRedirect(_ next: String) async throws {
        let gate = try await Gate(.sqlite)
        try await gate.browse { browser in
            try await browser.signIn("rita")
            _ = try await browser.get("/more/prove?next=" + ProviderLine.encoded(next))
            #expect(try await browser.post("/more/prove", ["password": Gate.password, "next": next]).place == "/more")
        }
    }

    @Test("with a second factor the password alone proves nothing; five wrong codes make one wait", arguments: TestDatabase.available)
    func byFactor(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind)
        try await gate.browse { browser in
            try await browser.signIn("vera")
            let code = try await gate.authenticator(of: gate.world.people.vera)
            try await gate.world.site.database.write { tx in try tx.rows("UPDATE sign_in SET proved_at = 0") }
            _ = try await browser.get("/more/prove")
            #expect(try await browser.post("/more/prove", ["password": Gate.password]).status == .unprocessableContent)
            #expect(try await gate.count("SELECT COUNT(*) AS n FROM sign_in WHERE proved_at > 0") == 0)
            #expect(try await browser.post("/more/prove", ["code": code.digits(of: OneTimeCode.step(at: .now))]).place == "/more")
            for _ in 1...5 { _ = try await browser.post("/more/prove", ["code": "000000"]) }
            #expect(try await browser.post("/more/prove", ["code": "aaaaa-bbbbb"]).text.contains("Слишком много попыток"))
        }
    }

    @Test("a proof is one sign-in's: on another device one proves anew", arguments: TestDatabase.available)
    func oneSignIn(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind)
        try await gate.browse { browser in
            let other = await browser.another()
            for each in [browser, other] { try await each.signIn("rita") }
            try await gate.world.site.database.write { tx in try tx.rows("UPDATE sign_in SET proved_at = 0") }
            _ = try await browser.get("/more")
            #expect(try await browser.post("/more/prove", ["password": Gate.password]).status == .seeOther)
            #expect(try await gate.count("SELECT COUNT(*) AS n FROM sign_in WHERE proved_at > 0") == 1)
        }
    }

    @Test("pages ask the database no more as queues grow")
    func queries() async throws {
        let counting = CountingDatabase(try await TestDatabase.sqlite.open()), world = try await World(database: counting), rita = world.people.rita
        func asked(_ path: String) async throws -> Int {
            try await world.browse(as: rita) { client in
                counting.reset()
                _ = try await Browser(client).get(path)
                return counting.count
            }
        }
        let paths = ["/more/entrance", "/more/entrance?find=%D0%BF", "/more/factors", "/more/stolen", "/more/call-phrases", "/"]
        var before: [Int] = []
        for path in paths { before.append(try await asked(path)) }
        try await counting.write { tx in
            for viewer in world.people.ours {
                try tx.rows(
                    "INSERT INTO outside_mismatch (school_id, person_id, provider, fields, at) VALUES (\(rita.school), \(viewer.person), \(viewer.hat.key), 'snils', 1)"
                )
                try tx.rows("INSERT INTO stolen_report (school_id, person_id, at) VALUES (\(rita.school), \(viewer.person), 1) ON CONFLICT DO NOTHING")
            }
        }
        for (path, count) in zip(paths, before) {
            // One more where «Сегодня» has something to tell.
            let grown = try await asked(path)
            #expect(grown <= count + 1 && grown <= 26, "\(path): \(count), then \(grown)")
        }
    }
}
