import Accounts
import Kernel
import Storage

/// Who may see and change a school's order — the only file that answers that.
public enum SchoolAccess {
    /// Acting: `AccountsAccess.ruled`, the same people who rule over its members.
    static func ruled(by viewer: Viewer) throws -> RuledSchool { try AccountsAccess.ruled(by: viewer) }

    /// Reading the school's order, its classes and who is in them: everybody on the side of the staff.
    public static func seen(by viewer: Viewer) throws -> SeenSchool {
        guard viewer.side == .staff else { throw Denial.notFound }
        return SeenSchool(id: viewer.school)
    }

    /// Whether the pages offer to change it.
    public static func rules(_ viewer: Viewer) -> Bool { (try? ruled(by: viewer)) != nil }

    private static let closers: Set<Role> = [.director, .deputy, .coordinator, .administrator]

    /// Closing a term, and opening it again: the heads who answer for what is taught.
    static func closing(by viewer: Viewer) throws -> ClosingSchool {
        guard viewer.side == .staff else { throw Denial.notFound }
        guard closes(viewer) else { throw Denial.forbidden(.onlyHeadsClose) }
        return ClosingSchool(id: viewer.school, closer: viewer.person)
    }
    static func closes(_ viewer: Viewer) -> Bool { viewer.side == .staff && viewer.hasAny(of: closers) }

    /// Before a form is even read. Throws `Denial.forbidden` for everybody else.
    static func checkRule(_ viewer: Viewer) throws { _ = try ruled(by: viewer) }

    /// Reading about a pupil: a condition on a column that holds the pupil's number. The pupil, the guardians; from the side
    /// of the staff, by the class, see `teaches`. Where a consent was taken back there is nothing to read any more, for the guardians too.
    public static func isOwn(_ pupil: SQL, to viewer: Viewer) -> SQL {
        switch viewer.side {
        case .pupil: "\(pupil) = \(viewer.person)"
        case .family:
            """
            (\(pupil) IN (SELECT pupil_id FROM guardian WHERE guardian_id = \(viewer.person) AND school_id = \(viewer.school))
                AND \(AccountsAccess.isOpen(to: pupil, in: viewer.school)))
            """
        case .staff: "1 = 0"
        }
    }

    /// The children whose diaries the viewer may open: a guardian's, or oneself.
    public static func children(of viewer: Viewer, in tx: Transaction) throws -> [Enrolment] {
        guard viewer.side != .staff else { return [] }
        return try SchoolStore.enrolments(where: "e.school_id = \(viewer.school) AND e.until IS NULL AND \(isOwn("e.pupil_id", to: viewer))", tx)
    }
}

/// Proof that `SchoolAccess` let the viewer close and open this school's terms.
struct ClosingSchool: Sendable {
    let id: ID<School>
    let closer: ID<Person>
    fileprivate init(id: ID<School>, closer: ID<Person>) {
        self.id = id
        self.closer = closer
    }
}

/// Proof that `SchoolAccess` let the viewer see this school's order.
public struct SeenSchool: Sendable {
    public let id: ID<School>
    fileprivate init(id: ID<School>) { self.id = id }
}
