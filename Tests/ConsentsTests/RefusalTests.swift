import Accounts
import Journal
import Kernel
import Messaging
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Consents

@Suite struct RefusalTests {
    @Test("an accepted refusal turns the pupil into a number of the same row, and the class's list holds", arguments: TestDatabase.available)
    func paperLine(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        let chats = try await families.world.perform(OpenClassChats(of: people.class7.id), by: people.rita)
        try await families.world.perform(PutMark(try .init(5), for: people.petya.person, at: people.mathsNow), by: people.vera)
        try await families.world.perform(NoteAttendance(.late, of: people.petya.person, at: people.mathsNow), by: people.vera)
        try await families.world.perform(PostMessage(.init("это написал Петя"), as: .init("refusal-1"), in: chats.forClass), by: people.petya)
        try await families.say(false, .diary, for: people.petya, by: people.olga)
        try await families.accept(people.petya)

        let course = try await families.world.site.read { tx in try SchoolStore.courses(where: "k.id = \(people.maths)", tx)[0] }
        let list = try await families.world.site.read { tx in try SchoolStore.pupils(of: course, on: World.today, tx) }
        #expect(list.map(\.name.list) == ["Машина Маша", "№ 2"] && list.last?.id == people.petya.person)
        #expect(try await families.rows("SELECT lesson_id FROM mark UNION SELECT lesson_id FROM attendance").isEmpty)
        #expect(try await families.rows("SELECT body FROM message").map { try $0.text("body") } == ["—"])
        #expect(
            try await families.rows("SELECT person_id FROM chat_member WHERE present = 1 AND person_id IN (\(people.petya.person), \(people.olga.person))")
                .isEmpty)
        #expect(try await !families.isOpen(people.petya))
        #expect(try await !families.isOpen(people.olga))
        let mark = PutMark(try .init(4), for: people.petya.person, at: people.mathsNow)
        #expect(try await families.world.outcome(mark, by: people.vera) == .invalid(field: "pupil", .keptOnPaper))
        try await families.world.perform(CorrectPerson(people.petya.person, name: people.petya.name, sex: .male, bornOn: World.today), by: people.rita)
        let row = try await families.rows("SELECT family, born_on FROM person WHERE id = \(people.petya.person)")
        #expect(try row.first?.text("family") == "№ 2" && row.first?["born_on"] == .null, "a register imported again brings nothing back")
        #expect(try await families.world.outcome(CorrectName(of: people.petya.person, to: people.petya.name), by: people.rita) == .forbidden(.isErased))
    }

    @Test("the act says what was destroyed, and nothing of who it was; it is one for two clicks", arguments: TestDatabase.available)
    func act(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        try await families.age(people.petya, 12)
        try await families.signIn(people.petya)
        try await families.world.perform(PutMark(try .init(5), for: people.petya.person, at: people.mathsNow), by: people.vera)
        try await families.say(true, .diary, for: people.petya, by: people.olga)
        try await families.say(false, .diary, for: people.petya, by: people.olga)
        let refusal = try #require(try await families.waiting().first)
        #expect(refusal.dueOn == World.today + 30 && refusal.word == .withdraw)
        let accept = AcceptRefusal(refusal.id, isSheetPrinted: true, features: families.world.site.features)
        let unprinted = AcceptRefusal(refusal.id, isSheetPrinted: false, features: families.world.site.features)
        #expect(try await families.world.outcome(unprinted, by: people.rita) == .invalid(field: "printed", .sheetFirst))
        for stranger in [people.olga, people.petya, people.vera, people.xenia] { #expect(try await families.world.outcome(accept, by: stranger) == .notFound) }
        try await families.world.perform(GrantRole(.operator, to: people.igor.person, since: World.today), by: people.rita)
        let keeper = try await families.world.site.read { tx in try AccountsStore.viewer(people.igor.person, side: .staff, tx) }
        #expect(try await families.world.outcome(accept, by: try #require(keeper)) == .forbidden(.onlyHeadsAccept))

        async let first = families.world.perform(accept, by: people.rita)
        async let second = families.world.perform(accept, by: people.rita)
        let acts = try await [first, second]
        #expect(acts[0] == acts[1])
        let act = try #require(try await families.act(acts[0]))
        #expect(act.number == 1 && act.alias == "№ 2" && act.className == "7А" && act.backupsUntil == World.today + 90 && act.word == .withdraw)
        let own = Dictionary(uniqueKeysWithValues: act.lines.filter { $0.person == people.petya.person }.map { ($0.kind, $0.count) })
        #expect(own[.name] == 1 && own[.birth] == 1 && own[.mark] == 1 && own[.family] == 1 && own[.trace] != nil)
        #expect(act.lines.contains { $0.person == people.olga.person && $0.kind == .name })
    }

    @Test("a guardian with another child stays; one who works here loses only the family's side", arguments: TestDatabase.available)
    func guardians(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        try await families.world.perform(LinkGuardian(people.olga.person, to: people.masha.person), by: people.rita)
        try await families.say(false, .processing, for: people.petya, by: people.olga)
        try await families.accept(people.petya)
        #expect(try await families.isOpen(people.olga))
        #expect(try await families.world.site.read { tx in try SchoolAccess.children(of: people.olga, in: tx) }.map(\.pupil.id) == [people.masha.person])
        try await families.say(false, .diary, for: people.kolya, by: people.veraAsMother)
        try await families.accept(people.kolya)
        #expect(try await families.isOpen(people.vera))
        #expect(try await !families.isOpen(people.veraAsMother))
        #expect(try await families.rows("SELECT family FROM person WHERE id = \(people.vera.person)").first?.text("family") == "Верина")
    }

    @Test("a family that thinks better of it before the act loses nothing", arguments: TestDatabase.available)
    func takenBack(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        try await families.say(false, .diary, for: people.petya, by: people.olga)
        let refusal = try #require(try await families.waiting().first)
        try await families.say(true, .diary, for: people.petya, by: people.olga)
        let late = AcceptRefusal(refusal.id, isSheetPrinted: true, features: families.world.site.features)
        #expect(try await families.world.outcome(late, by: people.rita) == .conflict(.takenBack))
        #expect(try await families.rows("SELECT family FROM person WHERE id = \(people.petya.person)").first?.text("family") == "Петин")
    }

    @Test("a family that comes back is entered anew under the same number, and nothing is restored", arguments: TestDatabase.available)
    func readmitted(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        try await families.world.perform(PutMark(try .init(5), for: people.petya.person, at: people.mathsNow), by: people.vera)
        try await families.say(false, .diary, for: people.petya, by: people.olga)
        try await families.accept(people.petya)
        let back = Readmit(
            people.petya.person, name: PersonName(family: "Новиков", given: "Пётр"), sex: .male, bornOn: nil, signerName: "Новикова Ольга",
            signedOn: World.today)
        for stranger in [people.vera, people.olga, people.xenia] { #expect(try await families.world.outcome(back, by: stranger) == .notFound) }
        #expect(try await families.world.outcome(back, by: people.rita) == nil)
        #expect(try await families.world.outcome(back, by: people.rita) == .notFound, "it is no line any more")
        #expect(try await families.isOpen(people.petya))
        #expect(try await families.rows("SELECT 1 AS one FROM mark").isEmpty)
        #expect(try await families.standing(.diary, of: people.petya) == .agreed)
        #expect(try await families.world.outcome(PutMark(try .init(4), for: people.petya.person, at: people.mathsNow), by: people.vera) == nil)
    }

    @Test("two pupils of one class get two numbers, and keep them", arguments: TestDatabase.available)
    func numbers(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        for (pupil, guardian) in [(people.masha, people.pavel), (people.petya, people.olga)] {
            try await families.say(false, .diary, for: pupil, by: guardian)
            try await families.accept(pupil)
        }
        #expect(
            try await families.rows("SELECT family FROM person WHERE is_erased = 1 AND id IN (\(people.masha.person), \(people.petya.person)) ORDER BY id").map
            { try $0.text("family") }.sorted() == ["№ 1", "№ 2"])
        #expect(try await families.rows("SELECT number FROM act ORDER BY number").map { try $0.int("number") } == [1, 2])
    }

    @Test("a guardian who takes back their own consent goes, the child's record stays", arguments: TestDatabase.available)
    func guardianAlone(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        try await families.world.perform(PutMark(try .init(5), for: people.petya.person, at: people.mathsNow), by: people.vera)
        try await families.say(false, .processing, for: people.olga, by: people.olga)
        #expect(try await !families.isOpen(people.olga))
        try await families.accept(people.olga)
        #expect(try await families.rows("SELECT 1 AS one FROM guardian WHERE guardian_id = \(people.olga.person)").isEmpty)
        #expect(try await families.rows("SELECT family FROM person WHERE id = \(people.olga.person)").first?.text("family") == "№ \(people.olga.person.number)")
        #expect(try await families.rows("SELECT 1 AS one FROM mark").count == 1)
        #expect(try await families.isOpen(people.petya))
    }
}
