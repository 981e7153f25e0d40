import Accounts
import Kernel
import School
import Storage

/// Writes down what is to be done on a day that is still to come. All that can be known beforehand is checked now, and everything again
/// on the day.
struct Planning {
    let rules: MovementRules
    let viewer: Viewer
    let now: Moment
    let day: Day
    private var tx: Transaction { rules.tx }
    private var school: RuledSchool { rules.school }

    func plan(_ pupil: ID<Person>, _ act: MovementAct, order: ID<SchoolOrder>, place: String) throws {
        try rules.checkPlan(pupil, act, on: day)
        let plan = try PlanStore.add(pupil, act, on: day, order: order, place: place, in: school, at: now, tx)
        try tx.leave(
            Trace("movement.planned", about: "person:\(pupil.number)/plan:\(plan.number)", became: "\(act.word):\(day)"), by: viewer, at: now)
    }
}

extension MovementRules {
    /// Whether a movement of this day waits until it comes.
    func waits(_ day: Day) -> Bool { day > today }

    /// What is known already of a movement that is still to come.
    func checkPlan(_ pupil: ID<Person>, _ act: MovementAct, on day: Day) throws {
        let seat = try EnrolmentStore.seat(of: pupil, tx), isHere = seat?.school == school.id
        switch act {
        case .enrol:
            guard try tx.first("SELECT id FROM membership WHERE person_id = \(pupil) AND school_id = \(school.id) AND role = 'pupil'") != nil else {
                throw Denial.notFound
            }
            guard !isHere else { throw Denial.conflict(.inAnotherClass) }
        case .transfer(let target):
            guard isHere else { throw Denial.conflict(.notInClass) }
            guard seat?.schoolClass != target else { throw Denial.conflict(.sameClass) }
        case .expel:
            guard isHere else { throw Denial.conflict(.notInClass) }
        }
        if let seat, isHere, day <= seat.since { throw Denial.conflict(.sameDay) }
        guard try !PlanStore.isPlanned(pupil, in: school, tx) else { throw Denial.conflict(.plannedAlready) }
    }
}
