import Accounts
import Kernel
import School
import Storage
import TestKit
import Testing
import Web
import WebCore

@testable import Invitations

@Suite struct UseCodeTests {
    static let mother = PersonName(family: "Новикова", given: "Анна", patronymic: "Петровна")

    @Test("who is entered takes a login and is in at once; the code works once", arguments: TestDatabase.available)
    func claiming(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, codes = try await world.codes()
        let petya = try #require(codes.of(people.petya)), come = try await world.come(petya.code, login: "petya")
        #expect(come.person == people.petya.person)
        #expect(try await world.login(of: come.person) == "petya")
        #expect(try await world.count("SELECT COUNT(*) AS n FROM sign_in WHERE person_id = \(come.person) AND side = 'pupil'") == 1)
        #expect(try await world.refusal(petya.code) == .conflict(.codeUsed))
        #expect(try await world.count("SELECT COUNT(*) AS n FROM credential") == 1)
        let olga = try #require(codes.of(people.olga))
        #expect(try await world.refusal(olga.code, login: "Petya") == .invalid(field: "login", .init("accounts.login-taken") { _ in "" }))
        #expect(try await world.refusal(olga.code) == nil, "a refusal does not use the code up")
        #expect(try await world.login(of: people.olga.person) == "petina.o")
    }

