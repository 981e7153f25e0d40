import Kernel
import Storage
import WebCore

/// What proves one person row becomes another's. Where both have the same thing, that of `into` stays; two different numbers of the
/// pension fund are two human beings, and nothing is done.
struct IdentityMerge {
    let from: ID<Person>
    let into: ID<Person>
    let tx: Transaction
    init(_ from: ID<Person>, _ into: ID<Person>, _ tx: Transaction) {
        self.from = from
        self.into = into
        self.tx = tx
    }

    func run() throws {
        try mergeCards()
        try mergeFactors()
        try mergeOutside()
        try mergeDevices()
        try tx.rows("DELETE FROM call_phrase WHERE pupil_id = \(from) AND school_id IN (SELECT school_id FROM call_phrase WHERE pupil_id = \(into))")
        try tx.rows("UPDATE call_phrase SET pupil_id = \(into) WHERE pupil_id = \(from)")
    }

    /// The marks are keyed hashes, one for one number.
    private func mergeCards() throws {
        let columns: SQL = "snils_sealed, snils_mark, email, email_key FROM identity_card"
        guard let mine = try tx.first("SELECT \(columns) WHERE person_id = \(from)") else { return }
        guard let other = try tx.first("SELECT \(columns) WHERE person_id = \(into)") else {
            try tx.rows("UPDATE identity_card SET person_id = \(into) WHERE person_id = \(from)")
            return
        }
        // One number has one card, so two cards with numbers have different ones.
        let mark = try mine.optional("snils_mark", Row.bytes)
        if let mark, let known = try other.optional("snils_mark", Row.bytes), known != mark { throw Denial.conflict(.snilsTaken) }
        try tx.rows("DELETE FROM identity_card WHERE person_id = \(from)")
        if let mark, let sealed = try mine.optional("snils_sealed", Row.bytes) {
            try tx.rows("UPDATE identity_card SET snils_sealed = \(sealed), snils_mark = \(mark) WHERE person_id = \(into)")
        }
        guard try other.optional("email", Row.text) == nil, let email = try mine.optional("email", Row.text) else { return }
        try tx.rows("UPDATE identity_card SET email = \(email), email_key = \(try mine.optional("email_key", Row.text)) WHERE person_id = \(into)")
    }

    /// Codes on paper belong to their authenticator: they go or stay with it.
    private func mergeFactors() throws {
        if try tx.first("SELECT person_id FROM authenticator WHERE person_id = \(into)") != nil {
            try tx.rows("DELETE FROM authenticator WHERE person_id = \(from)")
            try tx.rows("DELETE FROM recovery_code WHERE person_id = \(from)")
        } else {
            try tx.rows("UPDATE authenticator SET person_id = \(into) WHERE person_id = \(from)")
            try tx.rows("DELETE FROM recovery_code WHERE person_id = \(from) AND code_mark IN (SELECT code_mark FROM recovery_code WHERE person_id = \(into))")
            try tx.rows("UPDATE recovery_code SET person_id = \(into) WHERE person_id = \(from)")
        }
        try tx.rows("UPDATE passkey SET person_id = \(into) WHERE person_id = \(from)")
        try tx.rows("DELETE FROM half_sign_in WHERE person_id = \(from)")
    }

    private func mergeOutside() throws {
        try tx.rows("DELETE FROM outside_link WHERE person_id = \(from) AND provider IN (SELECT provider FROM outside_link WHERE person_id = \(into))")
        try tx.rows("UPDATE outside_link SET person_id = \(into) WHERE person_id = \(from)")
        try tx.rows(
            """
            DELETE FROM outside_mismatch WHERE person_id = \(from) AND EXISTS (SELECT o.id FROM outside_mismatch o
                WHERE o.person_id = \(into) AND o.school_id = outside_mismatch.school_id AND o.provider = outside_mismatch.provider)
            """)
        try tx.rows("UPDATE outside_mismatch SET person_id = \(into) WHERE person_id = \(from)")
    }

    private func mergeDevices() throws {
        try tx.rows("DELETE FROM known_device WHERE person_id = \(from) AND device_hash IN (SELECT device_hash FROM known_device WHERE person_id = \(into))")
        try tx.rows("UPDATE known_device SET person_id = \(into) WHERE person_id = \(from)")
        try tx.rows("UPDATE device_notice SET person_id = \(into) WHERE person_id = \(from)")
        try tx.rows(
            "DELETE FROM device_notice_seen WHERE person_id = \(from) AND notice_id IN (SELECT notice_id FROM device_notice_seen WHERE person_id = \(into))")
        try tx.rows("UPDATE device_notice_seen SET person_id = \(into) WHERE person_id = \(from)")
        try tx.rows(
            """
            DELETE FROM stolen_report WHERE person_id = \(from) AND restored_at IS NULL
                AND school_id IN (SELECT school_id FROM stolen_report WHERE person_id = \(into) AND restored_at IS NULL)
            """)
        try tx.rows("UPDATE stolen_report SET person_id = \(into) WHERE person_id = \(from)")
        try tx.rows("UPDATE stolen_report SET by_id = \(into) WHERE by_id = \(from)")
    }
}
