import Kernel
import Storage
import WebCore

/// What of all this stands on «Сегодня»: a class teacher's check that is due, for the operator what was reported, for the coordinator
/// what is overdue, for those who move pupils what could not be done on its day.
struct MovementToday {
    let reader: Reader
    let viewer: Viewer

    func parts(_ tx: Transaction) throws -> [TodayPart] {
        guard viewer.side == .staff else { return [] }
        let views = DeadlineViews(reader: reader, viewer: viewer)
        let wanted = viewer.has(.classTeacher) ? try DeadlineStore.checks(ledBy: viewer, on: reader.today, tx).filter { $0.state != .done } : []
        let owed = wanted.map { TodayPart(.owed, views.own($0, then: "today")) }
        guard viewer.hasAny(of: Role.heads) else { return owed }
        // Nearly always there is nothing: one question for all.
        let row = try tx.one(
            """
            SELECT (SELECT COUNT(*) FROM change_report WHERE school_id = \(viewer.school) AND state = 'open') AS reports,
                (SELECT COUNT(*) FROM planned_movement WHERE school_id = \(viewer.school) AND state = 'failed') AS pupils,
                (SELECT COUNT(*) FROM planned_staff WHERE school_id = \(viewer.school) AND state = 'failed') AS staff
            """)
        return owed + (try row.int("reports") > 0 ? reports(views, tx) : [])
            + (try failures(pupils: row.int("pupils") > 0, staff: row.int("staff") > 0, tx))
    }

    /// Movements and appointments whose day has come and which could not be done.
    private func failures(pupils hasPupils: Bool, staff hasStaff: Bool, _ tx: Transaction) throws -> [TodayPart] {
        guard MovementAccess.moves(viewer), hasPupils || hasStaff else { return [] }
        let school = try MovementAccess.seen(by: viewer)
        let pupils = hasPupils ? try PlanStore.failed(in: school, tx) : [], staff = hasStaff ? try StaffPlanStore.failed(in: school, tx) : []
        return [
            pupils.isEmpty ? nil : TodayPart(.owed, PlanViews(reader: reader, moves: true).failures(pupils)),
            staff.isEmpty ? nil : TodayPart(.owed, PlanViews(reader: reader, viewer: viewer).failures(staff)),
        ].compactMap { $0 }
    }

    private func reports(_ views: DeadlineViews, _ tx: Transaction) throws -> [TodayPart] {
        guard viewer.hasAny(of: [.administrator, .operator, .coordinator]) else { return [] }
        let open = try DeadlineStore.reports(in: try MovementAccess.seen(by: viewer), isOpen: true, tx)
        let shown = MovementAccess.moves(viewer) ? open : open.filter { $0.isOverdue(on: reader.today) }
        guard !shown.isEmpty else { return [] }
        let title = MovementAccess.moves(viewer) ? reader.language.movement.openReports : reader.language.movement.overdueReports
        return [TodayPart(.owed, views.list(title, Array(shown.prefix(5))))]
    }
}
