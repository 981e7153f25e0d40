import Kernel

/// Who may rule over people and their roles — the only file that answers that.
public enum AccountsAccess {
    /// Writing: the viewer's own school, if they rule over its people (REQUIREMENTS 1.L: administrator, operator, director).
    public static func ruled(by viewer: Viewer) throws -> RuledSchool {
        guard viewer.hasAny(of: [.administrator, .operator, .director, .platformOperator]) else { throw Denial.forbidden(.onlyAdministrators) }
        return RuledSchool(id: viewer.school, ruler: viewer)
    }
}

/// Proof that `AccountsAccess` let the viewer rule over this school's people.
public struct RuledSchool: Sendable {
    public let id: ID<School>
    public let ruler: Viewer
    fileprivate init(id: ID<School>, ruler: Viewer) {
        self.id = id
        self.ruler = ruler
    }
}
