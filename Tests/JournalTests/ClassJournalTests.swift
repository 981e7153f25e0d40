import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Markup
import School
import Storage
import TestKit
import Testing
import Timetable
import WebCore

@testable import Journal

@Suite struct ClassJournalTests {
    @Test("the class journal has pupils, lessons, marks, absences and means of the term", arguments: TestDatabase.available)
    func journal(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, vera = people.vera
        try await world.perform(PutMark(try .init(4), for: world.petya, at: people.mathsBefore), by: vera)
        try await world.perform(PutMark(try .init(5), for: world.petya, at: world.mathsNow), by: vera)
        try await world.perform(NoteAttendance(.late, of: world.petya, at: world.mathsNow), by: vera)
        try await world.perform(NoteAttendance(.absent, of: world.masha, at: world.mathsNow), by: vera)
        let journal = try #require(try await read(people.maths, as: vera, world))
        #expect(
            journal.pupils.map(\.name.family) == ["Машина", "Петин"] && journal.columns.map(\.id) == [people.mathsBefore, world.mathsNow, people.mathsNext])
        #expect(Array(journal.row(0)) == [nil, Entry(absence: .absent), nil])
        #expect(try Array(journal.row(1)) == [Entry(mark: .init(4)), Entry(mark: .init(5), absence: .late), nil])
        #expect(journal.average(ofRow: 0) == nil && journal.average(ofRow: 1) == 450)
        #expect(journal.span.name == "2 четверть" && journal.spans.count == 2)
    }

    @Test("the journal is open to the course's teacher and the heads; a substitute sees the lessons they hold", arguments: TestDatabase.available)
    func whoSees(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(PutMark(try .init(2), for: world.petya, at: people.mathsBefore), by: people.vera)
        for viewer in people.all {
            let isSeen = [people.vera, people.rita].contains(viewer)
            #expect((try await read(people.maths, as: viewer, world) != nil) == isSeen, "\(viewer.name.full)")
        }
        try await world.substituteIgor()
        let igors = try #require(try await read(people.maths, as: people.igor, world))
        #expect(igors.columns.map(\.id) == [world.mathsNow] && igors.columns.allSatisfy(\.isKept) && igors.entries.allSatisfy { $0 == nil })
        let ritas = try #require(try await read(people.maths, as: people.rita, world))
        #expect(ritas.columns.allSatisfy { !$0.isKept })
    }

    @Test("a term that is not the course's is not found; the first quarter is empty")
    func terms() async throws {
        let world = try await World.open(.sqlite), people = world.people
        let journal = try #require(try await read(people.maths, as: people.vera, world))
        let first = try #require(journal.spans.first?.term)
        try await world.browse(as: people.vera) { client in
            for (query, status) in [("?term=\(first.number)", HTTPResponse.Status.ok), ("?term=999", .notFound), ("?term=x", .notFound)] {
                try await client.execute(uri: "/journal/courses/\(people.maths.number)\(query)", method: .get) { #expect($0.status == status) }
            }
            try await client.execute(uri: "/journal/courses/\(people.maths.number)?term=\(first.number)", method: .get) {
                #expect(String(buffer: $0.body).contains("Уроков в этом периоде нет"))
            }
        }
    }

    @Test("an empty cell is truly empty, a filled one carries its date; the fragment is the page's own table")
    func markup() async throws {
        let world = try await World.open(.sqlite), people = world.people
        try await world.perform(PutMark(try .init(5), for: world.petya, at: people.mathsBefore), by: people.vera)
        try await world.perform(NoteAttendance(.ill, of: world.masha, at: people.mathsBefore), by: people.vera)
        try await world.browse(as: people.vera) { client in
            let page = try await client.execute(uri: "/journal/courses/\(people.maths.number)", method: .get) { String(buffer: $0.body) }
            #expect(page.contains(#"<td data-d="9.11">5</td><td></td><td></td><td class="sum" data-d="ср.">5,00</td>"#))
            #expect(page.contains(#"<td data-d="9.11"><span class="a">б</span></td>"#) && page.contains(#"data-l="\#(world.mathsNow.number)""#))
            try await client.execute(uri: "/journal/courses/\(people.maths.number)/grid", method: .get) { #expect(page.contains(String(buffer: $0.body))) }
        }
    }

    @Test("the first page lists a teacher's journals, and to the heads the classes; a family has none")
    func index() async throws {
        let world = try await World.open(.sqlite), people = world.people
        func page(_ path: String, as viewer: Viewer) async throws -> (HTTPResponse.Status, String) {
            try await world.browse(as: viewer) { client in try await client.execute(uri: path, method: .get) { ($0.status, String(buffer: $0.body)) } }
        }
        let veras = try await page("/journal", as: people.vera).1
        #expect(veras.contains("/journal/courses/\(people.maths.number)\"") && !veras.contains("/journal/courses/\(people.chemistry.number)\""))
        try await world.substituteIgor()
        let igors = try await page("/journal", as: people.igor).1
        #expect(igors.contains("Замены") && igors.contains("Химия") && !igors.contains("Ваш класс"))
        try await world.perform(AppointClassTeacher(people.igor.person, of: people.class7.id, since: World.today), by: people.rita)
        #expect(try await page("/journal", as: people.igor).1.contains("Ваш класс, 7А"))
        let ritas = try await page("/journal", as: people.rita).1
        #expect(ritas.contains("/journal?class=\(people.class8.id.number)\"") && !ritas.contains("class=\(people.classFar.id.number)\""))
        #expect(try await page("/journal?class=\(people.class8.id.number)", as: people.rita).1.contains("Химия"))
        for (path, viewer) in [
            ("/journal", people.olga), ("/journal", people.petya), ("/journal?class=\(people.class8.id.number)", people.vera),
            ("/journal?class=\(people.classFar.id.number)", people.rita),
        ] {
            #expect(try await page(path, as: viewer).0 == .notFound, "\(path) \(viewer.name.full)")
        }
    }

    private func read(_ course: ID<Course>, as viewer: Viewer, _ world: World) async throws -> ClassJournal? {
        try await world.site.read { tx in try ClassJournalStore.journal(of: course, term: nil, today: World.today, seenBy: viewer, tx) }
    }
}
