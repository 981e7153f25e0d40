import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Movement

@Suite struct PlannedStaffTests {
    private static let later = World.today + 7
    private static func moment(_ day: Day, _ minute: Int = 1) -> Moment { World.zone.moment(day, minute: minute) }

    @Test("an appointment and a dismissal for a later day change nothing until that day and then are done, once", arguments: TestDatabase.available)
    func carriedOut(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, (igor, vera) = (people.igor.person, people.vera.person)
        let appointed = EnterStaffOrder(.appoint(.classTeacher, of: people.class8.id), of: igor, on: Self.later, order: try world.order())
        guard case .planned = try await world.perform(appointed, by: people.rita) else { Issue.record("it waits"); return }
        #expect(try await world.outcome(appointed, by: people.rita) == .conflict(.staffPlannedAlready))
        try await world.perform(EnterStaffOrder(.dismiss, of: vera, on: Self.later, order: world.order("15-л")), by: people.rita)
        let (before, veras) = (try await world.roles(of: igor), try await world.roles(of: vera))
        try await world.site.tidy(at: Self.moment(Self.later) - 120)
        #expect(try await world.roles(of: igor) == before)
        #expect(try await world.roles(of: vera) == veras)
        // Two nodes at once.
        async let one: Void = world.site.tidy(at: Self.moment(Self.later))
        async let other: Void = world.site.tidy(at: Self.moment(Self.later))
        _ = try await (one, other)
        try await world.site.tidy(at: Self.moment(Self.later + 1))
        #expect(try await world.count("appointment WHERE person_id = \(igor) AND role = 'classTeacher' AND since = \(Self.later) AND until IS NULL") == 1)
        #expect(try await world.roles(of: igor).contains("classTeacher"))
        #expect(try await world.roles(of: vera).subtracting(["guardian"]) == [])
        #expect(try await world.count("planned_staff WHERE state = 'done'") == 2)
        #expect(try await world.count("trace WHERE what = 'movement.dismissal'") == 1)
    }

    @Test("what is planned is called off by those who may give the role; nobody plans what they may not do", arguments: TestDatabase.available)
    func revoked(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, igor = people.igor.person, order = try world.order()
        let deputy = EnterStaffOrder(.appoint(.deputy, of: nil), of: igor, on: Self.later, order: order)
        guard case .forbidden? = try await world.outcome(deputy, by: people.vera) else { Issue.record("a teacher appoints nobody"); return }
        #expect(
            try await world.outcome(EnterStaffOrder(.appoint(.administrator, of: nil), of: igor, on: Self.later, order: order), by: people.rita)
                == .conflict(.onlyJoinedTeachers))
        #expect(
            try await world.outcome(EnterStaffOrder(.appoint(.director, of: nil), of: igor, on: Self.later, order: order), by: people.rita)
                == .forbidden(.notYoursToGive))
        #expect(
            try await world.outcome(EnterStaffOrder(.dismiss, of: igor, on: World.today + 400, order: order), by: people.rita)
                == .invalid(field: "day", .tooFarAhead))
        #expect(try await world.outcome(EnterStaffOrder(.dismiss, of: people.zoya.person, on: Self.later, order: order), by: people.rita) == .notFound)
        guard case .planned(let number) = try await world.perform(deputy, by: people.rita) else { Issue.record("it waits"); return }
        let plan = ID<StaffPlan>(number)
        for viewer in [people.vera, people.olga] {
            guard case .forbidden? = try await world.outcome(RevokeStaffPlan(plan), by: viewer) else { Issue.record("\(viewer.name)"); continue }
        }
        #expect(try await world.outcome(RevokeStaffPlan(plan), by: people.xenia) == .notFound, "another school's plan is nowhere")
        try await world.perform(RevokeStaffPlan(plan), by: people.rita)
        #expect(try await world.outcome(RevokeStaffPlan(plan), by: people.rita) == .conflict(.planClosed))
        try await world.site.tidy(at: Self.moment(Self.later))
        #expect(try await world.roles(of: igor).contains("deputy") == false)
    }

    @Test("the page of an order lists the appointments and dismissals that are still to come by it, and no other order's", arguments: TestDatabase.available)
    func onTheOrdersPage(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, (igor, vera) = (people.igor, people.vera)
        try await world.perform(EnterStaffOrder(.dismiss, of: vera.person, on: Self.later, order: world.order()), by: people.rita)
        try await world.perform(
            EnterStaffOrder(.appoint(.classTeacher, of: people.class8.id), of: igor.person, on: Self.later, order: world.order("15-л")), by: people.rita)
        let texts = try await world.browse(as: people.rita) { client in
            var texts: [String] = []
            for number in 1...2 { texts.append(try await client.execute(uri: "/movement/orders/\(number)", method: .get) { String(buffer: $0.body) }) }
            return texts
        }
        let planned = [vera.name.full, igor.name.full]
        for (page, text) in texts.enumerated() {
            for (place, name) in planned.enumerated() { #expect(text.contains("<b>\(name)</b>") == (place == page), "order \(page + 1), \(name)") }
            #expect(text.contains("/movement/appointments/planned/\(page + 1)/revoke"))
        }
        #expect(texts[1].contains("8"), "the class they are appointed to")
    }

    @Test("the last administrator is not dismissed by a plan: it waits for somebody to look", arguments: TestDatabase.available)
    func failed(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, director = try await world.director()
        try await world.perform(EnterStaffOrder(.dismiss, of: people.rita.person, on: Self.later, order: world.order()), by: director)
        try await world.site.tidy(at: Self.moment(Self.later))
        #expect(try await world.roles(of: people.rita.person).contains("administrator"))
        let plans = try await world.site.read { tx in try StaffPlanStore.failed(in: try MovementAccess.seen(by: director), tx) }
        #expect(plans.map(\.refusal) == [.lastOfRole])
        try await world.browse(as: director) { client in
            try await client.execute(uri: "/movement/appointments", method: .get) {
                #expect(String(buffer: $0.body).contains(people.rita.name.full) && String(buffer: $0.body).contains("Снять"))
            }
        }
    }
}
