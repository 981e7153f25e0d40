import Accounts
import Kernel
import Storage

/// Does one thing to many people, in one transaction: to each to whom it can be done, exactly as its preview has said. Sent twice
/// under one name it is done once.
struct DoMassAct: Verb {
    let act: MassAct
    let people: [ID<Person>]
    /// The form's own name.
    let attempt: Attempt

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<MassAct> {
        let ruled = try PeopleAccess.ruled(by: viewer)
        if let known = try MassStore.known(attempt, ruled, tx) { return known }
        guard !people.isEmpty else { throw Denial.invalid(field: "person", .choosePeople) }
        guard people.count <= MassAct.most else { throw Denial.invalid(field: "person", .tooManyPeople) }
        if let role = act.role { _ = try AccountsAccess.ruled(by: viewer, giving: role) }
        if act.kind == .confirm { _ = try AccountsAccess.confirming(by: viewer) }
        let lines = try MassPlan(act, people, ruled: ruled, at: now, tx).lines(people).filter { $0.fate != .notHere }
        let id = try MassStore.add(act, attempt, lines, ruled, at: now, tx)
        for line in lines where line.fate == .done { try apply(to: line.person, by: viewer, at: now, in: tx) }
        try tx.leave(Trace("people.mass", about: "mass:\(id.number)", became: act.kind.rawValue), by: viewer, at: now)
        return id
    }

    private func apply(to person: ID<Person>, by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let today = viewer.zone.day(of: now)
        switch (act.kind, act.role) {
        case (.giveRole, let role?): try GrantRole(role, to: person, since: today).run(by: viewer, at: now, in: tx)
        case (.endRole, let role?): try EndRole(role, of: person, on: today).run(by: viewer, at: now, in: tx)
        case (.confirm, _): try ConfirmTeacher(person).run(by: viewer, at: now, in: tx)
        case (.endSignIns, _): try EndSignIns(of: person).run(by: viewer, at: now, in: tx)
        default: throw Denial.invalid(field: "role", .chooseRole)
        }
    }
}

/// Undoes an act, as far as nobody has changed the same thing meanwhile.
struct UndoMassAct: Verb {
    let act: ID<MassAct>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try PeopleAccess.ruled(by: viewer)
        guard let done = try MassStore.done(act, ruled, tx) else { throw Denial.notFound }
        // Pressed twice, it is undone once.
        guard done.undoneAt == nil else { return }
        guard done.canBeUndone(at: now) else { throw Denial.conflict(.tooLateToUndo) }
        guard try MassStore.markUndone(act, ruled, at: now, tx) else { return }
        for line in done.lines where line.fate == .done {
            if try undo(done, for: line, by: viewer, at: now, in: tx) { try MassStore.markUndone(line.person, of: act, tx) }
        }
        try tx.leave(Trace("people.mass", about: "mass:\(act.number)", was: done.act.kind.rawValue), by: viewer, at: now)
    }

    /// `false` where the thing stands otherwise by now.
    private func undo(_ done: MassAct.Done, for line: MassAct.Line, by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Bool {
        let person = line.person
        do {
            switch (done.act.kind, done.act.role) {
            case (.giveRole, let role?): try EndRole(role, of: person, on: viewer.zone.day(of: now)).run(by: viewer, at: now, in: tx)
            case (.endRole, let role?):
                try RestoreRole(role, of: person).run(by: viewer, at: now, in: tx)
                if line.hadBadge, AccountsAccess.mayConfirm(viewer) { try ConfirmTeacher(person).run(by: viewer, at: now, in: tx) }
            case (.confirm, _): try WithdrawBadge(from: person).run(by: viewer, at: now, in: tx)
            default: return false
            }
            return true
        } catch Denial.notFound { return false }
    }
}
