import Accounts
import Interchange
import Kernel
import School

extension RosterImport {
    /// A section taught to pupils of one class.
    private struct Taught {
        let section: RosterSections.Section
        let school: ID<School>
        let schoolClass: ID<SchoolClass>
        let seats: [RosterHomes.Seat]
        let teacher: UserID?
        var key: String { ImportKeys.key(section.id.text, "\(schoolClass.number)") }
        var place: ImportRun.Place { section.entry.origin.place }
    }

    /// A section becomes a course of each class its pupils are in: of the whole class if all of it sits there when the course is
    /// made, else of a study group. A course that has a group keeps it.
    func settleCourses() throws {
        let ordered = sections.all.values.filter { !$0.isHomeroom }.sorted { $0.id.text < $1.id.text }
        let sizes = Dictionary(try homes.homes.keys.compactMap { try classNumber(of: $0) }.map { ($0, 1) }, uniquingKeysWith: +)
        var claimed = Set(try run.keys.all(.course).values.map(\.number))
        for key in try run.keys.all(.course).keys.sorted() {
            let parts = key.split(separator: ImportKeys.divider).map(String.init)
            if parts.count == 2, let number = Int64(parts[1]) { knownClasses[parts[0], default: []].append(number) }
        }
        try run.begin(.courses, of: ordered.count)
        for section in sections.all.values {
            try run.keys.note(.section, section.id.text, ImportKeys.Entry(number: try school(section.school)?.number ?? 0, fingerprint: ""))
        }
        for section in ordered {
            for taught in try taught(section) + known(section) {
                let isWhole = !bundle.isDelta("enrollments.csv") && Set(taught.seats.map(\.user)).count == sizes[taught.schoolClass.number, default: 0]
                // Where nobody sits nothing is learnt about groups.
                try settle(taught, isWhole: isWhole || taught.seats.isEmpty, &claimed)
            }
            try run.tick()
        }
    }

    private func classNumber(of user: UserID) throws -> Int64? {
        guard let home = homes.homes[user] else { return nil }
        return try home == .kept ? run.keys.entry(.enrolment, user.text)?.number : classes[home.key]?.number
    }

    private func taught(_ section: RosterSections.Section) throws -> [Taught] {
        guard let school = try school(section.school) else { return [] }
        let teacher = chosenTeacher(of: section)
        let seats = homes.seats[section.id] ?? []
        guard !seats.isEmpty else {
            if let home = homeOfEmpty(section), let schoolClass = classes[home.key] {
                return [Taught(section: section, school: school, schoolClass: schoolClass, seats: [], teacher: teacher)]
            }
            if !bundle.isDelta("enrollments.csv"), try known(section).isEmpty {
                run.refuse(.course, .withoutPupils, at: section.entry.origin.place, value: section.entry.title)
            }
            return []
        }
        var byClass: [Int64: [RosterHomes.Seat]] = [:]
        for seat in seats { if let number = try classNumber(of: seat.user) { byClass[number, default: []].append(seat) } }
        return byClass.sorted { $0.key < $1.key }.map {
            Taught(section: section, school: school, schoolClass: ID($0.key), seats: $0.value, teacher: teacher)
        }
    }

    /// Courses of this year that earlier imports made of the section, and in which nobody of it sits now: their teacher may be another.
    private func known(_ section: RosterSections.Section) throws -> [Taught] {
        guard let school = try school(section.school), let year = years[ImportKeys.key(section.school.text, "\(section.year)")] else { return [] }
        let seated = Set(try (homes.seats[section.id] ?? []).compactMap { try classNumber(of: $0.user) })
        return try knownClasses[section.id.text, default: []].filter { !seated.contains($0) }.compactMap { number in
            guard try ImportStore.school(ofClass: number, run.tx)?.year == year else { return nil }
            return Taught(section: section, school: school, schoolClass: ID(number), seats: [], teacher: teachers[section.id]?.primary?.user)
        }
    }

    /// A course has one teacher: the primary one, else the first.
    private func chosenTeacher(of section: RosterSections.Section) -> UserID? {
        let all = teachers[section.id] ?? []
        let chosen = all.primary
        for other in all where other.user != chosen?.user {
            run.refuse(.course, .secondTeacher, at: other.origin.place("userSourcedId"), value: section.entry.title)
        }
        return chosen?.user
    }

