import Kernel
import Storage

/// Who may rule over people and their roles — the only file that answers that.
public enum AccountsAccess {
    /// Writing: the viewer's own school, if they rule over its people (REQUIREMENTS 1.L: administrator, operator, director).
    public static func ruled(by viewer: Viewer) throws -> RuledSchool {
        guard viewer.hasAny(of: [.administrator, .operator, .director, .platformOperator]) else { throw Denial.forbidden(.onlyAdministrators) }
        return RuledSchool(id: viewer.school, ruler: viewer)
    }
}

extension AccountsAccess {
    /// A condition on a column with a person's number: the school's pages are open to them. Closed they are to one who has taken back
    /// the consent to processing, and, where the school asks for consents first, to one who has not given it (REQUIREMENTS B08).
    public static func isOpen(to person: SQL, in school: ID<School>) -> SQL {
        """
        COALESCE((SELECT pa.is_open FROM person_access pa WHERE pa.school_id = \(school) AND pa.person_id = \(person)),
            (SELECT 1 - sc.consents_first FROM school sc WHERE sc.id = \(school))) = 1
        """
    }
    /// A condition on a column with a person's number: nothing more of them may be written here, since the consent was refused or
    /// taken back. One who was not asked yet is not meant.
    public static func isRefused(_ person: SQL, in school: ID<School>) -> SQL {
        "EXISTS (SELECT 1 FROM person_access pa WHERE pa.school_id = \(school) AND pa.person_id = \(person) AND pa.is_open = 0)"
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
