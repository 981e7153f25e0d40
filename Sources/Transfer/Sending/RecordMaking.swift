import Kernel
import School
import Storage

/// Puts a pupil's record together from what the journal has.
struct RecordMaking {
    let leaver: Leaver
    /// The last day in the class.
    let until: Day
    let tx: Transaction

    /// Homework given so many days before the last one may still be owed.
    private static let debtDays = 28

    private struct Span { let name: String, days: ClosedRange<Day> }

    func record(_ package: String, from school: String, to addressee: TransferRecord.Addressee?, order: TransferRecord.Order, madeOn: Day, validUntil: Day)
        throws
        -> TransferRecord
    {
        let spans = try spans(), name = leaver.pupil.name
        return TransferRecord(
            package: package, madeOn: madeOn, validUntil: validUntil, from: .init(school: school), to: addressee,
            pupil: .init(family: name.family, given: name.given, patronymic: name.patronymic, bornOn: leaver.bornOn, sex: leaver.sex),
            left: .init(
                schoolClass: leaver.schoolClass.name, year: leaver.schoolClass.year, academicYear: leaver.academicYear.name, since: leaver.since, until: until,
                order: order),
            subjects: try subjects(spans), attendance: try attendance(spans), homework: try debts(),
            consents: ConsentNeeded.allCases.map(\.rawValue), guardians: try guardians())
    }

    /// The terms that have begun; the whole year where there are none.
    private func spans() throws -> [Span] {
        let year = leaver.academicYear
        let terms = try SchoolStore.terms(of: leaver.schoolClass.school, on: year.starts, tx).filter { $0.kind != .year && $0.starts <= until }
        return terms.isEmpty ? [Span(name: year.name, days: year.starts...year.ends)] : terms.map { Span(name: $0.name, days: $0.days) }
    }

    private var ofPupil: SQL {
        let year = leaver.academicYear
        return "l.school_id = \(leaver.schoolClass.school) AND l.held_on BETWEEN \(year.starts) AND \(until)"
    }

    private func subjects(_ spans: [Span]) throws -> [TransferRecord.SubjectPart] {
        let rows = try tx.rows(
            """
            SELECT j.name, l.held_on, m.value FROM mark m JOIN lesson l ON l.id = m.lesson_id JOIN course k ON k.id = l.course_id
            JOIN subject j ON j.id = k.subject_id WHERE m.pupil_id = \(leaver.pupil.id) AND \(ofPupil) ORDER BY j.name_key, l.held_on, l.number, l.id
            """)
        var names: [String] = [], marks: [String: [TransferRecord.MarkPart]] = [:]
        for row in rows {
            let name = try row.text("name")
            if marks[name] == nil { names.append(name) }
            marks[name, default: []].append(.init(on: try row.day("held_on"), value: "\(try row.int("value"))"))
        }
        return names.map { name in
            let terms = spans.compactMap { span -> TransferRecord.TermPart? in
                let inside = marks[name, default: []].filter { span.days.contains($0.on) }
                return inside.isEmpty
                    ? nil : .init(name: span.name, starts: span.days.lowerBound, ends: span.days.upperBound, mark: nil, marks: inside)
            }
            return TransferRecord.SubjectPart(name: name, terms: terms)
        }.filter { !$0.terms.isEmpty }
    }

    /// A condition on a lesson `l` of a course `k`: the pupil sat in it, in whichever class of the school they were that day.
    private var satThere: SQL {
        """
        EXISTS (SELECT e.id FROM enrolment e WHERE e.pupil_id = \(leaver.pupil.id) AND e.class_id = k.class_id AND e.since <= l.held_on
            AND (e.until IS NULL OR e.until >= l.held_on))
        AND (k.group_id IS NULL OR EXISTS (SELECT g.pupil_id FROM group_member g WHERE g.group_id = k.group_id AND g.pupil_id = \(leaver.pupil.id)
            AND g.since <= l.held_on AND (g.until IS NULL OR g.until >= l.held_on)))
        """
    }

    private func attendance(_ spans: [Span]) throws -> [TransferRecord.AttendancePart] {
        let rows = try tx.rows(
            """
            SELECT l.held_on, a.code, COUNT(*) AS lessons FROM lesson l JOIN course k ON k.id = l.course_id
            LEFT JOIN attendance a ON a.lesson_id = l.id AND a.pupil_id = \(leaver.pupil.id)
            WHERE \(ofPupil) AND \(satThere) GROUP BY l.held_on, a.code
            """
        ).map { (day: try $0.day("held_on"), code: try $0.optional("code", Row.text), lessons: Int(try $0.int("lessons"))) }
        return spans.compactMap { span in
            let inside = rows.filter { span.days.contains($0.day) }
            func count(_ code: String) -> Int { inside.filter { $0.code == code }.reduce(0) { $0 + $1.lessons } }
            let all = inside.reduce(0) { $0 + $1.lessons }
            return all == 0
                ? nil
                : .init(term: span.name, lessons: all, absent: count("absent"), ill: count("ill"), excused: count("excused"), late: count("late"))
        }
    }

    /// What was given and not yet due on the last day, and what was due at a lesson the pupil missed in the last four weeks.
    private func debts() throws -> [TransferRecord.Debt] {
        try tx.rows(
            """
            SELECT j.name, l.held_on, h.due_on, h.text FROM homework h JOIN lesson l ON l.id = h.lesson_id JOIN course k ON k.id = l.course_id
            JOIN subject j ON j.id = k.subject_id
            WHERE \(ofPupil) AND l.held_on >= \(until - Self.debtDays) AND \(satThere) AND (h.due_on > \(until) OR EXISTS (
                SELECT a.lesson_id FROM attendance a JOIN lesson w ON w.id = a.lesson_id
                WHERE a.pupil_id = \(leaver.pupil.id) AND a.code <> 'late' AND w.course_id = k.id AND w.held_on = h.due_on))
            ORDER BY j.name_key, l.held_on, l.id LIMIT 200
            """
        ).map { .init(subject: try $0.text("name"), givenOn: try $0.day("held_on"), dueOn: try $0.optional("due_on", Row.day), text: try $0.text("text")) }
    }

    private func guardians() throws -> [TransferRecord.GuardianPart] {
        try tx.rows(
            """
            SELECT p.family, p.given, p.patronymic FROM guardian g JOIN person p ON p.id = g.guardian_id
            WHERE g.pupil_id = \(leaver.pupil.id) AND g.school_id = \(leaver.schoolClass.school) ORDER BY p.name_key, p.id LIMIT 200
            """
        ).map { .init(family: try $0.text("family"), given: try $0.text("given"), patronymic: try $0.text("patronymic"), relation: "guardian") }
    }
}

/// What a school asks a family's consent for.
enum ConsentNeeded: String, Sendable, CaseIterable { case processing, diary, lessons, photos, publication }
