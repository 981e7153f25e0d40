import Accounts
import Kernel
import School
import Storage
import Timetable

/// The class journal's SQL.
enum ClassJournalStore {
    // MARK: One course

    static func course(_ id: ID<Course>, seenBy viewer: Viewer, _ tx: Transaction) throws -> Course? {
        try SchoolStore.courses(where: "k.id = \(id) AND \(JournalAccess.courseSeenBy(viewer))", tx).first
    }

    /// A term's journal as far as the viewer sees it: a substitute sees the lessons they hold. `nil` for one who sees no lesson of the course.
    /// Without a term it is the one of today. One query each for lessons, pupils, marks and attendance, however large the class.
    static func journal(of id: ID<Course>, term: ID<Term>?, today: Day, seenBy viewer: Viewer, _ tx: Transaction) throws -> ClassJournal? {
        guard let course = try course(id, seenBy: viewer, tx) else { return nil }
        let spans = try spans(of: course, tx)
        guard let span = term == nil ? current(spans, today) : spans.first(where: { $0.term == term }) else { throw Denial.notFound }
        let columns = try columns(of: course, in: span, closed: spans.filter(\.isClosed), seenBy: viewer, tx)
        let pupils = try SchoolStore.pupils(of: course, during: span.days, tx)
        let entries = try entries(of: course, in: span, columns, pupils, tx)
        return ClassJournal(course: course, span: span, spans: spans, columns: columns, pupils: pupils, entries: entries)
    }

    /// The terms of the course's year; the year itself where there are none.
    private static func spans(of course: Course, _ tx: Transaction) throws -> [Span] {
        let year = try tx.one(
            "SELECT y.name, y.starts_on, y.ends_on FROM course k JOIN academic_year y ON y.id = k.academic_year_id WHERE k.id = \(course.id)")
        let terms = try SchoolStore.terms(of: course.school, on: try year.day("starts_on"), tx)
        guard terms.isEmpty else { return terms.map { Span(term: $0.id, name: $0.name, days: $0.days, isClosed: $0.closing != nil) } }
        return [Span(term: nil, name: try year.text("name"), days: try year.day("starts_on")...year.day("ends_on"))]
    }

    /// The shortest term that today belongs to; in the holidays the one that was before; before the year its first.
    private static func current(_ spans: [Span], _ today: Day) -> Span? {
        let now = spans.filter { $0.days.contains(today) }.min { $0.length < $1.length }
        return now ?? spans.last { $0.days.upperBound < today } ?? spans.first
    }

    private static func columns(
        of course: Course, in span: Span, closed: [Span], seenBy viewer: Viewer, _ tx: Transaction
    ) throws -> [JournalColumn] {
        try tx.rows(
            """
            SELECT l.id, l.teacher_id, l.held_on, l.number, l.ends_at, r.topic, h.text, h.due_on
            FROM lesson l JOIN course k ON k.id = l.course_id
            LEFT JOIN lesson_record r ON r.lesson_id = l.id LEFT JOIN homework h ON h.lesson_id = l.id
            WHERE l.course_id = \(course.id) AND l.held_on BETWEEN \(span.days.lowerBound) AND \(span.days.upperBound) AND \(JournalAccess.seenBy(viewer))
            ORDER BY l.held_on, l.number, l.id
            """
        ).map { row in
            let day = try row.day("held_on")
            return JournalColumn(
                id: try row.id("id"), day: day, number: Int(try row.int("number")), ends: try row.moment("ends_at"),
                record: try LessonStore.record(row), isKept: JournalAccess.keeps(viewer, course, heldBy: try row.optionalID("teacher_id")),
                isClosed: closed.contains { $0.days.contains(day) })
        }
    }

