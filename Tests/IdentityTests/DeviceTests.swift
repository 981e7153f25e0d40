import Accounts
import Foundation
import HTTPTypes
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Identity

@Suite struct DeviceTests {
    @Test("a new browser is told to the person and to a pupil's guardians; the first one is not new", arguments: TestDatabase.available)
    func noticed(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind)
        try await gate.browse { known in
            try await known.signIn("petya")
            #expect(try await !known.get("/").text.contains("Вход с нового устройства"))
            _ = try await known.post("/more/sign-out")
            try await known.signIn("petya")
            #expect(try await !known.get("/").text.contains("Вход с нового устройства"), "the same browser")
            let thief = await known.another(), mother = await known.another(), teacher = await known.another()
            try await thief.signIn("petya")
            let seen = try await known.get("/").text
            #expect(seen.contains("Вход с нового устройства") && seen.contains("Firefox"))
            try await mother.signIn("olga")
            #expect(try await mother.get("/").text.contains("Петин Петя"))
            try await teacher.signIn("vera")
            #expect(try await !teacher.get("/").text.contains("Петин Петя: Firefox"), "nobody else is told")
            let place = String(try #require(seen.firstMatch(of: /\/more\/devices\/[0-9]+\/known/)?.0))
            _ = try await thief.get("/")
            #expect(try await thief.post(place).status == .forbidden, "the new device cannot vouch for itself")
            #expect(try await teacher.post(place).status == .notFound)
            #expect(try await known.post(place).status == .seeOther)
            #expect(try await !known.get("/").text.contains("Вход с нового устройства"))
            #expect(try await mother.get("/").text.contains("Петин Петя"), "each answers for themselves")
        }
    }

