import Accounts
import Journal
import Kernel
import School
import Storage

/// The last movement of a pupil is taken back as if it had never been; the line stays in the book, crossed out.
/// Refused once the pupil has marks in the class it led to.
public struct UndoMovement: Verb {
    public let movement: ID<PupilMovement>
    public init(_ movement: ID<PupilMovement>) { self.movement = movement }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        guard let line = try MovementStore.undoable(movement, in: ruled, tx) else { throw Denial.notFound }
        guard !line.isUndone, line.isLast else { throw Denial.conflict(.notLast) }
        try Undoing(school: ruled, viewer: viewer, now: now, tx: tx).undo(line)
    }
}

/// A line of the book as its undoing needs it.
struct UndoableLine: Sendable {
    let id: ID<PupilMovement>
    let pupil: ID<Person>
    let kind: PupilMovement.Kind
    let to: ID<SchoolClass>?
    let ended: Int64?
    let begun: Int64?
    let day: Day
    let gaveRole: Bool
    let isUndone: Bool
    let isLast: Bool
}

struct Undoing {
    let school: RuledSchool
    let viewer: Viewer
    let now: Moment
    let tx: Transaction

    func undo(_ line: UndoableLine) throws {
        let seat = try EnrolmentStore.seat(of: line.pupil, tx)
        if let begun = line.begun {
            guard let seat, seat.id == begun else { throw Denial.conflict(.changedSince) }
            try strike(seat, line)
        } else if seat != nil {
            throw Denial.conflict(.inAnotherClass)
        }
        if let ended = line.ended { try reopen(ended, line) }
        try MovementStore.markUndone(line.id, by: viewer, at: now, in: school, tx)
        try tx.leave(Trace("movement.undone", about: "person:\(line.pupil.number)/movement:\(line.id.number)"), by: viewer, at: now)
    }

    private func strike(_ seat: EnrolmentStore.Seat, _ line: UndoableLine) throws {
        guard try !Written.hasMarks(line.pupil, in: seat.schoolClass, since: line.day, tx) else { throw Denial.conflict(.markedSince) }
        try EnrolmentStore.strike(seat, of: line.pupil, in: school, tx)
        guard line.gaveRole else { return }
        let rights = FamilyRights(school: school, viewer: viewer, now: now, tx: tx)
        try rights.take(from: line.pupil, on: line.day, notedAt: try MovementStore.lastLeaving(of: line.pupil, in: school, tx))
    }

    /// The place before goes on, unless the pupil has been somewhere else meanwhile.
    private func reopen(_ ended: Int64, _ line: UndoableLine) throws {
        let later = try tx.first(
            "SELECT id FROM enrolment WHERE pupil_id = \(line.pupil) AND id <> \(ended) AND since > (SELECT since FROM enrolment WHERE id = \(ended)) LIMIT 1")
        guard later == nil else { throw Denial.conflict(.changedSince) }
        if line.kind.isLeaving {
            let rights = FamilyRights(school: school, viewer: viewer, now: now, tx: tx)
            _ = try rights.give(line.pupil, since: line.day)
            try rights.restoreGuardians(of: line.pupil, lostAt: line.id, since: line.day)
        }
        try EnrolmentStore.reopen(ended, of: line.pupil, groups: MovementStore.groups(lostAt: line.id, tx), in: school, tx)
    }
}
