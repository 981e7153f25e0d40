import Kernel
import Storage

/// Roles, login, sign-ins and badges of one person row become another's. Which login stays was settled before: here the one that
/// is kept is `into`'s own, and `from`'s only where `into` has none.
struct AccountsMerge {
    let from: ID<Person>
    let into: ID<Person>
    let tx: Transaction
    init(_ from: ID<Person>, _ into: ID<Person>, _ tx: Transaction) {
        self.from = from
        self.into = into
        self.tx = tx
    }

    func run() throws {
        try moveMemberships()
        try moveCredential()
        try tx.rows("DELETE FROM sign_in WHERE person_id = \(from)")
        try tx.rows(
            """
            INSERT INTO teacher_badge (school_id, person_id, order_number, given_by, given_at)
            SELECT school_id, \(into), order_number, given_by, given_at FROM teacher_badge WHERE person_id = \(from)
            ON CONFLICT (school_id, person_id) DO NOTHING
            """)
        try tx.rows("DELETE FROM teacher_badge WHERE person_id = \(from)")
        try tx.rows("UPDATE teacher_badge SET given_by = \(into) WHERE given_by = \(from)")
        try tx.rows("UPDATE merged_person SET into_id = \(into) WHERE into_id = \(from)")
        try tx.rows("INSERT INTO merged_person (from_id, into_id) VALUES (\(from), \(into))")
        try fillIn()
        tx.end(from)
        tx.end(into)
    }

    /// A role that both have is one role since the earlier day.
    private func moveMemberships() throws {
        let shared: SQL = """
            SELECT f.id FROM membership f JOIN membership i ON i.person_id = \(into) AND i.school_id = f.school_id AND i.role = f.role AND i.until IS NULL
            WHERE f.person_id = \(from) AND f.until IS NULL
            """
        try tx.rows(
            """
            UPDATE membership SET since = (SELECT MIN(m.since) FROM membership m WHERE m.person_id IN (\(from), \(into))
                AND m.school_id = membership.school_id AND m.role = membership.role AND m.until IS NULL)
            WHERE person_id = \(into) AND until IS NULL
            """)
        try tx.rows("DELETE FROM membership WHERE id IN (\(shared))")
        try tx.rows("UPDATE membership SET person_id = \(into) WHERE person_id = \(from)")
    }

    private func moveCredential() throws {
        if try AccountsStore.credential(of: into, tx) == nil {
            try tx.rows("UPDATE credential SET person_id = \(into) WHERE person_id = \(from)")
        } else {
            try tx.rows("DELETE FROM credential WHERE person_id = \(from)")
        }
    }

    /// What is known of one alone is known of the one they are now. The emptied row stays for what it has done.
    private func fillIn() throws {
        try tx.rows(
            """
            UPDATE person SET sex = COALESCE(sex, (SELECT f.sex FROM person f WHERE f.id = \(from))),
                born_on = COALESCE(born_on, (SELECT f.born_on FROM person f WHERE f.id = \(from))),
                language = COALESCE(language, (SELECT f.language FROM person f WHERE f.id = \(from)))
            WHERE id = \(into)
            """)
        try tx.rows("UPDATE person SET family = '', given = '', patronymic = '', name_key = '', sex = NULL, born_on = NULL, language = NULL WHERE id = \(from)")
        let schools = try tx.rows("SELECT DISTINCT school_id FROM membership WHERE person_id = \(into)")
        try PersonWords.forget(from, tx)
        for row in schools {
            try PersonWords.enter(into, into: row.id("school_id"), tx)
            try PersonWords.leave(into, from: row.id("school_id"), tx)
        }
        try PersonWords.renew(into, tx)
    }
}
