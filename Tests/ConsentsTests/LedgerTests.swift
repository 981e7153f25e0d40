import Documents
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts
@testable import Consents

@Suite struct LedgerTests {
    @Test("under 14 the guardian signs, from 14 to 17 both, from 18 the pupil alone; of an unknown age the guardian", arguments: TestDatabase.available)
    func whoSigns(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        let byGuardian = SignConsent(for: people.petya.person, .diary, agrees: true, version: 1)
        for (age, own, guardian) in [(nil, false, true), (13, false, true), (14, true, true), (17, true, true), (18, true, false)] as [(Int?, Bool, Bool)] {
            try await families.age(people.petya, age)
            let mine = try await families.world.outcome(byGuardian, by: people.petya), mothers = try await families.world.outcome(byGuardian, by: people.olga)
            #expect(mine == (own ? nil : .forbidden(.guardianSigns)), "\(age ?? 0)")
            #expect(mothers == (guardian ? nil : .forbidden(.pupilSigns)), "\(age ?? 0)")
        }
        #expect(try await families.world.outcome(byGuardian, by: people.pavel) == .notFound)
        #expect(try await families.world.outcome(byGuardian, by: people.yura) == .notFound)
        #expect(try await families.world.outcome(byGuardian, by: people.vera) == .notFound, "a teacher signs nothing for a pupil")
    }

    @Test("at 15 it is agreed when both have signed, and refused when one has refused", arguments: TestDatabase.available)
    func bothSign(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        try await families.age(people.petya, 15)
        #expect(try await families.standing(.diary, of: people.petya) == .missing([.guardian, .own]))
        try await families.say(true, .diary, for: people.petya, by: people.olga)
        #expect(try await families.standing(.diary, of: people.petya) == .missing([.own]))
        try await families.say(true, .diary, for: people.petya, by: people.petya)
        #expect(try await families.standing(.diary, of: people.petya) == .agreed)
        try await families.say(false, .diary, for: people.petya, by: people.petya)
        #expect(try await families.standing(.diary, of: people.petya) == .refused(.withdraw))
    }

    @Test("two tabs and a double click make one entry; nothing is ever changed in the ledger", arguments: TestDatabase.available)
    func once(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        #expect(try await families.say(true, .photos, for: people.petya, by: people.olga))
        #expect(try await !families.say(true, .photos, for: people.petya, by: people.olga))
        async let first = families.say(false, .photos, for: people.petya, by: people.olga)
        async let second = families.say(false, .photos, for: people.petya, by: people.olga)
        #expect(try await [first, second].count(where: { $0 }) == 1)
        #expect(try await !families.say(false, .photos, for: people.petya, by: people.olga))
        let words = try await families.rows("SELECT word FROM consent WHERE person_id = \(people.petya.person) ORDER BY id").map { try $0.text("word") }
        #expect(words == ["agree", "withdraw"])
        #expect(try await families.count("SELECT COUNT(*) AS count FROM trace WHERE what IN ('consents.agree', 'consents.withdraw')") == 2)
    }

