import Accounts
import Kernel
import Storage

/// A group of a class gets another name.
public struct RenameStudyGroup: Verb {
    public let group: ID<StudyGroup>
    public let name: String
    public init(_ group: ID<StudyGroup>, to name: String) {
        self.group = group
        self.name = name
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try SchoolAccess.ruled(by: viewer)
        guard !name.isEmpty else { throw Denial.invalid(field: "name", .emptyName) }
        guard let row = try tx.first("SELECT class_id FROM study_group WHERE id = \(group) AND school_id = \(ruled.id)") else { throw Denial.notFound }
        let other = try tx.first("SELECT id FROM study_group WHERE class_id = \(try row.int("class_id")) AND name = \(name) AND id <> \(group)")
        guard other == nil else { throw Denial.conflict(.alreadyThere) }
        try tx.rows("UPDATE study_group SET name = \(name) WHERE id = \(group)")
        try tx.tellClassList(of: group, in: ruled)
    }
}
