import Accounts
import Kernel
import Storage

/// A guardian is a pupil's guardian no longer: from then on the diary is closed to them.
public struct UnlinkGuardian: Verb {
    public let guardian: ID<Person>
    public let pupil: ID<Person>
    public init(_ guardian: ID<Person>, from pupil: ID<Person>) {
        self.guardian = guardian
        self.pupil = pupil
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try SchoolAccess.ruled(by: viewer)
        let found = try tx.first(
            "DELETE FROM guardian WHERE pupil_id = \(pupil) AND guardian_id = \(guardian) AND school_id = \(ruled.id) RETURNING pupil_id")
        guard found != nil else { throw Denial.notFound }
        try tx.leave(Trace("school.guardian", about: "person:\(pupil.number)", was: "person:\(guardian.number)"), by: viewer, at: now)
        try tx.tellClassList(of: pupil, in: ruled)
        tx.end(guardian)
    }
}