    @Test("a new text that asks again makes the old signature out of date, one that does not leaves it", arguments: TestDatabase.available)
    func versions(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        try await families.say(true, .processing, for: people.petya, by: people.olga)
        #expect(try await families.world.perform(ChangeWording(.processing, body: "Опечатка исправлена.", asksAgain: false, seen: 1), by: people.rita) == 2)
        #expect(try await families.standing(.processing, of: people.petya) == .agreed)
        try await families.world.perform(ChangeWording(.processing, body: "Смысл другой.", asksAgain: true, seen: 2), by: people.rita)
        #expect(try await families.standing(.processing, of: people.petya) == .outdated)
        #expect(try await families.isOpen(people.petya), "what was agreed holds until it is answered")
        let old = SignConsent(for: people.petya.person, .processing, agrees: true, version: 1)
        #expect(try await families.world.outcome(old, by: people.olga) == .conflict(.wordingChanged))
        try await families.say(true, .processing, for: people.petya, by: people.olga, version: 3)
        #expect(try await families.standing(.processing, of: people.petya) == .agreed)
        #expect(try await families.rows("SELECT body FROM consent_text WHERE purpose = 'processing'").count == 3)
        let blind = ChangeWording(.processing, body: "Ещё один.", asksAgain: true, seen: 2)
        #expect(try await families.world.outcome(blind, by: people.rita) == .conflict(.wordingChanged))
        #expect(try await families.world.outcome(blind, by: people.vera) == .forbidden(.onlyAdministrators))
        #expect(
            try await families.world.outcome(ChangeWording(.photos, body: " \n ", asksAgain: true, seen: 1), by: people.rita)
                == .invalid(field: "body", .wordingLength))
    }

    @Test("papers are entered by administrators and, for the own class, by the class teacher", arguments: TestDatabase.available)
    func papers(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        func paper(_ person: Viewer, _ signer: PaperSigner, on day: Day = World.today) -> EnterPaper {
            EnterPaper(for: person.person, .processing, agrees: true, signer: signer, signedOn: day, scan: Families.scan)
        }
        let petya = paper(people.petya, .guardian(people.olga.person))
        #expect(try await families.world.outcome(petya, by: people.igor) == .notFound)
        #expect(try await families.world.outcome(petya, by: people.xenia) == .notFound)
        #expect(try await families.world.outcome(petya, by: people.olga) == .notFound)
        #expect(try await families.world.outcome(paper(people.kolya, .named("Колина Анна")), by: people.vera) == .notFound)
        #expect(try await families.world.perform(petya, by: people.vera))
        #expect(try await !families.world.perform(petya, by: people.rita), "the same paper again")
        #expect(try await families.count("SELECT COUNT(*) AS count FROM document") == 1)
        #expect(
            try await families.world.outcome(paper(people.masha, .guardian(people.olga.person)), by: people.vera) == .invalid(field: "signer", .noSuchGuardian))
        #expect(try await families.world.outcome(paper(people.masha, .own), by: people.vera) == .invalid(field: "signer", .guardianSigns))
        #expect(try await families.world.outcome(paper(people.masha, .named(" ")), by: people.vera) == .invalid(field: "signerName", .signerName))
        #expect(
            try await families.world.outcome(paper(people.masha, .named("Машина Анна"), on: World.today + 1), by: people.vera)
                == .invalid(field: "signedOn", .signedLater))
        #expect(try await families.world.perform(paper(people.masha, .named("Машина  Анна")), by: people.rita))
        #expect(try await families.rows("SELECT signer_name FROM consent WHERE person_id = \(people.masha.person)").first?.text("signer_name") == "Машина Анна")
    }

    @Test("what others ask of consents", arguments: TestDatabase.available)
    func gate(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people, school = families.school
        let asked = try await families.world.site.read { tx in try ConsentGate.asked(of: people.olga.person, in: school, at: World.now, tx) }
        #expect(asked.map(\.purpose) == [.processing, .processing, .diary] && Set(asked.map(\.subject)) == [people.olga.person, people.petya.person])
        #expect(try await !families.world.site.read { tx in try ConsentGate.mayComeIn(people.olga.person, in: school, at: World.now, tx) })
        for _ in 1...2 {
            try await families.world.site.database.write { tx in try ConsentGate.sign(asked, by: people.olga.person, in: school, at: World.now, tx) }
        }
        let (left, mother, child, photos) = try await families.world.site.read { tx in
            (
                try ConsentGate.asked(of: people.olga.person, in: school, at: World.now, tx),
                try ConsentGate.mayComeIn(people.olga.person, in: school, at: World.now, tx),
                try ConsentGate.has(.diary, for: people.petya.person, in: school, at: World.now, tx),
                try ConsentGate.has(.photos, for: people.petya.person, in: school, at: World.now, tx)
            )
        }
        #expect(left.isEmpty && mother && child && !photos)
        #expect(try await families.count("SELECT COUNT(*) AS count FROM consent") == 3)
        try await families.say(false, .photos, for: people.petya, by: people.olga)
        let refused = try await families.world.site.read { tx in try ConsentGate.refused(.photos, in: people.class7.id, of: school, at: World.now, tx) }
        #expect(refused == [people.petya.person])
    }

    @Test("refusing platform lessons erases nothing and closes nothing; teachers of the class see it", arguments: TestDatabase.available)
    func lessons(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        try await families.age(people.petya, 15)
        let byPupil = SignConsent(for: people.petya.person, .lessons, agrees: false, version: 1)
        #expect(try await families.world.outcome(byPupil, by: people.petya) == .forbidden(.guardianSigns), "up to 18 the parents refuse (G17)")
        try await families.say(false, .lessons, for: people.petya, by: people.olga)
        #expect(try await families.isOpen(people.petya))
        #expect(try await families.waiting().isEmpty)
        let notes = { (viewer: Viewer) in try await families.world.site.read { tx in try LessonNotes.all(for: viewer, on: World.today, tx) } }
        #expect(try await notes(people.vera).flatMap(\.notInLessons).map(\.family) == ["Петин"])
        #expect(try await notes(people.igor).isEmpty)
        #expect(try await notes(people.zoya).isEmpty)
    }
}
