import Interchange
import Kernel

/// What places in classes say: who sits where, who teaches what, and what somebody is in a school of whose roles the files are silent.
extension RosterImport {
    func planPlaces() {
        var seats: [UserID: [RosterHomes.Seat]] = [:]
        let written = Set(bundle.classes.map(\.id)), users = Set(bundle.users.map(\.id))
        for entry in bundle.enrollments where entry.status == .active && !RosterRoles.isOver(entry.end, today) {
            guard roles.isActive(entry.user) || !users.contains(entry.user) else { continue }
            guard let section = sections.all[entry.group] else {
                if !written.contains(entry.group) { loose.append(entry) }
                continue
            }
            if entry.role == .student {
                guard mayLearn(entry, section, isHere: users.contains(entry.user)) else { continue }
                seats[entry.user, default: []].append(RosterHomes.Seat(user: entry.user, section: section, entry: entry))
            } else if entry.role.isTeaching {
                guard mayTeach(entry, section, isHere: users.contains(entry.user)) else { continue }
                teachers[entry.group, default: []].append(entry)
            } else {
                run.refuse(.seat, .noRole, at: entry.origin.place("role"), value: entry.role.rawValue)
            }
        }
        for (user, places) in seats.sorted(by: { $0.key.text < $1.key.text }) { homes.settle(user, places) }
        for section in sections.all.values { teachers[section.id]?.sort { $0.user.text < $1.user.text } }
    }

    private func mayLearn(_ entry: OneRoster.Enrollment, _ section: RosterSections.Section, isHere: Bool) -> Bool {
        if !isHere || roles.has(entry.user, in: section.school, where: { $0 == .pupil }) { return true }
        if roles.isSilent(on: entry.user, in: section.school) { add(.pupil, by: entry, section); return true }
        if bundle.isDelta("roles.csv"), !roles.has(entry.user, in: section.school, where: { _ in true }) { return true }
        run.refuse(.seat, .notPupil, at: entry.origin.place("userSourcedId"), value: entry.user.text)
        return false
    }

    private func mayTeach(_ entry: OneRoster.Enrollment, _ section: RosterSections.Section, isHere: Bool) -> Bool {
        if !isHere || roles.has(entry.user, in: section.school, where: Role.teachers.contains) { return true }
        if roles.has(entry.user, in: section.school, where: { $0.side == .staff }) || roles.isSilent(on: entry.user, in: section.school) {
            add(.subjectTeacher, by: entry, section)
            return true
        }
        if bundle.isDelta("roles.csv"), !roles.has(entry.user, in: section.school, where: { _ in true }) { return true }
        run.refuse(.seat, .notTeacher, at: entry.origin.place("userSourcedId"), value: entry.user.text)
        return false
    }

    private func add(_ role: Role, by entry: OneRoster.Enrollment, _ section: RosterSections.Section) {
        guard !roles.has(entry.user, in: section.school, where: { $0 == role }) else { return }
        run.remark(.roleByPlace, at: entry.origin.place("userSourcedId"), value: entry.user.text)
        roles.add(role, to: entry.user, in: section.school, since: calendar.days(of: section.year).lowerBound, at: entry.origin.place)
    }

    /// Since when a pupil is in a class of this year; days outside the year are odd and not believed.
    func since(_ entry: OneRoster.Enrollment, year: Int) -> Day? {
        guard let begin = entry.begin?.asDay else { return nil }
        let days = calendar.days(of: year)
        return days.lowerBound - 100 <= begin && begin <= days.upperBound ? begin : nil
    }
}
