import Kernel
import Storage

/// Marks and notes about one pupil become another's; what one teacher has written becomes another's. Two different marks, or notes,
/// of both at one lesson are two things known of one pupil: which is right is not for a merge to decide.
struct JournalMerge {
    let from: ID<Person>
    let into: ID<Person>
    let tx: Transaction
    init(_ from: ID<Person>, _ into: ID<Person>, _ tx: Transaction) {
        self.from = from
        self.into = into
        self.tx = tx
    }

    func run() throws {
        try move("mark", told: "value")
        try move("attendance", told: "code")
        try tx.rows("UPDATE mark SET put_by = \(into) WHERE put_by = \(from)")
        try tx.rows("UPDATE attendance SET put_by = \(into) WHERE put_by = \(from)")
        try tx.rows("UPDATE lesson_record SET updated_by = \(into) WHERE updated_by = \(from)")
        try tx.rows("UPDATE homework SET given_by = \(into) WHERE given_by = \(from)")
    }

    private func move(_ table: SQL, told column: SQL) throws {
        let same: SQL = "SELECT i.lesson_id FROM \(table) i WHERE i.pupil_id = \(into)"
        let other = try tx.first(
            """
            SELECT f.lesson_id FROM \(table) f JOIN \(table) i ON i.lesson_id = f.lesson_id AND i.pupil_id = \(into) AND i.\(column) <> f.\(column)
            WHERE f.pupil_id = \(from)
            """)
        guard other == nil else { throw Denial.conflict(.bothMarked) }
        try tx.rows("DELETE FROM \(table) WHERE pupil_id = \(from) AND lesson_id IN (\(same))")
        try tx.rows("UPDATE \(table) SET pupil_id = \(into) WHERE pupil_id = \(from)")
    }
}
