import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import Messaging
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts
@testable import People

@Suite struct BadgeTests {
    @Test("the director and the administrator confirm a teacher of their school, once; nobody else does", arguments: TestDatabase.available)
    func confirming(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, vera = people.vera.person
        for viewer in [
            people.vera, people.igor, people.olga, people.petya, world.viewer(people.igor, as: [.operator]), world.viewer(people.igor, as: [.deputy]),
        ] {
            guard case .forbidden = try await world.outcome(ConfirmTeacher(vera), by: viewer) else { Issue.record("\(viewer.name.full)"); continue }
        }
        #expect(try await world.outcome(ConfirmTeacher(vera), by: people.xenia) == .notFound)
        #expect(try await world.outcome(ConfirmTeacher(people.olga.person), by: people.rita) != nil, "a parent is no teacher")
        #expect(try await world.perform(ConfirmTeacher(vera, order: "12 от 01.09.2026"), by: world.director))
        #expect(try await !world.perform(ConfirmTeacher(vera), by: people.rita))
        #expect(try await world.traces("accounts.badge") == 1)
        let card = try await world.perform(ReadCard(person: vera), by: people.rita)
        #expect(card.verified?.order == "12 от 01.09.2026")
    }

    @Test("the badge stands beside the name in chats, lists and journals, with a word; it goes with the last teaching role", arguments: TestDatabase.available)
    func shown(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, vera = people.vera.person
        let chats = try await world.perform(OpenClassChats(of: people.class7.id), by: people.rita)
        try await world.perform(PostMessage(.init("до подтверждения"), as: .init("badge-test-1"), in: chats.forClass), by: people.vera)
        let chat = "/chats/\(chats.forClass.number)", mark = #"role="img" aria-labelledby="verified-word""#
        #expect(try await !world.get(chat, as: people.petya).text.contains(mark))
        try await world.perform(ConfirmTeacher(vera), by: people.rita)
        try await world.perform(PostMessage(.init("после"), as: .init("badge-test-2"), in: chats.forClass), by: people.vera)
        try await world.perform(PostMessage(.init("я ученик"), as: .init("badge-test-3"), in: chats.forClass), by: people.petya)
        let page = try await world.get(chat, as: people.petya).text
        #expect(page.components(separatedBy: mark).count == 3, "beside both of Vera’s messages and no other")
        #expect(page.contains("учитель подтверждён школой"))
        #expect(try await world.get("/people", as: people.igor).text.contains(#"aria-label="учитель подтверждён школой""#))
        #expect(try await world.get("/journal?class=\(people.class7.id.number)", as: people.rita).text.contains("учитель подтверждён школой"))
        // Among the families she is a parent.
        let class8 = try await world.perform(OpenClassChats(of: people.class8.id), by: people.rita)
        try await world.perform(PostMessage(.init("мама Коли"), as: .init("badge-test-4"), in: class8.forFamilies), by: people.veraAsMother)
        #expect(try await !world.get("/chats/\(class8.forFamilies.number)", as: people.veraAsMother).text.contains(mark))
        try await world.perform(EndRole(.subjectTeacher, of: vera, on: World.today), by: people.rita)
        #expect(try await world.get(chat, as: people.petya).text.contains(mark), "she is class teacher still")
        try await world.perform(EndRole(.classTeacher, of: vera, on: World.today), by: people.rita)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM teacher_badge") == 0)
        #expect(try await !world.get(chat, as: people.petya).text.contains(mark))
    }

    @Test("a confirmation is taken back, and only where there is one", arguments: TestDatabase.available)
    func withdrawing(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(ConfirmTeacher(people.igor.person), by: people.rita)
        #expect(try await world.outcome(WithdrawBadge(from: people.igor.person), by: people.xenia) == .notFound)
        try await world.perform(WithdrawBadge(from: people.igor.person), by: people.rita)
        #expect(try await world.outcome(WithdrawBadge(from: people.igor.person), by: people.rita) == .notFound)
    }
}
