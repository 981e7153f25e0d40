import Kernel
import Storage

/// Who may see and set a school's bells — the only file that answers that. The weekly plan is for those who rule over the school's
/// people, see `AccountsAccess`.
///
/// * Everybody of the school reads the bells, on whichever side they stand.
/// * They are set by those who answer for the timetable: director, deputy, administrator, operator (REQUIREMENTS E18).
public enum TimetableAccess {
    static let setters: Set<Role> = [.platformOperator, .director, .deputy, .administrator, .operator]

    static func setsBells(_ viewer: Viewer) -> Bool { viewer.side == .staff && viewer.hasAny(of: setters) }

    static func bells(setBy viewer: Viewer) throws -> BellSchool {
        guard setsBells(viewer) else { throw Denial.forbidden(.onlyTimetable) }
        return BellSchool(id: viewer.school)
    }

    /// Those of a department above schools have no bells.
    static func reads(_ viewer: Viewer) -> Bool { !viewer.hat.roles.isSubset(of: [.regionalCurator, .municipalCurator]) }

    static func bells(readBy viewer: Viewer) throws -> ID<School> {
        guard reads(viewer) else { throw Denial.notFound }
        return viewer.school
    }
}

/// Proof that `TimetableAccess` let the viewer set this school's bells.
public struct BellSchool: Sendable {
    public let id: ID<School>
    fileprivate init(id: ID<School>) { self.id = id }
}
