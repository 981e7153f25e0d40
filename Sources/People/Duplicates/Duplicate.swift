import Kernel

/// Somebody of the school, as far as it takes to tell whether another is the same human being.
struct Known: Hashable, Sendable {
    let id: ID<Person>
    let name: PersonName
    let bornOn: Day?
    let roles: Set<Role>
    let classes: Set<String>

    /// A parent and a child of one name are no duplicates; a teacher who was entered again as a parent may be one.
    var isChild: Bool { roles.contains(.pupil) }
}

/// Two rows that may be one human being, and why one thinks so.
struct Duplicate: Hashable, Sendable {
    enum Reason: String, Hashable, Sendable, CaseIterable {
        case sameName, swappedName, missingPatronymic, oneLetterOff
        case sameBirthday, sameClass, sameRole
    }
    let one: Known
    let other: Known
    let reasons: [Reason]
}

/// Finds those who may be one: the names are the same, or nearly, and something else is the same as well.
struct DuplicateSearch {
    /// Everybody at once: a name is compared with another only where the two share a mark (`NameMarks`), so a whole school takes milliseconds.
    static func pairs(among people: [Known]) -> [Duplicate] {
        let spelt = people.map(Spelt.init)
        var seen: Set<[Int]> = [], found: [(one: Spelt, other: Spelt, reasons: [Duplicate.Reason])] = []
        for places in crowds(spelt) where places.count <= mostOfOneMark {
            for (index, a) in zip(places.indices, places) {
                for b in places[(index + 1)...] where seen.insert([a.place, b.place]).inserted {
                    let one = spelt[a.place], other = spelt[b.place]
                    if let reasons = reasons(one, other) { found.append((one, other, reasons)) }
                }
            }
        }
        return found.sorted { ($0.one.key, $0.one.known.id.number, $0.other.known.id.number) < ($1.one.key, $1.one.known.id.number, $1.other.known.id.number) }
            .map { Duplicate(one: $0.one.known, other: $0.other.known, reasons: $0.reasons) }
    }

    private struct Marked { let mark: UInt64, place: Int }

    /// The places of those who share a mark, in their order; of nobody who has it alone.
    private static func crowds(_ people: [Spelt]) -> [ArraySlice<Marked>] {
        var marks: [Marked] = [], crowds: [ArraySlice<Marked>] = [], start = 0
        marks.reserveCapacity(people.count * 32)
        for (place, each) in people.enumerated() { NameMarks.of(each) { marks.append(Marked(mark: $0, place: place)) } }
        marks.sort { $0.mark != $1.mark ? $0.mark < $1.mark : $0.place < $1.place }
        while start < marks.count {
            var end = start + 1
            while end < marks.count, marks[end].mark == marks[start].mark { end += 1 }
            if end - start > 1 { crowds.append(marks[start..<end]) }
            start = end
        }
        return crowds
    }

    /// More people than this of nearly one name are namesakes, not one human being entered so many times.
    private static let mostOfOneMark = 60

    /// The rule itself, for two.
    static func duplicate(_ a: Known, _ b: Known) -> Duplicate? { reasons(Spelt(a), Spelt(b)).map { Duplicate(one: a, other: b, reasons: $0) } }

    private static func reasons(_ one: Spelt, _ other: Spelt) -> [Duplicate.Reason]? {
        let (a, b) = (one.known, other.known)
        // Two known and different birthdays are two people.
        if let one = a.bornOn, let other = b.bornOn, one != other { return nil }
        guard a.isChild == b.isChild, let name = nearness(one, other) else { return nil }
        var reasons = [name]
        if a.bornOn != nil, a.bornOn == b.bornOn { reasons.append(.sameBirthday) }
        if !a.classes.isDisjoint(with: b.classes) { reasons.append(.sameClass) }
        if !a.roles.isDisjoint(with: b.roles) { reasons.append(.sameRole) }
        // One letter tells many brothers and namesakes apart: the same role alone is not enough there.
        let isEnough = name == .oneLetterOff ? reasons.contains(.sameBirthday) || reasons.contains(.sameClass) : reasons.count > 1
        return isEnough ? reasons : nil
    }

    private static func nearness(_ a: Spelt, _ b: Spelt) -> Duplicate.Reason? {
        if a.key == b.key { return .sameName }
        if a.words == b.words { return .swappedName }
        if a.known.name.patronymic.isEmpty != b.known.name.patronymic.isEmpty, a.list == b.list { return .missingPatronymic }
        return isOneLetterOff(a.letters, b.letters) ? .oneLetterOff : nil
    }

    /// Whether one letter was changed, left out, or two neighbours have changed places.
    static func isOneLetterOff(_ a: [Character], _ b: [Character]) -> Bool {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard long.count - short.count <= 1, short.count > 3 else { return false }
        guard let first = short.indices.first(where: { short[$0] != long[$0] }) else { return long.count != short.count }
        if short.count < long.count { return short[first...] == long[(first + 1)...] }
        let rest = first + 1
        if short[rest...] == long[rest...] { return true }
        return rest < short.count && short[first] == long[rest] && short[rest] == long[first] && short[(rest + 1)...] == long[(rest + 1)...]
    }
}

/// Somebody with all that their name is compared by, made once.
struct Spelt {
    let known: Known
    let key: String
    let letters: [Character]
    /// The parts of the name in whatever order they were written.
    let words: [Substring]
    /// Family and given name.
    let list: String

    init(_ known: Known) {
        self.known = known
        key = known.name.key
        letters = Array(key)
        words = key.split { $0 == " " || $0 == "-" }.sorted()
        list = known.name.patronymic.isEmpty ? key : TextKey.of(known.name.list)
    }
}

/// Numbers of which two near names have one in common: of the words in any order; of family and given name; of the whole; and of the whole
/// with one letter left out, which any slip of one letter has in common. Where names that are not near share one by chance, the rule says so.
enum NameMarks {
    private static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15

    static func of(_ spelt: Spelt, _ take: (UInt64) -> Void) {
        take(mark(spelt.words.joined(separator: " "), among: 1))
        take(mark(spelt.list, among: 2))
        // With one letter left out: what stands before it goes on with what stands after, so each takes a step and not a walk.
        let numbers = spelt.letters.map(number)
        var after: [(sum: UInt64, power: UInt64)] = [(0, 1)]
        for number in numbers.reversed() {
            let last = after[after.count - 1]
            after.append((last.sum &+ number &* last.power, last.power &* factor))
        }
        var before: UInt64 = 0
        for (place, number) in numbers.enumerated() {
            let rest = after[numbers.count - place - 1]
            // Of a doubled letter it is the same which of the two is left out.
            if place == 0 || numbers[place - 1] != number { take(mixed(before &* rest.power &+ rest.sum, among: 3, numbers.count - 1)) }
            before = before &* factor &+ number
        }
        take(mixed(before, among: 3, numbers.count))
    }

    private static func mark(_ text: String, among kind: UInt64) -> UInt64 {
        mixed(text.unicodeScalars.reduce(0) { $0 &* factor &+ UInt64($1.value) }, among: kind, text.utf8.count)
    }

    /// A letter with its marks is one.
    private static func number(_ letter: Character) -> UInt64 { letter.unicodeScalars.reduce(0) { $0 &* 0x110001 &+ UInt64($1.value) } }

    private static func mixed(_ sum: UInt64, among kind: UInt64, _ count: Int) -> UInt64 {
        let mark = (sum ^ (sum >> 29)) &* 0xbf58_476d_1ce4_e5b9 &+ kind &* 0x94d0_49bb_1331_11eb &+ UInt64(count)
        return mark ^ (mark >> 32)
    }
}
