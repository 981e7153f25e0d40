import Kernel
import Storage

/// Destroys what this feature holds of a person in words: what they asked to have put right, and what was answered. What was done to many
/// at once stays with numbers alone. The words people are found by are Accounts', and go with the name.
enum PeopleErasure {
    static func erase(_ person: ID<Person>, _ tx: Transaction) throws -> [Destroyed] {
        let about = try tx.rows("DELETE FROM correction_request WHERE person_id = \(person) RETURNING id").count
        let asked = try tx.rows("UPDATE correction_request SET note = '' WHERE asked_by = \(person) AND note <> '' RETURNING id").count
        try tx.rows("DELETE FROM not_duplicate WHERE one_id = \(person) OR other_id = \(person)")
        return [Destroyed(.other, about + asked)]
    }
}
