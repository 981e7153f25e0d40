import Journal
import Kernel
import School
import Storage
import Timetable

/// Fills the journal as teachers do, lesson after lesson, up to the one that is on.
struct JournalKeeping {
    private let school: Entering
    private let sickness: Sickness
    private let ability: Ability
    private let viewers: [Viewer]
    private let audiences: [[Int]]
    /// How often a course has met before the first dated lesson, in lessons of the year.
    private let lastDays: Day

    init(_ school: Entering) {
        self.school = school
        let year = school.time.year, pupils = school.cast.pupils.count
        let past = (year.dated.lowerBound.number...school.time.today.number).map { Day(number: $0) }
        sickness = Sickness(pupils: pupils, days: past.filter { !year.free.contains($0) && ($0.weekday < 6 || $0 == year.today) })
        ability = Ability(pupils: pupils)
        viewers = school.cast.teachers.indices.map { school.viewer(teacher: $0) }
        audiences = school.plan.courses.map { school.cast.pupils(of: $0.schoolClass, group: $0.group) }
        lastDays = school.time.today - 4
    }

    func keep(_ progress: (Demonstration.Progress) -> Void) throws {
        let held = try TimetableStore.lessons(where: "l.school_id = \(school.school.id) AND l.ends_at <= \(school.time.now)", school.tx)
        let places = Dictionary(uniqueKeysWithValues: school.courses.enumerated().map { ($1, $0) })
        let open = unwritten(held)
        var themes = ThemeBook()
        var dice = Dice("journal")
        for (done, lesson) in held.enumerated() {
            guard let place = places[lesson.course.id] else { continue }
            let theme = themes.next(
                of: school.plan.courses[place], place, year: school.cast.classes[school.plan.courses[place].schoolClass].year,
                share: school.time.year.share(of: lesson.day))
            try keep(lesson, of: place, theme, isOpen: open.contains(lesson.id), &dice)
            if done % 100 == 0 { school.tx.dropNews(); progress(.init("journal", 0.18 + 0.77 * Double(done) / Double(held.count))) }
        }
        school.tx.dropNews()
    }

    /// Recent lessons whose topic nobody has written yet: some of everybody's, and the last two of the teacher who is shown.
    private func unwritten(_ held: [Lesson]) -> Set<ID<Lesson>> {
        var dice = Dice("unwritten")
        let shown = school.teachers[school.plan.courses[school.demonstration.shown.course].teacher]
        let recent = held.filter { $0.day >= lastDays && dice.happens(0.12) }.map(\.id)
        return Set(recent + held.filter { $0.teacher == shown }.suffix(2).map(\.id))
    }

    private func keep(_ lesson: Lesson, of place: Int, _ theme: ThemeBook.Theme, isOpen: Bool, _ dice: inout Dice) throws {
        let course = school.plan.courses[place], teacher = viewers[course.teacher]
        let written = min(school.time.now, lesson.ends + dice.number(0...180) * 60)
        if !isOpen { _ = try WriteTopic(LessonTopic(theme.text), at: lesson.id).run(by: teacher, at: written, in: school.tx) }
        let there = try noteAway(lesson, audiences[place], teacher, &dice)
        try putMarks(lesson, course, there, theme, teacher, at: written, &dice)
        let year = school.cast.classes[course.schoolClass].year
        guard !isOpen, year > 1, !theme.isControl, dice.happens(Curriculum.practical.contains(course.subject) ? 0.12 : 0.85) else { return }
        let text = HomeworkTexts.text(for: course.subject, year: year, share: school.time.year.share(of: lesson.day), &dice)
        _ = try GiveHomework(Homework.Text(text), at: lesson.id).run(by: teacher, at: written, in: school.tx)
    }

    /// Notes who is away or late; gives those who are there.
    private func noteAway(_ lesson: Lesson, _ audience: [Int], _ teacher: Viewer, _ dice: inout Dice) throws -> [Int] {
        let asked = lesson.starts + 300
        var there: [Int] = []
        for pupil in audience {
            var code = sickness.absence(of: pupil, on: lesson.day)
            if code == nil, dice.happens(0.005) { code = dice.happens(0.5) || lesson.number == 1 ? .late : .absent }
            if code?.isAway != true { there.append(pupil) }
            if let code { _ = try NoteAttendance(code, of: school.pupils[pupil], at: lesson.id).run(by: teacher, at: asked, in: school.tx) }
        }
        return there
    }

    /// About every sixth pupil gets a mark, after a control work nearly everyone. The first year has none (REQUIREMENTS E14).
    private func putMarks(
        _ lesson: Lesson, _ course: WeekPlan.Course, _ there: [Int], _ theme: ThemeBook.Theme, _ teacher: Viewer, at written: Moment, _ dice: inout Dice
    ) throws {
        guard school.cast.classes[course.schoolClass].year > 1 else { return }
        for pupil in there where dice.happens(theme.isControl ? 0.95 : 0.17) {
            let value = try ability.mark(of: pupil, in: course.subject, &dice)
            _ = try PutMark(value, for: school.pupils[pupil], at: lesson.id).run(by: teacher, at: written, in: school.tx)
        }
    }
}
