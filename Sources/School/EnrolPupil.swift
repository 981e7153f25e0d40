import Accounts
import Kernel
import Storage

/// A pupil is enrolled into a class. In another class, anywhere in the installation, they cannot be at the same time (REQUIREMENTS A28).
public struct EnrolPupil: Verb {
    public let pupil: ID<Person>
    public let schoolClass: ID<SchoolClass>
    public let since: Day
    public init(_ pupil: ID<Person>, into schoolClass: ID<SchoolClass>, since: Day) {
        self.pupil = pupil
        self.schoolClass = schoolClass
        self.since = since
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try SchoolAccess.ruled(by: viewer)
        let found = try tx.first(
            """
            SELECT c.id FROM school_class c JOIN membership m ON m.school_id = c.school_id AND m.person_id = \(pupil) AND m.role = 'pupil' AND m.until IS NULL
            WHERE c.id = \(schoolClass) AND c.school_id = \(ruled.id)
            """)
        guard found != nil else { throw Denial.notFound }
        if let present = try tx.first("SELECT class_id FROM enrolment WHERE pupil_id = \(pupil) AND until IS NULL") {
            guard try present.id("class_id") == schoolClass else { throw Denial.conflict(.inAnotherClass) }
            return
        }
        try tx.rows("INSERT INTO enrolment (school_id, class_id, pupil_id, since) VALUES (\(ruled.id), \(schoolClass), \(pupil), \(since))")
        try tx.leave(Trace("school.enrolment", about: "person:\(pupil.number)", became: "class:\(schoolClass.number)"), by: viewer, at: now)
        tx.tell(.classList(schoolClass, in: ruled.id))
    }
}
