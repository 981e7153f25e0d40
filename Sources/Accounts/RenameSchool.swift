import Kernel
import Storage

/// The school's own name is put right.
public struct RenameSchool: Verb {
    public let name: String
    public init(to name: String) { self.name = name }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.ruled(by: viewer)
        guard let was = try AccountsStore.school(ruled.id, tx) else { throw Denial.notFound }
        try tx.rows("UPDATE school SET name = \(name) WHERE id = \(ruled.id)")
        try tx.leave(Trace("accounts.school", about: "school:\(ruled.id.number)", was: was.name, became: name), by: viewer, at: now)
    }
}
