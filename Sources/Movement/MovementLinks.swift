import Kernel
import Markup
import School

extension Link {
    static let book: Link = "/movement"
    static let unplaced: Link = "/movement/unplaced"
    static let newPupil: Link = "/movement/new"
    static let appointments: Link = "/movement/appointments"
    static let newAppointment: Link = "/movement/appointments/new"
    static let newDismissal: Link = "/movement/dismissals/new"
    static let promotion: Link = "/movement/promotion"
    static let tasks: Link = "/movement/tasks"
    static func moving(_ schoolClass: ID<SchoolClass>) -> Link { "/movement/classes/\(schoolClass.number)" }
    static func line(_ movement: ID<PupilMovement>) -> Link { "/movement/lines/\(movement.number)" }
    static func order(_ order: ID<SchoolOrder>) -> Link { "/movement/orders/\(order.number)" }
    static func revoking(_ plan: ID<PlannedMovement>) -> Link { "/movement/planned/\(plan.number)/revoke" }
    static func revoking(_ plan: ID<StaffPlan>) -> Link { "/movement/appointments/planned/\(plan.number)/revoke" }
    static let movedDays: Link = "/movement/moved-days"
    static func scan(_ order: ID<SchoolOrder>) -> Link { "/movement/orders/\(order.number)/scan" }
    static func ending(_ appointment: ID<Appointment>) -> Link { "/movement/appointments/\(appointment.number)/end" }
    static func undoing(_ promotion: ID<Promotion>) -> Link { "/movement/promotion/\(promotion.number)/undo" }
    static func report(_ report: ID<ChangeReport>) -> Link { "/movement/reports/\(report.number)" }
    static func reporting(_ schoolClass: ID<SchoolClass>) -> Link { "/movement/reports/new?class=\(schoolClass.number)" }
    static func check(_ schoolClass: ID<SchoolClass>) -> Link { "/movement/checks/\(schoolClass.number)" }
}
