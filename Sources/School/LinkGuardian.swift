import Accounts
import Kernel
import Storage

/// A guardian is linked with a pupil: from then on they read the pupil's diary (REQUIREMENTS E22).
public struct LinkGuardian: Verb {
    public let guardian: ID<Person>
    public let pupil: ID<Person>
    public init(_ guardian: ID<Person>, to pupil: ID<Person>) {
        self.guardian = guardian
        self.pupil = pupil
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try SchoolAccess.ruled(by: viewer)
        let found = try tx.first(
            """
            SELECT p.id FROM membership p JOIN membership g ON g.school_id = p.school_id AND g.person_id = \(guardian) AND g.role = 'guardian' AND g.until IS NULL
            WHERE p.person_id = \(pupil) AND p.role = 'pupil' AND p.until IS NULL AND p.school_id = \(ruled.id)
            """)
        guard found != nil else { throw Denial.notFound }
        let added = try tx.rows(
            "INSERT INTO guardian (pupil_id, guardian_id, school_id) VALUES (\(pupil), \(guardian), \(ruled.id)) ON CONFLICT (pupil_id, guardian_id, school_id) DO NOTHING RETURNING pupil_id"
        )
        guard !added.isEmpty else { return }
        try tx.leave(Trace("school.guardian", about: "person:\(pupil.number)", became: "person:\(guardian.number)"), by: viewer, at: now)
        try tx.tellClassList(of: pupil, in: ruled)
        tx.end(guardian)
    }
}
