import Accounts
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

@Suite struct RosterChatsTests {
    @Test(
        "the school's channel is there with its first newcomer, holds everyone, and only those who answer for the school post",
        arguments: TestDatabase.available)
    func channel(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        _ = try await world.register("Новиков", as: .pupil)
        let channel = try #require(try await world.chat("kind = 'school' AND school_id = \(people.rita.school)"))
        let (seeing, hearing) = try await world.witnesses(channel)
        // Vera is in it as a teacher: a person has one place in a chat.
        #expect(Set(seeing) == Set(people.ours).subtracting([people.veraAsMother]) && seeing == hearing)
        try await world.say("С началом четверти", in: channel, by: people.rita)
        #expect(try await world.outcome(post("и вам", in: channel), by: people.vera) == .forbidden(.onlyManagersPost))
        #expect(try await world.outcome(post("и вам", in: channel), by: people.zoya) == .notFound)

        let late = try await world.register("Поздняков", as: .guardian, side: .family)
        #expect(try await world.messages(channel, seenBy: late).map(\.body) == ["С началом четверти"])
        let unread = try await world.site.read { tx in try MessagingStore.chat(channel, seenBy: late, tx)?.unread }
        #expect(unread == 0, "what was said before is read")

        try await world.perform(EndRole(.subjectTeacher, of: people.igor.person, on: World.today), by: people.rita)
        #expect(try await !world.witnesses(channel).seeing.contains(people.igor))
        #expect(try await world.chats("kind = 'school'").count == 1, "the other school has had no newcomer")
    }

    @Test("the open lists of chats of those who come into a class or leave it hear so, and nobody else's", arguments: TestDatabase.available)
    func lists(_ kind: TestDatabase) async throws {
        let (world, _) = try await World.withChats(kind), people = world.people
        func told(_ verb: some Verb) async throws -> Set<ID<Person>> {
            try await world.site.database.write(.rowLock) { tx in
                _ = try world.site.perform(verb, by: people.rita, at: World.now, in: tx)
                return tx.events.filter { $0.name == "messaging.chats" }.reduce(into: []) { told, event in
                    if case .people(let people) = event.audience { told.formUnion(people) }
                }
            }
        }
        let petya = people.petya.person, family = Set([petya, people.olga.person])
        let left = try await told(EndEnrolment(of: petya, on: World.today))
        #expect(left.contains(petya) && left.isSubset(of: family))
        #expect(try await told(EnrolPupil(petya, into: people.class7.id, since: World.today)) == left)
        #expect(try await told(OpenClassChats(of: people.class7.id)) == [], "where nothing changes nobody is told")
    }

