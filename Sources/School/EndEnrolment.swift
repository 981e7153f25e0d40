import Accounts
import Kernel
import Storage

/// A pupil leaves the class; what was written while they were in it stays.
public struct EndEnrolment: Verb {
    public let pupil: ID<Person>
    public let on: Day
    public init(of pupil: ID<Person>, on day: Day) {
        self.pupil = pupil
        self.on = day
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try SchoolAccess.ruled(by: viewer)
        let ended = try tx.first(
            """
            UPDATE enrolment SET until = CASE WHEN since > \(on) THEN since ELSE \(on) END
            WHERE pupil_id = \(pupil) AND school_id = \(ruled.id) AND until IS NULL RETURNING class_id
            """)
        guard let ended else { throw Denial.notFound }
        try tx.rows("UPDATE group_member SET until = CASE WHEN since > \(on) THEN since ELSE \(on) END WHERE pupil_id = \(pupil) AND until IS NULL")
        try tx.leave(Trace("school.enrolment", about: "person:\(pupil.number)", was: "class:\(try ended.int("class_id"))"), by: viewer, at: now)
        tx.tell(.classList(try ended.id("class_id"), in: ruled.id))
        tx.end(pupil)
    }
}
