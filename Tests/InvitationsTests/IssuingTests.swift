import Accounts
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Invitations

@Suite struct IssuingTests {
    @Test(
        "administrator and class teacher give a class its codes, one for each who has not come; the next sheet has only who is new",
        arguments: TestDatabase.available)
    func ofAClass(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let codes = try await world.codes(by: people.vera)
        #expect(
            codes.map { $0.invitation.person } == [people.masha, people.pavel, people.petya, people.olga].map(\.person), "by the list, each family together")
        #expect(
            codes.allSatisfy { $0.invitation.purpose == .claim && $0.invitation.issuedBy == people.vera.name && $0.invitation.schoolClass == people.class7 })
        let again = try await world.perform(IssueCodes(to: .schoolClass(people.class7.id)), by: people.rita)
        #expect(again == IssuedSheet(sheet: nil, codes: [], skipped: 4))
        try await world.come(codes[0].code)
        let anew = try await world.codes(anew: true)
        #expect(anew.map { $0.invitation.person } == [people.pavel, people.petya, people.olga].map(\.person))
        #expect(try await world.refusal(codes[1].code) == .conflict(.codeRevoked), "the lost sheet is dead")
    }

    @Test("a child without a guardian in the list gets one code more, for whoever will say their name", arguments: TestDatabase.available)
    func alone(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(UnlinkGuardian(people.olga.person, from: people.petya.person), by: people.rita)
        let codes = try await world.codes()
        let code = try #require(codes.guardian(of: people.petya))
        #expect(codes.count == 4 && code.invitation.purpose == .join && code.invitation.name == nil)
        #expect(try await world.perform(IssueCodes(to: .schoolClass(people.class7.id)), by: people.rita).skipped == 4)
        #expect(try await world.codes(anew: true).count == 4)
        #expect(try await world.refusal(code.code, name: PersonName(family: "Новая", given: "Мама")) == .conflict(.codeRevoked))
    }

    @Test("nobody else gives codes, and to them the class is nowhere", arguments: TestDatabase.available)
    func strangers(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        for viewer in [people.igor, people.veraAsMother, people.olga, people.petya, people.zoya, people.xenia] {
            for verb in [IssueCodes(to: .schoolClass(people.class7.id)), IssueCodes(to: .staff)] where viewer != people.xenia || verb.group != .staff {
                #expect(try await world.outcome(verb, by: viewer) == .notFound, "\(viewer.name.full)")
            }
            #expect(try await world.outcome(IssueCode(to: people.petya.person), by: viewer) == .notFound)
            #expect(try await world.outcome(InvitePeople(.guardian, pupil: people.petya.person), by: viewer) == .notFound)
            #expect(try await world.outcome(InvitePeople(.pupil, schoolClass: people.class7.id), by: viewer) == .notFound)
        }
        #expect(try await world.outcome(IssueCodes(to: .schoolClass(people.class8.id)), by: people.vera) == .notFound, "another's class")
        #expect(try await world.outcome(IssueCode(to: people.kolya.person), by: people.vera) == .notFound)
        #expect(try await world.outcome(IssueCodes(to: .staff), by: people.vera) == .notFound)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM invitation") == 0)
    }

    @Test("a class teacher hands no code to one who also works here: the administrator does", arguments: TestDatabase.available)
    func colleagues(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(AppointClassTeacher(people.igor.person, of: people.class8.id, since: World.today), by: people.rita)
        let igor = try #require(try await world.site.read { tx in try AccountsStore.viewer(people.igor.person, side: .staff, tx) })
        let byTeacher = try await world.codes(of: .schoolClass(people.class8.id), by: igor)
        #expect(byTeacher.map { $0.invitation.person } == [people.kolya.person], "Kolya's mother is Vera, a teacher")
        #expect(try await world.outcome(IssueCode(to: people.vera.person), by: igor) == .forbidden(.byAdministrator))
        #expect(try await world.outcome(InvitePeople(.subjectTeacher), by: igor) == .forbidden(.byAdministrator))
        #expect(try await world.codes(of: .schoolClass(people.class8.id)).map { $0.invitation.person } == [people.vera.person])
        #expect(try await world.outcome(IssueCode(to: people.vera.person), by: people.rita) == nil)
    }

    @Test("a code that a class teacher gave opens nothing once its holder works here", arguments: TestDatabase.available)
    func hiredMeanwhile(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let codes = try await world.codes(by: people.vera)
        try await world.perform(GrantRole(.subjectTeacher, to: people.olga.person, since: World.today), by: people.rita)
        #expect(try await world.refusal(try #require(codes.of(people.olga)).code) == .conflict(.codeRevoked))
    }

    @Test("who may give codes no more takes no open code along: dismissed from the class, or from the school", arguments: TestDatabase.available)
    func dismissed(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let guardian = try await world.perform(InvitePeople(.guardian, pupil: people.petya.person), by: people.vera).codes[0].code
        let named = try await world.perform(IssueCode(to: people.olga.person), by: people.vera).codes[0].code
        let office = try await world.perform(InvitePeople(.administrator), by: people.rita).codes[0].code
        try await world.perform(DismissClassTeacher(people.vera.person, of: people.class7.id, on: World.today), by: people.rita)
        for code in [guardian, named] { #expect(try await world.refusal(code, name: UseCodeTests.mother) == .conflict(.codeRevoked)) }
        let listed = try await world.site.read { tx in try InvitationStore.invitations(seenBy: people.rita, limit: 9, tx).map { $0.state(at: World.now) } }
        #expect(listed == [.open, .revoked, .revoked])
        #expect(try await world.codes().count == 4, "to the next class teacher nobody holds a code")
        let next = try await world.come(office, name: UseCodeTests.mother).person
        #expect(try await world.site.read { tx in try AccountsStore.viewer(next, side: .staff, tx) }?.has(.administrator) == true)
        let last = try await world.perform(InvitePeople(.administrator), by: people.rita).codes[0].code
        try await world.perform(EndRole(.administrator, of: people.rita.person, on: World.today), by: people.rita)
        #expect(try await world.refusal(last, name: UseCodeTests.mother) == .conflict(.codeRevoked))
    }

    @Test("one who belongs to another school too gets no code from either", arguments: TestDatabase.available)
    func elsewhere(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let before = try await world.codes()
        try await world.site.database.write { tx in
            guard let far = try AccountsStore.school(people.xenia.school, tx) else { throw WorldMissing() }
            _ = try AdmitPerson(people.olga.person, as: .guardian, since: World.today).run(by: .installer(of: far), at: World.now, in: tx)
        }
        #expect(try await world.outcome(IssueCode(to: people.olga.person), by: people.rita) == .forbidden(.belongsElsewhere))
        #expect(try await !world.codes(anew: true).contains { $0.invitation.person == people.olga.person })
        #expect(try await world.refusal(try #require(before.of(people.olga)).code) != nil, "the code from before opens nothing either")
    }

    @Test("the operator hands leaders their first code, but neither makes leaders nor helps them with a password", arguments: TestDatabase.available)
    func leaders(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(GrantRole(.operator, to: people.igor.person, since: World.today), by: people.rita)
        let keeper = try #require(try await world.site.read { tx in try AccountsStore.viewer(people.igor.person, side: .staff, tx) })
        #expect(try await world.outcome(IssueCode(to: people.rita.person), by: keeper) == nil)
        try await world.give(people.rita, login: "rita")
        #expect(try await world.outcome(IssueCode(to: people.rita.person), by: keeper) == .forbidden(.byDirector))
        #expect(try await world.outcome(InvitePeople(.administrator), by: keeper) == .forbidden(.byDirector))
        #expect(try await world.outcome(InvitePeople(.subjectTeacher), by: keeper) == nil)
        #expect(try await world.outcome(InvitePeople(.platformOperator), by: people.rita) == .notFound)
    }

    @Test("codes are taken back one by one and all at once, by those who may give them", arguments: TestDatabase.available)
    func revoking(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let codes = try await world.codes(), staff = try await world.codes(of: .staff)
        let petya = try #require(codes.of(people.petya))
        for viewer in [people.igor, people.olga, people.xenia] { #expect(try await world.outcome(RevokeCode(petya.invitation.id), by: viewer) == .notFound) }
        #expect(try await world.outcome(RevokeCode(staff[0].invitation.id), by: people.vera) == .notFound)
        #expect(try await world.outcome(RevokeCode(petya.invitation.id), by: people.vera) == nil)
        #expect(try await world.refusal(petya.code) == .conflict(.codeRevoked))
        try await world.come(try #require(codes.of(people.masha)).code)
        #expect(try await world.perform(RevokeCodes(), by: people.vera) == 2, "the class's, and of them only what nobody used")
        #expect(try await world.perform(RevokeCodes(), by: people.rita) == staff.count)
        #expect(try await world.perform(RevokeCodes(), by: people.rita) == 0)
        #expect(try await world.outcome(RevokeCodes(of: people.class7.id), by: people.xenia) == .notFound)
        for given in staff { #expect(try await world.refusal(given.code) == .conflict(.codeRevoked)) }
    }

    @Test("every giving, taking back and using leaves its trace, and none of them holds a code or a name", arguments: TestDatabase.available)
    func traces(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), codes = try await world.codes()
        try await world.come(codes[0].code)
        try await world.perform(RevokeCode(codes[1].invitation.id), by: world.people.rita)
        let traces = try await world.site.read { tx in
            try tx.rows("SELECT what, about, was, became FROM trace WHERE what LIKE 'invitations.%' ORDER BY id").map { "\($0)" }
        }
        #expect(
            traces.count == 3 && traces[0].contains("invitations.sheet") && traces[1].contains("invitations.used") && traces[2].contains("invitations.revoked"))
        for given in codes { #expect(!traces.joined().contains(given.code.text) && !traces.joined().contains(given.code.grouped)) }
    }

    @Test("the database knows no code that was given out: only what recognises it", arguments: TestDatabase.available)
    func kept(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), codes = try await world.codes()
        let rows = try await world.site.read { tx in
            try (tx.rows("SELECT * FROM invitation") + tx.rows("SELECT * FROM code_sheet") + tx.rows("SELECT * FROM trace")).map { "\($0)" }
        }
        for given in codes { #expect(!rows.joined().contains(given.code.text) && !rows.joined().contains(given.code.grouped)) }
    }
}
