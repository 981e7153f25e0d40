import Accounts
import Kernel
import School
import Storage

/// The bells of a school are changed: the usual ones, or those of another name that hold on some days (REQUIREMENTS E18). Dated lessons
/// that have not begun move with them.
public struct ChangeBells: Verb {
    public let change: BellChange
    public init(_ change: BellChange) { self.change = change }

    /// What was moved.
    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> [LessonShift] {
        let school = try TimetableAccess.bells(setBy: viewer), before = try BellStore.plan(of: school.id, tx)
        let shifts = try Self.shifts(change, before, by: viewer, at: now, tx)
        let id = try BellStore.write(change, in: school, tx)
        try BellStore.shift(shifts, in: school, after: now, tx)
        let (was, became) = change.words(before)
        if was != became {
            try tx.leave(Trace("timetable.bells", about: id.map { "bells:\($0.number)" } ?? "bells", was: was, became: became), by: viewer, at: now)
        }
        return shifts
    }

    /// What would be moved, without doing it.
    public static func preview(_ change: BellChange, by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> [LessonShift] {
        let school = try TimetableAccess.bells(setBy: viewer)
        return try shifts(change, try BellStore.plan(of: school.id, tx), by: viewer, at: now, tx)
    }

    private static func shifts(_ change: BellChange, _ before: BellPlan, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> [LessonShift] {
        let after = try before.after(change)
        return try BellStore.shifts(to: after, of: viewer.school, zone: viewer.zone, after: now, tx).filter { shift in
            // What rings differently already, e.g. a lesson without a bell, is not this change's doing.
            before.bells(on: shift.day)[shift.number] != after.bells(on: shift.day)[shift.number]
        }
    }
}

extension BellPlan {
    /// The plan as the change leaves it. Throws `Denial.invalid` for what cannot be, `notFound` for a schedule that is not the school's.
    func after(_ change: BellChange) throws -> BellPlan {
        var plan = self
        switch change {
        case .usual(let bells):
            try Bell.check(bells)
            plan.usual = bells
        case .schedule(let id, let draft):
            try check(draft, beside: schedules.filter { $0.id != id })
            let schedule = BellSchedule(id ?? ID(0), name: draft.name, weekdays: draft.weekdays, days: draft.days, bells: draft.bells)
            if let id {
                guard let place = schedules.firstIndex(where: { $0.id == id }) else { throw Denial.notFound }
                plan.schedules[place] = schedule
            } else {
                plan.schedules.append(schedule)
            }
        case .remove(let id):
            guard schedules.contains(where: { $0.id == id }) else { throw Denial.notFound }
            plan.schedules.removeAll { $0.id == id }
        }
        return plan
    }

    private func check(_ draft: BellScheduleDraft, beside others: [BellSchedule]) throws {
        guard (1...100).contains(draft.name.count) else { throw Denial.invalid(field: "name", draft.name.isEmpty ? .emptyName : .longName) }
        guard !others.contains(where: { $0.name == draft.name }) else { throw Denial.invalid(field: "name", .bellsNameTaken) }
        guard draft.weekdays.isSubset(of: Set(1...7)) else { throw Denial.invalid(field: "weekdays", .weekdayTaken) }
        guard others.allSatisfy({ $0.weekdays.isDisjoint(with: draft.weekdays) }) else { throw Denial.invalid(field: "weekdays", .weekdayTaken) }
        guard others.allSatisfy({ $0.days.isDisjoint(with: draft.days) }) else { throw Denial.invalid(field: "days", .dayTaken) }
        guard draft.days.count <= 100 else { throw Denial.invalid(field: "days", .tooManyDays) }
        guard !draft.bells.isEmpty else { throw Denial.invalid(field: "bells", .noBells) }
        try Bell.check(draft.bells)
    }
}

extension BellChange {
    /// What stood and what stands, for the trace.
    fileprivate func words(_ before: BellPlan) -> (was: String?, became: String?) {
        func words(_ bells: [Bell]) -> String { bells.map { "\($0.number) \(clock($0.starts))-\(clock($0.ends))" }.joined(separator: ", ") }
        func whole(_ name: String, _ weekdays: Set<Int>, _ days: Set<Day>, _ bells: [Bell]) -> String {
            "\(name) [\(weekdays.sorted().map(String.init).joined(separator: ","))] [\(days.sorted().map(\.description).joined(separator: ","))] \(words(bells))"
        }
        func known(_ id: ID<BellSchedule>?) -> String? {
            before.schedules.first { $0.id == id }.map { whole($0.name, $0.weekdays, $0.days, $0.bells) }
        }
        return switch self {
        case .usual(let bells): (before.usual.isEmpty ? nil : words(before.usual), words(bells))
        case .schedule(let id, let draft): (known(id), whole(draft.name, draft.weekdays, draft.days, draft.bells))
        case .remove(let id): (known(id), nil)
        }
    }
}

/// «08:30», as forms, programs and traces write a time of day.
func clock(_ minute: Int) -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
}

/// The minute after midnight of `08:30`; `nil` for what is no time. `24:00` is the end of the day.
func minute(of clock: String) -> Int? {
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }),
        let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60, hours * 60 + minutes <= 1440
    else { return nil }
    return hours * 60 + minutes
}
