import Accounts
import Kernel

/// Makes up everyone in the school.
struct CastMaking {
    private let size: Size
    /// The academic year begins in this calendar year.
    private let firstYear: Int
    private var dice = Dice("people")
    private var logins = LoginNames()
    private var families: FamilyMaking

    static func cast(_ size: Size, year: AcademicCalendar) -> Cast {
        var making = CastMaking(size, firstYear: year.days.lowerBound.year)
        return making.cast()
    }

    private init(_ size: Size, firstYear: Int) {
        self.size = size
        self.firstYear = firstYear
        families = FamilyMaking(firstYear: firstYear)
    }

    private mutating func cast() -> Cast {
        let administrator = adult(.female), director = adult(.female)
        let deputies = (0..<size.deputies).map { _ in adult(.female) }
        let teachers = teachers()
        var cast = Cast(
            administrator: administrator, director: director, deputies: deputies, teachers: teachers,
            classes: size.classes.map { Cast.Class(name: $0.name, year: $0.year, pupils: []) }, pupils: [], households: [])
        seat(&cast)
        for place in cast.classes.indices { cast.classes[place].pupils.sort { Self.stands(cast.pupils[$0], before: cast.pupils[$1]) } }
        return cast
    }

    private static func stands(_ a: Pupil, before b: Pupil) -> Bool {
        a.someone.name.key.unicodeScalars.lexicographicallyPrecedes(b.someone.name.key.unicodeScalars)
    }

    private mutating func adult(_ sex: Sex) -> Someone {
        let name = families.adult(sex, of: .russian, family: dice.pickByFrequency(FamilyName.russian))
        return someone(name, sex, born: dice.number(firstYear - 62...firstYear - 25))
    }

    private mutating func someone(_ name: PersonName, _ sex: Sex, born year: Int) -> Someone {
        let day = Day(year: year, month: dice.number(1...12), day: dice.number(1...28)) ?? Day(number: 0)
        return Someone(name: name, sex: sex, born: day, login: logins.login(for: name))
    }

    // MARK: Teachers

    private mutating func teachers() -> [Teacher] {
        var teachers: [Teacher] = [], room = 100
        for (place, schoolClass) in size.classes.enumerated() where schoolClass.year < 5 {
            room += 1
            teachers.append(Teacher(someone: adult(.female), bundles: [], ownClass: place, room: String(room)))
        }
        room = 200
        for department in size.departments {
            for place in 0..<department.size {
                room += room % 100 == 18 ? 83 : 1
                let isForMen = department.bundles.joined().contains { $0 == Curriculum.sport || $0.hasPrefix("Основы безопасности") }
                let someone = adult(dice.happens(isForMen ? 0.7 : 0.12) ? .male : .female)
                let name = place < department.rooms.count ? department.rooms[place] : String(room)
                teachers.append(Teacher(someone: someone, bundles: department.bundles, ownClass: nil, room: name))
            }
        }
        return teachers
    }

    // MARK: Families

    /// Fills the seats of all classes with children, family by family.
    private mutating func seat(_ cast: inout Cast) {
        var free = size.classes.map { _ in dice.number(size.pupilsInClass) }
        let seats = dice.shuffled(free.indices.flatMap { Array(repeating: $0, count: free[$0]) })
        let mothers = cast.teachers.indices.filter { cast.teachers[$0].someone.sex == .female && cast.teachers[$0].ownClass == nil }
        var parents = Array(mothers.suffix(size.teachersWhoAreParents))
        var stressing = size == .full ? FamilyName.stressing : Array(FamilyName.stressing.prefix(1))
        for seat in seats where free[seat] > 0 {
            var taken = [seat]
            free[seat] -= 1
            while taken.count < 3, dice.happens(cast.households.count < 3 ? 0.9 : taken.count == 1 ? size.secondChild : 0.12) {
                guard let next = sibling(of: taken, free) else { break }
                taken.append(next)
                free[next] -= 1
            }
            let teacher = taken.count == 1 ? parents.popLast() : nil
            let family = teacher == nil && cast.households.count % 17 == 5 ? stressing.popLast() : nil
            add(taken, mother: teacher, family: family, to: &cast)
        }
    }

    /// A class with a free seat, of another year, or the same class for twins.
    private mutating func sibling(of taken: [Int], _ free: [Int]) -> Int? {
        if dice.happens(0.05), free[taken[0]] > 0 { return taken[0] }
        let years = Set(taken.map { size.classes[$0].year })
        let open = free.indices.filter { free[$0] > 0 && !years.contains(size.classes[$0].year) }
        return open.isEmpty ? nil : dice.pick(open)
    }

    private mutating func add(_ classes: [Int], mother: Int?, family: FamilyName?, to cast: inout Cast) {
        let present = classes.flatMap { cast.classes[$0].pupils }.map { cast.pupils[$0].someone.name.list }
        let household = families.household(
            years: classes.map { size.classes[$0].year },
            mother: mother.map { cast.teachers[$0].someone }, family: family, avoiding: Set(present))
        var children: [Int] = []
        for (child, place) in zip(household.children, classes) {
            children.append(cast.pupils.count)
            cast.classes[place].pupils.append(cast.pupils.count)
            let someone = Someone(name: child.name, sex: child.sex, born: child.born, login: logins.login(for: child.name))
            cast.pupils.append(Pupil(someone: someone, schoolClass: place, household: cast.households.count))
        }
        var guardians: [Household.Guardian] = mother.map { [.teacher($0)] } ?? []
        for guardian in household.guardians { guardians.append(.someone(someone(guardian.name, guardian.sex, born: guardian.bornIn))) }
        cast.households.append(Household(guardians: guardians, children: children))
    }
}
