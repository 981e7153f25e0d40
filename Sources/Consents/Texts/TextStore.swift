import Kernel
import Storage

/// The texts' SQL. Until a school has written or anyone has signed one, the product's own stands as version 1.
enum TextStore {
    private static func initial(_ purpose: Purpose) -> ConsentWording {
        // The paper is Russian whatever language its reader has chosen: it is a Russian school's document.
        ConsentWording(purpose: purpose, version: 1, body: ConsentTemplates.text(purpose), asksAgain: true)
    }

    static func current(_ purpose: Purpose, in school: ID<School>, _ tx: Transaction) throws -> ConsentWording {
        try tx.first(
            """
            SELECT version, body, asks_again FROM consent_text WHERE school_id = \(school) AND purpose = \(purpose.rawValue) ORDER BY version DESC LIMIT 1
            """
        ).map { try wording(purpose, $0) } ?? initial(purpose)
    }

    static func versions(_ purpose: Purpose, in school: ID<School>, _ tx: Transaction) throws -> [ConsentWording] {
        let kept = try tx.rows(
            "SELECT version, body, asks_again FROM consent_text WHERE school_id = \(school) AND purpose = \(purpose.rawValue) ORDER BY version DESC LIMIT 200"
        ).map { try wording(purpose, $0) }
        return kept.isEmpty ? [initial(purpose)] : kept
    }

    private static func wording(_ purpose: Purpose, _ row: Row) throws -> ConsentWording {
        ConsentWording(purpose: purpose, version: Int(try row.int("version")), body: try row.text("body"), asksAgain: try row.bool("asks_again"))
    }

    /// The oldest version whose signature is still enough, for each purpose that has more than one.
    static func askedSince(in school: ID<School>, _ tx: Transaction) throws -> [Purpose: Int] {
        let rows = try tx.rows("SELECT purpose, MAX(version) AS version FROM consent_text WHERE school_id = \(school) AND asks_again = 1 GROUP BY purpose")
        return try rows.reduce(into: [:]) { found, row in
            if let purpose = Purpose(rawValue: try row.text("purpose")) { found[purpose] = Int(try row.int("version")) }
        }
    }

    /// The version as a row: the product's own text becomes the school's when it is first needed.
    static func keep(_ wording: ConsentWording, in school: ID<School>, by person: ID<Person>?, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO consent_text (school_id, purpose, version, body, asks_again, written_by, written_at)
            VALUES (\(school), \(wording.purpose.rawValue), \(wording.version), \(wording.body), \(wording.asksAgain), \(person), \(now))
            ON CONFLICT (school_id, purpose, version) DO NOTHING
            """)
    }
}
