import Kernel
import Storage

/// Codes for and by one person row become another's. A person has one open code: where both have one, that of `into` goes on.
struct InvitationsMerge {
    let from: ID<Person>
    let into: ID<Person>
    let tx: Transaction
    init(_ from: ID<Person>, _ into: ID<Person>, _ tx: Transaction) {
        self.from = from
        self.into = into
        self.tx = tx
    }

    private static let columns: [(table: SQL, column: SQL)] = [
        ("come_reminder", "reminded_by"), ("code_sheet", "made_by"), ("invitation", "person_id"), ("invitation", "pupil_id"), ("invitation", "issued_by"),
        ("invitation", "used_by"),
        ("invitation", "ended_by"), ("join_request", "decided_by"),
    ]

    func run() throws {
        // A pass opens a session of the row that is no more.
        try tx.rows("DELETE FROM device_pass WHERE person_id = \(from)")
        try tx.rows(
            """
            DELETE FROM invitation WHERE person_id = \(from) AND used_at IS NULL AND ended_at IS NULL
                AND EXISTS (SELECT i.id FROM invitation i WHERE i.person_id = \(into) AND i.used_at IS NULL AND i.ended_at IS NULL)
            """)
        for (table, column) in Self.columns { try tx.rows("UPDATE \(table) SET \(column) = \(into) WHERE \(column) = \(from)") }
    }
}
