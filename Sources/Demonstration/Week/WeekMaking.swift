extension WeekPlan {
    /// Tries until all lessons have a place.
    static func make(_ cast: Cast, size: Size, time: SchoolTime) throws -> WeekPlan {
        let making = CourseMaking(cast)
        let shown = (schoolClass: size.shownClass, weekday: time.plannedWeekday, number: time.lessonNow)
        for attempt in 0..<20 {
            guard let places = Scheduler.places(cast, making.courses, shown: shown, attempt: attempt) else { continue }
            let now = places.filter { $0.weekday == shown.weekday && $0.number == shown.number }.map { making.courses[$0.course] }
            let busy = Set(now.filter { $0.schoolClass == shown.schoolClass }.map(\.teacher))
            return WeekPlan(
                courses: making.courses, places: places, classTeachers: making.classTeachers(but: (shown.schoolClass, busy)), load: making.load)
        }
        throw NoPlan()
    }
}

/// The lessons of all classes could not be placed in one week.
struct NoPlan: Error {}
