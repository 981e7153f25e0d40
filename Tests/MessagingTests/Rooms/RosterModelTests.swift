import Accounts
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

/// Whatever happens to the school's lists and by hand, in any order: who is in a chat is who should be.
@Suite struct RosterModelTests {
    @Test("after any sequence of changes the members are those who should be", arguments: TestDatabase.available, [3, 58, 2026] as [UInt64])
    func members(_ kind: TestDatabase, seed: UInt64) async throws {
        let (world, chats) = try await World.withChats(kind)
        let people = world.people, rita = people.rita
        let group = try await world.perform(AddStudyGroup("англ. 1", of: people.class7.id), by: rita)
        let english = try await world.perform(AddSubject("Английский язык"), by: rita)
        let course = try await world.perform(AddCourse(english, for: people.class7.id, group: group, teacher: people.vera.person), by: rita)
        let courseChat = try #require(try await world.chat("course_id = \(course)"))
        let circle = try await world.perform(MakeChat(try ChatDraft("Кружок")), by: rita)
        var dice = Dice(seed), byHand: Set<ID<Person>> = [rita.person]
        let pupils = [people.petya, people.masha, people.kolya]
        for _ in 0..<40 {
            let pupil = pupils[dice.number(3)], teacher = [people.vera, people.igor][dice.number(2)]
            switch dice.number(9) {
            case 0: _ = try await world.outcome(EndEnrolment(of: pupil.person, on: World.today), by: rita)
            case 1:
                _ = try await world.outcome(
                    EnrolPupil(pupil.person, into: dice.number(2) == 0 ? people.class7.id : people.class8.id, since: World.today), by: rita)
            case 2: _ = try await world.outcome(PutInGroup(pupil.person, in: group, since: World.today), by: rita)
            case 3: _ = try await world.outcome(LeaveGroup(pupil.person, from: group, on: World.today), by: rita)
            case 4: _ = try await world.outcome(EndRole(.pupil, of: pupil.person, on: World.today), by: rita)
            case 5: _ = try await world.outcome(GrantRole(.pupil, to: pupil.person, since: World.today), by: rita)
            case 6:
                if try await world.outcome(AddMembers([pupil.peer], to: circle), by: rita) == nil { byHand.insert(pupil.person) }
            case 7:
                if try await world.outcome(RemoveMember(pupil.person, from: circle), by: rita) == nil { byHand.remove(pupil.person) }
            default: _ = try await world.outcome(ChangeCourse(course, subject: english, group: group, teacher: teacher.person), by: rita)
            }
            let inSchool = try await world.persons("SELECT person_id FROM membership WHERE school_id = \(rita.school) AND until IS NULL")
            byHand.formIntersection(inSchool)
            #expect(try await world.present(in: circle) == byHand)
            let inClass = try await world.persons("SELECT pupil_id AS person_id FROM enrolment WHERE class_id = \(people.class7.id) AND until IS NULL")
            let teachers = try await world.persons("SELECT teacher_id AS person_id FROM course WHERE class_id = \(people.class7.id)")
            let inGroup = try await world.persons("SELECT pupil_id AS person_id FROM group_member WHERE group_id = \(group) AND until IS NULL")
            let taught = try await world.persons("SELECT teacher_id AS person_id FROM course WHERE id = \(course)")
            #expect(try await world.present(in: chats.class7) == inClass.union(teachers).union([people.vera.person]).intersection(inSchool))
            #expect(try await world.present(in: courseChat) == inClass.intersection(inGroup).union(taught).intersection(inSchool))
            if let channel = try await world.chat("kind = 'school'") { #expect(try await world.present(in: channel) == inSchool) }
        }
    }
}

extension World {
    fileprivate func persons(_ sql: SQL) async throws -> Set<ID<Person>> {
        try await site.read { tx in Set(try tx.rows(sql).map { try $0.id("person_id", of: Person.self) }) }
    }
}
