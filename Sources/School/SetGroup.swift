import Accounts
import Kernel
import Storage

/// A group is made up anew out of its class: who is missing joins, who is not named leaves, from one day on (REQUIREMENTS E13).
public struct SetGroup: Verb {
    public let group: ID<StudyGroup>
    public let pupils: Set<ID<Person>>
    public let since: Day
    public init(_ group: ID<StudyGroup>, pupils: Set<ID<Person>>, since: Day) {
        self.group = group
        self.pupils = pupils
        self.since = since
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try SchoolAccess.ruled(by: viewer)
        guard try tx.first("SELECT id FROM study_group WHERE id = \(group) AND school_id = \(ruled.id)") != nil else { throw Denial.notFound }
        let present = Set(
            try tx.rows("SELECT pupil_id FROM group_member WHERE group_id = \(group) AND until IS NULL").map { try $0.id("pupil_id", of: Person.self) })
        for pupil in present.subtracting(pupils).sorted(by: { $0.number < $1.number }) {
            try LeaveGroup(pupil, from: group, on: since).run(by: viewer, at: now, in: tx)
        }
        for pupil in pupils.subtracting(present).sorted(by: { $0.number < $1.number }) {
            try PutInGroup(pupil, in: group, since: since).run(by: viewer, at: now, in: tx)
        }
    }
}
