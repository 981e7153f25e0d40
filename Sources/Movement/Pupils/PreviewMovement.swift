import Accounts
import Kernel
import School
import Storage

/// What moving the pupils would do, without doing it: read before the order is entered for good.
enum PreviewMovement {
    static func lines(
        _ pupils: [ID<Person>], _ act: MovementAct, on day: Day, by viewer: Viewer, today: Day, in school: ReadSchool, _ tx: Transaction
    ) throws -> [MovementPreview] {
        let ruled = try MovementAccess.moved(by: viewer)
        let rules = MovementRules(school: ruled, today: today, tx: tx)
        try rules.check(day, for: act)
        return try pupils.compactMap { id in
            guard let pupil = try MovementStore.person(id, in: school, tx) else { throw Denial.notFound }
            let seat = try EnrolmentStore.seat(of: id, tx).flatMap {
                $0.school == school.id ? try MovementStore.schoolClass($0.schoolClass, in: school, tx) : nil
            }
            return MovementPreview(
                pupil: pupil, from: seat?.name, refusal: try refusal(of: id, act, on: day, rules),
                guardians: act == .expel ? try MovementStore.guardianNames(of: id, in: school, tx) : [])
        }
    }

    private static func refusal(of pupil: ID<Person>, _ act: MovementAct, on day: Day, _ rules: MovementRules) throws -> Denial.Reason? {
        do {
            guard !rules.waits(day) else { try rules.checkPlan(pupil, act, on: day); return nil }
            switch act {
            case .enrol: try rules.checkFree(pupil, on: day)
            case .transfer(let target): _ = try rules.seat(of: pupil, leftOn: day, for: target)
            case .expel: _ = try rules.seat(of: pupil, leftOn: day, for: nil)
            }
            return nil
        } catch Denial.conflict(let reason) {
            return reason
        }
    }
}
