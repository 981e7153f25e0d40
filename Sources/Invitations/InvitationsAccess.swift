import Kernel
import School
import Storage

/// Who may give out codes, and for whom — the only file that answers that.
///
/// The chain of custody (REQUIREMENTS A20–A22, B08–B10): administrator, operator and director give codes to everyone in the school; a
/// class teacher to the pupils of the own class and their guardians; nobody else to anyone. Beyond that:
///
/// * A class teacher hands no code to one who also works here or belongs elsewhere: by it they could come in as that person.
/// * Nobody hands a code to one who also belongs to another school, for the same reason.
/// * Who leads the school is invited, and helped with a password, by its director and administrator; a first code for one who is in
///   the staff list already may come from the operator as well (S2 5.3).
/// * All of this is judged when a code is given and again when it is used; the codes of one who may not give them any more are dead.
public enum InvitationsAccess {
    static let leaders: Set<Role> = [.director, .deputy, .coordinator, .administrator, .operator]
    /// The roles of a school; those above schools are given at the command line.
    static let invited: [Role] = [
        .pupil, .guardian, .classTeacher, .subjectTeacher, .additionalTeacher, .lecturer, .substitute, .operator, .coordinator, .deputy, .administrator,
        .director,
    ]

    // MARK: Seeing

    static func rules(_ viewer: Viewer) -> Bool { viewer.side == .staff && viewer.hasAny(of: [.administrator, .operator, .director, .platformOperator]) }
    static func leads(_ viewer: Viewer) -> Bool { viewer.side == .staff && viewer.hasAny(of: [.administrator, .director, .platformOperator]) }
    /// Whether there is anyone to whom the viewer may give a code. A class teacher's classes are looked up where it matters.
    static func mayIssue(_ viewer: Viewer) -> Bool { rules(viewer) || (viewer.side == .staff && viewer.has(.classTeacher)) }

    /// A condition on a column that holds a class's number.
    static func sees(_ schoolClass: SQL, _ viewer: Viewer) -> SQL {
        let ours: SQL = "\(schoolClass) IN (SELECT id FROM school_class WHERE school_id = \(viewer.school))"
        return rules(viewer) ? ours : "\(ours) AND \(leadsClass(schoolClass, viewer))"
    }

    private static func leadsClass(_ schoolClass: SQL, _ viewer: Viewer) -> SQL {
        viewer.side == .staff
            ? "\(schoolClass) IN (SELECT class_id FROM class_teacher WHERE teacher_id = \(viewer.person) AND until IS NULL)" : "1 = 0"
    }

    /// A condition on an invitation `i`: whose codes the viewer sees and may take back.
    static func seenBy(_ viewer: Viewer) -> SQL {
        let ours: SQL = "i.school_id = \(viewer.school)"
        return rules(viewer) ? ours : "\(ours) AND i.role IN ('pupil', 'guardian') AND \(leadsClass("i.class_id", viewer))"
    }

    /// A condition on an invitation `i`: whoever gave it may still do so. Who was dismissed takes no open code along.
    static let issuerStands: SQL = """
        CASE WHEN i.is_by_class_teacher = 1
            THEN EXISTS (SELECT 1 FROM class_teacher ct WHERE ct.class_id = i.class_id AND ct.teacher_id = i.issued_by AND ct.until IS NULL)
            ELSE i.issued_by IS NULL OR EXISTS (SELECT 1 FROM membership mi WHERE mi.person_id = i.issued_by AND mi.school_id = i.school_id
                AND mi.role IN ('administrator', 'operator', 'director', 'platformOperator') AND mi.until IS NULL) END
        """

    // MARK: People to whom a code is not handed

    /// A condition on a column with a person's number: they belong to another school too.
    static func isElsewhere(_ person: SQL, than school: SQL) -> SQL {
        "EXISTS (SELECT 1 FROM membership me WHERE me.person_id = \(person) AND me.school_id <> \(school) AND me.until IS NULL)"
    }
    /// They work in this school or another.
    static func isStaff(_ person: SQL) -> SQL {
        "EXISTS (SELECT 1 FROM membership ms WHERE ms.person_id = \(person) AND ms.role NOT IN ('pupil', 'guardian') AND ms.until IS NULL)"
    }

    // MARK: Acting

    /// Codes for a class or for the staff.
    static func issuing(to group: CodeGroup, by viewer: Viewer, in tx: Transaction) throws -> Issuing {
        switch group {
        case .staff:
            guard rules(viewer) else { throw Denial.notFound }
        case .schoolClass(let id):
            guard viewer.side == .staff, try tx.first("SELECT id FROM school_class WHERE id = \(id) AND \(sees("id", viewer))") != nil else {
                throw Denial.notFound
            }
        }
        return Issuing(school: viewer.school, issuer: viewer, isClassTeacher: !rules(viewer))
    }

    /// A code for one who is entered already.
    /// - Throws: `notFound` for one whom the viewer may not know, `forbidden` where another has to give it.
    static func issuing(to line: RosterLine?, by viewer: Viewer) throws -> Issuing {
        guard mayIssue(viewer), let line else { throw Denial.notFound }
        guard !line.isElsewhere else { throw Denial.forbidden(.belongsElsewhere) }
        guard rules(viewer) || !line.isStaff else { throw Denial.forbidden(.byAdministrator) }
        guard line.login == nil || !line.isLeader || leads(viewer) else { throw Denial.forbidden(.byDirector) }
        return Issuing(school: viewer.school, issuer: viewer, isClassTeacher: !rules(viewer))
    }

    /// A code for one who is not entered yet.
    static func inviting(_ role: Role, by viewer: Viewer) throws -> Issuing {
        guard mayIssue(viewer), invited.contains(role) else { throw Denial.notFound }
        guard rules(viewer) || role.side != .staff else { throw Denial.forbidden(.byAdministrator) }
        guard !leaders.contains(role) || leads(viewer) else { throw Denial.forbidden(.byDirector) }
        return Issuing(school: viewer.school, issuer: viewer, isClassTeacher: !rules(viewer))
    }

    /// The roles the viewer may invite.
    static func roles(invitedBy viewer: Viewer) -> [Role] { invited.filter { (try? inviting($0, by: viewer)) != nil } }

    /// The school's requests and its address for them.
    static func deciding(by viewer: Viewer) throws -> Deciding {
        guard rules(viewer) else { throw Denial.notFound }
        return Deciding(school: viewer.school, viewer: viewer)
    }
}

/// Proof that `InvitationsAccess` lets the viewer give out these codes. The store's writing takes nothing else.
struct Issuing: Sendable {
    let school: ID<School>
    let issuer: Viewer
    let isClassTeacher: Bool
    /// Nobody at the command line.
    var by: ID<Person>? { issuer.person.number == 0 ? nil : issuer.person }
    fileprivate init(school: ID<School>, issuer: Viewer, isClassTeacher: Bool) {
        self.school = school
        self.issuer = issuer
        self.isClassTeacher = isClassTeacher
    }
}

/// Proof that the viewer answers for who is let into the school.
struct Deciding: Sendable {
    let school: ID<School>
    let viewer: Viewer
    fileprivate init(school: ID<School>, viewer: Viewer) {
        self.school = school
        self.viewer = viewer
    }
}
