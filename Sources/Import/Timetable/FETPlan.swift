import Interchange
import Timetable

/// What a FET file comes to in the school's terms.
struct FETPlan {
    struct Group: Hashable { let schoolClass: String, name: String, shown: String, line: Int }
    /// A class, or a group of it.
    struct Audience: Hashable { let schoolClass: String, group: String? }
    /// One subject taught to one audience by one teacher. An activity of two teachers is two courses, so both can keep its journal.
    struct Course: Hashable { let subject: String, audience: Audience, teacher: String? }
    struct Place { let course: Course, weekday: Int, week: Int, number: Int, room: String, line: Int }
    /// An activity's hours that nobody has placed.
    struct Load { let activity: Int, course: Course, hours: Int, note: String, line: Int }

    private(set) var classes: [(name: String, line: Int)] = []
    private(set) var groups: [Group] = []
    private(set) var courses: [(course: Course, line: Int)] = []
    private(set) var places: [Place] = []
    private(set) var loads: [Load] = []
    private(set) var findings: [Finding] = []
    let hours: FETBells
    private let file: String
    private var audiences: [String: [Audience]] = [:]

    init(_ timetable: FETTimetable, file: String) {
        self.file = file
        hours = FETBells(timetable.hours)
        for year in timetable.years { take(year) }
        var known: Set<Course> = []
        let starts = placements(of: timetable), rooms = Self.rooms(of: timetable)
        for activity in timetable.activities {
            guard activity.isActive else { refuse(.load, .switchedOff, activity.line, activity.subject); continue }
            let taught = courses(of: activity)
            if taught.isEmpty { refuse(.load, .withoutStudents, activity.line, activity.subject) }
            if activity.teachers.count > 1 { note(.severalTeachers, activity.line, activity.teachers.joined(separator: ", ")) }
            for course in taught where known.insert(course).inserted { courses.append((course, activity.line)) }
            guard let start = starts[activity.id], let numbers = numbers(of: activity, from: start), let day = day(of: start, timetable) else {
                let note = activity.tags.joined(separator: ", ")
                loads += taught.map { Load(activity: activity.id, course: $0, hours: activity.duration, note: note, line: activity.line) }
                continue
            }
            for course in taught {
                places += numbers.map {
                    Place(course: course, weekday: day.weekday, week: day.week, number: $0, room: rooms[activity.id] ?? "", line: activity.line)
                }
            }
        }
    }

    // MARK: Classes and groups

    /// FET's year is a class and its groups are study groups; but a year of study («7») of which the groups are classes («7А») is taken apart.
    private mutating func take(_ year: FETTimetable.StudentSet) {
        let isParallel =
            Int(year.name).map { (1...11).contains($0) } == true && !year.parts.isEmpty
            && year.parts.allSatisfy { $0.name.hasPrefix(year.name) && $0.name.dropFirst(year.name.count).first?.isNumber == false }
        for own in isParallel ? year.parts : [year] {
            classes.append((own.name, own.line))
            hear(own.name, Audience(schoolClass: own.name, group: nil))
            if isParallel { hear(year.name, Audience(schoolClass: own.name, group: nil)) }
            for part in own.parts { take(part, of: own.name) }
        }
    }

    private mutating func take(_ part: FETTimetable.StudentSet, of schoolClass: String) {
        let audience = Audience(schoolClass: schoolClass, group: part.name)
        if !(audiences[part.name] ?? []).contains(audience) {
            let group = Group(schoolClass: schoolClass, name: part.name, shown: Self.shown(part.name, in: schoolClass), line: part.line)
            groups.append(group)
            hear(part.name, audience)
        }
        for inner in part.parts { take(inner, of: schoolClass) }
    }

    private mutating func hear(_ name: String, _ audience: Audience) {
        if !(audiences[name] ?? []).contains(audience) { audiences[name, default: []].append(audience) }
    }

    /// «ЛД101-П1» of the class «ЛД101» is shown as «П1».
    private static func shown(_ group: String, in schoolClass: String) -> String {
        guard group.hasPrefix(schoolClass) else { return group }
        let rest = group.dropFirst(schoolClass.count).drop { !$0.isLetter && !$0.isNumber }
        return rest.isEmpty ? group : String(rest)
    }

    // MARK: Activities

    private func courses(of activity: FETTimetable.Activity) -> [Course] {
        let teachers: [String?] = activity.teachers.isEmpty ? [nil] : activity.teachers
        var heard: [Audience] = []
        for audience in activity.students.flatMap({ audiences[$0] ?? [] }) where !heard.contains(audience) { heard.append(audience) }
        return heard.flatMap { audience in teachers.map { Course(subject: activity.subject, audience: audience, teacher: $0) } }
    }

    /// The one place of each activity that has one.
    private mutating func placements(of timetable: FETTimetable) -> [Int: FETTimetable.Placement] {
        var starts: [Int: FETTimetable.Placement] = [:]
        for placement in timetable.placements where placement.isActive {
            if placement.weight < 100 {
                note(.wish, placement.line, timetable.hours[placement.hour].name)
            } else if let first = starts[placement.activity] {
                if (first.day, first.hour) != (placement.day, placement.hour) {
                    refuse(.slot, .secondPlace, placement.line, timetable.days[placement.day].name)
                }
            } else {
                starts[placement.activity] = placement
            }
        }
        return starts
    }

    private mutating func numbers(of activity: FETTimetable.Activity, from start: FETTimetable.Placement) -> [Int]? {
        let last = start.hour + activity.duration
        guard last <= hours.numbers.count else {
            refuse(.slot, .pastLastHour, start.line, activity.subject)
            return nil
        }
        return Array(hours.numbers[start.hour..<last])
    }

    private mutating func day(of start: FETTimetable.Placement, _ timetable: FETTimetable) -> (weekday: Int, week: Int)? {
        let day = timetable.days[start.day]
        guard let weekday = day.weekday else {
            refuse(.slot, .noWeekday, start.line, day.name)
            return nil
        }
        guard day.cycleWeek <= 2 else {
            refuse(.slot, .longCycle, start.line, day.name)
            return nil
        }
        return (weekday, timetable.cycleWeeks == 1 ? 0 : day.cycleWeek)
    }

    /// Where the room is certain; of several that would do none is taken.
    private static func rooms(of timetable: FETTimetable) -> [Int: String] {
        var rooms: [Int: String] = [:]
        for choice in timetable.roomChoices where choice.isActive && choice.rooms.count == 1 {
            rooms[choice.activity] = rooms[choice.activity] ?? choice.rooms[0]
        }
        return rooms
    }

    private mutating func refuse(_ kind: ImportKind, _ flaw: OrderFlaw, _ line: Int, _ value: String) {
        findings.append(Finding(kind: kind, flaw: flaw, place: ImportRun.Place(file: file, line: line), value: value, isRefusal: true))
    }
    private mutating func note(_ flaw: OrderFlaw, _ line: Int, _ value: String) {
        findings.append(Finding(kind: .slot, flaw: flaw, place: ImportRun.Place(file: file, line: line), value: value, isRefusal: false))
    }
}
