import Accounts
import Kernel
import Movement
import School
import Storage
import Timetable

/// Enters the made-up people and their week into the database, by the verbs of an administrator.
struct Entering {
    let demonstration: Demonstration
    let tx: Transaction
    private let hash: PasswordHash
    let school: Kernel.School
    /// The administrator, who does it all.
    private(set) var ruler: Viewer
    /// Beside the lists of `Cast`: the numbers the database gave.
    private(set) var heads: [ID<Person>] = []
    private(set) var teachers: [ID<Person>] = []
    private(set) var pupils: [ID<Person>] = []
    private(set) var guardians: [[ID<Person>]] = []
    private(set) var classes: [SchoolClass] = []
    private(set) var courses: [ID<Course>] = []
    /// Those who have not come in yet: they sign nothing and say nothing.
    private(set) var absent: Set<ID<Person>> = []

    var cast: Cast { demonstration.cast }
    var plan: WeekPlan { demonstration.plan }
    var time: SchoolTime { demonstration.time }
    private var since: Day { time.year.days.lowerBound }
    /// When the school was set up: the morning of the year's first day.
    var beginning: Moment { min(time.now, time.zone.moment(since, minute: 7 * 60)) }

    /// Opens the school and enters its first administrator.
    init(_ demonstration: Demonstration, _ hash: PasswordHash, _ tx: Transaction) throws {
        self.demonstration = demonstration
        self.hash = hash
        self.tx = tx
        let time = demonstration.time, name = demonstration.cast.administrator.name
        let beginning = min(time.now, time.zone.moment(time.year.days.lowerBound, minute: 7 * 60))
        school = try OpenSchool(name: Demonstration.schoolName, kind: .general, zone: time.zone).run(at: beginning, in: tx)
        let administrator = try RegisterPerson(name, as: .administrator, since: time.year.days.lowerBound, sex: demonstration.cast.administrator.sex)
            .run(by: .installer(of: school), at: beginning, in: tx)
        ruler = Viewer(person: administrator, name: name, hat: Hat(school: school, side: .staff, roles: [.administrator]))
    }

    @discardableResult private func run<V: Verb>(_ verb: V) throws -> V.Outcome { try verb.run(by: ruler, at: beginning, in: tx) }

    // MARK: People

    mutating func enterPeople(_ progress: (Demonstration.Progress) -> Void) throws {
        progress(.init("people", 0))
        try run(try GiveCredential(to: ruler.person, login: Login(cast.administrator.login), hash: hash))
        try openYear()
        heads = try [enter(cast.director, as: .director)] + cast.deputies.map { try enter($0, as: .deputy) }
        teachers = try cast.teachers.map { try enter($0.someone, as: .subjectTeacher) }
        for (place, pupil) in cast.pupils.enumerated() {
            pupils.append(try enter(pupil.someone, as: .pupil, hasLogin: !isLate(household: pupil.household)))
            try run(EnrolPupil(pupils[place], into: classes[pupil.schoolClass].id, since: since))
            if place % 50 == 0 { progress(.init("people", 0.05 * Double(place) / Double(cast.pupils.count))) }
        }
        for (place, household) in cast.households.enumerated() {
            guardians.append(try household.guardians.map { try enter($0, hasLogin: !isLate(household: place)) })
            for guardian in guardians[place] { for child in household.children { try run(LinkGuardian(guardian, to: pupils[child])) } }
            if place % 50 == 0 { tx.dropNews(); progress(.init("families", 0.05 + 0.07 * Double(place) / Double(cast.households.count))) }
        }
        try confirmTeachers()
        try appoint()
        tx.dropNews()
    }

    /// From the staff list, all but the two who came last.
    private func confirmTeachers() throws {
        for teacher in [heads[0]] + teachers.dropLast(teachers.count > 4 ? 2 : 0) { try run(ConfirmTeacher(teacher)) }
    }

    /// By the director's order: who leads, who runs the system, who leads a class.
    private func appoint() throws {
        let order = try OrderDraft(number: "58-к", date: since)
        for deputy in heads.dropFirst() { _ = try run(Appoint(deputy, as: .deputy, since: since, order: order)) }
        if let deputy = heads.last { _ = try run(Appoint(deputy, as: .coordinator, since: since, order: order)) }
        _ = try run(Appoint(teachers[demonstration.operatorPlace], as: .operator, since: since, order: order))
        let second = try OrderDraft(number: "59-к", date: since)
        for (place, teacher) in plan.classTeachers.enumerated() {
            _ = try run(Appoint(teachers[teacher], as: .classTeacher, of: classes[place].id, since: since, order: second))
        }
    }

    /// A family that gets its logins by codes, as all its children are in classes that do.
    private func isLate(household: Int) -> Bool {
        let late = Set(demonstration.size.lateClasses)
        return household != cast.pupils[demonstration.shown.pupil].household
            && cast.households[household].children.allSatisfy { late.contains(cast.pupils[$0].schoolClass) }
    }

