import Kernel
import Testing

@testable import Demonstration

@Suite struct WeekTests {
    static let full = try! Demonstration(.full, at: SchoolTime.noon(of: Day(year: 2026, month: 11, day: 10)!))
    static let small = try! Demonstration(.small, at: SchoolTime.noon(of: Day(year: 2026, month: 11, day: 14)!))

    @Test("no teacher, class, half or room is in two places", arguments: [full, small]) func noClash(_ school: Demonstration) {
        var taken: Set<[Int]> = []
        for place in school.plan.places {
            let course = school.plan.courses[place.course], hour = place.weekday * 10 + place.number
            #expect(taken.insert([0, course.teacher, hour]).inserted, "a teacher, \(course.subject) \(hour)")
            for half in course.group.map({ [$0] }) ?? [0, 1] {
                #expect(taken.insert([1 + half, course.schoolClass, hour]).inserted, "a class, \(course.subject) \(hour)")
            }
        }
        // A room is its teacher's own, so it cannot clash where its teacher does not.
        #expect(Set(school.cast.teachers.map(\.room)).count == school.cast.teachers.count)
    }

    @Test("no pupil has a window, and days are neither short nor long", arguments: [full, small]) func noWindows(_ school: Demonstration) {
        for (place, schoolClass) in school.cast.classes.enumerated() {
            for weekday in 1...5 {
                let numbers = Set(school.plan.places.filter { school.plan.courses[$0.course].schoolClass == place && $0.weekday == weekday }.map(\.number))
                #expect(numbers.sorted() == Array(1...max(1, numbers.count)), "\(schoolClass.name) on \(weekday): \(numbers.sorted())")
                #expect((schoolClass.year == 1 ? 4...5 : schoolClass.year < 5 ? 4...5 : 5...7).contains(numbers.count))
            }
        }
    }

    @Test("every course has all its hours, nobody teaches more than 30", arguments: [full, small]) func hours(_ school: Demonstration) {
        for (place, course) in school.plan.courses.enumerated() { #expect(school.plan.places.count { $0.course == place } == course.hours) }
        #expect(school.plan.load.allSatisfy { (1...30).contains($0) }, "\(school.plan.load)")
    }

    @Test("week hours are those of the norms") func norms() {
        let sums = (1...11).map { Curriculum.lines(ofYear: $0).reduce(0) { $0 + $1.hours } }
        #expect(sums == [21, 23, 23, 23, 29, 30, 32, 33, 33, 34, 34])
    }

    @Test("a subject seldom stands twice in a day", arguments: [full]) func spread(_ school: Demonstration) {
        var twice = 0
        for schoolClass in school.cast.classes.indices {
            for weekday in 1...5 {
                let subjects = school.plan.places.filter { school.plan.courses[$0.course].schoolClass == schoolClass && $0.weekday == weekday }
                    .map { school.plan.courses[$0.course] }.filter { $0.group != 1 && $0.hours < 6 }.map(\.subject)
                twice += subjects.count - Set(subjects).count
            }
        }
        #expect(twice < 20, "\(twice) times")
    }

    @Test("each class has a class teacher of its own") func classTeachers() {
        let tutors = Self.full.plan.classTeachers
        #expect(tutors.count == 33 && Set(tutors).count == 33)
    }

    @Test("every subject of every year has themes") func topics() {
        for year in 1...11 {
            for line in Curriculum.lines(ofYear: year) { #expect((Topics.of(line.subject, year: year)?.themes.count ?? 0) > 9, "\(line.subject) \(year)") }
        }
    }

    @Test("made twice, the week is the same") func deterministic() throws {
        let other = try Demonstration(.small, at: Self.small.time.now)
        #expect(other.plan.places == Self.small.plan.places && other.shown.pupil == Self.small.shown.pupil)
    }
}
