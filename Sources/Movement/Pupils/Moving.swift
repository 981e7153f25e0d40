import Accounts
import Kernel
import School
import Storage

/// Moves one pupil and writes the line of the book; what single movements and the yearly promotion have in common.
struct Moving {
    let rules: MovementRules
    let viewer: Viewer
    let now: Moment
    let day: Day
    let order: ID<SchoolOrder>
    var place = ""
    var promotion: ID<Promotion>?

    private var tx: Transaction { rules.tx }
    private var school: RuledSchool { rules.school }

    func move(_ pupil: ID<Person>, _ act: MovementAct) throws {
        switch act {
        case .enrol(let target): try enrol(pupil, into: target)
        case .transfer(let target): try transfer(pupil, to: target)
        case .expel: try leave(pupil)
        }
    }

    /// One who has been in the school before comes back with the guardians the leaving has taken away.
    func enrol(_ pupil: ID<Person>, into target: ID<SchoolClass>) throws {
        try rules.checkFree(pupil, on: day)
        let hasBeenHere = try EnrolmentStore.hasBeenHere(pupil, in: school, tx)
        let rights = FamilyRights(school: school, viewer: viewer, now: now, tx: tx)
        let gaveRole = try rights.give(pupil, since: day)
        if gaveRole { try rights.restoreGuardians(of: pupil, since: day) }
        let begun = try EnrolmentStore.begin(pupil, in: target, since: day, of: school, tx)
        try note(Line(pupil: pupil, kind: hasBeenHere ? .return : .enrolment, to: target, begun: begun, gaveRole: gaveRole))
    }

    /// Out of one class and into another the same day: never in two, never in none (REQUIREMENTS A28).
    func transfer(_ pupil: ID<Person>, to target: ID<SchoolClass>, as kind: PupilMovement.Kind = .transfer) throws {
        let seat = try rules.seat(of: pupil, leftOn: day, for: target)
        let groups = try EnrolmentStore.end(seat, of: pupil, last: day - 1, in: school, tx)
        let begun = try EnrolmentStore.begin(pupil, in: target, since: day, of: school, tx)
        let line = try note(Line(pupil: pupil, kind: kind, from: seat.schoolClass, to: target, ended: seat.id, begun: begun))
        try MovementStore.noteLosses(groups, of: line, tx)
    }

    /// Out of the school: rights and chats end at once, the guardians' too unless they have another child here.
    func leave(_ pupil: ID<Person>, as kind: PupilMovement.Kind = .departure) throws {
        let seat = try rules.seat(of: pupil, leftOn: day, for: nil)
        let groups = try EnrolmentStore.end(seat, of: pupil, last: day - 1, in: school, tx)
        let line = try note(Line(pupil: pupil, kind: kind, from: seat.schoolClass, ended: seat.id))
        try MovementStore.noteLosses(groups, of: line, tx)
        try FamilyRights(school: school, viewer: viewer, now: now, tx: tx).take(from: pupil, on: day, notedAt: line)
    }

    private struct Line {
        let pupil: ID<Person>, kind: PupilMovement.Kind
        var from: ID<SchoolClass>?, to: ID<SchoolClass>?, ended: Int64?, begun: Int64?, gaveRole = false
    }

    @discardableResult private func note(_ line: Line) throws -> ID<PupilMovement> {
        let by = viewer.person.number == 0 ? nil : viewer.person
        try tx.leave(
            Trace(
                "movement.\(line.kind.rawValue)", about: "person:\(line.pupil.number)", was: line.from.map { "class:\($0.number)" },
                became: line.to.map { "class:\($0.number)" }), by: viewer, at: now)
        return try tx.one(
            """
            INSERT INTO movement (school_id, pupil_id, kind, from_class_id, to_class_id, ended_enrolment, begun_enrolment, effective_on, order_id, place,
                promotion_id, gave_role, recorded_by, recorded_at)
            VALUES (\(school.id), \(line.pupil), \(line.kind.rawValue), \(line.from), \(line.to), \(line.ended), \(line.begun), \(day), \(order), \(place),
                \(promotion), \(line.gaveRole), \(by), \(now)) RETURNING id
            """
        ).id("id")
    }
}