    private func settle(_ taught: Taught, isWhole: Bool, _ claimed: inout Set<Int64>) throws {
        let subject = try subject(taught.section.subject, taught), teacher = try taught.teacher.flatMap { try person($0) }
        guard let subject else { return }
        let twin = try ImportStore.course(subject, for: taught.schoolClass, group: nil, teacher: teacher, run.tx)
        let known = try run.keys.entry(.course, taught.key)?.number
        let isTaken = twin.map { claimed.contains($0) && $0 != known } ?? false
        let group = try isWhole && !isTaken && run.keys.entry(.group, taught.key) == nil ? nil : group(taught)
        let values = [taught.section.subject, taught.teacher?.text, group == nil ? nil : "group"]
        let number = try run.settle(.course, taught.key, values, at: taught.place) {
            if let there = try ImportStore.course(subject, for: taught.schoolClass, group: group, teacher: teacher, run.tx) { return .found(there) }
            return .added(try run.perform(AddCourse(subject, for: taught.schoolClass, group: group, teacher: teacher), in: taught.school).number)
        } change: { number in
            try run.perform(ChangeCourse(ID(number), subject: subject, group: group, teacher: teacher), in: taught.school)
            return number
        }
        if let number { claimed.insert(number) }
        if let group { for seat in taught.seats { try settle(seat, group, taught.school) } }
    }

    private func subject(_ name: String, _ taught: Taught) throws -> ID<Subject>? {
        let key = ImportKeys.key(taught.section.school.text, TextKey.of(name))
        return try run.settle(.subject, key, [], at: taught.place) {
            if let there = try ImportStore.subject(name, of: taught.school, run.tx) { return .found(there) }
            return .added(try run.perform(AddSubject(name), in: taught.school).number)
        }.map { ID($0) }
    }

    private func group(_ taught: Taught) throws -> ID<StudyGroup>? {
        let name = taught.section.entry.title, longer = "\(name) (\(taught.section.entry.code ?? taught.section.id.text))"
        let number = try run.settle(.group, taught.key, [name], at: taught.place) {
            let isTaken = try ImportStore.group(name, of: taught.schoolClass, run.tx) != nil
            if isTaken { run.remark(.nameTaken, at: taught.place, value: name) }
            return .added(try run.perform(AddStudyGroup(isTaken ? longer : name, of: taught.schoolClass), in: taught.school).number)
        } change: { number in
            let there = try ImportStore.group(name, of: taught.schoolClass, run.tx)
            try run.perform(RenameStudyGroup(ID(number), to: there == nil || there == number ? name : longer), in: taught.school)
            return number
        }
        return number.map { ID($0) }
    }

    func settle(_ seat: RosterHomes.Seat, _ group: ID<StudyGroup>, _ school: ID<School>) throws {
        guard let pupil = try person(seat.user) else { return }
        let begin = since(seat.entry, year: seat.section.year) ?? calendar.days(of: seat.section.year).lowerBound
        try settleSeat(of: pupil, seat.user, seat.section.id, group, school, since: max(begin, moved[seat.user] ?? begin), at: seat.entry.origin.place)
    }

    func settleSeat(
        of pupil: ID<Person>, _ user: UserID, _ section: SectionID, _ group: ID<StudyGroup>, _ school: ID<School>, since: Day, at place: ImportRun.Place
    ) throws {
        let key = ImportKeys.key(user.text, section.text), known = try run.keys.entry(.seat, key)?.number
        let put = PutInGroup(pupil, in: group, since: since)
        let number = try run.settle(.seat, key, ["\(group.number)"], at: place) {
            try run.perform(put, in: school)
            return .added(group.number)
        } change: { old in
            do { try run.perform(LeaveGroup(pupil, from: ID(old), on: since - 1), in: school) } catch Denial.notFound {}
            try run.perform(put, in: school)
            return group.number
        }
        // Whoever changes the class leaves its groups; in the new one they sit as before.
        if moved[user] != nil, known == number, number == group.number { try run.perform(put, in: school) }
    }
}

extension [OneRoster.Enrollment] {
    fileprivate var primary: OneRoster.Enrollment? { first { $0.isPrimary == true } ?? first }
}
