import Kernel
import Storage

/// What the feature keeps of a person, removed.
enum Forgetting {
    /// How much was there, by kind.
    static func run(_ person: ID<Person>, _ tx: Transaction) throws -> [Destroyed] {
        let factors = try tx.one(
            """
            SELECT (SELECT COUNT(*) FROM authenticator WHERE person_id = \(person)) + (SELECT COUNT(*) FROM passkey WHERE person_id = \(person))
                + (SELECT COUNT(*) FROM recovery_code WHERE person_id = \(person)) AS n
            """
        ).int("n")
        try FactorStore.removeAll(of: person, tx)
        let cards = try tx.rows("DELETE FROM identity_card WHERE person_id = \(person) RETURNING person_id").count
        let links = try tx.rows("DELETE FROM outside_link WHERE person_id = \(person) RETURNING person_id").count
        try tx.rows("DELETE FROM outside_mismatch WHERE person_id = \(person)")
        let devices = try forgetDevices(of: person, tx)
        try tx.rows("DELETE FROM stolen_report WHERE person_id = \(person)")
        try tx.rows("UPDATE stolen_report SET by_id = NULL WHERE by_id = \(person)")
        let phrases = try tx.rows("DELETE FROM call_phrase WHERE pupil_id = \(person) RETURNING pupil_id").count
        return [Destroyed(.secondFactor, Int(factors)), Destroyed(.outsideAccount, links), Destroyed(.signIn, devices), Destroyed(.other, cards + phrases)]
    }

    private static func forgetDevices(of person: ID<Person>, _ tx: Transaction) throws -> Int {
        let known = try tx.rows("DELETE FROM known_device WHERE person_id = \(person) RETURNING person_id").count
        try tx.rows("DELETE FROM device_notice_seen WHERE person_id = \(person) OR notice_id IN (SELECT id FROM device_notice WHERE person_id = \(person))")
        return try known + tx.rows("DELETE FROM device_notice WHERE person_id = \(person) RETURNING id").count
    }
}
