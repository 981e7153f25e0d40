import Accounts
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Movement

@Suite struct AppointmentTests {
    @Test("a coordinator is one of the deputies, an administrator chosen by an administrator a teacher who has joined", arguments: TestDatabase.available)
    func candidates(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, igor = people.igor.person, order = try world.order()
        func appoint(_ role: Role, by viewer: Viewer) async throws -> Denial? {
            try await world.outcome(Appoint(igor, as: role, since: World.today, order: order), by: viewer)
        }
        #expect(try await appoint(.coordinator, by: people.rita) == .invalid(field: "person", .onlyDeputies))
        #expect(try await appoint(.administrator, by: people.rita) == .conflict(.onlyJoinedTeachers))
        #expect(try await appoint(.director, by: people.rita) == .forbidden(.notYoursToGive))
        #expect(try await appoint(.pupil, by: people.rita) == .invalid(field: "role", .notByOrder))
        guard case .forbidden? = try await appoint(.operator, by: people.vera) else { Issue.record("a teacher appoints nobody"); return }
        #expect(try await world.outcome(Appoint(people.zoya.person, as: .operator, since: World.today, order: order), by: people.rita) == .notFound)
        #expect(try await world.outcome(Appoint(people.olga.person, as: .operator, since: World.today, order: order), by: people.rita) == .notFound)
        #expect(try await appoint(.deputy, by: people.rita) == nil)
        #expect(try await appoint(.coordinator, by: people.rita) == nil)
        #expect(try await appoint(.coordinator, by: people.rita) == .conflict(.appointedAlready))
        try await world.giveLogin(to: igor)
        #expect(try await appoint(.administrator, by: people.rita) == nil, "now he has joined")
        #expect(try await world.roles(of: igor).isSuperset(of: ["administrator", "coordinator", "deputy"]))
    }

    @Test("an operator gives no role of the administration", arguments: TestDatabase.available)
    func operators(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, order = try world.order()
        try await world.perform(Appoint(people.igor.person, as: .operator, since: World.today, order: order), by: people.rita)
        let igor = try await world.viewer(people.igor.person, .staff)
        for role in [Role.administrator, .deputy, .operator, .director, .coordinator] {
            #expect(try await world.outcome(Appoint(people.vera.person, as: role, since: World.today, order: order), by: igor) == .forbidden(.notYoursToGive))
            #expect(try await world.outcome(GrantRole(role, to: people.vera.person, since: World.today), by: igor) == .forbidden(.notYoursToGive))
        }
        #expect(
            try await world.outcome(Appoint(people.igor.person, as: .classTeacher, of: people.class8.id, since: World.today, order: order), by: igor) == nil)
    }

    @Test("the last administrator stays until there is a successor", arguments: TestDatabase.available)
    func last(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, order = try world.order(), director = try await world.director()
        let own = try await world.perform(Appoint(people.rita.person, as: .administrator, since: World.today, order: order), by: people.rita)
        #expect(try await world.outcome(EndAppointment(own, on: World.today, order: order), by: people.rita) == .conflict(.lastOfRole))
        #expect(try await world.outcome(DismissStaff(people.rita.person, on: World.today, order: order), by: director) == .conflict(.lastOfRole))
        #expect(try await world.outcome(EndRole(.director, of: director.person, on: World.today), by: director) == .conflict(.lastOfRole))
        try await world.perform(Appoint(people.igor.person, as: .administrator, since: World.today, order: order), by: director)
        #expect(try await world.outcome(EndAppointment(own, on: World.today, order: order), by: director) == nil)
        #expect(try await world.roles(of: people.rita.person).isEmpty)
        let holders = try await world.site.read { tx in try AppointmentStore.holders(in: try MovementAccess.seen(by: director), on: World.today, tx) }
        #expect(holders.map(\.role) == [.director, .administrator, .classTeacher])
        #expect(holders.map { $0.appointment != nil } == [false, true, false], "who has no order yet is seen as well")
    }

    @Test("class leadership begins and ends by order; an appointment whose class was ended otherwise is in force no longer", arguments: TestDatabase.available)
    func leadership(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, order = try world.order()
        let first = try await world.perform(
            Appoint(people.vera.person, as: .classTeacher, of: people.class7.id, since: World.today, order: order), by: people.rita)
        try await world.perform(EndAppointment(first, on: World.today, order: world.order("14")), by: people.rita)
        #expect(try await world.roles(of: people.vera.person) == ["subjectTeacher", "guardian"])
        try await world.perform(Appoint(people.vera.person, as: .classTeacher, of: people.class8.id, since: World.today, order: order), by: people.rita)
        try await world.perform(DismissClassTeacher(people.vera.person, of: people.class8.id, on: World.today), by: people.rita)
        #expect(try await world.count("appointment WHERE until IS NULL") == 0)
        #expect(try await world.outcome(EndAppointment(first, on: World.today, order: order), by: people.xenia) == .notFound)
    }

    @Test("a dismissed teacher keeps nothing of the school, and the courses wait for another", arguments: TestDatabase.available)
    func dismissal(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, vera = people.vera.person
        try await world.perform(Appoint(vera, as: .classTeacher, of: people.class7.id, since: World.today, order: world.order()), by: people.rita)
        try await world.perform(DismissStaff(vera, on: World.today, order: world.order("15-л")), by: people.rita)
        #expect(try await world.roles(of: vera) == ["guardian"], "she is still a mother")
        #expect(try await world.count("class_teacher WHERE teacher_id = \(vera) AND until IS NULL") == 0)
        #expect(try await world.count("appointment WHERE until IS NULL") == 0)
        #expect(try await world.count("chat_member WHERE person_id = \(vera) AND present = 1 AND role <> 'guardian'") == 0)
        let orphans = try await world.site.read { tx in try AppointmentStore.orphans(in: try MovementAccess.seen(by: people.rita), on: World.today, tx) }
        #expect(orphans.map(\.course) == [people.maths])
        #expect(try await world.outcome(DismissStaff(vera, on: World.today, order: world.order()), by: people.rita) == .notFound)
        #expect(try await world.outcome(DismissStaff(people.zoya.person, on: World.today, order: world.order()), by: people.rita) == .notFound)
    }
}

extension World {
    func giveLogin(to person: ID<Person>) async throws {
        let hash = try await PasswordWorks(cost: .light).hash(Password(typed: "three unrelated words"))
        try await perform(GiveCredential(to: person, login: try Login("login\(person.number)"), hash: hash), by: people.rita)
    }
}
