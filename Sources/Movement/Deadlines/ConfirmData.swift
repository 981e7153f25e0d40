import Accounts
import Kernel
import School
import Storage

/// The class teacher has checked the data of the class's pupils and families and found nothing changed (REQUIREMENTS A33). Once a
/// month is enough: said again it stays as it was.
public struct ConfirmData: Verb {
    public let schoolClass: ID<SchoolClass>
    public init(of schoolClass: ID<SchoolClass>) { self.schoolClass = schoolClass }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let led = try MovementAccess.led(schoolClass, by: viewer, in: tx), month = Month(of: viewer.zone.day(of: now))
        let added = try tx.first(
            """
            INSERT INTO data_check (class_id, month, school_id, checked_by, checked_at)
            VALUES (\(led.id), \(month.description), \(led.school), \(led.leader), \(now)) ON CONFLICT (class_id, month) DO NOTHING RETURNING month
            """)
        guard added != nil else { return }
        try tx.leave(Trace("movement.data-check", about: "class:\(led.id.number)", became: month.description), by: viewer, at: now)
    }
}