    @Test("a new browser, a stolen account: those it concerns are told wherever they are reached, at once", arguments: TestDatabase.available)
    func toldOutside(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), people = gate.world.people
        let reached = [people.petya, people.olga, people.pavel, people.rita].map(\.person)
        try await gate.world.site.database.write { tx in
            for person in reached {
                try tx.rows(
                    "INSERT INTO mail_address (person_id, address, word, asked_at, confirmed_at) VALUES (\(person), 'a@example.org', \("w\(person.number)"), 1, 1)"
                )
            }
        }
        @Sendable func told(_ kind: String) async throws -> Set<ID<Person>> {
            try await gate.world.site.read { tx in
                Set(try tx.rows("SELECT person_id FROM notice WHERE kind = \(kind)").map { try $0.id("person_id") })
            }
        }
        try await gate.browse { known in
            try await known.signIn("petya")
            #expect(try await told("security") == [], "the first browser is not new")
            try await known.another().signIn("petya")
            #expect(try await told("security") == [people.petya.person, people.olga.person])
            _ = try await known.get("/more/stolen")
            _ = try await known.post("/more/stolen", ["person": "\(people.petya.person.number)"])
            #expect(try await told("task") == [people.rita.person])
        }
    }

    @Test("a stolen account is closed everywhere, the school is told, and only a new password opens it", arguments: TestDatabase.available)
    func stolen(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), olga = gate.world.people.olga.person.number
        try await gate.browse { olgas in
            try await olgas.signIn("olga")
            let thief = await olgas.another(), desk = await olgas.another()
            try await thief.signIn("olga")
            #expect(try await olgas.get("/more/stolen").text.contains("Закрыть вход"))
            #expect(try await olgas.post("/more/stolen", ["person": "\(olga)"]).text.contains("Вход закрыт"))
            for browser in [olgas, thief] {
                #expect(try await browser.get("/").place?.hasPrefix("/sign-in") == true)
                let refused = try await browser.signIn("olga")
                #expect(refused.status == .unprocessableContent && refused.text.contains("аккаунт украден"))
            }
            try await desk.signIn("rita")
            #expect(try await desk.get("/").text.contains("Украденные аккаунты: 1"))
            #expect(try await desk.get("/more/entrance").text.contains("Петина Ольга"))
            let place = "/more/entrance/people/\(olga)"
            #expect(try await desk.get(place).text.contains("Вернуть доступ"))
            #expect(try await desk.post(place + "/restore").status == .seeOther)
            #expect(try await olgas.signIn("olga").status == .unprocessableContent, "the old password stays void")
            let given = try await desk.post(place + "/password").text
            let words = given.matches(of: /<b>([a-z0-9]+)<\/b>/).map { String($0.1) }
            #expect(words.first == "olga" && words.count == 2)
            #expect(try await olgas.signIn("olga", words.last ?? "").place == "/")
            #expect(try await !desk.get("/").text.contains("Украденные аккаунты"))
        }
        let traces = try await gate.world.site.read { tx in
            try tx.rows("SELECT became FROM trace WHERE what = 'identity.stolen' ORDER BY id").map { try $0.text("became") }
        }
        #expect(traces == ["closed", "restored"])
    }

    @Test("without signing in an account is closed by its login and password alone; guesses are counted as at the door", arguments: TestDatabase.available)
    func stolenOutside(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind)
        _ = try await gate.authenticator(of: gate.world.people.vera)
        try await gate.browse { browser in
            #expect(try await browser.get("/sign-in").text.contains("/sign-in/stolen"))
            #expect(try await browser.post("/sign-in/stolen", ["login": "vera", "password": "x"]).status == .unprocessableContent)
            #expect(try await gate.count("SELECT COUNT(*) AS n FROM stolen_report") == 0)
            #expect(try await browser.post("/sign-in/stolen", ["login": "vera", "password": Gate.password]).text.contains("Вход закрыт"))
            #expect(try await browser.signIn("vera").text.contains("аккаунт украден"))
            for _ in 1...5 { _ = try await browser.post("/sign-in/stolen", ["login": "olga", "password": "x"]) }
            #expect(try await browser.post("/sign-in/stolen", ["login": "olga", "password": Gate.password]).status == .tooManyRequests)
            #expect(try await browser.signIn("olga").status == .tooManyRequests)
        }
    }

    @Test("one closes one's own account, a child's, and the administrator any of the school; nobody else's", arguments: TestDatabase.available)
    func whoCloses(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), people = gate.world.people
        func close(_ viewer: Viewer, by other: Viewer) async throws -> Denial? { try await gate.world.outcome(ReportStolen(viewer.person), by: other) }
        for (viewer, other) in [
            (people.petya, people.pavel), (people.petya, people.vera), (people.olga, people.petya), (people.petya, people.xenia), (people.kolya, people.vera),
        ] {
            #expect(try await close(viewer, by: other) == .notFound)
        }
        for (viewer, other) in [(people.petya, people.olga), (people.kolya, people.veraAsMother), (people.igor, people.igor), (people.masha, people.rita)] {
            #expect(try await close(viewer, by: other) == nil)
            #expect(try await close(viewer, by: other) == nil, "twice is once")
        }
        #expect(try await gate.count("SELECT COUNT(*) AS n FROM stolen_report") == 4)
        #expect(try await gate.world.outcome(RestoreAccount(person: people.petya.person), by: people.xenia) == .notFound)
        #expect(try await gate.world.outcome(RestoreAccount(person: people.petya.person), by: people.olga) != nil)
    }

    @Test("while the second step waits an account can be closed, and then the step opens nothing", arguments: TestDatabase.available)
    func closedMeanwhile(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), vera = gate.world.people.vera, code = try await gate.authenticator(of: vera)
        try await gate.browse { browser in
            try await browser.signIn("vera")
            try await gate.world.perform(ReportStolen(vera.person), by: vera)
            #expect(try await browser.post("/sign-in/confirm", ["code": code.digits(of: OneTimeCode.step(at: .now))]).status == .unprocessableContent)
            #expect(try await browser.get("/").place?.hasPrefix("/sign-in") == true)
        }
    }

    @Test("a family takes a call-back phrase for its child; the class teacher sees it, and nobody else", arguments: TestDatabase.available)
    func phrase(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), people = gate.world.people
        let choose = ChooseCallPhrase(pupil: people.petya.person, words: "синий трамвай")
        #expect(try await gate.world.outcome(choose, by: people.olga) == nil)
        for stranger in [people.pavel, people.vera, people.petya, people.yura, people.rita] {
            #expect(try await gate.world.outcome(choose, by: stranger) == .notFound)
        }
        func seen(_ viewer: Viewer) async throws -> [String?] {
            try await gate.world.site.read { tx in try CallPhraseStore.phrases(for: viewer, tx).map(\.words) }
        }
        #expect(try await seen(people.olga) == ["синий трамвай"])
        #expect(try await seen(people.vera) == [nil, "синий трамвай"])
        for other in [people.igor, people.pavel, people.petya, people.zoya, people.rita] { #expect(try await !seen(other).contains("синий трамвай")) }
        #expect(Set(CallPhraseWords.first).count == CallPhraseWords.first.count && CallPhraseWords.first.count * CallPhraseWords.second.count > 2000)
        #expect(Set((0..<20).map { _ in ChooseCallPhrase.random() }).count > 10)
    }

    @Test("all that is kept of a person can be forgotten", arguments: TestDatabase.available)
    func forgotten(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), vera = gate.world.people.vera
        try await gate.card(of: gate.world.people.petya, snils: "112-233-445 95", email: "petya@mail.example")
        _ = try await gate.authenticator(of: vera)
        try await gate.browse { browser in
            try await browser.signIn("petya")
            try await browser.another().signIn("petya")
        }
        try await gate.world.perform(ReportStolen(gate.world.people.petya.person), by: gate.world.people.olga)
        for person in [gate.world.people.petya.person, vera.person] {
            try await gate.world.site.database.write { tx in _ = try IdentityFeature.erase(person, in: tx) }
            for rows in try await gate.world.site.read({ tx in
                try [
                    tx.one("SELECT COUNT(*) AS n FROM identity_card WHERE person_id = \(person)"),
                    tx.one("SELECT COUNT(*) AS n FROM authenticator WHERE person_id = \(person)"),
                    tx.one("SELECT COUNT(*) AS n FROM recovery_code WHERE person_id = \(person)"),
                    tx.one("SELECT COUNT(*) AS n FROM known_device WHERE person_id = \(person)"),
                    tx.one("SELECT COUNT(*) AS n FROM device_notice WHERE person_id = \(person)"),
                    tx.one("SELECT COUNT(*) AS n FROM stolen_report WHERE person_id = \(person)"),
                ].map { try $0.int("n") }
            }) { #expect(rows == 0) }
        }
    }
}
