import Accounts
import Kernel
import Markup
import School
import Storage
import Timetable

/// Makes the small school by the product's own verbs, in one transaction.
struct WorldMaking {
    let tx: Transaction
    let now = World.now
    let start = Day(number: World.today.number - 70)
    init(_ tx: Transaction) { self.tx = tx }

    func people() throws -> World.People {
        let near = try OpenSchool(name: "Школа № 58", kind: .general, zone: .moscow).run(at: now, in: tx)
        let far = try OpenSchool(name: "Школа № 7", kind: .general, zone: .moscow).run(at: now, in: tx)
        let rita = try founder("Ритина", "Рита", of: near), xenia = try founder("Ксенина", "Ксения", of: far)

        let vera = try person("Верина", "Вера", .subjectTeacher, by: rita), igor = try person("Игорев", "Игорь", .subjectTeacher, by: rita)
        let petya = try person("Петин", "Петя", .pupil, by: rita), masha = try person("Машина", "Маша", .pupil, by: rita)
        let kolya = try person("Колин", "Коля", .pupil, by: rita)
        let olga = try person("Петина", "Ольга", .guardian, by: rita), pavel = try person("Машин", "Павел", .guardian, by: rita)
        let zoya = try person("Зоина", "Зоя", .subjectTeacher, by: xenia), yura = try person("Юрин", "Юра", .pupil, by: xenia)

        let (class7, class8) = (try schoolClass("7А", 7, by: rita), try schoolClass("8Б", 8, by: rita))
        let classFar = try schoolClass("7А", 7, by: xenia)
        for (pupil, place) in [(petya, class7), (masha, class7), (kolya, class8)] { try run(EnrolPupil(pupil, into: place.id, since: start), by: rita) }
        try run(EnrolPupil(yura, into: classFar.id, since: start), by: xenia)
        try run(AppointClassTeacher(vera, of: class7.id, since: start), by: rita)
        try run(GrantRole(.guardian, to: vera, since: start), by: rita)
        for (guardian, pupil) in [(olga, petya), (pavel, masha), (vera, kolya)] { try run(LinkGuardian(guardian, to: pupil), by: rita) }

        let maths = try course("Математика", class7, vera, weekdays: [1, 2, 4], by: rita)
        let chemistry = try course("Химия", class8, igor, weekdays: [2], by: rita)
        let history = try course("История", classFar, zoya, weekdays: [2], by: xenia)
        for ruler in [rita, xenia] { try run(DateLessons(World.today.monday...World.today.monday + 6), by: ruler) }

        return World.People(
            vera: try viewer(vera, .staff), veraAsMother: try viewer(vera, .family), igor: try viewer(igor, .staff), olga: try viewer(olga, .family),
            pavel: try viewer(pavel, .family), petya: try viewer(petya, .pupil), masha: try viewer(masha, .pupil), kolya: try viewer(kolya, .pupil),
            rita: rita, zoya: try viewer(zoya, .staff), yura: try viewer(yura, .pupil), xenia: xenia, class7: class7, class8: class8, classFar: classFar,
            maths: maths, chemistry: chemistry, history: history, mathsNow: try lesson(of: maths, on: World.today),
            mathsBefore: try lesson(of: maths, on: World.today - 1), mathsNext: try lesson(of: maths, on: World.today + 2),
            chemistryToday: try lesson(of: chemistry, on: World.today), historyToday: try lesson(of: history, on: World.today))
    }

    @discardableResult private func run<V: Verb>(_ verb: V, by viewer: Viewer) throws -> V.Outcome { try verb.run(by: viewer, at: now, in: tx) }

    /// The first administrator, and the year and the bells they set.
    private func founder(_ family: String, _ given: String, of school: School) throws -> Viewer {
        let administrator = try RegisterPerson(PersonName(family: family, given: given), as: .administrator, since: start)
            .run(by: .installer(of: school), at: now, in: tx)
        let ruler = Viewer(
            person: administrator, name: PersonName(family: family, given: given), hat: Hat(school: school, side: .staff, roles: [.administrator]))
        _ = try run(
            OpenYear(
                "2026/27", start...start + 270,
                parts: [.init(.quarter, 1, "1 четверть", start...start + 60), .init(.quarter, 2, "2 четверть", start + 61...start + 120)]), by: ruler)
        try run(SetBells([Bell(1, 510, 555), Bell(2, 565, 610), Bell(3, 620, 665)]), by: ruler)
        return ruler
    }

    private func person(_ family: String, _ given: String, _ role: Role, by ruler: Viewer) throws -> ID<Person> {
        try run(RegisterPerson(PersonName(family: family, given: given), as: role, since: start), by: ruler)
    }

    private func schoolClass(_ name: String, _ year: Int, by ruler: Viewer) throws -> SchoolClass {
        guard let academic = try SchoolStore.year(of: ruler.school, on: World.today, tx) else { throw WorldError() }
        return try run(AddClass(name, year: year, in: academic.id), by: ruler)
    }

    /// A course whose lesson is the first of the day on each of these weekdays.
    private func course(_ subject: String, _ schoolClass: SchoolClass, _ teacher: ID<Person>, weekdays: [Int], by ruler: Viewer) throws -> ID<Course> {
        let course = try run(AddCourse(try run(AddSubject(subject), by: ruler), for: schoolClass.id, teacher: teacher), by: ruler)
        for weekday in weekdays { try run(PlaceSlot(Slot(course, weekday: weekday, number: 1, room: "12")), by: ruler) }
        return course
    }

    private func lesson(of course: ID<Course>, on day: Day) throws -> ID<Lesson> {
        guard let lesson = try TimetableStore.lessons(where: "l.course_id = \(course) AND l.held_on = \(day)", tx).first else { throw WorldError() }
        return lesson.id
    }

    private func viewer(_ person: ID<Person>, _ side: Side) throws -> Viewer {
        guard let viewer = try AccountsStore.viewer(person, side: side, tx) else { throw WorldError() }
        return viewer
    }
}

/// The world could not be made as the tests expect it.
struct WorldError: Error {}
