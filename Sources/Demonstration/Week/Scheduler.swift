/// Places all lessons in the week: nobody in two places, classes without windows.
///
/// Each class has exactly as many places as lessons, so a plan without windows is a perfect matching of its lessons and places.
/// Classes are matched one after another (Kuhn's augmenting paths) around what their teachers already hold; where no path is left,
/// a lesson of another class is thrown out and finds a new place. Then each class's lessons are exchanged where that makes days better.
struct Scheduler {
    /// A lesson of a class in one hour of the week: one course, or both halves' courses at once.
    struct Unit {
        let courses: [Int]
        let teachers: [Int]
        let subject: String
        /// How often a week the class has it.
        let hours: Int
    }

    let courses: [WeekPlan.Course]
    let cast: Cast
    /// Units of each class and the places its week has; a place is `weekday * 10 + number`.
    let units: [[Unit]]
    let places: [[Int]]
    /// For each class, which unit stands at a place.
    var standing: [[Int: Int]]
    /// For each teacher, which class they are with at a place.
    var held: [[Int: Int]]
    var dice: Dice

    init(_ cast: Cast, _ courses: [WeekPlan.Course], attempt: Int) {
        self.cast = cast
        self.courses = courses
        dice = Dice("week \(attempt)")
        let units = cast.classes.indices.map { Self.units(of: $0, courses) }
        self.units = units
        places = units.map { Self.places($0.count) }
        standing = units.map { _ in [:] }
        held = cast.teachers.map { _ in [:] }
    }

    /// `nil` if no plan was found, which another attempt's dice may mend.
    static func places(_ cast: Cast, _ courses: [WeekPlan.Course], shown: (schoolClass: Int, weekday: Int, number: Int), attempt: Int) -> [WeekPlan.Place]? {
        var scheduler = Scheduler(cast, courses, attempt: attempt)
        guard scheduler.placeAll() else { return nil }
        for schoolClass in cast.classes.indices {
            scheduler.improve(schoolClass, shown: schoolClass == shown.schoolClass ? shown.weekday * 10 + shown.number : nil)
        }
        return scheduler.result
    }

    private static func units(of schoolClass: Int, _ courses: [WeekPlan.Course]) -> [Unit] {
        let own = courses.indices.filter { courses[$0].schoolClass == schoolClass }
        return own.filter { courses[$0].group != 1 }.flatMap { first -> [Unit] in
            let subject = courses[first].subject
            let together = own.filter { courses[$0].subject == subject }
            let unit = Unit(courses: together, teachers: together.map { courses[$0].teacher }, subject: subject, hours: courses[first].hours)
            return Array(repeating: unit, count: courses[first].hours)
        }
    }

    /// So many lessons on five days; the middle of the week is longest.
    private static func places(_ count: Int) -> [Int] {
        let longer = Set([2, 3, 4, 1, 5].prefix(count % 5))
        return (1...5).flatMap { weekday in (0..<count / 5 + (longer.contains(weekday) ? 1 : 0)).map { weekday * 10 + $0 + 1 } }
    }

    // MARK: Placing

    private mutating func placeAll() -> Bool {
        var waiting = cast.classes.indices.flatMap { schoolClass in dice.shuffled(Array(units[schoolClass].indices)).map { (schoolClass, $0) } }
        waiting.reverse()
        for _ in 0..<60_000 {
            guard let (schoolClass, unit) = waiting.popLast() else { return true }
            var seen: Set<Int> = []
            guard !augment(unit, of: schoolClass, &seen) else { continue }
            waiting.insert(contentsOf: force(unit, of: schoolClass), at: 0)
        }
        return false
    }

    /// Finds a place for a unit, moving others of its class where that helps.
    private mutating func augment(_ unit: Int, of schoolClass: Int, _ seen: inout Set<Int>) -> Bool {
        for place in preferred(unit, of: schoolClass) where !seen.contains(place) && isFree(unit, of: schoolClass, at: place) {
            seen.insert(place)
            guard let other = standing[schoolClass][place] else { put(unit, of: schoolClass, at: place); return true }
            lift(schoolClass, at: place)
            if isFree(unit, of: schoolClass, at: place), augment(other, of: schoolClass, &seen) {
                put(unit, of: schoolClass, at: place)
                return true
            }
            put(other, of: schoolClass, at: place)
        }
        return false
    }

    /// Empty places first, on days that do not have the subject yet.
    private mutating func preferred(_ unit: Int, of schoolClass: Int) -> [Int] {
        let subject = units[schoolClass][unit].subject
        var days: [Int: Int] = [:]
        for (place, other) in standing[schoolClass] where units[schoolClass][other].subject == subject { days[place / 10, default: 0] += 1 }
        return dice.shuffled(places[schoolClass]).map { (days[$0 / 10, default: 0] * 2 + (standing[schoolClass][$0] == nil ? 0 : 1), $0) }
            .enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
    }

    /// Whether the unit's teachers are with no other class then.
    private func isFree(_ unit: Int, of schoolClass: Int, at place: Int) -> Bool {
        units[schoolClass][unit].teachers.allSatisfy { held[$0][place] == nil || held[$0][place] == schoolClass }
    }

    /// Puts the unit at some place, whoever must go for it; gives those who went.
    private mutating func force(_ unit: Int, of schoolClass: Int) -> [(Int, Int)] {
        let place = dice.pick(places[schoolClass])
        var gone: [(Int, Int)] = []
        if let other = standing[schoolClass][place] { gone.append((schoolClass, other)); lift(schoolClass, at: place) }
        for teacher in units[schoolClass][unit].teachers {
            guard let other = held[teacher][place], let theirs = standing[other][place] else { continue }
            gone.append((other, theirs))
            lift(other, at: place)
        }
        put(unit, of: schoolClass, at: place)
        return gone
    }

    mutating func put(_ unit: Int, of schoolClass: Int, at place: Int) {
        standing[schoolClass][place] = unit
        for teacher in units[schoolClass][unit].teachers { held[teacher][place] = schoolClass }
    }

    mutating func lift(_ schoolClass: Int, at place: Int) {
        guard let unit = standing[schoolClass].removeValue(forKey: place) else { return }
        for teacher in units[schoolClass][unit].teachers { held[teacher][place] = nil }
    }

    private var result: [WeekPlan.Place] {
        cast.classes.indices.flatMap { schoolClass in
            places[schoolClass].flatMap { place in
                (standing[schoolClass][place].map { units[schoolClass][$0].courses } ?? []).map {
                    WeekPlan.Place(course: $0, weekday: place / 10, number: place % 10)
                }
            }
        }
    }
}
