import Kernel
import Storage

/// Who may rule over people and their roles — the only file that answers that.
public enum AccountsAccess {
    /// Writing: the viewer's own school, if they rule over its people (REQUIREMENTS 1.L: administrator, operator, director).
    public static func ruled(by viewer: Viewer) throws -> RuledSchool {
        guard viewer.hasAny(of: [.administrator, .operator, .director, .platformOperator]) else { throw Denial.forbidden(.onlyAdministrators) }
        return RuledSchool(id: viewer.school, ruler: viewer)
    }

    /// Who gives a role and takes it away (REQUIREMENTS A06–A08, 1.L). A director is appointed by whoever runs the installation and
    /// may hand over; the director appoints the rest of the administration; an administrator writes the director's orders down and
    /// chooses further administrators, see `GrantRole`; operators enter those who teach and learn.
    public static func grantors(of role: Role) -> Set<Role> {
        switch role {
        case .platformOperator, .regionalCurator, .municipalCurator: [.platformOperator]
        case .director: [.platformOperator, .director]
        case .administrator, .deputy, .coordinator, .operator: [.platformOperator, .director, .administrator]
        case .classTeacher, .subjectTeacher, .substitute, .additionalTeacher, .lecturer, .pupil, .guardian:
            [.platformOperator, .director, .administrator, .operator]
        }
    }

    /// Granting or ending a role: the viewer's own school, if the table above lets them.
    public static func ruled(by viewer: Viewer, giving role: Role) throws -> RuledSchool {
        let ruled = try ruled(by: viewer)
        guard mayGive(role, viewer) else { throw Denial.forbidden(.notYoursToGive) }
        return ruled
    }

    /// A further administrator is chosen by an administrator only from teachers who have joined (REQUIREMENTS A07); the director and
    /// whoever runs the installation may appoint anyone.
    static func choosesAmongJoined(_ role: Role, by viewer: Viewer) -> Bool {
        role == .administrator && !viewer.hasAny(of: [.director, .platformOperator])
    }

    /// Without one of these the school could not be ruled any more: the last of them stays until there is a successor.
    static let indispensable: Set<Role> = [.director, .administrator]

    /// Whether the viewer may give the role or take it away.
    public static func mayGive(_ role: Role, _ viewer: Viewer) -> Bool { viewer.hasAny(of: grantors(of: role)) }

    /// Confirming that a person is a teacher of the school: its director and its administrator (REQUIREMENTS A34).
    public static func confirming(by viewer: Viewer) throws -> RuledSchool {
        guard mayConfirm(viewer) else { throw Denial.forbidden(.onlyDirector) }
        return RuledSchool(id: viewer.school, ruler: viewer)
    }
    public static func mayConfirm(_ viewer: Viewer) -> Bool { viewer.hasAny(of: [.director, .administrator, .platformOperator]) }
}

extension AccountsAccess {
    /// A condition on a column with a person's number, named with its table: the school's pages are open to them. Closed they are to one who has taken back
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
