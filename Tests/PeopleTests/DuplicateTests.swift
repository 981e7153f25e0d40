import Foundation
import Hummingbird
import HummingbirdTesting
import Journal
import Kernel
import Messaging
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts
@testable import People

@Suite struct DuplicateTests {
    private static func known(
        _ id: Int64, _ family: String, _ given: String, _ patronymic: String = "", born: String? = nil, _ roles: Set<Role> = [.pupil],
        _ classes: Set<String> = []
    )
        -> Known
    {
        Known(
            id: ID(id), name: PersonName(family: family, given: given, patronymic: patronymic), bornOn: born.flatMap { Day($0) }, roles: roles, classes: classes
        )
    }
    private static func reasons(_ a: Known, _ b: Known) -> Set<Duplicate.Reason>? { DuplicateSearch.pairs(among: [a, b]).first.map { Set($0.reasons) } }

    @Test("the same name, ё and е, swapped words, a missing patronymic and one letter off are found, with something else that fits")
    func names() {
        let one = Self.known(1, "Семёнов", "Пётр", "Ильич", born: "2012-05-01")
        #expect(Self.reasons(one, Self.known(2, "Семенов", "Петр", "Ильич")) == [.sameName, .sameRole])
        #expect(Self.reasons(one, Self.known(2, "Пётр", "Семёнов", "Ильич", born: "2012-05-01")) == [.swappedName, .sameBirthday, .sameRole])
        #expect(Self.reasons(one, Self.known(2, "Семёнов", "Пётр")) == [.missingPatronymic, .sameRole])
        for near in ["Семёонов", "Семнов", "Семёнав", "Сеёмнов", "Семёновв", "семёнов"] {
            let reasons = Self.reasons(one, Self.known(2, near, "Пётр", "Ильич", born: "2012-05-01"))
            #expect(reasons?.contains(.sameBirthday) == true, "\(near)")
            #expect(near == "семёнов" || reasons?.contains(.oneLetterOff) == true, "\(near)")
        }
    }

    @Test("namesakes with different birthdays, a parent and a child, and one letter with nothing else are not found")
    func different() {
        let one = Self.known(1, "Иванов", "Иван", "Иванович", born: "2012-05-01")
        #expect(Self.reasons(one, Self.known(2, "Иванов", "Иван", "Иванович", born: "2013-05-01")) == nil)
        #expect(Self.reasons(one, Self.known(2, "Иванов", "Иван", "Иванович", [.guardian])) == nil)
        #expect(Self.reasons(one, Self.known(2, "Иванова", "Иван", "Иванович")) == nil)
        #expect(Self.reasons(one, Self.known(2, "Петров", "Иван", "Иванович", born: "2012-05-01")) == nil)
    }

    @Test("the quick way over everybody finds exactly those pairs that each two compared with each other are", arguments: [3, 5, 8, 13] as [UInt64])
    func quickAsPlain(_ seed: UInt64) {
        var dice = Dice(seed), people: [Known] = []
        let families = ["Семёнов", "Иванова", "Ли", "Салтыков-Щедрин", "Аннин", "О'Нил", "Тӥрашев", "Z\u{0323}\u{0307}oë"],
            givens = ["Пётр", "Анна", "Ян", "Инна"]
        let patronymics = ["Ильич", "Петровна", "", ""], classes = ["7А", "7Б"]
        for number in 1...240 {
            var parts = [families, givens, patronymics].map { $0[dice.number($0.count)] }
            if dice.number(2) == 0 { let part = dice.number(3); parts[part] = Self.slipped(parts[part], &dice) }
            if dice.number(6) == 0 { parts.swapAt(0, 1) }
            let born = dice.number(3) == 0 ? "2012-05-0\(dice.number(3) + 1)" : nil
            people.append(
                Self.known(
                    Int64(number), parts[0], parts[1], parts[2], born: born, [[.pupil], [.guardian], [.subjectTeacher, .guardian]][dice.number(3)],
                    [classes[dice.number(2)]]))
        }
        var plain: Set<[Int64]> = []
        for (index, one) in people.enumerated() {
            for other in people[(index + 1)...] where DuplicateSearch.duplicate(one, other) != nil { plain.insert([one.id.number, other.id.number]) }
        }
        let quick = DuplicateSearch.pairs(among: people)
        #expect(plain.count > 30 && Set(quick.map { [$0.one.id.number, $0.other.id.number] }) == plain)
        #expect(quick.count == plain.count && quick.allSatisfy { DuplicateSearch.duplicate($0.one, $0.other) == $0 })
    }

