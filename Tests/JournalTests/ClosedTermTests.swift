import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import Testing
import Timetable
import WebCore

@testable import Journal

/// A term that a head has closed: what stands in it changes only with a fresh proof and a reason.
@Suite struct ClosedTermTests {
    private func proof(_ viewer: Viewer, _ provedAt: Moment = .now) -> FreshProof? {
        StepUp.proof(of: Visit(viewer: viewer, session: 1, formToken: "", isByCookie: true, provedAt: provedAt), at: .now)
    }

    /// The second quarter, which ends today, so that both lessons of this week so far are in it.
    private func quarter(_ world: World) async throws -> ID<Term> {
        let school = world.people.rita.school
        let row = try await world.site.read { tx in try tx.one("SELECT id, starts_on FROM term WHERE school_id = \(school) AND number = 2") }
        let id: ID<Term> = try row.id("id")
        try await world.perform(CorrectTerm(id, name: "2 четверть", try row.day("starts_on")...World.today), by: world.people.rita)
        return id
    }

    @Test("a head closes a term that has come to its end, and may open it again; nobody else does", arguments: TestDatabase.available)
    func closing(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, rita = people.rita
        let first = try await world.site.read { tx in
            try tx.one("SELECT id FROM term WHERE school_id = \(rita.school) AND number = 2").id("id", of: Term.self)
        }
        guard case .conflict = try await world.outcome(CloseTerm(first), by: rita) else { Issue.record("it goes on"); return }
        let term = try await quarter(world)
        for viewer in [people.vera, people.igor] {
            guard case .forbidden = try await world.outcome(CloseTerm(term), by: viewer) else { Issue.record("\(viewer.name.full)"); continue }
        }
        for viewer in [people.olga, people.petya, people.xenia] { #expect(try await world.outcome(CloseTerm(term), by: viewer) == .notFound) }
        for _ in 1...2 { #expect(try await world.outcome(CloseTerm(term), by: rita) == nil) }
        guard case .conflict = try await world.outcome(CorrectTerm(term, name: "2", World.today...World.today), by: rita) else {
            Issue.record("other dates would open its lessons")
            return
        }
        for _ in 1...2 { #expect(try await world.outcome(ReopenTerm(term), by: rita) == nil) }
        let traces = try await world.site.read { tx in try tx.rows("SELECT was, became FROM trace WHERE what = 'school.term' ORDER BY id") }
        #expect(try traces.map { try $0.optional("became", Row.text) } == ["closed", nil], "each once")
    }

    @Test("in a closed term marks, attendance and topics want a reason and a fresh proof; the reason stays in the trace", arguments: TestDatabase.available)
    func changing(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, vera = people.vera, lesson = world.mathsNow, petya = world.petya
        let term = try await quarter(world)
        try await world.perform(PutMark(try .init(4), for: petya, at: lesson), by: vera)
        try await world.perform(CloseTerm(term), by: people.rita)
        let (stale, fresh) = (try Amendment("ошибка в работе", proof(vera, .now - 601)), try Amendment("ошибка в работе", proof(vera)))
        func outcomes(_ amendment: Amendment?) async throws -> [Denial?] {
            [
                try await world.outcome(PutMark(try .init(5), for: petya, at: lesson, amending: amendment), by: vera),
                try await world.outcome(RemoveMark(of: petya, at: lesson, amending: amendment), by: vera),
                try await world.outcome(NoteAttendance(.late, of: petya, at: lesson, amending: amendment), by: vera),
                try await world.outcome(WriteTopic(try LessonTopic("Дроби"), at: lesson, amending: amendment), by: vera),
            ]
        }
        #expect(try await outcomes(nil) == Array(repeating: .forbidden(.termClosed), count: 4))
        #expect(try await outcomes(stale) == Array(repeating: .proveAgain, count: 4))
        #expect(try await world.outcome(PutMark(try .init(4), for: petya, at: lesson), by: vera) == nil, "what stands there already is no change")
        #expect(try await world.entry(of: petya, at: lesson) == Entry(mark: try .init(4)))
        #expect(try await outcomes(fresh) == [nil, nil, nil, nil])
        let reasons = try await world.traces().filter { $0.hasPrefix("journal.amended") }
        #expect(reasons == Array(repeating: "journal.amended >ошибка в работе", count: 4))
        #expect(try await world.outcome(PutMark(try .init(5), for: petya, at: lesson, amending: fresh), by: people.igor) == .notFound, "who could not before")
        #expect(try await world.outcome(GiveHomework(try .init("№ 5"), at: lesson), by: vera) == nil, "homework is for the next term")
        #expect(try await world.outcome(WriteTopic(try LessonTopic("Степени"), at: people.mathsNext), by: vera) == nil, "a lesson after the term")
        try await world.perform(ReopenTerm(term), by: people.rita)
        #expect(try await world.outcome(PutMark(try .init(3), for: petya, at: lesson), by: vera) == nil)
        #expect(throws: Denial.self) { try Amendment(String(repeating: "а", count: Amendment.longest + 1), nil) }
    }

    @Test("the script is told what to do, and sends the reason along after the proof", arguments: TestDatabase.available)
    func script(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, lesson = world.mathsNow.number
        try await world.perform(CloseTerm(try await quarter(world)), by: people.rita)
        func sent(_ body: String, proved: Moment) async throws -> (HTTPResponse.Status, String) {
            try await world.browse(as: people.vera, proved: proved) { client in
                try await client.execute(
                    uri: "/journal/lessons/\(lesson)/pupils/\(world.petya.number)/mark", method: .post, headers: scriptHeaders, body: ByteBuffer(string: body)
                ) { ($0.status, String(buffer: $0.body)) }
            }
        }
        let bare = try await sent(#"{"value":5}"#, proved: .now)
        #expect(bare.0 == .forbidden && bare.1.contains("journal.term-closed") && bare.1.contains("подтвердите, что это вы"))
        let late = try await sent(#"{"value":5,"reason":"ошибка"}"#, proved: .now - 601)
        #expect(late.0 == .forbidden && late.1.contains("web.prove-again"))
        #expect(try await sent(#"{"value":5,"reason":"ошибка"}"#, proved: .now) == (.ok, #"{"mark":5}"#))
    }

    @Test("pages say that the term is closed; a form without script waits for the proof with all that was typed", arguments: TestDatabase.available)
    func pages(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, petya = world.petya.number, path = "/journal/lessons/\(world.mathsNow.number)"
        let term = try await quarter(world)
        try await world.perform(CloseTerm(term), by: people.rita)
        let fields = ["was-topic": "", "topic": "Дроби", "mark-\(petya)": "5", "was-marks": ""], whole = fields.merging(["reason": "ошибка"]) { a, _ in a }
        try await world.browse(as: people.vera, proved: .now - 601) { client in
            try await client.execute(uri: path, method: .get) { answer in
                let page = String(buffer: answer.body)
                #expect(
                    page.contains("2 четверть: период закрыт") && page.contains("name=\"reason\"") && page.contains("/more/prove?next=%2Fjournal%2Flessons%2F"))
            }
            try await client.execute(uri: path, method: .post, headers: formHeaders, body: form(fields)) { answer in
                let page = String(buffer: answer.body)
                #expect(answer.status == .unprocessableContent && page.contains("journal.term-closed") && page.contains(#"value="Дроби""#))
            }
            try await client.execute(uri: path, method: .post, headers: formHeaders, body: form(whole)) { answer in
                #expect(answer.status == .temporaryRedirect && answer.headers[.location]?.hasPrefix("/more/prove/kept?to=%2Fjournal") == true)
            }
            try await client.execute(uri: "/journal/courses/\(people.maths.number)?term=\(term.number)", method: .get) { answer in
                let page = String(buffer: answer.body)
                #expect(page.contains("Период закрыт.") && page.contains("data-l=") && !page.contains("data-kept"), "the table does not answer to keys")
            }
            try await client.execute(uri: "/api/v1\(path.replacing("/journal", with: ""))", method: .get) {
                #expect(String(buffer: $0.body).contains(#""isClosed":true"#))
            }
        }
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: path, method: .post, headers: formHeaders, body: form(whole)) { #expect($0.status == .seeOther) }
        }
        #expect(try await world.entry(of: world.petya, at: world.mathsNow) == Entry(mark: try .init(5)))
        try await world.browse(as: people.rita) { client in
            try await client.execute(uri: path, method: .get) { #expect(String(buffer: $0.body).contains("2 четверть: период закрыт")) }
        }
    }

    @Test("closing and opening on the year's page and by the API; opening wants a fresh proof", arguments: TestDatabase.available)
    func years(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, term = try await quarter(world).number
        let year = try await world.site.read { tx in try tx.one("SELECT academic_year_id AS id FROM term WHERE id = \(term)").int("id") }
        func page(_ viewer: Viewer) async throws -> String {
            try await world.browse(as: viewer) { try await $0.execute(uri: "/school/years/\(year)", method: .get) { String(buffer: $0.body) } }
        }
        #expect(try await page(people.rita).contains("/school/terms/\(term)/close"))
        #expect(try await !page(people.vera).contains("/school/terms/\(term)/close"))
        try await world.browse(as: people.rita, proved: .now - 601) { client in
            try await client.execute(uri: "/school/terms/\(term)/close", method: .post, headers: formHeaders, body: form([:])) {
                #expect($0.status == .seeOther)
            }
            try await client.execute(uri: "/school/terms/\(term)/reopen", method: .post, headers: formHeaders, body: form([:])) {
                #expect($0.status == .temporaryRedirect, "open it could be changed without a word")
            }
            try await client.execute(uri: "/api/v1/school/terms/\(term)/reopen", method: .post, headers: scriptHeaders, body: ByteBuffer(string: "{}")) {
                #expect($0.status == .forbidden && String(buffer: $0.body).contains("web.prove-again"))
            }
        }
        #expect(try await page(people.vera).contains("<small>закрыт "))
        #expect(try await page(people.rita).contains("/school/terms/\(term)/reopen"))
        try await world.browse(as: people.rita) { client in
            try await client.execute(uri: "/api/v1/school/terms/\(term)/reopen", method: .post, headers: scriptHeaders, body: ByteBuffer(string: "{}")) {
                #expect($0.status == .ok)
            }
            try await client.execute(uri: "/api/v1/school/terms/\(term)/close", method: .post, headers: scriptHeaders, body: ByteBuffer(string: "{}")) {
                #expect($0.status == .ok)
            }
        }
        #expect(try await page(people.rita).contains("/school/terms/\(term)/reopen"))
    }
}
