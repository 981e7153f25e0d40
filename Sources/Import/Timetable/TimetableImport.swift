import Accounts
import Interchange
import Kernel
import School
import Timetable

/// One import of a timetable.
final class TimetableImport {
    let timetable: FETTimetable
    let plan: FETPlan
    let file: String
    let run: ImportRun
    var school: ID<School>
    private var year: ID<AcademicYear> = ID(0)
    /// «2026», the first part of the keys of all that belongs to the year.
    private var yearKey = ""
    private var yearDays = RosterCalendar.usual(0)
    private var subjects: [String: ID<Subject>] = [:]
    private var teachers: [String: ID<Person>] = [:]
    private var classes: [String: ID<SchoolClass>] = [:]
    private var groups: [FETPlan.Audience: ID<StudyGroup>] = [:]
    var courses: [FETPlan.Course: ID<Course>] = [:]

    init(_ timetable: FETTimetable, _ plan: FETPlan, file: String, _ run: ImportRun) throws {
        self.timetable = timetable
        self.plan = plan
        self.file = file
        self.run = run
        school = try Self.school(timetable.institution ?? file, run)
    }

    func perform() throws -> ImportOutcome {
        let total = timetable.subjects.count + timetable.teachers.count + plan.classes.count + plan.groups.count + plan.courses.count
        try run.begin(.courses, of: total)
        run.count(.load, \.refused, by: timetable.report.losses.count)
        try settleYear()
        for subject in timetable.subjects { try settle(subject) }
        let staff = try ImportStore.staff(of: school, run.tx), role: Role = try ImportStore.isCollege(school, run.tx) ? .lecturer : .subjectTeacher
        for teacher in timetable.teachers { try settle(teacher, staff, role) }
        for (name, line) in plan.classes { try settle(class: name, line) }
        for group in plan.groups { try settle(group) }
        for (course, line) in plan.courses { try settle(course, line) }
        try settlePlan()
        for finding in plan.findings {
            if finding.isRefusal {
                run.refuse(finding.kind, finding.flaw, at: finding.place, value: finding.value)
            } else {
                run.remark(finding.flaw, at: finding.place, value: finding.value)
            }
        }
        for (tag, count) in timetable.notRead.sorted(by: { $0.key < $1.key }) { run.remark(.notCarried, at: place(), value: "\(tag): \(count)") }
        return try run.finish()
    }

    func place(_ line: Int? = nil) -> ImportRun.Place { ImportRun.Place(file: file, line: line) }

    /// The school of the last import; else the one that was named; else the only one; else a new one.
    private static func school(_ name: String, _ run: ImportRun) throws -> ID<School> {
        let named = try run.options.school.map { try SchoolChoice.named($0, run.tx) }
        let known = try run.keys.entry(.school, "")?.number
        if let known, let named, known != named.id.number { throw ImportError.otherSource(run.source) }
        let number = try run.settle(.school, "", [], at: ImportRun.Place(file: "")) {
            if let there = try named ?? SchoolChoice.only(run.tx) {
                run.knows(there)
                return .found(there.id.number)
            }
            let school = try OpenSchool(name: name, kind: .vocational, zone: run.options.zone).run(at: run.now, in: run.tx)
            run.knows(school)
            return .added(school.id.number)
        }
        guard let number else { throw ImportError.noSuchSchool(name) }
        return ID(number)
    }

    private func settleYear() throws {
        let number = try run.options.year.map(Self.number) ?? RosterCalendar.number(of: run.today(in: school) + 62)
        yearDays = RosterCalendar.usual(number)
        yearKey = "\(number)"
        let name = RosterCalendar.name(of: number), middle = Day(number: (yearDays.lowerBound.number + yearDays.upperBound.number) / 2)
        let settled = try run.settle(.year, yearKey, [], at: place()) {
            if let known = try ImportStore.year(named: name, of: school, run.tx) ?? ImportStore.year(of: school, on: middle, run.tx) { return .found(known) }
            return .added(try run.perform(OpenYear(name, yearDays, parts: []), in: school).number)
        }
        year = ID(settled ?? 0)
    }

