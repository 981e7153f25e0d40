import Kernel
import Storage
import Timetable
import WebCore

/// What the journal keeps about a pupil, in plain words.
struct JournalOwnData {
    let reader: Reader
    private var text: any JournalText { reader.language.journal }

    func sections(of person: ID<Person>, _ tx: Transaction) throws -> [OwnData] {
        guard let school = reader.viewer?.school else { return [] }
        let marks = try rows("mark", "value", of: person, in: school, tx) { String(try $0.int("told")) }
        let away = try rows("attendance", "code", of: person, in: school, tx) { Absence(rawValue: try $0.text("told")).map(text.word) ?? "" }
        return [
            OwnData("marks", text.ownMarks, marks),
            OwnData("attendance", text.ownAttendance, away),
        ]
    }

    private func rows(_ table: SQL, _ told: SQL, of person: ID<Person>, in school: ID<School>, _ tx: Transaction, _ word: (Row) throws -> String) throws
        -> [[OwnData.Field]]
    {
        try tx.rows(
            """
            SELECT t.\(told) AS told, l.held_on, j.name AS subject FROM \(table) t JOIN lesson l ON l.id = t.lesson_id
            JOIN course k ON k.id = l.course_id JOIN subject j ON j.id = k.subject_id
            WHERE t.pupil_id = \(person) AND t.school_id = \(school) ORDER BY l.held_on DESC, l.number DESC, l.id DESC
            """
        ).map { row in
            [
                .init("told", text.ownTold, try word(row)), .init("subject", text.ownSubject, try row.text("subject")),
                .init("day", text.ownDay, try row.text("held_on")),
            ]
        }
    }
}
