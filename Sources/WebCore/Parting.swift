import Kernel
import Storage

/// One human being known to several schools becomes two rows, so that one school can forget them while the others keep their records
/// (REQUIREMENTS H02). The inverse of a merge, for one school: what that school has of `person` belongs to `line` afterwards, a new row
/// of which nothing is kept yet, so nothing can clash.
public struct Parting: Sendable {
    /// Who goes on where the others know them.
    public let person: ID<Person>
    /// Who they are in the school from now on.
    public let line: ID<Person>
    public let school: ID<School>
    /// What belongs to no school (login, devices, proofs of identity) goes along too: the person keeps no account.
    public let takesAccount: Bool
    public init(of person: ID<Person>, to line: ID<Person>, in school: ID<School>, takesAccount: Bool) {
        self.person = person
        self.line = line
        self.school = school
        self.takesAccount = takesAccount
    }

    /// Moves these columns of a table that names its school.
    public func move(_ table: SQL, _ columns: SQL..., in tx: Transaction) throws {
        for column in columns { try tx.rows("UPDATE \(table) SET \(column) = \(line) WHERE \(column) = \(person) AND school_id = \(school)") }
    }

    /// The same where the school is that of another row: `class_teacher` by its `class_id` in `school_class`.
    public func move(_ table: SQL, _ column: SQL, by reference: SQL, of owner: SQL, in tx: Transaction) throws {
        try tx.rows(
            """
            UPDATE \(table) SET \(column) = \(line) WHERE \(column) = \(person) AND \(reference) IN (SELECT id FROM \(owner) WHERE school_id = \(school))
            """)
    }

    /// What belongs to the person alone, wherever they are; only where the account goes along.
    public func moveOwn(_ table: SQL, in tx: Transaction) throws {
        guard takesAccount else { return }
        try tx.rows("UPDATE \(table) SET person_id = \(line) WHERE person_id = \(person)")
    }
}
