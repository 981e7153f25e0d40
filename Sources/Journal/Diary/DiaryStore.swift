import Accounts
import Kernel
import School
import Storage
import Timetable

/// The diary's SQL: what a pupil and the guardians read.
enum DiaryStore {
    /// The children whose diaries the viewer may open, with the class each was in last: marks stay readable after a pupil has left it
    /// (REQUIREMENTS E02). Present pupils come first.
    static func children(of viewer: Viewer, _ tx: Transaction) throws -> [Child] {
        guard viewer.side != .staff else { return [] }
        var seen = Set<ID<Person>>()
        return try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic, c.id AS class_id, c.school_id, c.year, c.name
            FROM enrolment e JOIN person p ON p.id = e.pupil_id JOIN school_class c ON c.id = e.class_id
            WHERE \(JournalAccess.diarySeenBy(viewer)) ORDER BY CASE WHEN e.until IS NULL THEN 0 ELSE 1 END, p.name_key, p.id, e.since DESC
            """
        ).map { row in
            let year = try row.optional("year", Row.int).map { Int($0) }
            return Child(
                pupil: Pupil(id: try row.id("id"), name: try AccountsStore.name(row)),
                schoolClass: SchoolClass(id: try row.id("class_id"), school: try row.id("school_id"), year: year, name: try row.text("name")))
        }.filter { seen.insert($0.pupil.id).inserted }
    }

    /// A pupil's week; `nil` for a child that is not the viewer's.
    static func week(of child: ID<Person>, from monday: Day, seenBy viewer: Viewer, _ tx: Transaction) throws -> DiaryWeek? {
        let children = try children(of: viewer, tx)
        guard let chosen = children.first(where: { $0.pupil.id == child }) else { return nil }
        let lines = try lines(of: [child], on: "l.held_on BETWEEN \(monday) AND \(monday + 6)", seenBy: viewer, tx)
        let term = try SchoolStore.terms(of: viewer.school, on: monday + 5, tx).filter { $0.days.overlaps(monday...monday + 6) }.min {
            $0.ends - $0.starts < $1.ends - $1.starts
        }
        return DiaryWeek(child: chosen, children: children, monday: monday, term: term, lines: lines)
    }

    /// Some pupils' lessons on days that a condition on `l` names: by pupil, day and number. Two queries, however many they are.
    static func lines(of pupils: [ID<Person>], on days: SQL, seenBy viewer: Viewer, _ tx: Transaction) throws -> [DiaryLine] {
        guard !pupils.isEmpty else { return [] }
        let rows = try tx.rows(
            """
            SELECT e.pupil_id AS child, \(TimetableStore.lessonColumns), r.topic, m.value, a.code
            FROM enrolment e JOIN course k ON k.class_id = e.class_id JOIN lesson l ON l.course_id = k.id \(SchoolStore.courseJoins)
            LEFT JOIN lesson_record r ON r.lesson_id = l.id
            LEFT JOIN mark m ON m.lesson_id = l.id AND m.pupil_id = e.pupil_id
            LEFT JOIN attendance a ON a.lesson_id = l.id AND a.pupil_id = e.pupil_id
            WHERE e.pupil_id IN \(list: pupils) AND \(JournalAccess.diarySeenBy(viewer)) AND \(days) AND \(sitsThere)
            ORDER BY e.pupil_id, l.held_on, l.number, l.id
            """)
        var lines: [DiaryLine] = []
        for row in rows {
            let line = DiaryLine(
                child: try row.id("child"), lesson: try TimetableStore.lesson(row), topic: try row.optional("topic", Row.text).map(LessonTopic.init(kept:)),
                entry: try LessonStore.entry(row))
            // One who left a class and came back the same day has two enrolments on it.
            if lines.last?.lesson.id != line.lesson.id || lines.last?.child != line.child { lines.append(line) }
        }
        return try withHomework(lines, tx)
    }

    /// A condition on an enrolment `e`, a course `k` and its lesson `l`: the pupil sits in it.
    private static let sitsThere: SQL = """
        e.since <= l.held_on AND (e.until IS NULL OR e.until >= l.held_on) AND (k.group_id IS NULL OR EXISTS (
            SELECT gm.pupil_id FROM group_member gm
            WHERE gm.group_id = k.group_id AND gm.pupil_id = e.pupil_id AND gm.since <= l.held_on AND (gm.until IS NULL OR gm.until >= l.held_on)))
        """

    /// Puts homework under the first lesson of the course on the day it is due; what has no such day under the lesson it was given at.
    private static func withHomework(_ lines: [DiaryLine], _ tx: Transaction) throws -> [DiaryLine] {
        let days = lines.map(\.lesson.day)
        guard let first = days.min(), let last = days.max() else { return lines }
        let courses = Set(lines.map(\.lesson.course.id)), lessons = Set(lines.map(\.lesson.id))
        let rows = try tx.rows(
            """
            SELECT lesson_id, course_id, due_on, text FROM homework
            WHERE (course_id IN \(list: courses) AND due_on BETWEEN \(first) AND \(last)) OR (lesson_id IN \(list: lessons) AND due_on IS NULL)
            ORDER BY lesson_id
            """)
        var due: [Place: [Homework.Text]] = [:], own: [ID<Lesson>: Homework.Text] = [:]
        for row in rows {
            let text = Homework.Text(kept: try row.text("text"))
            guard let day = try row.optional("due_on", Row.day) else { own[try row.id("lesson_id")] = text; continue }
            due[Place(course: try row.id("course_id"), day: day), default: []].append(text)
        }
        var shown = Set<Shown>()
        return lines.map { line in
            var line = line
            let place = Place(course: line.lesson.course.id, day: line.lesson.day)
            if shown.insert(Shown(child: line.child, place: place)).inserted { line.homework = due[place] ?? [] }
            if let text = own[line.lesson.id] { line.homework.append(text) }
            return line
        }
    }

    private struct Place: Hashable { let course: ID<Course>, day: Day }
    private struct Shown: Hashable { let child: ID<Person>, place: Place }

    /// The next day after today on which each pupil has lessons, within two weeks.
    static func nextDays(of pupils: [ID<Person>], after today: Day, seenBy viewer: Viewer, _ tx: Transaction) throws -> [ID<Person>: Day] {
        guard !pupils.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT e.pupil_id AS child, MIN(l.held_on) AS day FROM enrolment e JOIN course k ON k.class_id = e.class_id JOIN lesson l ON l.course_id = k.id
            WHERE e.pupil_id IN \(list: pupils) AND \(JournalAccess.diarySeenBy(viewer)) AND l.held_on > \(today) AND l.held_on <= \(today + 14) AND \(sitsThere)
            GROUP BY e.pupil_id
            """)
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.id("child"), try $0.day("day")) })
    }

    /// Marks put since a moment, the newest first, whatever lesson they are for.
    static func marks(of pupils: [ID<Person>], since start: Moment, seenBy viewer: Viewer, _ tx: Transaction) throws -> [MarkNews] {
        guard !pupils.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT m.pupil_id, m.value, l.held_on, j.name AS subject
            FROM mark m JOIN lesson l ON l.id = m.lesson_id JOIN course k ON k.id = l.course_id JOIN subject j ON j.id = k.subject_id
            WHERE m.pupil_id IN \(list: pupils) AND m.school_id = \(viewer.school) AND \(SchoolAccess.isOwn("m.pupil_id", to: viewer)) AND m.put_at >= \(start)
            ORDER BY m.put_at DESC, m.lesson_id DESC
            """
        ).map {
            MarkNews(child: try $0.id("pupil_id"), subject: try $0.text("subject"), day: try $0.day("held_on"), value: try Mark.Value(Int(try $0.int("value"))))
        }
    }
}
