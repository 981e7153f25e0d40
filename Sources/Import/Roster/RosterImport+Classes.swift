import Accounts
import Interchange
import Kernel
import School

extension RosterImport {
    /// A class of ours that the files ask for.
    private struct Wanted { let key: String, school: OrgID, year: Int, name: String, study: String?, addition: String, place: ImportRun.Place }

    func settleClasses() throws {
        let wanted = wantedClasses().sorted { $0.key < $1.key }
        var claimed = Set(try run.keys.all(.schoolClass).values.map(\.number))
        try run.begin(.classes, of: wanted.count)
        for one in wanted {
            if let number = try settle(one, claimed) { claimed.insert(number); classes[one.key] = ID(number) }
            try run.tick()
        }
        for section in sections.all.values.filter(\.isHomeroom).sorted(by: { $0.id.text < $1.id.text }) { try settleClassTeachers(of: section) }
    }

    private func wantedClasses() -> [Wanted] {
        var wanted: [String: Wanted] = [:]
        func want(_ home: RosterHomes.Home, _ seated: RosterSections.Section) {
            guard wanted[home.key] == nil else { return }
            var section = seated, study: String?
            switch home {
            case .homeroom(let id, _), .section(let id, _): section = sections.all[id] ?? seated
            case .study(_, _, let name): study = name
            case .kept: return
            }
            let name = study ?? section.entry.title
            wanted[home.key] = Wanted(
                key: home.key, school: section.school, year: section.year, name: name, study: study ?? section.study ?? name,
                addition: section.entry.code ?? section.id.text, place: section.entry.origin.place)
        }
        for section in sections.all.values.sorted(by: { $0.id.text < $1.id.text }) {
            if section.isHomeroom { want(.homeroom(section.id, year: section.year), section) }
            for seat in homes.seats[section.id] ?? [] { if let home = homes.homes[seat.user] { want(home, section) } }
            if let home = homeOfEmpty(section) { want(home, section) }
        }
        return Array(wanted.values)
    }

    /// Where a section stands in which nobody sits yet: with its year of study, if the school is ordered by these and not by homerooms.
    func homeOfEmpty(_ section: RosterSections.Section) -> RosterHomes.Home? {
        guard !section.isHomeroom, homes.seats[section.id] == nil, let study = section.study, !hasHomerooms(section) else { return nil }
        return .study(section.school, year: section.year, study)
    }

    private func hasHomerooms(_ section: RosterSections.Section) -> Bool { sections.withHomerooms.contains([section.school.text, "\(section.year)"]) }

    private func settle(_ one: Wanted, _ claimed: Set<Int64>) throws -> Int64? {
        guard let school = try school(one.school), let year = years[ImportKeys.key(one.school.text, "\(one.year)")] else { return nil }
        let study = one.study.flatMap(StudyYear.number)
        return try run.settle(.schoolClass, one.key, [one.name, study.map { "\($0)" }], at: one.place) {
            let there = try ImportStore.schoolClass(one.name, in: year, run.tx)
            if let there, !claimed.contains(there) { return .found(there) }
            let name = try free(one, there != nil, year)
            return .added(try run.perform(AddClass(name, year: study, in: year), in: school).id.number)
        } change: { number in
            let there = try ImportStore.schoolClass(one.name, in: year, run.tx)
            let name = try free(one, there != nil && there != number, year)
            try run.perform(ChangeClass(ID(number), name: name, year: study), in: school)
            return number
        }
    }

    private func free(_ one: Wanted, _ isTaken: Bool, _ year: ID<AcademicYear>) throws -> String {
        guard isTaken else { return one.name }
        run.remark(.nameTaken, at: one.place, value: one.name)
        return "\(one.name) (\(one.addition))"
    }

    private func settleClassTeachers(of section: RosterSections.Section) throws {
        guard let schoolClass = classes[RosterHomes.Home.homeroom(section.id, year: section.year).key], let school = try school(section.school) else { return }
        let all = teachers[section.id] ?? [], primary = all.filter { $0.isPrimary == true }
        for entry in primary.isEmpty ? all : primary {
            guard let teacher = try person(entry.user) else { continue }
            let key = ImportKeys.key(entry.user.text, section.id.text, "\(section.year)")
            try run.settle(.classTeacher, key, [], at: entry.origin.place) {
                let since = since(entry, year: section.year) ?? calendar.days(of: section.year).lowerBound
                try run.perform(AppointClassTeacher(teacher, of: schoolClass, since: since), in: school)
                return .added(schoolClass.number)
            }
        }
    }
}
