import Kernel
import Storage
import WebCore

/// What was said for one person row, and by it, becomes another's. Where one is closed, the one they are now is closed: an access is
/// given by a word, not by a merge. A numbered line on paper cannot become a known person by it, nor the other way round.
struct ConsentsMerge {
    let from: ID<Person>
    let into: ID<Person>
    let tx: Transaction
    init(_ from: ID<Person>, _ into: ID<Person>, _ tx: Transaction) {
        self.from = from
        self.into = into
        self.tx = tx
    }

    private static let columns: [(table: SQL, column: SQL)] = [
        ("consent_text", "written_by"), ("consent", "person_id"), ("consent", "signer_id"), ("consent", "entered_by"), ("refusal", "person_id"),
        ("refusal", "closed_by"), ("act", "person_id"), ("act", "confirmed_by"), ("person_access", "person_id"), ("act_line", "person_id"),
    ]

    func run() throws {
        let numbered = try tx.first("SELECT person_id FROM paper_line WHERE person_id IN (\(from), \(into))")
        guard numbered == nil else { throw Denial.conflict(.mergesNumber) }
        try shareRefusal()
        try shareAccess()
        try tx.rows(
            """
            UPDATE act_line SET count = count + (SELECT f.count FROM act_line f WHERE f.act_id = act_line.act_id AND f.kind = act_line.kind AND f.person_id = \(from))
            WHERE person_id = \(into)
                AND EXISTS (SELECT f.kind FROM act_line f WHERE f.act_id = act_line.act_id AND f.kind = act_line.kind AND f.person_id = \(from))
            """)
        try tx.rows(
            """
            DELETE FROM act_line WHERE person_id = \(from)
                AND EXISTS (SELECT i.kind FROM act_line i WHERE i.act_id = act_line.act_id AND i.kind = act_line.kind AND i.person_id = \(into))
            """)
        for (table, column) in Self.columns { try tx.rows("UPDATE \(table) SET \(column) = \(into) WHERE \(column) = \(from)") }
    }

    /// Of two refusals that wait one goes on, by the earlier day it is due.
    private func shareRefusal() throws {
        guard let mine = try tx.first("SELECT due_on FROM refusal WHERE person_id = \(from) AND outcome IS NULL").map({ try $0.day("due_on") }) else { return }
        guard try tx.first("SELECT id FROM refusal WHERE person_id = \(into) AND outcome IS NULL") != nil else { return }
        try tx.rows("DELETE FROM refusal WHERE person_id = \(from) AND outcome IS NULL")
        try tx.rows("UPDATE refusal SET due_on = \(mine) WHERE person_id = \(into) AND outcome IS NULL AND due_on > \(mine)")
    }

    private func shareAccess() throws {
        try tx.rows(
            """
            UPDATE person_access SET is_open = 0 WHERE person_id = \(into)
                AND school_id IN (SELECT f.school_id FROM person_access f WHERE f.person_id = \(from) AND f.is_open = 0)
            """)
        try tx.rows("DELETE FROM person_access WHERE person_id = \(from) AND school_id IN (SELECT school_id FROM person_access WHERE person_id = \(into))")
    }
}
