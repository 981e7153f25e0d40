import Accounts
import Kernel

/// Makes up families: names that fit each other, as they do in one flat.
struct FamilyMaking {
    struct Child {
        let name: PersonName
        let sex: Sex
        let born: Day
    }
    struct Guardian {
        let name: PersonName
        let sex: Sex
        let bornIn: Int
    }
    private let firstYear: Int
    private var dice = Dice("families")
    init(firstYear: Int) { self.firstYear = firstYear }

    mutating func adult(_ sex: Sex, of culture: Culture, family: FamilyName) -> PersonName {
        let given = dice.pickByFrequency(culture.adults(sex))
        return PersonName(family: family.form(sex), given: given, patronymic: Patronymic.of(dice.pickByFrequency(culture.elders), sex))
    }

    /// - Parameters:
    ///   - years: the years of the children's classes.
    ///   - mother: a teacher of the school who is the mother; she is not among the guardians given back.
    ///   - family: a family name to use, if it must be a certain one.
    ///   - taken: names that the classes have already, «Иванова Мария».
    mutating func household(years: [Int], mother teacher: Someone?, family wanted: FamilyName?, avoiding taken: Set<String>) -> (
        children: [Child], guardians: [Guardian]
    ) {
        let culture = teacher != nil || wanted != nil || dice.happens(0.92) ? Culture.russian : dice.pick(Culture.others)
        let known = teacher.flatMap { someone in FamilyName.russian.first { $0.form(someone.sex) == someone.name.family } }
        let family = wanted ?? known ?? dice.pickByFrequency(culture.families)
        let father = adult(.male, of: culture, family: family)
        let children = children(years, culture, family, father: father.given, taken)
        return (children, guardians(culture, family, father, hasMother: teacher == nil, children))
    }

    private mutating func children(_ years: [Int], _ culture: Culture, _ family: FamilyName, father: String, _ taken: Set<String>) -> [Child] {
        var children: [Child] = []
        for year in years {
            let sex = dice.happens(0.5) ? Sex.male : .female
            let patronymic = Patronymic.of(father, sex)
            var name = PersonName(family: "", given: "")
            for _ in 0..<12 {
                name = PersonName(family: family.form(sex), given: dice.pickByFrequency(culture.children(sex)), patronymic: patronymic)
                if !taken.contains(name.list), !children.contains(where: { $0.name.given == name.given }) { break }
            }
            let first = Day(year: firstYear - year - 6, month: 3, day: 1) ?? Day(number: 0)
            let day = first + dice.below(360)
            // Of one family and one year: twins.
            let twin = zip(years, children).first { $0.0 == year }?.1
            children.append(Child(name: name, sex: sex, born: twin?.born ?? day))
        }
        return children
    }

    /// Mostly two parents, sometimes the mother alone, sometimes a grandmother with or without her.
    private mutating func guardians(_ culture: Culture, _ family: FamilyName, _ father: PersonName, hasMother: Bool, _ children: [Child]) -> [Guardian] {
        let eldest = children.map(\.born.year).min() ?? firstYear
        let mothersFamily = dice.happens(0.12) ? dice.pickByFrequency(culture.families) : family
        var name = adult(.female, of: culture, family: mothersFamily)
        // A mother and a daughter of one name would be taken for each other.
        while children.contains(where: { $0.name.given == name.given }) { name = adult(.female, of: culture, family: mothersFamily) }
        let mother = Guardian(name: name, sex: .female, bornIn: eldest - dice.number(20...35))
        let husband = Guardian(name: father, sex: .male, bornIn: eldest - dice.number(22...40))
        let given = dice.pickByFrequency(culture.grandmothers), elder = Patronymic.of(dice.pick(culture.elders), .female)
        let grandmother = Guardian(
            name: PersonName(family: family.female, given: given, patronymic: elder), sex: .female, bornIn: eldest - dice.number(45...58))
        guard hasMother else { return [husband] }
        switch dice.share() {
        case ..<0.82: return [mother, husband]
        case ..<0.87: return [mother, husband, grandmother]
        case ..<0.95: return [mother]
        case ..<0.97: return [mother, grandmother]
        case ..<0.98: return [husband]
        default: return [grandmother]
        }
    }
}
