import Accounts
import Kernel
import Storage

/// A subject comes into the school's list; one that is there already stays as it is.
public struct AddSubject: Verb {
    public let name: String
    public init(_ name: String) { self.name = name }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Subject> {
        let ruled = try SchoolAccess.ruled(by: viewer)
        let key = TextKey.of(name)
        guard !key.isEmpty else { throw Denial.invalid(field: "name", .emptyName) }
        if let known = try tx.first("SELECT id FROM subject WHERE school_id = \(ruled.id) AND name_key = \(key)") { return try known.id("id") }
        return try tx.one("INSERT INTO subject (school_id, name, name_key) VALUES (\(ruled.id), \(name), \(key)) RETURNING id").id("id")
    }
}
