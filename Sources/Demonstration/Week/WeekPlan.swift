/// Who teaches what to whom, and where in the week.
struct WeekPlan: Sendable {
    struct Course: Sendable {
        let subject: String
        let schoolClass: Int
        /// The half of the class, 0 or 1; `nil` is the whole class.
        let group: Int?
        let teacher: Int
        let hours: Int
    }
    struct Place: Sendable, Hashable {
        let course: Int
        /// 1 is Monday, 5 is Friday.
        let weekday: Int
        let number: Int
    }
    let courses: [Course]
    let places: [Place]
    /// The class teacher of each class.
    let classTeachers: [Int]
    let load: [Int]
}

/// Gives the lessons of all classes to teachers.
struct CourseMaking {
    private let cast: Cast
    private(set) var courses: [WeekPlan.Course] = []
    private(set) var load: [Int]

    init(_ cast: Cast) {
        self.cast = cast
        load = cast.teachers.map { _ in 0 }
        for place in cast.classes.indices { give(place) }
    }

    private mutating func give(_ place: Int) {
        let schoolClass = cast.classes[place]
        var taught: [String: Int] = [:]
        for line in Curriculum.lines(ofYear: schoolClass.year) {
            if schoolClass.isDivided, line.subject == Curriculum.english {
                let first = teacher(of: line.subject, schoolClass, place)
                give(line, place, group: 0, to: first)
                give(line, place, group: 1, to: teacher(of: line.subject, schoolClass, place, but: first))
            } else {
                let known = taught[line.subject] ?? teacher(of: line.subject, schoolClass, place)
                for bundle in cast.teachers[known].bundles where bundle.contains(line.subject) { for subject in bundle { taught[subject] = known } }
                give(line, place, group: nil, to: known)
            }
        }
    }

    private mutating func give(_ line: Curriculum.Line, _ place: Int, group: Int?, to teacher: Int) {
        courses.append(WeekPlan.Course(subject: line.subject, schoolClass: place, group: group, teacher: teacher, hours: line.hours))
        load[teacher] += line.hours
    }

    /// The class's own teacher in the first years, else whoever of the department has least to do.
    private func teacher(of subject: String, _ schoolClass: Cast.Class, _ place: Int, but other: Int? = nil) -> Int {
        if schoolClass.year < 5, !Department.notPrimary.contains(subject), let own = cast.teachers.firstIndex(where: { $0.ownClass == place }) { return own }
        let able = cast.teachers.indices.filter { $0 != other && cast.teachers[$0].bundles.contains { $0.contains(subject) } }
        return able.min { (load[$0], $0) < (load[$1], $1) } ?? 0
    }

    /// Own teachers in the first years; above, each class gets one who teaches it much and has no class yet.
    /// - Parameter busy: those who are not to have a certain class, so that a visitor meets its teacher and its class teacher apart.
    func classTeachers(but busy: (schoolClass: Int, teachers: Set<Int>)) -> [Int] {
        var chosen: [Int] = []
        for (place, schoolClass) in cast.classes.enumerated() {
            if schoolClass.year < 5, let own = cast.teachers.firstIndex(where: { $0.ownClass == place }) {
                chosen.append(own)
                continue
            }
            var hours: [Int: Int] = [:]
            for course in courses where course.schoolClass == place { hours[course.teacher, default: 0] += course.hours }
            let free = cast.teachers.indices.filter {
                cast.teachers[$0].ownClass == nil && !chosen.contains($0) && !(place == busy.schoolClass && busy.teachers.contains($0))
            }
            chosen.append(free.max { (hours[$0, default: 0], -$0) < (hours[$1, default: 0], -$1) } ?? 0)
        }
        return chosen
    }
}
