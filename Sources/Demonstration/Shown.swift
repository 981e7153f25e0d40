import Kernel

/// What a visitor sees first: the lesson that is on, one of its pupils with a brother or sister in the school, and a parent.
struct Shown: Sendable {
    /// The course whose lesson is on in the class that is shown.
    let course: Int
    let pupil: Int
    let guardian: Someone
    /// Which of the pupil's guardians that is.
    let guardianPlace: Int
    let teacherAndParent: Int

    /// Nobody in the made-up school fits; the dice fell badly.
    struct Missing: Error {}

    init(_ cast: Cast, _ plan: WeekPlan, _ time: SchoolTime, _ size: Size) throws {
        let places = plan.places.filter { place in
            place.weekday == time.plannedWeekday && place.number == time.lessonNow && plan.courses[place.course].schoolClass == size.shownClass
        }
        let parents = cast.households.flatMap(\.guardians).compactMap { if case .teacher(let place) = $0 { place } else { nil } }
        for place in places {
            let course = plan.courses[place.course]
            guard let other = parents.first(where: { $0 != course.teacher }) ?? parents.first else { continue }
            for pupil in cast.pupils(of: course.schoolClass, group: course.group) {
                let household = cast.households[cast.pupils[pupil].household]
                guard household.children.count > 1, case .someone(let guardian)? = household.guardians.first else { continue }
                (self.course, self.pupil, self.guardian, guardianPlace, teacherAndParent) = (place.course, pupil, guardian, 0, other)
                return
            }
        }
        throw Missing()
    }
}
