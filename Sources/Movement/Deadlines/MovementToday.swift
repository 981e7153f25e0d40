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
        return wanted.map { TodayPart(.owed, views.own($0, then: "today")) } + (try reports(views, tx)) + (try failures(tx))
    }

    /// Movements whose day has come and which could not be done.
    private func failures(_ tx: Transaction) throws -> [TodayPart] {
        guard MovementAccess.moves(viewer) else { return [] }
        let failed = try PlanStore.failed(in: try MovementAccess.seen(by: viewer), tx)
        return failed.isEmpty ? [] : [TodayPart(.owed, PlanViews(reader: reader, moves: true).failures(failed))]
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
