import Accounts
import Kernel
import Testing

@testable import Demonstration

@Suite struct CastTests {
    private static let year = AcademicCalendar(around: Day(year: 2026, month: 11, day: 10)!)
    private let cast = CastMaking.cast(.full, year: year)

    @Test("the school is as large as it is said to be") func counts() {
        #expect(cast.classes.count == 33 && cast.classes.first?.name == "1А" && cast.classes.last?.name == "11В")
        #expect((850...950).contains(cast.pupils.count), "\(cast.pupils.count) pupils")
        #expect((1_400...1_600).contains(guardians.count), "\(guardians.count) guardians")
        #expect(cast.teachers.count == 60)
    }

    @Test("every pupil sits in one class and lives in one household") func once() {
        #expect(cast.classes.flatMap(\.pupils).sorted() == Array(cast.pupils.indices))
        #expect(cast.households.flatMap(\.children).sorted() == Array(cast.pupils.indices))
        #expect(cast.households.allSatisfy { (1...3).contains($0.guardians.count) && (1...3).contains($0.children.count) })
        #expect(cast.pupils.indices.allSatisfy { cast.classes[cast.pupils[$0].schoolClass].pupils.contains($0) })
    }

    @Test("brothers and sisters share the family name in its form, and the father's name") func families() {
        for household in cast.households {
            let children = household.children.map { cast.pupils[$0].someone }
            let fathers = Set(children.map { child in fathersNames(of: child) }.reduce(nil) { $0?.intersection($1) ?? $1 } ?? [])
            #expect(!fathers.isEmpty, "\(children.map(\.name.full))")
            for guardian in household.guardians {
                guard case .someone(let someone) = guardian, someone.sex == .male else { continue }
                #expect(fathers.contains(someone.name.given), "\(someone.name.full): \(children.map(\.name.full))")
                #expect(children.allSatisfy { $0.name.family == someone.name.family || $0.sex == .female })
            }
        }
    }

    @Test("every child is of the age of their class") func ages() {
        for pupil in cast.pupils {
            let age = Double(Self.year.days.lowerBound - pupil.someone.born) / 365.25, year = cast.classes[pupil.schoolClass].year
            #expect((Double(year) + 5.4...Double(year) + 6.6).contains(age), "\(pupil.someone.name.full) \(age) in \(year)")
        }
    }

    @Test("no two have one login, and every login can be one") func logins() throws {
        let everyone = [cast.administrator, cast.director] + cast.deputies + cast.teachers.map(\.someone) + cast.pupils.map(\.someone) + guardians
        #expect(Set(everyone.map(\.login)).count == everyone.count)
        for someone in everyone { _ = try Login(someone.login) }
    }

    @Test("there are names that stress a page") func stress() {
        let all = Set((cast.pupils.map(\.someone) + guardians).map(\.name.family))
        #expect(all.contains { $0.count > 30 } && all.contains { $0.contains("Ё") || $0.contains("ё") })
        #expect(!all.isDisjoint(with: ["Хабибуллин", "Хабибуллина"]) && !all.isDisjoint(with: ["Ким", "Цой", "Пак"]) && all.contains { $0.hasSuffix("ян") })
    }

    @Test("made twice, the people are the same") func deterministic() {
        let other = CastMaking.cast(.full, year: Self.year)
        #expect(other.pupils.map(\.someone.login) == cast.pupils.map(\.someone.login) && other.classes.map(\.pupils) == cast.classes.map(\.pupils))
    }

    private var guardians: [Someone] {
        cast.households.flatMap(\.guardians).compactMap { if case .someone(let someone) = $0 { someone } else { nil } }
    }

    private func fathersNames(of child: Someone) -> Set<String> {
        let men = ([Culture.russian] + Culture.others).flatMap(\.men)
        return Set(men.filter { Patronymic.of($0, child.sex) == child.name.patronymic })
    }
}
