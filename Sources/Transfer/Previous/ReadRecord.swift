import Accounts
import Kernel
import School
import Storage

/// Somebody opens what came with a pupil. Of the staff a trace says who it was.
struct ReadRecord: Verb {
    struct Shown: Sendable { let records: [PreviousRecord], joined: [JoinedMarks] }
    let pupil: ID<Person>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Shown {
        let records = try PreviousStore.records(of: pupil, seenBy: viewer, tx)
        guard let newest = records.first else { throw Denial.notFound }
        if viewer.side == .staff { try tx.leave(Trace("transfer.read", about: "person:\(pupil.number)"), by: viewer, at: now) }
        return Shown(records: records, joined: try PreviousStore.joined(newest, in: viewer.school, tx))
    }
}
