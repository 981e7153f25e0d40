import Kernel
import Storage
import WebCore

/// The movement of one person row, and what it has done, become another's. One appointment to one duty stays of two.
struct MovementMerge {
    let from: ID<Person>
    let into: ID<Person>
    let tx: Transaction
    init(_ from: ID<Person>, _ into: ID<Person>, _ tx: Transaction) {
        self.from = from
        self.into = into
        self.tx = tx
    }

    private static let columns: [(table: SQL, column: SQL)] = [
        ("school_order", "entered_by"), ("promotion", "done_by"), ("promotion_leader", "teacher_id"), ("movement", "pupil_id"), ("movement", "recorded_by"),
        ("movement", "undone_by"), ("appointment", "person_id"), ("appointment", "appointed_by"), ("appointment", "ended_by"), ("data_check", "checked_by"),
        ("planned_movement", "pupil_id"), ("planned_movement", "planned_by"), ("planned_movement", "closed_by"), ("change_report", "pupil_id"),
        ("planned_staff", "person_id"), ("planned_staff", "planned_by"), ("planned_staff", "closed_by"),
        ("change_report", "reported_by"), ("change_report", "closed_by"),
    ]

    func run() throws {
        try dropShared()
        for (table, column) in Self.columns { try tx.rows("UPDATE \(table) SET \(column) = \(into) WHERE \(column) = \(from)") }
        try tx.rows("UPDATE movement_loss SET number = \(into.number) WHERE what = 'guardian' AND number = \(from.number)")
    }

    /// The movement of one school, see `Parting`.
    static func part(_ parting: Parting, _ tx: Transaction) throws {
        try parting.move("school_order", "entered_by", in: tx)
        try parting.move("promotion", "done_by", in: tx)
        try parting.move("planned_movement", "pupil_id", "planned_by", "closed_by", in: tx)
        try parting.move("planned_staff", "person_id", "planned_by", "closed_by", in: tx)
        try parting.move("movement", "pupil_id", "recorded_by", "undone_by", in: tx)
        try parting.move("appointment", "person_id", "appointed_by", "ended_by", in: tx)
        try parting.move("data_check", "checked_by", in: tx)
        try parting.move("change_report", "pupil_id", "reported_by", "closed_by", in: tx)
        try parting.move("promotion_leader", "teacher_id", by: "promotion_id", of: "promotion", in: tx)
        try tx.rows(
            """
            UPDATE movement_loss SET number = \(parting.line.number) WHERE what = 'guardian' AND number = \(parting.person.number)
            AND movement_id IN (SELECT id FROM movement WHERE school_id = \(parting.school))
            """)
    }

    private func dropShared() throws {
        try tx.rows(
            """
            DELETE FROM planned_movement WHERE pupil_id = \(from) AND state = 'planned' AND EXISTS (SELECT o.id FROM planned_movement o
                WHERE o.pupil_id = \(into) AND o.school_id = planned_movement.school_id AND o.state = 'planned')
            """)
        try tx.rows(
            """
            DELETE FROM planned_staff WHERE person_id = \(from) AND state = 'planned' AND EXISTS (SELECT o.id FROM planned_staff o
                WHERE o.person_id = \(into) AND o.school_id = planned_staff.school_id AND o.state = 'planned' AND o.act = planned_staff.act
                AND o.role = planned_staff.role AND COALESCE(o.class_id, 0) = COALESCE(planned_staff.class_id, 0))
            """)
        // The appointment that goes with the merge cannot be ended any more.
        try tx.rows(
            """
            DELETE FROM planned_staff WHERE appointment_id IN (SELECT a.id FROM appointment a WHERE a.person_id = \(from) AND a.until IS NULL
                AND EXISTS (SELECT o.id FROM appointment o WHERE o.person_id = \(into) AND o.until IS NULL AND o.school_id = a.school_id
                AND o.role = a.role AND COALESCE(o.class_id, 0) = COALESCE(a.class_id, 0)))
            """)
        try tx.rows(
            """
            DELETE FROM promotion_leader WHERE teacher_id = \(from) AND EXISTS (SELECT o.teacher_id FROM promotion_leader o WHERE o.teacher_id = \(into)
                AND o.promotion_id = promotion_leader.promotion_id AND o.from_class_id = promotion_leader.from_class_id)
            """)
        try tx.rows(
            """
            DELETE FROM appointment WHERE person_id = \(from) AND until IS NULL AND EXISTS (SELECT o.id FROM appointment o WHERE o.person_id = \(into)
                AND o.until IS NULL AND o.school_id = appointment.school_id AND o.role = appointment.role
                AND COALESCE(o.class_id, 0) = COALESCE(appointment.class_id, 0))
            """)
        try tx.rows(
            """
            DELETE FROM movement_loss WHERE what = 'guardian' AND number = \(from.number) AND EXISTS (SELECT o.number FROM movement_loss o
                WHERE o.movement_id = movement_loss.movement_id AND o.what = 'guardian' AND o.number = \(into.number) AND o.since = movement_loss.since)
            """)
    }
}
