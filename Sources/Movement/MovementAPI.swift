import Accounts
import Hummingbird
import Kernel
import School
import Storage
import WebCore
import Wire

/// Movement, appointments and reports for programs: the same verbs, stores and rights as the pages.
struct MovementAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        addMovement(to: &api)
        PromotionAPI(site: site).add(to: &api)
        addAppointments(to: &api)
        addReports(to: &api)
    }

    private func addMovement(to api: inout API) {
        let query = [
            Parameter("from", .date, "The first day; that of the running year if it is missing"),
            Parameter("to", .date, "The last day; today if it is missing"),
        ]
        api.get("movement", "The movement book over a period", query: query) { request, context -> [MovementInfo] in
            let school = try MovementAccess.seen(by: context.viewer), today = context.reader.today, query = request.uri.queryParameters
            let asked = BookQuery(
                from: query.get("from").flatMap { Day(String($0)) }, to: query.get("to").flatMap { Day(String($0)) }, schoolClass: nil, kind: nil)
            return try await site.read { tx in
                try MovementStore.book(asked.filter(in: try SchoolStore.year(of: school.id, on: today, tx), today: today), in: school, tx)
            }.map(MovementInfo.init)
        }
        api.post("movement", "Enrol, transfer or expel pupils by an order, all or none; on a later day it is planned and done then") {
            (body: MoveBody, _, context) -> Nothing in
            try await site.perform(try body.verb, by: context.viewer, at: context.now)
            return Nothing()
        }
        api.get("movement/planned", "Movements that are still to come, and those that could not be done on their day") { _, context -> [PlanInfo] in
            let school = try MovementAccess.seen(by: context.viewer), language = context.reader.language
            return try await site.read { tx in try PlanStore.open(in: school, tx) }.map { PlanInfo($0, language) }
        }
        api.post("movement/planned/:plan/revoke", "Call off a movement that is still to come") { (_: Nothing, _, context) -> Nothing in
            try await site.perform(RevokePlan(try context.id("plan")), by: context.viewer, at: context.now)
            return Nothing()
        }
        api.post("movement/:movement/undo", "Take the last movement of a pupil back") { (_: Nothing, _, context) -> Nothing in
            try await site.perform(UndoMovement(try context.id("movement")), by: context.viewer, at: context.now)
            return Nothing()
        }
    }

    private func addAppointments(to api: inout API) {
        api.get("appointments", "The appointments in force") { _, context -> [AppointmentInfo] in
            let school = try MovementAccess.seen(by: context.viewer), today = context.reader.today
            return try await site.read { tx in try AppointmentStore.holders(in: school, on: today, tx) }.map(AppointmentInfo.init)
        }
        api.post("appointments", "Give a role by an order; on a later day it is planned and done then") {
            (body: AppointmentBody, _, context) -> StaffOrderDone in
            try ruled(context)
            guard let role = Role(rawValue: body.role) else { throw Denial.invalid(field: "role", .notChosen) }
            let order = try OrderDraft(number: body.order, date: body.orderDate)
            let verb = EnterStaffOrder(.appoint(role, of: body.schoolClass.map { ID($0) }), of: ID(body.person), on: body.since, order: order)
            return StaffOrderDone(try await site.perform(verb, by: context.viewer, at: context.now))
        }
        api.post("appointments/:appointment/end", "End an appointment by another order; on a later day it is planned and done then") {
            (body: EndingBody, _, context) -> StaffOrderDone in
            try ruled(context)
            let order = try OrderDraft(number: body.order, date: body.orderDate)
            let verb = EnterStaffOrder(.end(try context.id("appointment")), of: nil, on: body.on, order: order)
            return StaffOrderDone(try await site.perform(verb, by: context.viewer, at: context.now))
        }
        api.post("staff/:person/dismissal", "A member of staff leaves the school by an order; on a later day it is planned and done then") {
            (body: EndingBody, _, context) -> StaffOrderDone in
            try ruled(context)
            let order = try OrderDraft(number: body.order, date: body.orderDate)
            let verb = EnterStaffOrder(.dismiss, of: try context.id("person"), on: body.on, order: order)
            return StaffOrderDone(try await site.perform(verb, by: context.viewer, at: context.now))
        }
        api.get("staff/planned", "Appointments and dismissals that are still to come, and those that could not be done on their day") {
            _, context -> [StaffPlanInfo] in
            let school = try MovementAccess.seen(by: context.viewer), language = context.reader.language
            return try await site.read { tx in try StaffPlanStore.open(in: school, tx) }.map { StaffPlanInfo($0, language) }
        }
        api.post("staff/planned/:staffPlan/revoke", "Call off an appointment or a dismissal that is still to come") { (_: Nothing, _, context) -> Nothing in
            try ruled(context)
            try await site.perform(RevokeStaffPlan(try context.id("staffPlan")), by: context.viewer, at: context.now)
            return Nothing()
        }
    }

    /// Who gives or takes a role proves first who they are.
    private func ruled(_ context: SignedIn) throws {
        _ = try MovementAccess.moved(by: context.viewer)
        try StepUp.require(context)
    }

    private func addReports(to api: inout API) {
        api.get("change-reports", "What class teachers have reported and nobody has done yet") { _, context -> [ReportInfo] in
            let school = try MovementAccess.seen(by: context.viewer)
            return try await site.read { tx in try DeadlineStore.reports(in: school, isOpen: true, tx) }.map(ReportInfo.init)
        }
        api.post("change-reports", "A class teacher reports an arrival, a departure or a change") { (body: ReportBody, _, context) -> Made in
            guard let kind = ChangeReport.Kind(rawValue: body.kind) else { throw Denial.invalid(field: "kind", .notChosen) }
            let verb = ReportChange(kind, in: ID(body.schoolClass), about: body.pupil.map { ID($0) }, note: body.note)
            return Made(id: try await site.perform(verb, by: context.viewer, at: context.now).number)
        }
        api.get("moved-days", "Days that were made working days or days off") { _, context -> [MovedDayInfo] in
            let school = try MovementAccess.seen(by: context.viewer), since = context.reader.today - 31
            return try await site.read { tx in try MovedDay.all(in: school.id, since: since, tx) }.map {
                MovedDayInfo(day: $0.day, isWorking: $0.isWorking, note: $0.note)
            }
        }
        api.post("moved-days", "Say that a day is a working day or a day off, or as the calendar has it") { (body: MovedDayBody, _, context) -> Nothing in
            try await site.perform(MoveDay(body.day, isWorking: body.isWorking, note: body.note ?? ""), by: context.viewer, at: context.now)
            return Nothing()
        }
        api.post("change-reports/:report/answer", "Say that a report is done, or refuse it") { (body: ReportAnswerBody, _, context) -> Nothing in
            try await site.perform(CloseReport(try context.id("report"), isDone: body.isDone, answer: body.answer), by: context.viewer, at: context.now)
            return Nothing()
        }
        api.post("school/classes/:class/data-check", "The class teacher has checked the class's data: nothing changed") { (_: Nothing, _, context) -> Nothing in
            try await site.perform(ConfirmData(of: try context.id("class")), by: context.viewer, at: context.now)
            return Nothing()
        }
    }
}

