import Accounts
import Kernel
import Storage

/// Destroys what the invitations hold of a person (152-FZ, REQUIREMENTS H02): open codes and passes to devices, the names on codes that
/// were used or ended, and requests made under the person's name.
struct InvitationsErasure {
    let person: ID<Person>
    let tx: Transaction

    func run() throws -> [Destroyed] {
        let passes = try tx.rows("DELETE FROM device_pass WHERE person_id = \(person) RETURNING person_id").count
        let open = try tx.rows(
            "DELETE FROM invitation WHERE (person_id = \(person) OR pupil_id = \(person)) AND used_at IS NULL AND ended_at IS NULL RETURNING id"
        ).count
        // A guardian who came by a pupil's code has their own name there, and it stays with them.
        let named = try tx.rows(
            """
            UPDATE invitation SET family = '', given = '', patronymic = ''
            WHERE (person_id = \(person) OR used_by = \(person) OR (pupil_id = \(person) AND used_by IS NULL))
                AND (family <> '' OR given <> '' OR patronymic <> '') RETURNING id
            """
        ).count
        return [Destroyed(.invitation, passes + open + named + (try eraseRequests()))]
    }

    /// Nothing but the name says whose request it was: one of the same name goes with it, and may be made again.
    private func eraseRequests() throws -> Int {
        guard let row = try tx.first("SELECT family, given, patronymic FROM person WHERE id = \(person) AND is_erased = 0") else { return 0 }
        let name = try AccountsStore.name(row)
        return try tx.rows(
            """
            DELETE FROM join_request WHERE family = \(name.family) AND given = \(name.given)
                AND (patronymic = \(name.patronymic) OR patronymic = '' OR \(name.patronymic) = '')
                AND school_id IN (SELECT school_id FROM membership WHERE person_id = \(person)) RETURNING id
            """
        ).count
    }
}