    @Test("who is not entered says the name and gets the place the code speaks of", arguments: TestDatabase.available)
    func joining(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let guardian = try await world.perform(InvitePeople(.guardian, pupil: people.petya.person), by: people.vera).codes[0].code
        #expect(try await world.refusal(guardian) == .invalid(field: "family", .nameNeeded))
        let mother = try await world.come(guardian, name: Self.mother).person
        #expect(try await world.count("SELECT COUNT(*) AS n FROM guardian WHERE pupil_id = \(people.petya.person) AND guardian_id = \(mother)") == 1)
        let pupil = try await world.come(
            try await world.perform(InvitePeople(.pupil, schoolClass: people.class7.id), by: people.vera).codes[0].code,
            name: .init(family: "Новый", given: "Ян")
        ).person
        #expect(
            try await world.count("SELECT COUNT(*) AS n FROM enrolment WHERE pupil_id = \(pupil) AND class_id = \(people.class7.id) AND until IS NULL") == 1)
        let named = try await world.perform(InvitePeople(.classTeacher, schoolClass: people.class8.id, name: Self.mother), by: people.rita).codes[0].code
        let teacher = try await world.come(named, name: .init(family: "Чужая", given: "Рука")).person
        let viewer = try #require(try await world.site.read { tx in try AccountsStore.viewer(teacher, side: .staff, tx) })
        #expect(viewer.name == Self.mother && viewer.has(.classTeacher), "a name the school gave is not chosen by the holder")
        #expect(try await world.count("SELECT COUNT(*) AS n FROM invitation WHERE family <> '' OR given <> ''") == 0, "the code keeps no name once it is used")
    }

    @Test("a code that ran out, or whose ground is gone, opens nothing", arguments: TestDatabase.available)
    func over(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, codes = try await world.codes()
        let olga = try #require(codes.of(people.olga))
        #expect(try await world.refusal(olga.code, at: World.now + Invitation.life) == .conflict(.codeExpired))
        let guardian = try await world.perform(InvitePeople(.guardian, pupil: people.petya.person), by: people.rita).codes[0].code
        try await world.perform(EndEnrolment(of: people.petya.person, on: World.today), by: people.rita)
        try await world.perform(EndRole(.pupil, of: people.petya.person, on: World.today), by: people.rita)
        #expect(try await world.refusal(try #require(codes.of(people.petya)).code) == .conflict(.codeRevoked), "he has left the school")
        #expect(try await world.refusal(guardian, name: Self.mother) == .conflict(.codeRevoked))
        try await world.give(people.masha, login: "masha")
        #expect(try await world.refusal(try #require(codes.of(people.masha)).code) == .conflict(.codeRevoked), "she has a login meanwhile")
        #expect(try await world.refusal(olga.code) == nil)
        #expect(try await world.refusal(Code()) == .notFound)
    }

    @Test("an expired code makes room for a new one", arguments: TestDatabase.available)
    func renewed(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), old = try await world.codes(), later = World.now + Invitation.life + 1
        let new = try await world.codes(at: later)
        #expect(new.count == old.count)
        #expect(try await world.refusal(new[0].code, at: later) == nil)
        #expect(try await world.refusal(old[0].code, at: later) == .conflict(.codeExpired))
    }

    @Test("who forgot the password keeps the login, and the sign-ins from before end", arguments: TestDatabase.available)
    func again(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, codes = try await world.codes()
        try await world.come(try #require(codes.of(people.petya)).code, login: "petya", password: "old words here")
        let help = try await world.perform(IssueCode(to: people.petya.person), by: people.vera).codes[0].code
        #expect(
            try await world.count("SELECT COUNT(*) AS n FROM sign_in WHERE person_id = \(people.petya.person)") == 1, "until the code is used nothing changes")
        try await world.come(help, login: "other", password: "new words here")
        #expect(try await world.login(of: people.petya.person) == "petya")
        // The page signs in by the new password, past whatever else is asked of the person; the code alone does not.
        #expect(try await world.count("SELECT COUNT(*) AS n FROM sign_in WHERE person_id = \(people.petya.person)") == 0)
        let works = world.parts.passwords, database = world.site.database
        func person(_ password: String) async throws -> ID<Person> {
            try await PasswordProof(login: "petya", password: Password(typed: password), address: "1").person(in: database, works, at: World.now)
        }
        await #expect(throws: Denial.self) { try await person("old words here") }
        #expect(try await person("new words here") == people.petya.person)
    }

    @Test("a guardian who is known to two children is one person with one login", arguments: TestDatabase.available)
    func secondChild(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, codes = try await world.codes()
        try await world.come(try #require(codes.of(people.olga)).code, login: "olga")
        let code = try await world.perform(InvitePeople(.guardian, pupil: people.kolya.person), by: people.rita).codes[0].code
        #expect(try await world.outcome(UseCodeWithAccount(code: code), by: people.olga) == nil)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM guardian WHERE guardian_id = \(people.olga.person)") == 2)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM credential WHERE person_id = \(people.olga.person)") == 1)
        #expect(try await world.outcome(UseCodeWithAccount(code: code), by: people.olga) == .conflict(.codeUsed))
    }

    @Test("a teacher who is entered as a parent as well takes the children over to the account they have", arguments: TestDatabase.available)
    func teacherAsParent(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, codes = try await world.codes()
        let olga = try #require(codes.of(people.olga))
        #expect(try await world.outcome(UseCodeWithAccount(code: olga.code), by: people.igor) == nil)
        let family = try #require(try await world.site.read { tx in try AccountsStore.viewer(people.igor.person, side: .family, tx) })
        #expect(try await world.site.read { tx in try SchoolAccess.children(of: family, in: tx).map(\.pupil.id) } == [people.petya.person])
        #expect(
            try await world.site.read { tx in try AccountsStore.viewer(people.olga.person, side: .family, tx) } == nil, "the doubled entry has no rights left")
        let staff = try await world.codes(of: .staff)
        #expect(try await world.outcome(UseCodeWithAccount(code: try #require(staff.of(people.rita)).code), by: people.igor) == .conflict(.codeOfAnother))
        #expect(try await world.outcome(UseCodeWithAccount(code: try #require(codes.of(people.masha)).code), by: people.igor) == .conflict(.codeOfAnother))
    }

    @Test("a pupil's account becomes neither guardian nor teacher by a code found on a table", arguments: TestDatabase.available)
    func pupilsAccount(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        for role in [Role.guardian, .subjectTeacher, .administrator] {
            let code = try await world.perform(InvitePeople(role, pupil: people.petya.person), by: people.rita).codes[0].code
            #expect(try await world.outcome(UseCodeWithAccount(code: code), by: people.petya) == .conflict(.codeOfAnother))
        }
    }

    @Test("a teacher of another school comes to this one with the account they have", arguments: TestDatabase.available)
    func twoSchools(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let code = try await world.perform(InvitePeople(.subjectTeacher), by: people.rita).codes[0].code
        #expect(try await world.outcome(UseCodeWithAccount(code: code), by: people.zoya) == nil)
        let hats = try #require(try await world.site.read { tx in try AccountsStore.viewer(people.zoya.person, side: .staff, tx) })
        #expect(Set(([hats.hat] + hats.otherHats).map(\.school.id)) == [people.rita.school, people.zoya.school])
    }

    @Test("thirty of a class come in the same minute, each once", arguments: TestDatabase.available)
    func wholeClass(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.site.database.write { tx in
            for number in 1...30 {
                let pupil = try RegisterPerson(PersonName(family: "Одинаков", given: "Олег\(World.word(number))"), as: .pupil, since: World.today).run(
                    by: people.rita, at: World.now, in: tx)
                try EnrolPupil(pupil, into: people.class8.id, since: World.today).run(by: people.rita, at: World.now, in: tx)
            }
        }
        let codes = try await world.codes(of: .schoolClass(people.class8.id))
        #expect(codes.count == 62, "31 pupils, 30 unknown guardians and Vera")
        let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
            for given in codes {
                // Twice each: the button is pressed twice.
                for _ in 0..<2 {
                    group.addTask {
                        do {
                            try await world.come(given.code, name: PersonName(family: "Одинакова", given: "Ольга"))
                            return "in"
                        } catch Denial.conflict(let reason) { return reason.code }
                    }
                }
            }
            return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(outcomes == ["in": 62, "invitations.code-used": 62])
        #expect(try await world.count("SELECT COUNT(*) AS n FROM credential") == 62)
        #expect(
            try await world.count("SELECT COUNT(*) AS n FROM guardian g JOIN enrolment e ON e.pupil_id = g.pupil_id WHERE e.class_id = \(people.class8.id)")
                == 31)
    }

    @Test("two administrators at once give nobody two codes", arguments: TestDatabase.available)
    func twoAdministrators(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let sheets = try await withThrowingTaskGroup(of: IssuedSheet.self) { group in
            for viewer in [people.rita, people.vera, people.rita, people.vera] {
                group.addTask { try await world.perform(IssueCodes(to: .schoolClass(people.class7.id)), by: viewer) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sheets.map(\.codes.count).sorted() == [0, 0, 0, 4])
    }
}
