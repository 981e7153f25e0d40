import Kernel
import Testing
import Timetable

@testable import Demonstration

@Suite struct TimeTests {
    private static let monday = Day(year: 2026, month: 11, day: 9)!

    @Test("a lesson is on at every hour of the week", arguments: 0..<168) func lessonIsOn(_ hour: Int) throws {
        for minute in [0, 7, 19, 33, 48, 59] {
            let now = Zone.moscow.moment(Self.monday, minute: 0) + (hour * 60 + minute) * 60
            let time = SchoolTime(at: now)
            let bell = try #require(time.bells.first { $0.number == time.lessonNow })
            let local = time.zone.minute(of: now)
            #expect(bell.starts <= local && local + SchoolTime.leastLeft <= bell.ends, "\(time.zone.identifier) \(local) \(bell)")
            #expect(time.bells.allSatisfy { $0.starts >= 0 && $0.ends <= 1440 } && (1...5).contains(time.plannedWeekday))
            #expect(time.today == time.zone.day(of: now) && time.year.quarters[time.year.current].contains(time.today))
        }
    }

    /// What else the hour is does not touch people and plan.
    private static let differentHours: [Moment] = {
        let hours = (0..<168 * 4).map { Zone.moscow.moment(monday, minute: 0) + $0 * 900 }
        return Dictionary(hours.map { (now: $0, time: SchoolTime(at: $0)) }.map { ($0.time.plannedWeekday * 10 + $0.time.lessonNow, $0.now) }) { first, _ in
            first
        }
        .sorted { $0.key < $1.key }.map(\.value)
    }()

    @Test("a small school has its visitors' people whenever it is made", arguments: differentHours) func visitors(_ now: Moment) throws {
        let school = try Demonstration(.small, at: now)
        let course = school.plan.courses[school.shown.course], household = school.cast.households[school.cast.pupils[school.shown.pupil].household]
        #expect(course.schoolClass == Size.small.shownClass && school.cast.pupils(of: course.schoolClass, group: course.group).contains(school.shown.pupil))
        #expect(household.children.count > 1 && school.plan.classTeachers[course.schoolClass] != course.teacher)
    }

    @Test("in the morning in Kaliningrad the school is there, and its bells are the usual ones") func usual() {
        let time = SchoolTime(at: SchoolTime.noon(of: Self.monday))
        #expect(time.zone.identifier == "Europe/Kaliningrad" && time.bells == SchoolTime.usualBells && time.today == Self.monday)
    }

    @Test("every day of four years lies in a quarter with lessons") func everyDay() {
        for number in Self.monday.number..<Self.monday.number + 1461 {
            let day = Day(number: number), year = AcademicCalendar(around: day)
            #expect(year.quarters[year.current].contains(day) && year.days.contains(day) && !year.free.contains(day), "\(day)")
            #expect(zip(year.quarters, year.quarters.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound }, "\(day)")
            #expect(year.quarters.allSatisfy { year.days.contains($0.lowerBound) && year.days.contains($0.upperBound) }, "\(day)")
            let taught = (year.dated.lowerBound.number...year.dated.upperBound.number).map { Day(number: $0) }
                .filter { $0.weekday < 6 && !year.free.contains($0) }
            #expect((30...110).contains(taught.count), "\(day): \(taught.count) days of lessons")
        }
    }
}
