import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Movement

@Suite struct DeadlineTests {
    @Test("two working days after a Friday are Monday; Sundays and public holidays do not count")
    func workingDays() throws {
        #expect(WorkingDays().last(of: 2, after: try #require(Day("2026-11-20"))) == Day("2026-11-23"), "Saturday counts, Sunday does not")
        #expect(WorkingDays().last(of: 2, after: try #require(Day("2026-12-31"))) == Day("2027-01-11"), "after the New Year's holidays")
        #expect(WorkingDays().last(of: 1, after: try #require(Day("2026-11-03"))) == Day("2026-11-05"))
        let monday = try #require(Day("2026-11-23")), saturday = try #require(Day("2026-11-21"))
        #expect(WorkingDays(week: 5).last(of: 2, after: saturday - 1) == monday + 1, "in a week of five days Saturday does not count")
        #expect(WorkingDays(moved: [monday: false]).last(of: 2, after: saturday - 1) == monday + 1, "a day off by decree")
        #expect(WorkingDays(week: 5, moved: [saturday: true]).last(of: 2, after: saturday - 1) == monday, "a working Saturday by decree")
    }

    @Test("the school writes down moved days and its working week; deadlines follow", arguments: TestDatabase.available)
    func movedDays(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        func due() async throws -> Day? {
            let report = try await world.perform(ReportChange(.arrived, in: people.class7.id, about: nil, note: "Новенький"), by: people.vera)
            return try await world.site.read { tx in try DeadlineStore.report(report, seenBy: people.vera, tx)?.due }
        }
        #expect(try await due() == World.today + 2)
        try await world.perform(MoveDay(World.today + 1, isWorking: false, note: "постановление"), by: people.rita)
        #expect(try await due() == World.today + 3)
        try await world.perform(MoveDay(World.today + 1, isWorking: nil), by: people.rita)
        #expect(try await due() == World.today + 2)
        try await world.perform(SetDeadline(.workingWeek, 5), by: people.rita)
        try await world.perform(SetDeadline(.report, 4), by: people.rita)
        #expect(try await due() == World.today + 6, "Wednesday, Thursday, Friday, Monday")
        #expect(try await world.outcome(SetDeadline(.workingWeek, 4), by: people.rita) == .invalid(field: "workingWeek", .wrongLength))
        for viewer in [people.vera, people.olga] {
            guard case .forbidden? = try await world.outcome(MoveDay(World.today, isWorking: false), by: viewer) else {
                Issue.record("\(viewer.name)"); continue
            }
        }
    }

    @Test("a class is checked once in so many months, counted from the last check or the year's beginning")
    func states() throws {
        let began = try #require(Day("2026-09-01")), today = try #require(Day("2026-11-10")), november = Month(of: today)
        func state(_ last: Month?, every months: Int = 1, on day: Day = today) -> CheckState.State {
            CheckState.state(last: last, yearBegan: began, every: months, today: day)
        }
        #expect(state(nil) == .overdue && state(november + -2) == .overdue)
        #expect(state(november + -1) == .due(Day("2026-11-30")!))
        #expect(state(november) == .done)
        #expect(state(nil, on: began + 3) == .due(Day("2026-09-30")!))
        #expect(state(november + -2, every: 3) == .done)
        #expect(Month(of: Day("2026-12-05")!).lastDay == Day("2026-12-31") && Month("2026-12")?.number == 12)
    }

    @Test("the class teacher says with one tap that nothing changed; nobody else can", arguments: TestDatabase.available)
    func checking(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(ConfirmData(of: people.class7.id), by: people.vera)
        try await world.perform(ConfirmData(of: people.class7.id), by: people.vera)
        #expect(try await world.count("data_check") == 1, "twice is once")
        let checks = try await world.site.read { tx in try DeadlineStore.checks(ledBy: people.vera, on: World.today, tx) }
        #expect(checks.map(\.state) == [.done])
        for viewer in [people.igor, people.rita, people.olga, people.zoya, people.veraAsMother] {
            #expect(try await world.outcome(ConfirmData(of: people.class7.id), by: viewer) == .notFound)
        }
    }

    @Test("a report is done or refused with a reason, once; its deadline is the school's", arguments: TestDatabase.available)
    func reporting(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, class7 = people.class7.id
        let report = try await world.perform(ReportChange(.left, in: class7, about: people.petya.person, note: "Переехали в Тверь"), by: people.vera)
        let known = try #require(try await world.site.read { tx in try DeadlineStore.report(report, seenBy: people.rita, tx) })
        #expect(known.due == World.today + 2 && !known.isOverdue(on: World.today + 2) && known.isOverdue(on: World.today + 3))
        #expect(try await world.site.read { tx in try DeadlineStore.report(report, seenBy: people.igor, tx) == nil })
        #expect(try await world.site.read { tx in try DeadlineStore.report(report, seenBy: people.xenia, tx) == nil })
        guard case .forbidden? = try await world.outcome(CloseReport(report, isDone: true, answer: ""), by: people.vera) else {
            Issue.record("not hers"); return
        }
        #expect(try await world.outcome(CloseReport(report, isDone: true, answer: ""), by: people.xenia) == .notFound)
        #expect(try await world.outcome(CloseReport(report, isDone: false, answer: ""), by: people.rita) == .invalid(field: "answer", .sayWhy))
        try await world.perform(CloseReport(report, isDone: true, answer: ""), by: people.rita)
        #expect(try await world.outcome(CloseReport(report, isDone: false, answer: "нет"), by: people.rita) == .conflict(.closedAlready))
        #expect(try await world.outcome(ReportChange(.arrived, in: class7, about: nil, note: ""), by: people.vera) == .invalid(field: "note", .sayWhat))
        #expect(
            try await world.outcome(ReportChange(.left, in: class7, about: people.kolya.person, note: ""), by: people.vera)
                == .invalid(field: "pupil", .notInClass))
        #expect(try await world.outcome(ReportChange(.changed, in: people.class8.id, about: nil, note: "?"), by: people.vera) == .notFound)
        try await world.perform(SetDeadline(.report, 5), by: people.rita)
        let later = try await world.perform(ReportChange(.arrived, in: class7, about: nil, note: "Новенький"), by: people.vera)
        #expect(try await world.site.read { tx in try DeadlineStore.report(later, seenBy: people.vera, tx)?.due } == World.today + 6)
        #expect(try await world.outcome(SetDeadline(.report, 0), by: people.rita) == .invalid(field: "report", .wrongLength))
    }
}
