import Hummingbird
import Kernel
import Markup
import School
import Storage
import WebCore

/// Checks, reports and their deadlines. Reads requests, runs verbs, shows views. Decides nothing.
struct DeadlineRoutes: Sendable {
    let site: Site

    func add(to movement: RouterGroup<SignedIn>) {
        movement.get("tasks") { _, context in try await tasks(.nothing, context) }
        movement.post("checks/:class", use: confirm)
        movement.get("reports/new") { request, context in
            guard let number = request.uri.queryParameters.get("class").flatMap({ Int64($0) }) else { throw Denial.notFound }
            return try await form(ID(number), .nothing, context)
        }
        movement.post("reports", use: report)
        movement.get("reports/:report") { _, context in try await page(.nothing, context) }
        movement.post("reports/:report", use: close)
        movement.post("deadlines", use: setDeadlines)
        movement.post("moved-days", use: moveDay)
    }

    private func tasks(_ filled: Filled, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer, today = context.reader.today
        guard MovementAccess.sees(viewer) || viewer.has(.classTeacher) else { throw Denial.notFound }
        let sheet = try await site.read { tx in
            let led = try DeadlineStore.checks(ledBy: viewer, on: today, tx), own = try DeadlineStore.reports(by: viewer, tx)
            guard MovementAccess.sees(viewer) else { return TaskSheet(led: led, own: own) }
            let school = try MovementAccess.seen(by: viewer)
            return TaskSheet(
                led: led, own: own, open: try DeadlineStore.reports(in: school, isOpen: true, tx),
                closed: try DeadlineStore.reports(in: school, isOpen: false, tx),
                checks: try DeadlineStore.checks(in: school, on: today, tx), lengths: try Deadline.lengths(in: school.id, tx),
                moved: try MovedDay.all(in: school.id, since: today - 31, tx))
        }
        return DeadlineViews(reader: context.reader, viewer: viewer).page(sheet, filled)
    }

    @Sendable func confirm(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.form()
        try await site.perform(ConfirmData(of: try context.id("class")), by: context.viewer, at: context.now)
        return .seeOther(form.text("then") == "today" ? "/" : .tasks)
    }

    private func form(_ id: ID<SchoolClass>, _ filled: Filled, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        let (schoolClass, pupils) = try await site.read { tx -> (SchoolClass?, [Pupil]) in
            let led = try MovementAccess.led(id, by: viewer, in: tx)
            return (try SchoolStore.classes(of: led.school, tx).first { $0.id == led.id }, try MovementStore.pupils(in: led.id, tx))
        }
        guard let schoolClass else { throw Denial.notFound }
        return DeadlineViews(reader: context.reader, viewer: viewer).form(schoolClass, pupils, filled)
    }

    @Sendable func report(_ request: Request, _ context: SignedIn) async throws -> Response {
        let sent = try await request.form()
        guard let number = Int64(sent.text("class")) else { throw Denial.notFound }
        return try await request.answer("report", page: { try await form(ID(number), $0, context) }) { form in
            guard let kind = ChangeReport.Kind(rawValue: form.text("kind")) else { throw Denial.invalid(field: "kind", .notChosen) }
            let verb = ReportChange(kind, in: ID(number), about: try form.optionalID("pupil"), note: form.text("note"))
            try await site.perform(verb, by: context.viewer, at: context.now)
            return .tasks
        }
    }

    private func page(_ filled: Filled, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer, id: ID<ChangeReport> = try context.id("report")
        guard viewer.side == .staff, let report = try await site.read({ tx in try DeadlineStore.report(id, seenBy: viewer, tx) }) else { throw Denial.notFound }
        return DeadlineViews(reader: context.reader, viewer: viewer).report(report, filled)
    }

    @Sendable func close(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try MovementAccess.moved(by: context.viewer)
        let id: ID<ChangeReport> = try context.id("report")
        return try await request.answer("close", page: { try await page($0, context) }) { form in
            let verb = CloseReport(id, isDone: form.text("act") == "done", answer: form.text("answer"))
            try await site.perform(verb, by: context.viewer, at: context.now)
            return .tasks
        }
    }

    @Sendable func setDeadlines(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try MovementAccess.moved(by: context.viewer)
        return try await request.answer("deadlines", page: { try await tasks($0, context) }) { form in
            for deadline in Deadline.allCases {
                guard let length = Int(form.text(deadline.rawValue)) else { throw Denial.invalid(field: deadline.rawValue, .wrongLength) }
                try await site.perform(SetDeadline(deadline, length), by: context.viewer, at: context.now)
            }
            return .tasks
        }
    }

    @Sendable func moveDay(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try MovementAccess.moved(by: context.viewer)
        return try await request.answer("moved", page: { try await tasks($0, context) }) { form in
            let isWorking: Bool? =
                switch form.text("is") {
                case "working": true
                case "free": false
                case "usual": nil
                default: throw Denial.invalid(field: "is", .notChosen)
                }
            try await site.perform(MoveDay(try form.day("day"), isWorking: isWorking, note: form.text("note")), by: context.viewer, at: context.now)
            return .tasks
        }
    }
}

/// What a person has to do about movement, and what others have asked for.
struct TaskSheet: Sendable {
    /// The classes the reader leads.
    let led: [CheckState]
    let own: [ChangeReport]
    /// For the heads of the school.
    var open: [ChangeReport] = []
    var closed: [ChangeReport] = []
    var checks: [CheckState] = []
    var lengths: [Deadline: Int] = [:]
    var moved: [MovedDay] = []
}