extension MoveBody {
    fileprivate var verb: MovePupils {
        get throws {
            guard let act = MovementAct(word: self.act, target: schoolClass.map { ID($0) }) else { throw Denial.invalid(field: "act", .notChosen) }
            return MovePupils(pupils.map { ID($0) }, act, on: day, order: try OrderDraft(number: order, date: orderDate), place: place ?? "")
        }
    }
}

extension StaffOrderDone {
    fileprivate init(_ outcome: EnterStaffOrder.Outcome) {
        switch outcome {
        case .appointed(let id): self.init(id: id.number, plan: nil)
        case .ended: self.init(id: nil, plan: nil)
        case .planned(let plan): self.init(id: nil, plan: plan)
        }
    }
}

extension StaffPlanInfo {
    init(_ plan: StaffPlan, _ language: Language) {
        self.init(
            id: plan.id.number, act: plan.act.rawValue, person: plan.person.number, name: plan.name.full, role: plan.role?.rawValue,
            schoolClass: plan.schoolClass,
            day: plan.day, order: plan.order.number, orderDate: plan.order.date, state: plan.state.rawValue, reason: plan.refusal?.words(language))
    }
}

extension MovementInfo {
    init(_ line: PupilMovement) {
        self.init(
            id: line.id.number, kind: line.kind.rawValue, person: line.pupil.id.number, name: line.pupil.name.full, from: line.from, to: line.to, day: line.day,
            order: line.order.number, orderDate: line.order.date, place: line.place, isUndone: line.isUndone)
    }
}

extension PlanInfo {
    init(_ plan: PlannedMovement, _ language: Language) {
        self.init(
            id: plan.id.number, act: plan.act.word, person: plan.pupil.id.number, name: plan.pupil.name.full, schoolClass: plan.act.target?.number,
            day: plan.day,
            order: plan.order.number, orderDate: plan.order.date, place: plan.place, state: plan.state.rawValue, reason: plan.refusal?.words(language))
    }
}

extension AppointmentInfo {
    init(_ holder: Holder) {
        let order = holder.appointment?.order
        self.init(
            id: holder.appointment?.id.number, role: holder.role.rawValue, person: holder.person.number, name: holder.name.full,
            schoolClass: holder.schoolClass?.id.number, since: holder.appointment?.since ?? holder.since, order: order?.number, orderDate: order?.date)
    }
}

extension ReportInfo {
    init(_ report: ChangeReport) {
        self.init(
            id: report.id.number, kind: report.kind.rawValue, schoolClass: report.schoolClass.id.number, pupil: report.pupil?.id.number, note: report.note,
            due: report.due, state: report.state.rawValue, answer: report.answer)
    }
}
