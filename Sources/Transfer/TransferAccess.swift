import Accounts
import Kernel
import School
import Storage

/// Who sends, accepts and reads pupils' records — the only file that answers that.
///
/// * The school's office (administrator, operator, director) sends and accepts.
/// * What came with a pupil is read by those who read the pupil's diary: the pupil, the guardians, the class teacher, the heads.
enum TransferAccess {
    static func isOffice(_ viewer: Viewer) -> Bool {
        viewer.side == .staff && viewer.hasAny(of: [.administrator, .operator, .director, .platformOperator])
    }

    /// Sending and accepting. To all others these pages do not exist.
    static func office(of viewer: Viewer) throws -> TransferOffice {
        guard isOffice(viewer), let ruled = try? AccountsAccess.ruled(by: viewer) else { throw Denial.notFound }
        return TransferOffice(school: ruled.id, name: viewer.hat.school.name, clerk: viewer)
    }

    /// Reading: a condition on `r`, a record that came with a pupil.
    static func recordSeenBy(_ viewer: Viewer) -> SQL {
        guard viewer.side == .staff else { return "r.school_id = \(viewer.school) AND \(SchoolAccess.isOwn("r.pupil_id", to: viewer))" }
        guard !viewer.hasAny(of: Role.heads) else { return "r.school_id = \(viewer.school)" }
        return """
            r.school_id = \(viewer.school) AND r.pupil_id IN (
                SELECT e.pupil_id FROM enrolment e JOIN class_teacher t ON t.class_id = e.class_id
                WHERE e.school_id = \(viewer.school) AND e.until IS NULL AND t.teacher_id = \(viewer.person) AND t.until IS NULL)
            """
    }

    /// Who may have something to read there at all.
    static func mayRead(_ viewer: Viewer) -> Bool { viewer.side != .staff || viewer.hasAny(of: Role.heads.union([.classTeacher, .subjectTeacher])) }
}

/// Proof that `TransferAccess` let the viewer send and accept in the school's name.
struct TransferOffice: Sendable {
    let school: ID<School>
    let name: String
    let clerk: Viewer
    fileprivate init(school: ID<School>, name: String, clerk: Viewer) {
        self.school = school
        self.name = name
        self.clerk = clerk
    }
}
