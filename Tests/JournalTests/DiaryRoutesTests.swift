import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Markup
import School
import TestKit
import Testing
import Timetable
import WebCore

@testable import Journal

@Suite struct DiaryRoutesTests {
    @Test("a pupil and the guardians open the own diary; another child's is not there for them, nor for the staff")
    func whoSees() async throws {
        let world = try await World.open(.sqlite), people = world.people
        let own: [ID<Person>: Set<ID<Person>>] = [
            people.petya.person: [people.petya.person, people.olga.person], people.masha.person: [people.masha.person, people.pavel.person],
            people.kolya.person: [people.kolya.person, people.veraAsMother.person], people.yura.person: [people.yura.person],
        ]
        for viewer in people.all {
            try await world.browse(as: viewer) { client in
                for (child, readers) in own {
                    let isOwn = viewer.side != .staff && readers.contains(viewer.person)
                    for path in ["/diary/\(child.number)", "/diary/\(child.number)/week", "/api/v1/diaries/\(child.number)"] {
                        try await client.execute(uri: path + "?week=2026-11-10", method: .get) {
                            #expect($0.status == (isOwn ? .ok : .notFound), "\(viewer.name.full) \(viewer.side) \(path)")
                        }
                    }
                }
                try await client.execute(uri: "/diary", method: .get) { #expect($0.status == (viewer.side == .staff ? .notFound : .ok)) }
            }
        }
    }

    @Test("the diary has the week's lessons with mark, absence, topic and what is to be done; each child has their own")
    func week() async throws {
        let world = try await World.open(.sqlite), people = world.people, vera = people.vera
        try await world.perform(PutMark(try .init(5), for: world.petya, at: world.mathsNow), by: vera)
        try await world.perform(NoteAttendance(.late, of: world.petya, at: world.mathsNow), by: vera)
        try await world.perform(NoteAttendance(.ill, of: world.masha, at: world.mathsNow), by: vera)
        try await world.perform(WriteTopic(try .init("Дроби <2>"), at: world.mathsNow), by: vera)
        try await world.perform(GiveHomework(try .init("№ 12"), at: world.mathsNow), by: vera)
        try await world.perform(GiveHomework(try .init("№ 99"), at: people.mathsNext), by: vera)
        let page = try await diary(of: world.petya, as: people.olga, world)
        let days = page.components(separatedBy: "<section class=\"day")
        let tuesday = try #require(days.first { $0.contains("10 ноября") }), thursday = try #require(days.first { $0.contains("12 ноября") })
        #expect(
            tuesday.contains(#"<span class="m"><span class="away">отметка </span>5</span>"#) && tuesday.contains(#"<abbr class="a" title="опоздал">о</abbr>"#))
        #expect(tuesday.contains("08:30–09:15") && tuesday.contains("Дроби &lt;2&gt;") && !tuesday.contains("№ 12"))
        #expect(thursday.contains("№ 12") && thursday.contains("№ 99"), "due that day; given that day and due on none")
        let mashas = try await diary(of: world.masha, as: people.pavel, world)
        #expect(mashas.contains(#"title="болел""#) && !mashas.contains(#"class="m""#) && !mashas.contains("Петин"))
    }

    @Test("a guardian changes between the children; weeks follow one another; a date that is none is this week")
    func ways() async throws {
        let world = try await World.open(.sqlite), people = world.people
        try await world.perform(LinkGuardian(people.olga.person, to: world.masha), by: people.rita)
        let page = try await diary(of: world.petya, as: people.olga, world)
        #expect(page.contains(#"href="/diary/\#(world.masha.number)?week=2026-11-09""#))
        #expect(page.contains(#"href="/diary/\#(world.petya.number)?week=2026-11-02" rel="prev""#) && page.contains(#"week=2026-11-16" rel="next""#))
        try await world.browse(as: people.olga) { client in
            for week in ["x", "2026-02-30", "", "%00"] {
                try await client.execute(uri: "/diary/\(world.petya.number)?week=\(week)", method: .get) { #expect($0.status == .ok) }
            }
        }
    }

    @Test("one who left a class still reads what was written there; a subgroup's lessons are its own pupils'", arguments: TestDatabase.available)
    func movements(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, vera = people.vera, (olga, masha) = (people.olga, people.masha)
        try await world.perform(PutMark(try .init(4), for: world.petya, at: people.mathsBefore), by: vera)
        let group = try await world.perform(AddStudyGroup("англ. 1", of: people.class7.id), by: people.rita)
        try await world.perform(PutInGroup(world.masha, in: group, since: World.today - 30), by: people.rita)
        let english = try await world.perform(
            AddCourse(
                try await world.perform(AddSubject("Английский язык"), by: people.rita), for: people.class7.id, group: group, teacher: people.igor.person),
            by: people.rita)
        try await world.perform(PlaceSlot(Slot(english, weekday: 2, number: 2)), by: people.rita)
        try await world.perform(DateLessons(World.today...World.today), by: people.rita)
        try await world.perform(EndEnrolment(of: world.petya, on: World.today - 1), by: people.rita)

        let petya = world.petya, monday = World.today.monday
        let (his, hers) = try await world.site.read { tx in
            (
                try DiaryStore.week(of: petya, from: monday, seenBy: olga, tx)?.lines ?? [],
                try DiaryStore.week(of: masha.person, from: monday, seenBy: masha, tx)?.lines ?? []
            )
        }
        #expect(his.map(\.lesson.id) == [people.mathsBefore] && his.first?.entry.mark?.number == 4)
        #expect(hers.map(\.lesson.course.subject) == ["Математика", "Математика", "Английский язык", "Математика"])
        let lesson = try #require(hers.first { $0.lesson.course.id == english }).lesson
        let sheet = try await world.site.read { tx in try LessonStore.sheet(of: lesson.id, seenBy: people.igor, tx) }
        #expect(sheet?.roster.map(\.pupil.id) == [masha.person])
    }

    @Test("the fragment is the page's own week")
    func fragment() async throws {
        let world = try await World.open(.sqlite), people = world.people
        let page = try await diary(of: world.petya, as: people.olga, world)
        try await world.browse(as: people.olga) { client in
            try await client.execute(uri: "/diary/\(world.petya.number)/week?week=2026-11-10", method: .get) { #expect(page.contains(String(buffer: $0.body))) }
        }
    }

    private func diary(of child: ID<Person>, as viewer: Viewer, _ world: World) async throws -> String {
        try await world.browse(as: viewer) { client in
            try await client.execute(uri: "/diary/\(child.number)?week=2026-11-10", method: .get) { String(buffer: $0.body) }
        }
    }
}
