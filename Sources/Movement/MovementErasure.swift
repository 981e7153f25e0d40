import Accounts
import Kernel
import Storage

/// Destroys the words the movement holds of a person (152-FZ, REQUIREMENTS H02): where from and where to, what was to come, what was reported, which
/// guardians a departure took away. The line in the book of movement and the order stay with the person's number.
struct MovementErasure {
    let person: ID<Person>
    let tx: Transaction

    func run() throws -> [Destroyed] {
        let places = try tx.rows("UPDATE movement SET place = '' WHERE pupil_id = \(person) AND place <> '' RETURNING id").count
        try tx.rows("UPDATE planned_movement SET state = 'revoked' WHERE pupil_id = \(person) AND state IN ('planned', 'failed')")
        let plans = try tx.rows("UPDATE planned_movement SET place = '' WHERE pupil_id = \(person) AND place <> '' RETURNING id").count
        try tx.rows("UPDATE planned_staff SET state = 'revoked' WHERE person_id = \(person) AND state IN ('planned', 'failed')")
        let reports = try tx.rows(
            "UPDATE change_report SET note = '', answer = '' WHERE pupil_id = \(person) AND (note <> '' OR answer <> '') RETURNING id"
        ).count
        let family = try tx.rows(
            """
            DELETE FROM movement_loss WHERE what = 'guardian'
                AND (number = \(person.number) OR movement_id IN (SELECT id FROM movement WHERE pupil_id = \(person))) RETURNING number
            """
        ).count
        return [Destroyed(.movement, places + plans + reports + (try eraseArrival())), Destroyed(.family, family)]
    }

    /// One who has just come is named in the words of a report alone.
    private func eraseArrival() throws -> Int {
        guard let row = try tx.first("SELECT family, given, patronymic FROM person WHERE id = \(person) AND is_erased = 0") else { return 0 }
        let name = try AccountsStore.name(row)
        let reports = try tx.rows(
            "SELECT id, note, answer FROM change_report WHERE pupil_id IS NULL AND school_id IN (SELECT school_id FROM membership WHERE person_id = \(person))")
        let about = try reports.filter { row in
            let words = try row.text("note") + " " + row.text("answer")
            return !name.family.isEmpty && words.contains(name.family) && words.contains(name.given)
        }
        for row in about { try tx.rows("UPDATE change_report SET note = '', answer = '' WHERE id = \(try row.int("id"))") }
        return about.count
    }
}
