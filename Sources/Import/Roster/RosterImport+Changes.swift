import Accounts
import Interchange
import Kernel
import School

/// Places in classes that only earlier deliveries had.
extension RosterImport {
    func settleLoosePlaces() throws {
        for entry in loose {
            guard entry.role == .student, let pupil = try person(entry.user), let home = try run.keys.entry(.enrolment, entry.user.text)?.number,
                let course = try run.keys.entry(.course, ImportKeys.key(entry.group.text, "\(home)"))?.number,
                let school = try ImportStore.school(ofClass: home, run.tx)?.school
            else {
                run.refuse(.seat, .unknownHere, at: entry.origin.place("classSourcedId"), value: entry.group.text)
                continue
            }
            run.see(.enrolment, entry.user.text)
            // A course of the whole class needs no place of its own.
            guard let group = try ImportStore.group(of: ID(course), run.tx) else { continue }
            let since = try entry.begin?.asDay ?? run.today(in: school)
            try settleSeat(of: pupil, entry.user, entry.group, group, school, since: since, at: entry.origin.place)
        }
    }
}
