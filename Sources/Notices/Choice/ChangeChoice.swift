import Kernel
import Storage

/// A person says how they want to be reached. Their own hours only widen the school's; at least one hour of a working day stays open.
struct ChangeChoice: Verb {
    let choice: Choice
    let levels: [NoticeKind: NoticeLevel]

    private static let shortestOpen = 60

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        var choice = choice
        // What a teacher has said as a teacher stays when they look as a parent.
        if viewer.side != .staff { choice.worksLate = try ChoiceStore.choice(of: viewer, tx).worksLate }
        guard choice.pace != .weekly || viewer.side != .staff else { throw Denial.invalid(field: "pace", .weeklyForFamilies) }
        if let own = choice.own {
            let school = choice.worksLate ? nil : try ChoiceStore.quiet(of: viewer.school, tx)
            let open = (0..<1440).filter { !own.holds(weekday: 1, minute: $0) && school?.holds(weekday: 1, minute: $0) != true }
            guard open.count >= Self.shortestOpen else { throw Denial.invalid(field: "until", .nothingOpen) }
        }
        try ChoiceStore.set(choice, of: viewer, tx)
        for (kind, level) in levels where NoticeKind.chosen.contains(kind) {
            guard kind.levels.contains(level) else { throw Denial.invalid(field: kind.rawValue, .noSuchLevel) }
            try ChoiceStore.setLevel(level == kind.standard ? nil : level, of: kind, at: "", for: viewer.person, tx)
        }
        try OutboxStore.judgeAnew(of: viewer.person, at: now, tx)
    }
}
