import Accounts
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Timetable

@Suite struct TimetableTests {
    @Test("the weekly plan becomes dated lessons by the school's own clock, once", arguments: TestDatabase.available)
    func dates(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let next = World.today.monday + 7
        #expect(try await world.perform(DateLessons(next...next + 6), by: people.rita) == 4)
        #expect(try await world.perform(DateLessons(next...next + 6), by: people.rita) == 0, "again adds nothing")
        #expect(try await world.perform(DateLessons(next + 7...next + 13, free: [next + 7]), by: people.rita) == 3)
        let lessons = try await world.site.read { tx in try TimetableStore.lessons(where: "l.course_id = \(people.maths) AND l.held_on = \(next)", tx) }
        let lesson = try #require(lessons.first)
        #expect(
            lesson.starts == World.zone.moment(next, minute: 510) && lesson.ends == World.zone.moment(next, minute: 555) && lesson.teacher == people.vera.person
        )
        #expect(lesson.state(at: lesson.starts) == .now && lesson.state(at: lesson.ends) == .after && lesson.state(at: lesson.starts - 1) == .before)
    }

    @Test("in a two-week cycle the weeks take turns from the first week of the year", arguments: TestDatabase.available)
    func cycle(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(PlaceSlot(Slot(people.chemistry, weekday: 5, cycleWeek: 1, number: 2)), by: people.rita)
        try await world.perform(PlaceSlot(Slot(people.chemistry, weekday: 5, cycleWeek: 2, number: 3)), by: people.rita)
        let start = World.today.monday + 7
        try await world.perform(DateLessons(start...start + 27), by: people.rita)
        let numbers = try await world.site.read { tx in
            try TimetableStore.lessons(where: "l.course_id = \(people.chemistry) AND l.number > 1 AND l.held_on >= \(start)", tx).map(\.number)
        }
        #expect(numbers == [2, 3, 2, 3] || numbers == [3, 2, 3, 2])
    }

    @Test("bells follow one another; a slot needs a bell; days belong to a year", arguments: TestDatabase.available)
    func badInput(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        for bells in [[Bell(2, 500, 540), Bell(1, 550, 590)], [Bell(1, -5, 40)], [Bell(1, 1400, 1500)], [Bell(21, 0, 10)]] {
            #expect(try await world.outcome(SetBells(bells), by: people.rita) == .invalid(field: "bells", .wrongBell), "\(bells)")
        }
        #expect(try await world.outcome(PlaceSlot(Slot(people.maths, weekday: 1, number: 9)), by: people.rita) == .invalid(field: "number", .noBell))
        #expect(try await world.outcome(DateLessons(World.today + 1000...World.today + 1001), by: people.rita) == .invalid(field: "days", .outsideYear))
    }

    @Test("another school's plan is out of reach", arguments: TestDatabase.available)
    func otherSchool(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        #expect(try await world.outcome(PlaceSlot(Slot(people.maths, weekday: 1, number: 1)), by: people.xenia) == .notFound)
        #expect(try await world.outcome(NoteLoad(3, of: people.maths, note: ""), by: people.xenia) == .notFound)
        #expect(try await world.outcome(SetBells([Bell(1, 500, 540)]), by: people.vera) != nil)
    }
}