    private static func entries(of course: Course, in span: Span, _ columns: [JournalColumn], _ pupils: [Pupil], _ tx: Transaction) throws -> [Entry?] {
        let column = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.id.number, $0) })
        let row = Dictionary(uniqueKeysWithValues: pupils.enumerated().map { ($1.id.number, $0) })
        var entries = [Entry?](repeating: nil, count: columns.count * pupils.count)
        func place(_ found: Row) throws -> Int? {
            guard let at = column[try found.int("lesson_id")], let line = row[try found.int("pupil_id")] else { return nil }
            return line * columns.count + at
        }
        let ofTerm: SQL = "l.course_id = \(course.id) AND l.held_on BETWEEN \(span.days.lowerBound) AND \(span.days.upperBound)"
        for found in try tx.rows("SELECT m.lesson_id, m.pupil_id, m.value FROM lesson l JOIN mark m ON m.lesson_id = l.id WHERE \(ofTerm)") {
            if let place = try place(found) { entries[place] = Entry(mark: try Mark.Value(Int(try found.int("value")))) }
        }
        for found in try tx.rows("SELECT a.lesson_id, a.pupil_id, a.code FROM lesson l JOIN attendance a ON a.lesson_id = l.id WHERE \(ofTerm)") {
            if let place = try place(found) { entries[place] = Entry(mark: entries[place]?.mark, absence: Absence(rawValue: try found.text("code"))) }
        }
        return entries
    }

    // MARK: Lists

    /// This year's courses that the viewer teaches, holds a lesson of, or has in their own class or had; all of the school for its heads.
    static func courses(seenBy viewer: Viewer, on today: Day, _ tx: Transaction) throws -> [Course] {
        try SchoolStore.courses(where: "\(JournalAccess.courseSeenBy(viewer)) AND \(ofYear(viewer, today))", tx)
    }

    /// A class's courses, of whichever year the class is.
    static func courses(seenBy viewer: Viewer, of schoolClass: ID<SchoolClass>, _ tx: Transaction) throws -> [Course] {
        try SchoolStore.courses(where: "\(JournalAccess.courseSeenBy(viewer)) AND k.class_id = \(schoolClass)", tx)
    }

    /// Classes whose journal the viewer may read though it is not their business now: those of years before, the latest year first, and
    /// those of this year that they led.
    private static func formerClasses(of viewer: Viewer, on today: Day, _ tx: Transaction) throws -> [FormerClass] {
        let led: SQL = viewer.hasAny(of: Role.heads) ? "1 = 0" : "NOT (\(JournalAccess.courseIsOf(viewer)))"
        return try tx.rows(
            """
            SELECT c.id, c.name, y.name AS year_name FROM school_class c JOIN academic_year y ON y.id = c.academic_year_id
            WHERE c.school_id = \(viewer.school) AND c.id IN (
                SELECT k.class_id FROM course k JOIN academic_year ky ON ky.id = k.academic_year_id
                WHERE \(JournalAccess.courseSeenBy(viewer)) AND (ky.ends_on < \(today) OR (ky.starts_on <= \(today) AND \(led)))
            ) ORDER BY y.starts_on DESC, c.sort_key, c.id LIMIT 400
            """
        ).map { FormerClass(id: try $0.id("id"), name: try $0.text("name"), year: try $0.text("year_name")) }
    }

    /// What the journal's first page shows the viewer.
    static func index(for viewer: Viewer, on today: Day, missingSince first: Day, at now: Moment, _ tx: Transaction) throws -> JournalIndex {
        let isHead = viewer.hasAny(of: Role.heads)
        // A head sees all courses; their own business are only those they teach.
        let seen = try isHead ? courses(seenBy: viewer, on: today, tx) : []
        let business =
            try isHead
            ? seen.filter { $0.teacher == viewer.person }
            : SchoolStore.courses(where: "\(JournalAccess.courseIsOf(viewer)) AND \(ofYear(viewer, today))", tx)
        let led = try ledClasses(of: viewer, tx)
        var index = JournalIndex(day: try TodayStore.lessons(of: viewer, on: today, tx))
        for line in try lines(business, missingSince: first, at: now, tx) {
            if line.course.teacher == viewer.person {
                index.own.append(line)
            } else if led.contains(line.course.schoolClass.id) {
                index.led.append(line)
            } else {
                index.substituted.append(line)
            }
        }
        index.former = try formerClasses(of: viewer, on: today, tx)
        var known = Set<ID<SchoolClass>>()
        if isHead { index.classes = seen.map(\.schoolClass).filter { known.insert($0.id).inserted } }
        return index
    }

    private static func ledClasses(of viewer: Viewer, _ tx: Transaction) throws -> Set<ID<SchoolClass>> {
        Set(try tx.rows("SELECT class_id FROM class_teacher WHERE teacher_id = \(viewer.person) AND until IS NULL").map { try $0.id("class_id") })
    }

    private static func ofYear(_ viewer: Viewer, _ today: Day) -> SQL {
        "k.academic_year_id IN (SELECT id FROM academic_year WHERE school_id = \(viewer.school) AND starts_on <= \(today) AND ends_on >= \(today))"
    }

    /// Adds to each course when it meets next and how many topics it lacks.
    static func lines(_ courses: [Course], missingSince first: Day, at now: Moment, _ tx: Transaction) throws -> [CourseLine] {
        guard !courses.isEmpty else { return [] }
        let ids = courses.map(\.id)
        let next = try tx.rows(
            "SELECT course_id, MIN(starts_at) AS starts_at FROM lesson WHERE course_id IN \(list: ids) AND ends_at > \(now) GROUP BY course_id")
        let missing = try tx.rows(
            """
            SELECT l.course_id, COUNT(*) AS missing FROM lesson l LEFT JOIN lesson_record r ON r.lesson_id = l.id
            WHERE l.course_id IN \(list: ids) AND l.held_on >= \(first) AND l.ends_at <= \(now) AND r.lesson_id IS NULL GROUP BY l.course_id
            """)
        let starts = Dictionary(uniqueKeysWithValues: try next.map { (try $0.int("course_id"), try $0.moment("starts_at")) })
        let counts = Dictionary(uniqueKeysWithValues: try missing.map { (try $0.int("course_id"), Int(try $0.int("missing"))) })
        return courses.map { CourseLine(course: $0, next: starts[$0.id.number], missing: counts[$0.id.number] ?? 0) }
    }
}
