import Hummingbird
import Kernel
import Markup
import School
import Storage
import WebCore

/// Appointments by order and dismissals. Reads requests, runs verbs, shows views. Decides nothing.
struct AppointmentRoutes: Sendable {
    let site: Site

    func add(to movement: RouterGroup<SignedIn>) {
        movement.get("appointments", use: list)
        movement.post("appointments", use: appoint)
        movement.get("appointments/new") { request, context in
            _ = try MovementAccess.seen(by: context.viewer)
            try ruled(context)
            let query = request.uri.queryParameters
            let typed = ["role", "class", "person"].reduce(into: [String: String]()) { $0[$1] = query.get($1).map { String($0) } }
            return try await form(Filled(form: "appoint", typed: typed, denial: nil), context)
        }
        movement.get("appointments/:appointment/end") { _, context in
            if MovementAccess.moves(context.viewer) { try StepUp.require(context) }
            return try await ending(.nothing, context)
        }
        movement.post("appointments/:appointment/end", use: end)
        movement.post("appointments/planned/:staffPlan/revoke", use: revoke)
        movement.get("dismissals/new") { _, context in
            _ = try MovementAccess.seen(by: context.viewer)
            try ruled(context)
            return try await dismissal(.nothing, context)
        }
        movement.post("dismissals", use: dismiss)
    }

    /// Who gives or takes a role proves first who they are.
    private func ruled(_ context: SignedIn) throws {
        _ = try MovementAccess.moved(by: context.viewer)
        try StepUp.require(context)
    }

    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let school = try MovementAccess.seen(by: context.viewer), today = context.reader.today
        let (holders, orphans, plans) = try await site.read { tx in
            (
                try AppointmentStore.holders(in: school, on: today, tx), try AppointmentStore.orphans(in: school, on: today, tx),
                try StaffPlanStore.open(in: school, tx)
            )
        }
        return AppointmentViews(reader: context.reader, viewer: context.viewer).page(holders, orphans, plans)
    }

    @Sendable func revoke(_ request: Request, _ context: SignedIn) async throws -> Response {
        try ruled(context)
        try await site.perform(RevokeStaffPlan(try context.id("staffPlan")), by: context.viewer, at: context.now)
        return .seeOther(.appointments)
    }

    private func form(_ filled: Filled, _ context: SignedIn) async throws -> HTML {
        let school = try MovementAccess.seen(by: context.viewer), today = context.reader.today
        _ = try MovementAccess.moved(by: context.viewer)
        let (staff, classes) = try await site.read { tx in
            (try AppointmentStore.candidates(in: school, tx), try MovementStore.classes(openOn: today, in: school, tx))
        }
        return AppointmentViews(reader: context.reader, viewer: context.viewer).form(staff, classes, filled)
    }

    @Sendable func appoint(_ request: Request, _ context: SignedIn) async throws -> Response {
        try ruled(context)
        return try await request.answer("appoint", page: { try await form($0, context) }) { form in
            guard let role = Role(rawValue: form.text("role")) else { throw Denial.invalid(field: "role", .notChosen) }
            let change = StaffChange.appoint(role, of: role == .classTeacher ? try form.optionalID("class") : nil)
            let verb = EnterStaffOrder(change, of: try form.id("person"), on: try form.day("since"), order: try form.order())
            try await site.perform(verb, by: context.viewer, at: context.now)
            return .appointments
        }
    }

    private func ending(_ filled: Filled, _ context: SignedIn) async throws -> HTML {
        let school = try MovementAccess.seen(by: context.viewer), id: ID<Appointment> = try context.id("appointment")
        guard let appointment = try await site.read({ tx in try AppointmentStore.appointment(id, in: school, tx) }) else { throw Denial.notFound }
        return AppointmentViews(reader: context.reader, viewer: context.viewer).ending(appointment, filled)
    }

    @Sendable func end(_ request: Request, _ context: SignedIn) async throws -> Response {
        try ruled(context)
        let id: ID<Appointment> = try context.id("appointment")
        return try await request.answer("end", page: { try await ending($0, context) }) { form in
            try await site.perform(EnterStaffOrder(.end(id), of: nil, on: try form.day("on"), order: try form.order()), by: context.viewer, at: context.now)
            return .appointments
        }
    }

    private func dismissal(_ filled: Filled, _ context: SignedIn) async throws -> HTML {
        let school = try MovementAccess.seen(by: context.viewer)
        _ = try MovementAccess.moved(by: context.viewer)
        let staff = try await site.read { tx in try AppointmentStore.candidates(in: school, tx) }
        return AppointmentViews(reader: context.reader, viewer: context.viewer).dismissal(staff, filled)
    }

    @Sendable func dismiss(_ request: Request, _ context: SignedIn) async throws -> Response {
        try ruled(context)
        return try await request.answer("dismiss", page: { try await dismissal($0, context) }) { form in
            let verb = EnterStaffOrder(.dismiss, of: try form.id("person"), on: try form.day("day"), order: try form.order())
            try await site.perform(verb, by: context.viewer, at: context.now)
            return .appointments
        }
    }
}
