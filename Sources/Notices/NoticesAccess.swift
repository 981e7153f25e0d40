import Foundation
import Kernel

/// Who may disturb, and who sets the hours in which nobody does — the only file that answers that.
///
/// * A person's own levels, hours, devices and address are their own matter alone: every query names the viewer.
/// * The school's quiet hours are set by its director, deputies and administrators; everybody of the school may know them.
/// * Urgent, by night as well, is for the director and the administrators, with a reason (PRODUCT N16). It is read by those it was told,
///   and by those who may send it.
enum NoticesAccess {
    static let hourSetters: Set<Role> = [.director, .deputy, .administrator, .platformOperator]
    private static let alarmers: Set<Role> = [.director, .administrator]
    static let longestReason = 300

    static func setsHours(_ viewer: Viewer) -> Bool { viewer.side == .staff && viewer.hasAny(of: hourSetters) }

    /// To all others the page does not exist.
    static func hours(by viewer: Viewer) throws -> QuietSchool {
        guard setsHours(viewer) else { throw Denial.notFound }
        return QuietSchool(id: viewer.school)
    }

    static func alarms(_ viewer: Viewer) -> Bool { viewer.side == .staff && viewer.hasAny(of: alarmers) }

    /// To all others the page does not exist.
    static func alarmed(by viewer: Viewer) throws -> AlarmedSchool {
        guard alarms(viewer) else { throw Denial.notFound }
        return AlarmedSchool(id: viewer.school, sender: viewer.person, zone: viewer.zone)
    }

    static func telling(_ notice: Notice, by viewer: Viewer?) throws -> ToldNotice {
        guard case .urgent(let reason) = notice.urgency else { return ToldNotice(notice: notice) }
        guard let viewer, viewer.school == notice.school, alarms(viewer) else { throw Denial.forbidden(.urgentByFew) }
        let words = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !words.isEmpty, words.count <= longestReason else { throw Denial.invalid(field: "reason", .urgentWants) }
        return ToldNotice(notice: notice)
    }
}

/// Proof that the viewer may set this school's quiet hours.
struct QuietSchool: Sendable {
    let id: ID<School>
    fileprivate init(id: ID<School>) { self.id = id }
}

/// Proof that the viewer may tell this school what is urgent.
struct AlarmedSchool: Sendable {
    let id: ID<School>
    let sender: ID<Person>
    let zone: Zone
    fileprivate init(id: ID<School>, sender: ID<Person>, zone: Zone) {
        self.id = id
        self.sender = sender
        self.zone = zone
    }
}

/// Proof that the notice may be told as urgently as it says.
struct ToldNotice: Sendable {
    let notice: Notice
    fileprivate init(notice: Notice) { self.notice = notice }
}