    private static func number(_ text: String) throws -> Int {
        guard let number = Int(text.prefix(4)), (2000...2099).contains(number), text.count == 4 || text == RosterCalendar.name(of: number) else {
            throw ImportError.wrongYear(text)
        }
        return number
    }

    private func settle(_ subject: FETTimetable.Named) throws {
        let number = try run.settle(.subject, TextKey.of(subject.name), [], at: place(subject.line)) {
            if let there = try ImportStore.subject(subject.name, of: school, run.tx) { return .found(there) }
            return .added(try run.perform(AddSubject(subject.name), in: school).number)
        }
        subjects[subject.name] = number.map { ID($0) }
        try run.tick()
    }

    private func settle(_ teacher: FETTimetable.Named, _ staff: [ImportStore.Member], _ role: Role) throws {
        let name = TeacherName(teacher.name)
        let fitting = try run.keys.entry(.person, teacher.name) == nil ? staff.filter { name.fits($0.name) } : []
        guard fitting.count <= 1 else { return run.refuse(.person, .ambiguousPerson, at: place(teacher.line), value: teacher.name) }
        let number = try run.settle(.person, teacher.name, [], at: place(teacher.line)) {
            if let there = fitting.first { return .found(there.id.number) }
            let made = try run.perform(RegisterPerson(name.name, as: role, since: yearDays.lowerBound), in: school)
            try run.settle(.role, teacher.name, [], at: place(teacher.line)) { .added(made.number) }
            return .added(made.number)
        }
        if let number {
            teachers[teacher.name] = ID(number)
            try run.settle(.role, teacher.name, [], at: place(teacher.line)) {
                if fitting.first?.isTeacher == true { return .found(number) }
                return try run.perform(AdmitPerson(ID(number), as: role, since: yearDays.lowerBound), in: school) ? .added(number) : .found(number)
            }
        }
        try run.tick()
    }

    private func settle(class name: String, _ line: Int) throws {
        let number = try run.settle(.schoolClass, ImportKeys.key(yearKey, name), [], at: place(line)) {
            if let there = try ImportStore.schoolClass(name, in: year, run.tx) { return .found(there) }
            return .added(try run.perform(AddClass(name, year: StudyYear.number(name), in: year), in: school).id.number)
        }
        classes[name] = number.map { ID($0) }
        try run.tick()
    }

    private func settle(_ group: FETPlan.Group) throws {
        guard let schoolClass = classes[group.schoolClass] else { return }
        let number = try run.settle(.group, ImportKeys.key(yearKey, group.schoolClass, group.name), [], at: place(group.line)) {
            if let there = try ImportStore.group(group.shown, of: schoolClass, run.tx) { return .found(there) }
            return .added(try run.perform(AddStudyGroup(group.shown, of: schoolClass), in: school).number)
        }
        groups[FETPlan.Audience(schoolClass: group.schoolClass, group: group.name)] = number.map { ID($0) }
        try run.tick()
    }

    private func settle(_ course: FETPlan.Course, _ line: Int) throws {
        try run.tick()
        guard let subject = subjects[course.subject], let schoolClass = classes[course.audience.schoolClass] else { return }
        let group = groups[course.audience], teacher = course.teacher.flatMap { teachers[$0] }
        let number = try run.settle(.course, key(of: course), [], at: place(line)) {
            if let there = try ImportStore.course(subject, for: schoolClass, group: group, teacher: teacher, run.tx) { return .found(there) }
            return .added(try run.perform(AddCourse(subject, for: schoolClass, group: group, teacher: teacher), in: school).number)
        }
        courses[course] = number.map { ID($0) }
    }

    func key(of course: FETPlan.Course) -> String {
        ImportKeys.key(yearKey, course.subject, course.audience.schoolClass, course.audience.group ?? "", course.teacher ?? "")
    }
}
