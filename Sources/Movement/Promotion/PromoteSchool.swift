import Accounts
import Kernel
import School
import Storage

/// The whole school goes on into the next academic year, by one order and in one transaction (REQUIREMENTS A14, A29). Done again it
/// moves only those who have not been moved: nothing is made twice.
public struct PromoteSchool: Verb {
    public let from: ID<AcademicYear>
    public let to: ID<AcademicYear>
    public let choices: [PromotionChoice]
    /// Names of first classes that begin empty.
    public let first: [String]
    public let order: OrderDraft
    public init(from: ID<AcademicYear>, to: ID<AcademicYear>, _ choices: [PromotionChoice], first: [String] = [], order: OrderDraft) {
        self.from = from
        self.to = to
        self.choices = choices
        self.first = first
        self.order = order
    }

    /// `nil` where there was nothing left to do.
    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Promotion>? {
        let ruled = try MovementAccess.moved(by: viewer), today = viewer.zone.day(of: now)
        try order.check(today: today)
        guard let starts = try PromotionStore.days(from: from, to: to, in: ruled, tx) else { throw Denial.notFound }
        let order = try OrderStore.note(order, in: ruled, at: now, tx)
        let promotion = try PromotionStore.begin(from: from, to: to, order: order, in: ruled, at: now, tx)
        let moving = Moving(
            rules: MovementRules(school: ruled, today: today, tx: tx), viewer: viewer, now: now, day: starts, order: order, promotion: promotion)
        var promoting = Promoting(moving: moving, to: to)
        for name in first { try promoting.makeClass(name, year: 1) }
        for choice in choices where choice.act != .leave || !choice.exceptions.isEmpty { try promoting.promote(choice) }
        guard promoting.hasDone else { try PromotionStore.forget(promotion, tx); return nil }
        try tx.leave(Trace("movement.promotion", about: "promotion:\(promotion.number)", became: "order:\(order.number)"), by: viewer, at: now)
        return promotion
    }
}

/// Takes class by class into the next year.
struct Promoting {
    let moving: Moving
    let to: ID<AcademicYear>
    private(set) var hasDone = false
    init(moving: Moving, to: ID<AcademicYear>) {
        self.moving = moving
        self.to = to
    }

    private var tx: Transaction { moving.rules.tx }
    private var school: RuledSchool { moving.rules.school }
    private func run<V: Verb>(_ verb: V) throws -> V.Outcome { try verb.run(by: moving.viewer, at: moving.now, in: tx) }

    /// The class of this name in the next year, made if there is none.
    @discardableResult mutating func makeClass(_ name: String, year: Int?) throws -> ID<SchoolClass> {
        if let known = try tx.first("SELECT id FROM school_class WHERE academic_year_id = \(to) AND school_id = \(school.id) AND name = \(name)") {
            return try known.id("id")
        }
        guard name.count <= 100 else { throw Denial.invalid(field: "name", .longName) }
        hasDone = true
        return try run(AddClass(name, year: year, in: to)).id
    }

    mutating func promote(_ choice: PromotionChoice) throws {
        guard let origin = try PromotionStore.schoolClass(choice.schoolClass, in: school, tx) else { throw Denial.notFound }
        let pupils = try MovementStore.pupils(in: origin.id, tx).map(\.id)
        let fates = Dictionary(grouping: pupils, by: { choice.fate(of: $0) })
        for pupil in fates[.graduate] ?? [] { try moving.leave(pupil, as: .graduation); hasDone = true }
        if let again = fates[.again] {
            let target = try makeClass(origin.name, year: origin.year)
            for pupil in again { try moving.transfer(pupil, to: target, as: .promotion); hasDone = true }
        }
        let carried = fates[.carry] ?? []
        let target = carried.isEmpty && choice.act != .carry || pupils.isEmpty ? nil : try makeClass(choice.name, year: nextYear(after: origin, choice.name))
        if let target { try carry(carried, from: origin.id, to: target, choice) }
        if (fates[.leave] ?? []).isEmpty, !pupils.isEmpty { try handOver(origin.id, to: choice.keepsLeader ? target : nil) }
    }

    /// The year of study that the new name says, else one more than before; a group without years stays so.
    private func nextYear(after origin: SchoolClass, _ name: String) -> Int? {
        guard let year = origin.year else { return nil }
        let written = Int(name.prefix { $0.isASCII && $0.isNumber })
        return min(11, written.flatMap { (1...11).contains($0) ? $0 : nil } ?? year + 1)
    }

    private mutating func carry(_ pupils: [ID<Person>], from origin: ID<SchoolClass>, to target: ID<SchoolClass>, _ choice: PromotionChoice) throws {
        let members = try PromotionStore.groupMembers(of: origin, tx)
        for pupil in pupils { try moving.transfer(pupil, to: target, as: .promotion); hasDone = true }
        let groups = choice.copiesGroups ? try copyGroups(of: origin, to: target) : [:]
        for pupil in pupils { for group in members[pupil] ?? [] { try groups[group].map { try run(PutInGroup(pupil, in: $0, since: moving.day)) } } }
        if choice.copiesCourses { try copyCourses(of: origin, to: target, groups) }
    }

    private func copyGroups(of origin: ID<SchoolClass>, to target: ID<SchoolClass>) throws -> [ID<StudyGroup>: ID<StudyGroup>] {
        var made: [ID<StudyGroup>: ID<StudyGroup>] = [:]
        for row in try tx.rows("SELECT id, name FROM study_group WHERE class_id = \(origin) ORDER BY id") {
            let name = try row.text("name")
            let known = try tx.first("SELECT id FROM study_group WHERE class_id = \(target) AND name = \(name)")
            made[try row.id("id")] = try known?.id("id") ?? run(AddStudyGroup(name, of: target))
        }
        return made
    }

    /// Who no longer works in the school is not written down for the next year.
    private func copyCourses(of origin: ID<SchoolClass>, to target: ID<SchoolClass>, _ groups: [ID<StudyGroup>: ID<StudyGroup>]) throws {
        let rows = try tx.rows(
            """
            SELECT k.subject_id, k.group_id, CASE WHEN EXISTS (SELECT m.id FROM membership m WHERE m.person_id = k.teacher_id AND m.school_id = k.school_id
                AND m.until IS NULL AND m.role NOT IN ('pupil', 'guardian')) THEN k.teacher_id END AS teacher_id
            FROM course k WHERE k.class_id = \(origin) ORDER BY k.id
            """)
        for row in rows {
            let group: ID<StudyGroup>? = try row.optionalID("group_id")
            if let group, groups[group] == nil { continue }
            _ = try run(AddCourse(try row.id("subject_id"), for: target, group: group.flatMap { groups[$0] }, teacher: try row.optionalID("teacher_id")))
        }
    }

    /// The class teachers go on with the class or are free of it; remembered for an undoing.
    private mutating func handOver(_ origin: ID<SchoolClass>, to target: ID<SchoolClass>?) throws {
        for row in try tx.rows("SELECT teacher_id, since FROM class_teacher WHERE class_id = \(origin) AND until IS NULL ORDER BY teacher_id") {
            let teacher: ID<Person> = try row.id("teacher_id")
            // First the new class: with the last class the role would go.
            if let target { try run(AppointClassTeacher(teacher, of: target, since: moving.day)) }
            try run(DismissClassTeacher(teacher, of: origin, on: moving.day - 1))
            try PromotionStore.note(teacher, of: origin, since: row.day("since"), to: target, at: moving.promotion, tx)
            hasDone = true
        }
    }
}
