import Accounts
import Kernel
import School
import Storage

/// Who may see and do what about orders, movement, promotion and deadlines — the only file that answers that.
///
/// * Movement is recorded by those who rule over the school's people: director, administrator, operator (REQUIREMENTS A29–A31).
/// * The book, the appointments and the reports are read by the heads of the school.
/// * A class teacher confirms and reports for the classes they lead now (A32, A33).
/// * Which role who may give stands in `AccountsAccess.grantors`; from whom it may be chosen, in `candidates` (A06–A08).
public enum MovementAccess {
    /// Acting.
    public static func moved(by viewer: Viewer) throws -> RuledSchool { try AccountsAccess.ruled(by: viewer) }
    static func moves(_ viewer: Viewer) -> Bool { (try? moved(by: viewer)) != nil }

    /// Reading. Throws `Denial.notFound` for one to whom the pages do not exist.
    static func seen(by viewer: Viewer) throws -> ReadSchool {
        guard sees(viewer) else { throw Denial.notFound }
        return ReadSchool(id: viewer.school)
    }
    static func sees(_ viewer: Viewer) -> Bool { viewer.side == .staff && viewer.hasAny(of: Role.heads) }

    // MARK: Appointments

    /// The roles that are given by order, in the order in which lists have them.
    static let appointed: [Role] = [.director, .deputy, .coordinator, .administrator, .operator, .classTeacher]

    static func mayAppoint(_ role: Role, _ viewer: Viewer) -> Bool {
        viewer.side == .staff && moves(viewer) && appointed.contains(role) && viewer.hasAny(of: AccountsAccess.grantors(of: role))
    }

    /// Of which roles a candidate must have one already: a coordinator is a deputy (A08), a class teacher holds lessons (A17); any
    /// other comes from the school's own staff (A06).
    static func candidates(for role: Role) -> Set<Role> {
        switch role {
        case .coordinator: [.deputy]
        case .classTeacher: Role.teachers
        default: Set(Role.allCases.filter { $0.side == .staff })
        }
    }

    // MARK: A class teacher's own classes

    /// The class, if the viewer leads it. Others do not learn whether there is such a class.
    static func led(_ id: ID<SchoolClass>, by viewer: Viewer, in tx: Transaction) throws -> LedClass {
        let row = try tx.first("SELECT c.id FROM school_class c WHERE c.id = \(id) AND \(isLed(by: viewer))")
        guard row != nil else { throw Denial.notFound }
        return LedClass(id: id, school: viewer.school, leader: viewer.person)
    }

    /// A condition on a class `c`.
    static func isLed(by viewer: Viewer) -> SQL {
        guard viewer.side == .staff else { return "1 = 0" }
        return "c.school_id = \(viewer.school) AND c.id IN (SELECT class_id FROM class_teacher WHERE teacher_id = \(viewer.person) AND until IS NULL)"
    }
}

/// Proof that `MovementAccess` let the viewer read of this school's orders.
public struct ReadSchool: Sendable {
    public let id: ID<School>
    fileprivate init(id: ID<School>) { self.id = id }
}

/// Proof that the viewer leads this class.
struct LedClass: Sendable {
    let id: ID<SchoolClass>
    let school: ID<School>
    let leader: ID<Person>
    fileprivate init(id: ID<SchoolClass>, school: ID<School>, leader: ID<Person>) {
        self.id = id
        self.school = school
        self.leader = leader
    }
}
