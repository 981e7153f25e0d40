import Accounts
import Kernel
import School
import Storage
import Timetable

/// One entry of a pupil's own record, as it is printed.
struct PaperEntry: Sendable {
    let subject: String
    let day: Day
    let entry: Entry
}

/// A pupil's whole record: to be printed, to be destroyed.
enum JournalPaperStore {
    static func record(of pupil: ID<Person>, _ tx: Transaction) throws -> [PaperEntry] {
        try tx.rows(
            """
            SELECT j.name AS subject, l.held_on, m.value, a.code FROM lesson l JOIN course k ON k.id = l.course_id JOIN subject j ON j.id = k.subject_id
            LEFT JOIN mark m ON m.lesson_id = l.id AND m.pupil_id = \(pupil)
            LEFT JOIN attendance a ON a.lesson_id = l.id AND a.pupil_id = \(pupil)
            WHERE l.id IN (SELECT lesson_id FROM mark WHERE pupil_id = \(pupil) UNION SELECT lesson_id FROM attendance WHERE pupil_id = \(pupil))
            ORDER BY j.name_key, l.held_on, l.number, l.id
            """
        ).map { PaperEntry(subject: try $0.text("subject"), day: try $0.day("held_on"), entry: try LessonStore.entry($0)) }
    }

    /// Marks and attendance go; of the traces of their changes who, when and what kind stay. The traces are found by the lessons of the
    /// pupil's classes: their `about` is indexed as a whole.
    static func erase(_ pupil: ID<Person>, _ tx: Transaction) throws -> [Destroyed] {
        let marks = try tx.rows("DELETE FROM mark WHERE pupil_id = \(pupil) RETURNING lesson_id").count
        let absences = try tx.rows("DELETE FROM attendance WHERE pupil_id = \(pupil) RETURNING lesson_id").count
        let traces = try tx.rows(
            """
            UPDATE trace SET was = NULL, became = NULL WHERE about IN (
                SELECT 'lesson:' || CAST(l.id AS TEXT) || \("/pupil:\(pupil.number)") FROM enrolment e JOIN course k ON k.class_id = e.class_id
                JOIN lesson l ON l.course_id = k.id WHERE e.pupil_id = \(pupil))
            AND (was IS NOT NULL OR became IS NOT NULL) RETURNING id
            """
        ).count
        return [Destroyed(.mark, marks), Destroyed(.attendance, absences), Destroyed(.trace, traces)]
    }
}
