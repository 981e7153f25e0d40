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

@Suite struct TodayTests {
    private func parts(_ viewer: Viewer, _ world: World, at now: Moment = World.now) async throws -> String {
        let reader = Reader(language: .ru, viewer: viewer, formToken: "", path: "/", assets: "", now: now)
        return try await world.site.read { tx in try JournalFeature.today(for: reader, viewer, in: tx).map(\.html.text).joined() }
    }

    @Test("a teacher sees today's lessons and what earlier ones lack", arguments: TestDatabase.available)
    func teacher(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let before = try await parts(people.vera, world)
        #expect(before.contains("/journal/lessons/\(world.mathsNow.number)\"") && before.contains("Не хватает темы: 7А, Математика"))
        #expect(before.contains("/journal/lessons/\(people.mathsBefore.number)\"") && before.contains("1 без темы"))
        try await world.perform(WriteTopic(try .init("Дроби"), at: people.mathsBefore), by: people.vera)
        #expect(try await !parts(people.vera, world).contains("Не хватает с прошлых дней"))
        #expect(try await parts(people.igor, world).contains("/journal/lessons/\(people.chemistryToday.number)\""))
    }

    @Test("a family sees each child's day, the marks put today, and what to do for the next day with lessons", arguments: TestDatabase.available)
    func family(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(PutMark(try .init(5), for: world.petya, at: people.mathsBefore), by: people.vera)
        try await world.perform(GiveHomework(try .init("№ 12"), at: world.mathsNow), by: people.vera)
        try await world.perform(LinkGuardian(people.olga.person, to: world.masha), by: people.rita)
        let part = try await parts(people.olga, world)
        #expect(part.contains("Петя, 7А") && part.contains("Маша, 7А") && part.contains("за урок: вчера"))
        #expect(part.contains("Петя. Задания: четверг, 12 ноября") && part.contains("№ 12"))
        #expect(try await !parts(people.pavel, world).contains(#"class="m""#), "another's child's mark")
        #expect(try await parts(people.petya, world).contains(#"<span class="away">отметка </span>5"#))
        #expect(try await !parts(people.petya, world, at: World.now + 86_400).contains("поставленные сегодня"))
    }

    @Test("the heads see the school's lessons without a topic by course, and only their own school's", arguments: TestDatabase.available)
    func heads(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let part = try await parts(people.rita, world, at: World.now + 3600)
        #expect(part.contains(#"<span class="num">2</span><span class="grow"><b>7А, Математика"#) && part.contains("из них вчера: 1"))
        #expect(part.contains("8Б, Химия") && !part.contains("История"))
    }
}
