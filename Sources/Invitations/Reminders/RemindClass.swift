import Accounts
import Kernel
import Notices
import School
import Storage

/// Those of a class who have not come are reminded: the class teacher gets a task with a date, guardians who have come see it on
/// «Сегодня». Not oftener than every three days (REQUIREMENTS A26, B08).
public struct RemindClass: Verb {
    public let schoolClass: ID<SchoolClass>
    public init(_ schoolClass: ID<SchoolClass>) { self.schoolClass = schoolClass }

    /// How many have not come.
    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Int {
        let issuing = try InvitationsAccess.issuing(to: .schoolClass(schoolClass), by: viewer, in: tx), today = viewer.zone.day(of: now)
        let roster = try RosterStore.roster(of: .schoolClass(schoolClass), in: issuing.school, at: now, tx)
        let absent = Set(roster.lines.filter { $0.login == nil }.map(\.person)).count
        guard absent > 0 else { throw Denial.conflict(.everybodyCame) }
        if let last = try ReminderStore.last(of: schoolClass, tx) {
            guard last.mayBeRepeated(on: today) else { throw Denial.conflict(.remindedLately) }
        }
        let reminder = Reminder(on: today, due: today + Reminder.time)
        try ReminderStore.add(reminder, of: schoolClass, absent: absent, issuing, at: now, tx)
        try tx.leave(Trace("invitations.reminder", about: "class:\(schoolClass.number)", became: "\(absent)"), by: viewer, at: now)
        let teachers = Set(try SchoolStore.classTeachers(of: schoolClass, tx)).subtracting([viewer.person])
        try Notices.tell(Notice(.task, school: issuing.school, to: teachers, about: .codes), by: nil, at: now, in: tx)
        return absent
    }
}
