import Accounts
import Kernel
import Storage

/// A pupil is no longer in a group of their class; what was written while they were in it stays.
public struct LeaveGroup: Verb {
    public let pupil: ID<Person>
    public let group: ID<StudyGroup>
    public let on: Day
    public init(_ pupil: ID<Person>, from group: ID<StudyGroup>, on day: Day) {
        self.pupil = pupil
        self.group = group
        self.on = day
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try SchoolAccess.ruled(by: viewer)
        let left = try tx.rows(
            """
            UPDATE group_member SET until = CASE WHEN since > \(on) THEN since ELSE \(on) END
            WHERE pupil_id = \(pupil) AND until IS NULL AND group_id IN (SELECT id FROM study_group WHERE id = \(group) AND school_id = \(ruled.id))
            RETURNING group_id
            """)
        guard !left.isEmpty else { throw Denial.notFound }
        try tx.leave(Trace("school.group", about: "person:\(pupil.number)", was: "group:\(group.number)"), by: viewer, at: now)
        try tx.tellClassList(of: group, in: ruled)
    }
}
