import Accounts
import Journal
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore
import Timetable

@testable import Movement

@Suite struct PromotionTests {
    /// The near school with the next year open, and what is proposed for its classes.
    private func arrange(_ kind: TestDatabase) async throws -> (World, PromotionSheet, AcademicYear) {
        let world = try await World.open(kind), rita = world.people.rita
        try await world.perform(OpenYear("2027/28", World.today + 295...World.today + 560, parts: []), by: rita)
        let sheet = try #require(
            try await world.site.read { tx in try PromotionStore.sheet(from: nil, today: World.today, in: try MovementAccess.seen(by: rita), tx) })
        return (world, sheet, try #require(sheet.to))
    }

    private func promote(_ world: World, _ sheet: PromotionSheet, _ to: AcademicYear, _ choices: [PromotionChoice]? = nil) throws -> PromoteSchool {
        PromoteSchool(from: sheet.from.id, to: to.id, choices ?? sheet.lines.map(\.proposal), first: ["1А"], order: try world.order("200"))
    }

    @Test("the whole school goes on by one order: pupils, groups, courses and class teachers", arguments: TestDatabase.available)
    func whole(_ kind: TestDatabase) async throws {
        let (world, sheet, to) = try await arrange(kind), people = world.people
        let group = try await world.perform(AddStudyGroup("англ. 1", of: people.class7.id), by: people.rita)
        try await world.perform(PutInGroup(people.petya.person, in: group, since: World.today - 60), by: people.rita)
        #expect(sheet.lines.map(\.proposal.name) == ["8А", "9Б"])
        let done = try await world.perform(try promote(world, sheet, to), by: people.rita)
        #expect(done != nil)
        let seats = try await world.seats(of: people.petya.person)
        #expect(seats.first?.since == to.starts && seats.last?.until == to.starts - 1)
        #expect(try await world.names(of: to.id) == ["1А", "8А", "9Б"])
        #expect(try await world.count("course k JOIN school_class c ON c.id = k.class_id WHERE c.academic_year_id = \(to.id)") == 2)
        #expect(
            try await world.count(
                "group_member m JOIN study_group g ON g.id = m.group_id JOIN school_class c ON c.id = g.class_id WHERE c.name = '8А' AND m.until IS NULL") == 1)
        #expect(try await world.count("class_teacher t JOIN school_class c ON c.id = t.class_id WHERE c.name = '8А' AND t.until IS NULL") == 1)
        #expect(try await world.roles(of: people.vera.person).contains("classTeacher"))
        #expect(
            try await world.count(
                "chat_member m JOIN chat h ON h.id = m.chat_id JOIN school_class c ON c.id = h.class_id WHERE c.name = '8А' AND h.kind = 'class' AND m.present = 1 AND m.role = 'pupil'"
            ) == 2, "the new class has its chat")
        #expect(try await world.count("movement WHERE kind = 'promotion'") == 3)
    }

    @Test("done again it doubles nothing; taken back, all is as it was", arguments: TestDatabase.available)
    func again(_ kind: TestDatabase) async throws {
        let (world, sheet, to) = try await arrange(kind), people = world.people
        let done = try #require(try await world.perform(try promote(world, sheet, to), by: people.rita))
        #expect(try await world.perform(try promote(world, sheet, to), by: people.rita) == nil)
        #expect(try await world.names(of: to.id).count == 3)
        #expect(try await world.count("promotion") == 1)
        #expect(try await world.count("movement") == 3)
        #expect(try await world.outcome(UndoPromotion(done), by: people.xenia) == .notFound)
        try await world.perform(UndoPromotion(done), by: people.rita)
        #expect(try await world.seats(of: people.petya.person).map(\.schoolClass) == [people.class7.id])
        #expect(try await world.seats(of: people.petya.person).first?.until == nil)
        #expect(try await world.count("class_teacher WHERE until IS NULL") == 1)
        #expect(try await world.count("class_teacher WHERE until IS NULL AND class_id = \(people.class7.id)") == 1)
        #expect(try await world.outcome(UndoPromotion(done), by: people.rita) == .notFound, "and not twice")
        #expect(try await world.perform(try promote(world, sheet, to), by: people.rita) != nil, "and once more into the same classes")
        #expect(try await world.names(of: to.id).count == 3)
    }

    @Test("single pupils go another way than their class", arguments: TestDatabase.available)
    func exceptions(_ kind: TestDatabase) async throws {
        let (world, sheet, to) = try await arrange(kind), people = world.people
        let choices = [
            PromotionChoice(people.class7.id, .carry, name: "8А", exceptions: [people.masha.person: .again]),
            PromotionChoice(people.class8.id, .graduate, name: "", keepsLeader: false),
        ]
        try await world.perform(try promote(world, sheet, to, choices), by: people.rita)
        #expect(try await world.names(of: to.id) == ["1А", "7А", "8А"])
        #expect(try await world.roles(of: people.kolya.person).isEmpty, "a graduate is in the school no longer")
        #expect(try await world.roles(of: people.vera.person).contains("guardian") == false)
        #expect(try await world.seats(of: people.masha.person).first?.since == to.starts)
    }

    @Test("once something is written in a new class's journal the promotion stands", arguments: TestDatabase.available)
    func written(_ kind: TestDatabase) async throws {
        let (world, sheet, to) = try await arrange(kind), people = world.people
        let done = try #require(try await world.perform(try promote(world, sheet, to), by: people.rita))
        let course: ID<Course> = try await world.site.read { tx in
            try tx.one("SELECT k.id FROM course k JOIN school_class c ON c.id = k.class_id WHERE c.name = '8А' AND c.academic_year_id = \(to.id)").id("id")
        }
        try await world.perform(PlaceSlot(Slot(course, weekday: to.starts.weekday, number: 1)), by: people.rita)
        try await world.perform(DateLessons(to.starts...to.starts), by: people.rita)
        let lesson: ID<Lesson> = try await world.site.read { tx in try tx.one("SELECT id FROM lesson WHERE course_id = \(course)").id("id") }
        try await world.perform(WriteTopic(try LessonTopic("Повторение"), at: lesson), by: people.vera)
        #expect(try await world.outcome(UndoPromotion(done), by: people.rita) == .conflict(.writtenSince))
    }

    @Test("only those who rule over the school promote it, and only its own years", arguments: TestDatabase.available)
    func rights(_ kind: TestDatabase) async throws {
        let (world, sheet, to) = try await arrange(kind), people = world.people
        guard case .forbidden? = try await world.outcome(try promote(world, sheet, to), by: people.vera) else {
            Issue.record("a teacher promotes nobody"); return
        }
        #expect(try await world.outcome(try promote(world, sheet, to), by: people.xenia) == .notFound)
        #expect(
            try await world.outcome(PromoteSchool(from: to.id, to: sheet.from.id, [], order: world.order()), by: people.rita) == .notFound, "never backwards")
        #expect(try await world.count("movement") == 0)
    }
}

extension World {
    /// Names of the classes of a year.
    func names(of year: ID<AcademicYear>) async throws -> [String] {
        try await site.read { tx in try tx.rows("SELECT name FROM school_class WHERE academic_year_id = \(year) ORDER BY sort_key").map { try $0.text("name") }
        }
    }
}