    /// With one letter left out, doubled, changed, or two neighbours in each other's place.
    private static func slipped(_ word: String, _ dice: inout Dice) -> String {
        var letters = Array(word)
        guard letters.count > 1 else { return word }
        let place = dice.number(letters.count - 1)
        switch dice.number(4) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        case 2: letters[place] = "о"
        default: letters.swapAt(place, place + 1)
        }
        return String(letters)
    }

    @Test("every slip of one letter is one letter, and nothing else is")
    func oneLetter() {
        let word = Array("семенов петр")
        for place in word.indices {
            var shorter = word, changed = word, longer = word
            shorter.remove(at: place)
            changed[place] = "ъ"
            longer.insert("ъ", at: place)
            for other in [shorter, changed, longer] {
                #expect(DuplicateSearch.isOneLetterOff(word, other) && DuplicateSearch.isOneLetterOff(other, word), "\(String(other))")
            }
            if place + 1 < word.count, word[place] != word[place + 1] {
                var swapped = word
                swapped.swapAt(place, place + 1)
                #expect(DuplicateSearch.isOneLetterOff(word, swapped), "\(String(swapped))")
            }
        }
        #expect(!DuplicateSearch.isOneLetterOff(word, word) && !DuplicateSearch.isOneLetterOff(word, Array("сименов пётр")))
    }

    @Test("a merge moves everything, keeps the chosen login, leaves no row behind and one trace", arguments: TestDatabase.available)
    func merge(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, rita = people.rita, petya = people.petya.person
        let twin = try await world.register("Петин", "Пётя", as: .pupil, born: Day("2013-01-02"))
        let mother = try await world.register("Вторая", "Мама", as: .guardian)
        try await world.perform(LinkGuardian(mother, to: twin), by: rita)
        try await world.perform(GiveCredential(to: petya, login: Login("petya.one"), hash: PasswordHash(text: "1")), by: rita)
        try await world.perform(GiveCredential(to: twin, login: Login("petya.two"), hash: PasswordHash(text: "2")), by: rita)
        let chats = try await world.perform(OpenClassChats(of: people.class7.id), by: rita)
        try await world.perform(PostMessage(.init("от Пети"), as: .init("merge-test-1"), in: chats.forClass), by: people.petya)
        try await world.perform(PutMark(try .init(5), for: petya, at: people.mathsNow), by: people.vera)
        // Petya's row becomes a part of the other one.
        try await world.perform(MergePeople(from: petya, into: twin, login: .ofFrom, features: world.site.features), by: rita)
        for column in Self.columns {
            let left = try await world.count("SELECT COUNT(*) AS n FROM \(column.0) WHERE \(column.1) = \(petya)")
            #expect(left == 0, "\(column)")
        }
        let card = try await world.perform(ReadCard(person: twin), by: world.viewer(rita, as: [.director]))
        #expect(card.guardians.map(\.name.given).sorted() == ["Мама", "Ольга"] && card.classes.map(\.name) == ["7А"] && card.bornOn == Day("2013-01-02"))
        #expect(card.signIn?.login == "petya.one" && card.roles.count == 1)
        #expect(try await world.found("петин", by: rita) == ["Петин Пётя", "Петина Ольга"])
        #expect(try await world.count("SELECT COUNT(*) AS n FROM mark WHERE pupil_id = \(twin)") == 1)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM message WHERE author_id = \(twin)") == 1)
        #expect(try await world.traces("people.merge") == 1)
        #expect(card.acts.contains { $0.kind == "journal.mark" || $0.kind == "school.enrolment" }, "what was done to the former row is on the card")
        #expect(try await world.outcome(MergePeople(from: petya, into: twin, login: .ofInto, features: world.site.features), by: rita) == .notFound)
    }

    private static let columns: [(SQL, SQL)] = [
        ("membership", "person_id"), ("credential", "person_id"), ("sign_in", "person_id"), ("enrolment", "pupil_id"), ("group_member", "pupil_id"),
        ("guardian", "pupil_id"),
        ("guardian", "guardian_id"), ("course", "teacher_id"), ("class_teacher", "teacher_id"), ("lesson", "teacher_id"), ("mark", "pupil_id"),
        ("mark", "put_by"),
        ("attendance", "pupil_id"), ("attendance", "put_by"), ("lesson_record", "updated_by"), ("homework", "given_by"), ("chat_member", "person_id"),
        ("message", "author_id"), ("school_person", "person_id"), ("person_word", "person_id"), ("teacher_badge", "person_id"),
    ]

    @Test("two teachers' rows become one: courses, lessons, class and badge go along", arguments: TestDatabase.available)
    func teachers(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, rita = people.rita, vera = people.vera.person
        let twin = try await world.register("Верина", "Вера", as: .lecturer)
        try await world.perform(ConfirmTeacher(vera), by: rita)
        try await world.perform(PutMark(try .init(4), for: people.petya.person, at: people.mathsNow), by: people.vera)
        try await world.perform(MergePeople(from: vera, into: twin, login: .ofInto, features: world.site.features), by: rita)
        for column in Self.columns { #expect(try await world.count("SELECT COUNT(*) AS n FROM \(column.0) WHERE \(column.1) = \(vera)") == 0, "\(column)") }
        let card = try await world.perform(ReadCard(person: twin), by: rita)
        #expect(
            Set(card.openRoles) == [.lecturer, .subjectTeacher, .classTeacher, .guardian] && card.verified != nil && card.children.map(\.name.given) == ["Коля"]
        )
        // The class's chats follow in the same transaction.
        #expect(try await world.count("SELECT COUNT(*) AS n FROM chat_member WHERE person_id = \(twin) AND present = 1") >= 2)
    }

    @Test("a merge that would lose something, or is not the viewer's to do, is refused and changes nothing", arguments: TestDatabase.available)
    func refusals(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, rita = people.rita, features = world.site.features
        func merge(_ from: ID<Person>, _ into: ID<Person>, by viewer: Viewer? = nil) async throws -> Denial? {
            try await world.outcome(MergePeople(from: from, into: into, login: .ofInto, features: features), by: viewer ?? rita)
        }
        let (petya, masha, kolya, olga) = (people.petya.person, people.masha.person, people.kolya.person, people.olga.person)
        #expect(try await merge(petya, kolya) == .conflict(.inAnotherClass))
        #expect(try await merge(petya, olga) == .conflict(.childAndAdult))
        #expect(try await merge(petya, petya) == .notFound)
        #expect(try await merge(rita.person, people.igor.person) == .conflict(.mergesOneself))
        #expect(try await merge(petya, people.yura.person) == .notFound)
        #expect(try await merge(petya, masha, by: people.xenia) == .notFound)
        for viewer in [people.vera, people.olga, people.petya] { #expect(try await merge(petya, masha, by: viewer) != nil) }
        try await world.perform(PutMark(try .init(5), for: petya, at: people.mathsNow), by: people.vera)
        try await world.perform(PutMark(try .init(4), for: masha, at: people.mathsNow), by: people.vera)
        guard case .conflict = try await merge(petya, masha) else { Issue.record("two different marks of one lesson"); return }
        // An operator does not make an administrator of anyone by merging.
        let entered = RegisterPerson(PersonName(family: "Игорев", given: "Игорь"), as: .administrator, since: World.today - 30)
        let boss = try await world.perform(entered, by: .installer(of: rita.hat.school))
        #expect(try await merge(people.igor.person, boss, by: world.viewer(people.vera, as: [.operator])) != nil)
        // Somebody who is known to another school as well.
        try await world.site.database.write { tx in
            _ = try AdmitPerson(olga, as: .guardian, since: World.today).run(by: .installer(of: people.xenia.hat.school), at: World.now, in: tx)
        }
        #expect(try await merge(people.pavel.person, olga) == .conflict(.mergesElsewhere))
        #expect(try await world.count("SELECT COUNT(*) AS n FROM merged_person") == 0)
    }

    @Test(
        "the pages: the list with reasons, the preview that says what would happen and changes nothing, the merge, two who are two",
        arguments: TestDatabase.available)
    func pages(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, rita = people.rita, petya = people.petya.person
        let twin = try await world.register("Петин", "Петя", "Ильич", as: .pupil)
        let list = try await world.get("/people/duplicates", as: rita)
        #expect(list.text.contains("у одного нет отчества") && list.text.contains("одна роль"))
        let preview = try await world.get("/people/merge?from=\(twin.number)&into=\(petya.number)", as: rita)
        #expect(preview.status == .ok && preview.text.contains("Объединить") && preview.text.contains("7А"))
        #expect(try await world.count("SELECT COUNT(*) AS n FROM merged_person") == 0)
        let refused = try await world.get("/people/merge?from=\(people.kolya.person.number)&into=\(petya.number)", as: rita)
        #expect(refused.text.contains("Объединить нельзя") && refused.text.contains("в другом классе"))
        for nobody in [people.xenia, people.rita] where nobody == people.xenia {
            #expect(try await world.get("/people/merge?from=\(twin.number)&into=\(petya.number)", as: nobody).status == .notFound)
        }
        #expect(try await world.post("/people/duplicates/apart", "one=\(petya.number)&other=\(twin.number)", as: rita).status == .seeOther)
        #expect(try await world.get("/people/duplicates", as: rita).text.contains("Похожих записей нет"))
        let merged = try await world.post("/people/merge", "from=\(twin.number)&into=\(petya.number)", as: rita)
        #expect(merged.location == "/people/\(petya.number)")
    }
}
