import Kernel
import School
import Storage

/// What other features must know before they take a pupil's place or a whole year back: whether it has been written about.
public enum Written {
    /// Whether the pupil has a mark in the class on this day or later.
    public static func hasMarks(_ pupil: ID<Person>, in schoolClass: ID<SchoolClass>, since day: Day, _ tx: Transaction) throws -> Bool {
        try tx.first(
            """
            SELECT m.lesson_id FROM mark m JOIN lesson l ON l.id = m.lesson_id JOIN course k ON k.id = l.course_id
            WHERE m.pupil_id = \(pupil) AND k.class_id = \(schoolClass) AND l.held_on >= \(day) LIMIT 1
            """) != nil
    }

    /// Whether anything stands in the journals of any of the classes: a topic, homework, a mark or an absence.
    public static func hasAnything(in classes: [ID<SchoolClass>], _ tx: Transaction) throws -> Bool {
        let lessons: SQL = "SELECT l.id FROM lesson l JOIN course k ON k.id = l.course_id WHERE k.class_id IN \(list: classes)"
        return try tx.first(
            """
            SELECT lesson_id FROM mark WHERE lesson_id IN (\(lessons)) UNION ALL SELECT lesson_id FROM attendance WHERE lesson_id IN (\(lessons))
            UNION ALL SELECT lesson_id FROM lesson_record WHERE lesson_id IN (\(lessons)) UNION ALL SELECT lesson_id FROM homework WHERE lesson_id IN (\(lessons))
            LIMIT 1
            """) != nil
    }
}