    /// They are not in the electronic school any more.
    mutating func leaveOut(_ people: [ID<Person>]) { absent.formUnion(people) }

    /// The late come in by their codes, some early, some lately.
    func letComeEarly() throws { try Comings(self, hash).comeEarly() }
    mutating func letComeLately() throws { absent = try Comings(self, hash).comeLately() }

    private mutating func openYear() throws {
        let year = time.year
        let parts = year.quarters.enumerated().map { OpenYear.Part(.quarter, $0 + 1, "\($0 + 1) четверть", $1) }
        let id = try run(OpenYear(year.name, year.days, parts: parts))
        classes = try cast.classes.map { try run(AddClass($0.name, year: $0.year, in: id)) }
    }

    private func enter(_ someone: Someone, as role: Role, hasLogin: Bool = true) throws -> ID<Person> {
        // A director is appointed from above, everyone else by the school itself.
        let person = try RegisterPerson(someone.name, as: role, since: since, sex: someone.sex, bornOn: someone.born)
            .run(by: role == .director ? .installer(of: school) : ruler, at: beginning, in: tx)
        if hasLogin { try run(GiveCredential(to: person, login: Login(someone.login), hash: hash)) }
        return person
    }

    private func enter(_ guardian: Household.Guardian, hasLogin: Bool) throws -> ID<Person> {
        switch guardian {
        case .someone(let someone): return try enter(someone, as: .guardian, hasLogin: hasLogin)
        case .teacher(let place):
            try run(GrantRole(.guardian, to: teachers[place], since: since))
            return teachers[place]
        }
    }

    // MARK: The week

    mutating func enterWeek(_ progress: (Demonstration.Progress) -> Void) throws {
        progress(.init("timetable", 0.12))
        try run(SetBells(time.bells))
        try enterCourses()
        let weekend = time.today.weekday > 5
        try place { $0 }
        let days = time.year.dated
        for monday in stride(from: days.lowerBound.monday.number, through: days.upperBound.number, by: 7) {
            let week = max(days.lowerBound.number, monday)...min(days.upperBound.number, monday + 6)
            try run(DateLessons(Day(number: week.lowerBound)...Day(number: week.upperBound), free: time.year.free))
            progress(.init("lessons", 0.13 + 0.05 * Double(monday - days.lowerBound.number) / Double(max(7, days.upperBound - days.lowerBound))))
        }
        guard weekend else { return }
        // Only today: no other Saturday or Sunday gets lessons, so these places come after the dating.
        let today = time.today
        try place { $0 == time.plannedWeekday ? today.weekday : nil }
        try run(DateLessons(today...today))
    }

    private mutating func enterCourses() throws {
        var groups: [Int: [ID<StudyGroup>]] = [:]
        for course in plan.courses {
            if course.group != nil, groups[course.schoolClass] == nil { groups[course.schoolClass] = try divide(course.schoolClass) }
            let subject = try run(AddSubject(course.subject))
            let group = course.group.flatMap { groups[course.schoolClass]?[$0] }
            courses.append(try run(AddCourse(subject, for: classes[course.schoolClass].id, group: group, teacher: teachers[course.teacher])))
        }
    }

    private func divide(_ place: Int) throws -> [ID<StudyGroup>] {
        try (0...1).map { half in
            let group = try run(AddStudyGroup("англ. \(half + 1)", of: classes[place].id))
            for pupil in cast.pupils(of: place, group: half) { try run(PutInGroup(pupils[pupil], in: group, since: since)) }
            return group
        }
    }

    /// Places the week's lessons on the weekdays that stand for their own; `nil` leaves one out.
    private func place(_ weekday: (Int) -> Int?) throws {
        for place in plan.places {
            guard let weekday = weekday(place.weekday) else { continue }
            let room = cast.teachers[plan.courses[place.course].teacher].room
            try run(PlaceSlot(Slot(courses[place.course], weekday: weekday, number: place.number, room: room)))
        }
    }

    // MARK: Those who act

    func viewer(teacher place: Int) -> Viewer {
        let roles: Set<Role> = plan.classTeachers.contains(place) ? [.subjectTeacher, .classTeacher] : [.subjectTeacher]
        return Viewer(person: teachers[place], name: cast.teachers[place].someone.name, hat: Hat(school: school, side: .staff, roles: roles))
    }
    func viewer(pupil place: Int) -> Viewer {
        Viewer(person: pupils[place], name: cast.pupils[place].someone.name, hat: Hat(school: school, side: .pupil, roles: [.pupil]))
    }
    func viewer(guardian place: Int, of household: Int, named name: PersonName) -> Viewer {
        Viewer(person: guardians[household][place], name: name, hat: Hat(school: school, side: .family, roles: [.guardian]))
    }
    /// The director is the first, the deputies follow.
    func viewer(head place: Int) -> Viewer {
        let name = place == 0 ? cast.director.name : cast.deputies[place - 1].name
        return Viewer(person: heads[place], name: name, hat: Hat(school: school, side: .staff, roles: [place == 0 ? .director : .deputy]))
    }
}