    @Test("many people at once are told in parts that fit a notification", arguments: TestDatabase.available)
    func manyLists(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), crowd = (1...1_200).map { ID<Person>(9_000_000 + Int64($0)) }
        let audiences = try await world.site.database.write { tx in
            tx.tellLists(of: crowd)
            return tx.events.map(\.audience)
        }
        let told = audiences.map { audience -> Set<ID<Person>> in if case .people(let people) = audience { people } else { [] } }
        #expect(told.map(\.count) == [500, 500, 200] && told.reduce(into: Set()) { $0.formUnion($1) } == Set(crowd))
    }

    @Test("a study group's chat follows the group; a whole class's is opened by its teacher", arguments: TestDatabase.available)
    func courses(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, rita = people.rita
        let group = try await world.perform(AddStudyGroup("англ. 1", of: people.class7.id), by: rita)
        let english = try await world.perform(AddSubject("Английский язык"), by: rita)
        let course = try await world.perform(AddCourse(english, for: people.class7.id, group: group, teacher: people.igor.person), by: rita)
        let chat = try #require(try await world.chat("course_id = \(course)"))
        #expect(try await world.witnesses(chat).seeing == [people.igor])
        try await world.perform(PutInGroup(people.petya.person, in: group, since: World.today), by: rita)
        #expect(Set(try await world.witnesses(chat).seeing) == [people.igor, people.petya])
        #expect(try await world.site.read { tx in try MessagingStore.chat(chat, seenBy: people.igor, tx)?.title } == "Английский язык, 7А, англ. 1")
        try await world.perform(ChangeCourse(course, subject: english, group: group, teacher: people.vera.person), by: rita)
        try await world.perform(LeaveGroup(people.petya.person, from: group, on: World.today), by: rita)
        #expect(try await world.witnesses(chat).seeing == [people.vera])

        #expect(try await world.chat("course_id = \(people.maths)") == nil)
        for viewer in [people.igor, people.petya, people.olga, people.zoya] {
            #expect(try await world.outcome(OpenCourseChat(of: people.maths), by: viewer) != nil)
        }
        let maths = try await world.perform(OpenCourseChat(of: people.maths), by: people.vera)
        #expect(try await world.perform(OpenCourseChat(of: people.maths), by: people.vera) == maths)
        #expect(Set(try await world.witnesses(maths).seeing) == [people.vera, people.petya, people.masha])
        try await world.perform(EndEnrolment(of: people.masha.person, on: World.today), by: rita)
        #expect(Set(try await world.witnesses(maths).seeing) == [people.vera, people.petya])
    }

    @Test("the chats of a class that has gone on can be read by those who were in them, and open again if it comes back", arguments: TestDatabase.available)
    func archive(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        let people = world.people, rita = people.rita
        try await world.say("до свидания", in: chats.class7, by: people.vera)
        let year = try await world.perform(OpenYear("2027/28", World.today + 290...World.today + 560, parts: []), by: rita)
        let next = try await world.perform(AddClass("8А", year: 8, in: year), by: rita)
        try await world.together { tx, now in
            for pupil in [people.petya, people.masha] {
                try EndEnrolment(of: pupil.person, on: World.today).run(by: rita, at: now, in: tx)
                try EnrolPupil(pupil.person, into: next.id, since: World.today).run(by: rita, at: now, in: tx)
            }
        }
        for chat in [chats.class7, chats.family7] {
            #expect(Set(try await world.witnesses(chat).seeing) == Set(chats.members(chat, people)))
            #expect(try await world.outcome(post("ещё", in: chat), by: people.vera) == .forbidden(.chatEnded))
        }
        let lines = try await world.site.read { tx in try MessagingStore.chats(seenBy: people.petya, tx) }
        let (open, archive) = ChatShelf().sorted(lines, Language.ru.messaging)
        #expect(archive.map(\.chat.id) == [chats.class7] && open.map(\.chat.title).contains("8А"))

        try await world.together { tx, now in
            try EndEnrolment(of: people.petya.person, on: World.today).run(by: rita, at: now, in: tx)
            try EnrolPupil(people.petya.person, into: people.class7.id, since: World.today + 1).run(by: rita, at: now, in: tx)
        }
        try await world.say("снова здесь", in: chats.class7, by: people.petya)
        #expect(Set(try await world.witnesses(chats.class7).seeing) == [people.vera, people.petya])
    }

    @Test("an installation that is older gets what it misses at its next start, once", arguments: TestDatabase.available)
    func older(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind)
        #expect(try await world.chats("kind = 'school'").isEmpty)
        for _ in 0..<2 { try await world.site.database.write { tx in try CompleteChats().run(at: World.now, in: tx) } }
        #expect(try await world.chats("kind = 'school'").count == 2)
        let channel = try #require(try await world.chat("kind = 'school' AND school_id = \(world.people.xenia.school)"))
        #expect(Set(try await world.witnesses(channel).seeing) == Set(world.people.theirs))
    }
}

extension World {
    /// Someone new of our school, as they look from their side.
    func register(_ family: String, as role: Role, side: Side = .pupil) async throws -> Viewer {
        let person = try await perform(RegisterPerson(PersonName(family: family, given: "Нил"), as: role, since: Self.today), by: people.rita)
        return try #require(try await site.read { tx in try AccountsStore.viewer(person, side: side, tx) })
    }

    func chats(_ condition: SQL) async throws -> [ID<Chat>] {
        try await site.read { tx in try tx.rows("SELECT id FROM chat WHERE \(condition) ORDER BY id").map { try $0.id("id") } }
    }
    func chat(_ condition: SQL) async throws -> ID<Chat>? { try await chats(condition).first }

    /// Several verbs in one transaction, followed as one change.
    func together(_ body: @escaping @Sendable (Transaction, Moment) throws -> Void) async throws {
        let features = site.features
        try await site.database.write { tx in
            try body(tx, World.now)
            try Site.settle(features, by: nil, at: World.now, in: tx)
        }
    }

    /// Who is in a chat, as its rows have it.
    func present(in chat: ID<Chat>) async throws -> Set<ID<Person>> {
        try await site.read { tx in
            Set(try tx.rows("SELECT person_id FROM chat_member WHERE chat_id = \(chat) AND present = 1").map { try $0.id("person_id", of: Person.self) })
        }
    }
}
