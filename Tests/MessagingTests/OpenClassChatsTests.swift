import Accounts
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

@Suite struct OpenClassChatsTests {
    @Test("a class's two chats and the staff room hold those of the school's own lists, each on the right side", arguments: TestDatabase.available)
    func members(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        for chat in chats.all {
            let (seeing, hearing) = try await world.witnesses(chat)
            #expect(Set(seeing) == Set(chats.members(chat, world.people)) && hearing == seeing, "chat \(chat.number)")
        }
    }

    @Test("done again nothing changes: no news, no trace, the same chats", arguments: TestDatabase.available)
    func again(_ kind: TestDatabase) async throws {
        let log = NewsLog()
        let world = try await World(database: kind.open(announce: log.announce))
        let chats = try await Chats.open(in: world)
        let traces = try await world.traces()
        try await world.say("the last of the first news", in: chats.class7, by: world.people.vera)
        let before = try await log.wait(for: 1_000, patience: 30)
        let again = try await Chats.open(in: world)
        #expect(again.all == chats.all)
        #expect(try await world.traces() == traces && traces > 0)
        #expect(try await log.wait(for: before.count + 1, patience: 30).count == before.count)
    }

    @Test("who comes into the class joins and is told, who goes leaves and is told, with a trace", arguments: TestDatabase.available)
    func movement(_ kind: TestDatabase) async throws {
        let log = NewsLog()
        let world = try await World(database: kind.open(announce: log.announce))
        let (people, chats) = (world.people, try await Chats.open(in: world))
        try await world.say("before", in: chats.class7, by: people.vera)
        let traces = try await world.traces()
        try await world.perform(EndEnrolment(of: people.masha.person, on: World.today), by: people.rita)
        try await world.perform(EndEnrolment(of: people.kolya.person, on: World.today), by: people.rita)
        try await world.perform(EnrolPupil(people.kolya.person, into: people.class7.id, since: World.today), by: people.rita)
        try await world.say("after", in: chats.class7, by: people.vera)

        #expect(Set(try await world.witnesses(chats.class7).seeing) == [people.vera, people.petya, people.kolya])
        // Masha's father goes with her; Vera stays on the teacher's side of the families' chat, though her own son is in the class now.
        #expect(Set(try await world.witnesses(chats.family7).seeing) == [people.vera, people.olga])
        #expect(try await world.messages(chats.class7, seenBy: people.kolya).map(\.body) == ["after"])
        // Masha and her father left the class's chats, Kolya left his old class's chat and joined the new one, his mother left the old families'.
        #expect(try await world.traces() == traces + 5)
        let news = try await log.wait(for: 1_000, patience: 30)
        #expect(news.contains(.left(people.masha.person, .chat(chats.class7))) && news.contains(.left(people.pavel.person, .chat(chats.family7))))
        #expect(news.contains(.joined(people.kolya.person, .chat(chats.class7))))
        #expect(!news.contains(.joined(people.vera.person, .chat(chats.family7))) && !news.contains(.left(people.vera.person, .chat(chats.family7))))
    }

    @Test("who was left out by mistake and comes back has lost nothing", arguments: TestDatabase.available)
    func back(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        let people = world.people
        try await world.say("one", in: chats.class7, by: people.petya)
        try await world.perform(EndEnrolment(of: people.petya.person, on: World.today), by: people.rita)
        try await world.perform(OpenClassChats(of: people.class7.id), by: people.rita)
        #expect(try await world.outcome(post("two", in: chats.class7), by: people.petya) == .notFound)
        #expect(try await world.messages(chats.class7, seenBy: people.petya).isEmpty)
        // What they wrote stays, under their name.
        #expect(try await world.messages(chats.class7, seenBy: people.vera).map(\.author.words) == ["Петин Петя"])
        try await world.perform(EnrolPupil(people.petya.person, into: people.class7.id, since: World.today), by: people.rita)
        try await world.perform(OpenClassChats(of: people.class7.id), by: people.rita)
        try await world.say("three", in: chats.class7, by: people.petya)
        #expect(try await world.messages(chats.class7, seenBy: people.petya).map(\.body) == ["one", "three"])
    }

    @Test("a teacher who has left the school is in none of its chats", arguments: TestDatabase.available)
    func formerTeacher(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        let people = world.people
        try await world.perform(EndRole(.subjectTeacher, of: people.igor.person, on: World.today), by: people.rita)
        try await world.perform(OpenClassChats(of: people.class8.id), by: people.rita)
        try await world.perform(OpenStaffRoom(), by: people.rita)
        #expect(try await world.witnesses(chats.class8).seeing == [people.kolya])
        #expect(Set(try await world.witnesses(chats.staff).seeing) == [people.vera, people.rita])
    }

    @Test("only those who rule over the school's people arrange its chats, and no other school's", arguments: TestDatabase.available)
    func rights(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind)
        let people = world.people
        for viewer in people.all where ![people.rita, people.xenia].contains(viewer) {
            #expect(try await world.outcome(OpenClassChats(of: people.class7.id), by: viewer) == .forbidden(.init("accounts.only-administrators") { _ in "" }))
            #expect(try await world.outcome(OpenStaffRoom(), by: viewer) != nil)
        }
        #expect(try await world.outcome(OpenClassChats(of: people.class7.id), by: people.xenia) == .notFound)
        #expect(try await world.outcome(OpenClassChats(of: people.class7.id), by: people.rita) == nil)
    }
}

extension World {
    /// How many traces of chats' memberships there are.
    func traces() async throws -> Int64 {
        try await site.read { tx in try tx.one("SELECT COUNT(*) AS n FROM trace WHERE what = 'messaging.member'").int("n") }
    }
}

extension NewsLog {
    /// The news once there is so much, or after so many hundredths of a second.
    func wait(for count: Int, patience: Int) async throws -> [News] {
        for _ in 0..<patience where all.count < count { try await Task.sleep(for: .milliseconds(10)) }
        return all
    }
}
