import Accounts
import Interchange
import Kernel
import School

extension RosterImport {
    func settleEnrolments() throws {
        try run.begin(.places, of: homes.homes.count)
        for (user, home) in homes.homes.sorted(by: { $0.key.text < $1.key.text }) {
            if home == .kept { run.see(.enrolment, user.text) } else { try settle(user, home) }
            try run.tick()
        }
    }

    private func settle(_ user: UserID, _ home: RosterHomes.Home) throws {
        guard let entry = homes.entries[user], let section = sections.all[entry.group] else { return }
        guard let pupil = try person(user), let schoolClass = classes[home.key], let school = try school(section.school) else {
            return run.refuse(.enrolment, .unknownHere, at: entry.origin.place("userSourcedId"), value: user.text)
        }
        guard try !keptAway.holds(pupil, from: school, run.tx) else {
            run.see(.enrolment, user.text)
            return run.refuse(.enrolment, .familyRefused, at: entry.origin.place("userSourcedId"), value: user.text)
        }
        let begin = since(entry, year: section.year), days = calendar.days(of: section.year)
        if begin == nil, let odd = entry.begin { run.remark(.oddPlaceDates, at: entry.origin.place("beginDate"), value: odd.description) }
        try run.settle(.enrolment, user.text, [home.key], at: entry.origin.place) {
            if try ImportStore.enrolment(of: pupil, run.tx)?.schoolClass == schoolClass.number { return .found(schoolClass.number) }
            try run.perform(EnrolPupil(pupil, into: schoolClass, since: begin ?? days.lowerBound), in: school)
            return .added(schoolClass.number)
        } change: { _ in
            try move(pupil, user, to: schoolClass, of: school, begin, days)
            return schoolClass.number
        }
    }

    private func move(_ pupil: ID<Person>, _ user: UserID, to schoolClass: ID<SchoolClass>, of school: ID<School>, _ begin: Day?, _ days: ClosedRange<Day>)
        throws
    {
        let present = try ImportStore.enrolment(of: pupil, run.tx)
        guard present?.schoolClass != schoolClass.number else { return }
        let today = try run.today(in: school)
        let after = present?.since ?? days.lowerBound - 1
        let since = [begin, days.contains(today) ? today : nil, days.lowerBound].compactMap(\.self).first { $0 > after } ?? after
        if let present {
            let ours = try run.keys.all(.school).values.contains { $0.number == present.school.number }
            guard ours else { throw Denial.conflict(.inAnotherClass) }
            try run.perform(EndEnrolment(of: pupil, on: since - 1), in: present.school)
        }
        try run.perform(EnrolPupil(pupil, into: schoolClass, since: since), in: school)
        moved[user] = since
    }
}
