import Kernel
import Storage

/// What the feature keeps of a person, removed.
enum Forgetting {
    static func run(_ person: ID<Person>, _ tx: Transaction) throws {
        try FactorStore.removeAll(of: person, tx)
        try tx.rows("DELETE FROM identity_card WHERE person_id = \(person)")
        try tx.rows("DELETE FROM outside_link WHERE person_id = \(person)")
        try tx.rows("DELETE FROM outside_mismatch WHERE person_id = \(person)")
        try tx.rows("DELETE FROM known_device WHERE person_id = \(person)")
        try tx.rows("DELETE FROM device_notice_seen WHERE person_id = \(person) OR notice_id IN (SELECT id FROM device_notice WHERE person_id = \(person))")
        try tx.rows("DELETE FROM device_notice WHERE person_id = \(person)")
        try tx.rows("DELETE FROM stolen_report WHERE person_id = \(person)")
        try tx.rows("UPDATE stolen_report SET by_id = NULL WHERE by_id = \(person)")
        try tx.rows("DELETE FROM call_phrase WHERE pupil_id = \(person)")
    }
}
