import Kernel
import Storage

/// To whom a school's pages are open. A row says that the needed consents are given (1) or that one of them was refused or taken
/// back (0); without a row the school's own rule holds: open, or closed until the consents are there.
public enum AccessStore {
    /// A condition on a membership's school `c` and a left-joined `person_access pa`.
    static let isOpen: SQL = "COALESCE(pa.is_open, 1 - c.consents_first) = 1"

    /// Opens or closes the school to a person; `nil` leaves them to the school's rule. Their open pages end where they are closed.
    public static func set(_ isOpen: Bool?, to person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws {
        guard let isOpen else {
            try tx.rows("DELETE FROM person_access WHERE school_id = \(school) AND person_id = \(person)")
            return
        }
        try tx.rows(
            """
            INSERT INTO person_access (school_id, person_id, is_open) VALUES (\(school), \(person), \(isOpen))
            ON CONFLICT (school_id, person_id) DO UPDATE SET is_open = excluded.is_open
            """)
    }

    public static func isOpen(to person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT c.id FROM school c WHERE c.id = \(school) AND \(AccountsAccess.isOpen(to: "\(person)", in: school))") != nil
    }

    /// Whether the person belongs to a school that is closed to them.
    static func isClosed(to person: ID<Person>, _ tx: Transaction) throws -> Bool {
        try tx.first(
            """
            SELECT m.id FROM membership m JOIN school c ON c.id = m.school_id
            LEFT JOIN person_access pa ON pa.school_id = m.school_id AND pa.person_id = m.person_id
            WHERE m.person_id = \(person) AND m.until IS NULL AND NOT (\(isOpen))
            """) != nil
    }

    /// Ends every sign-in of the person and their open pages; they may come in again if they still belong to an open school.
    public static func signOutEverywhere(_ person: ID<Person>, _ tx: Transaction) throws {
        try SignInStore.endAll(of: person, but: nil, tx)
        tx.end(person)
    }
}
