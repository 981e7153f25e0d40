import Accounts
import Kernel
import Storage

/// Who links and who sees the links — the only file that answers that.
///
/// * Everybody links and unlinks themselves.
/// * The school's office (administrator, operator, director) brings the exports, links people from the staff list and sees the shares.
enum LinkingAccess {
    static func isOffice(_ viewer: Viewer) -> Bool {
        viewer.side == .staff && viewer.hasAny(of: [.administrator, .operator, .director, .platformOperator])
    }

    /// To all others these pages do not exist.
    static func office(of viewer: Viewer) throws -> LinkingOffice {
        guard isOffice(viewer), let ruled = try? AccountsAccess.ruled(by: viewer) else { throw Denial.notFound }
        return LinkingOffice(school: ruled.id, clerk: viewer)
    }

    /// Reading a system: one of the viewer's own school; or of any, for one who knows its code.
    static func isReached(by viewer: Viewer, code: String?) -> SQL {
        code.map { "s.join_code = \($0)" } ?? "s.school_id = \(viewer.school)"
    }

    /// The shares of all schools are seen by whoever runs the installation.
    static func seesAllSchools(_ viewer: Viewer) -> Bool { viewer.has(.platformOperator) }
}

/// Proof that `LinkingAccess` let the viewer order the school's links.
struct LinkingOffice: Sendable {
    let school: ID<School>
    let clerk: Viewer
    fileprivate init(school: ID<School>, clerk: Viewer) {
        self.school = school
        self.clerk = clerk
    }
}
