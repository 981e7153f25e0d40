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
    /// Everybody at once: `key` is compared with `key` only where it can be near, so a whole school takes milliseconds.
    static func pairs(among people: [Known]) -> [Duplicate] {
        var buckets: [String: [Int]] = [:]
        for (place, person) in people.enumerated() { for key in nearKeys(of: person.name) { buckets[key, default: []].append(place) } }
        var seen: Set<[Int]> = [], found: [Duplicate] = []
        for places in buckets.values where places.count > 1 && places.count <= mostInBucket {
            for (index, a) in places.enumerated() {
                for b in places[(index + 1)...] where a != b && seen.insert([min(a, b), max(a, b)]).inserted {
                    if let pair = duplicate(people[min(a, b)], people[max(a, b)]) { found.append(pair) }
                }
            }
        }
        return found.sorted { ($0.one.name.key, $0.one.id.number, $0.other.id.number) < ($1.one.name.key, $1.one.id.number, $1.other.id.number) }
    }

    /// More people than this of nearly one name are namesakes, not one human being entered so many times.
    private static let mostInBucket = 60

    static func duplicate(_ a: Known, _ b: Known) -> Duplicate? {
        guard a.isChild == b.isChild, let name = nearness(a.name, b.name) else { return nil }
        // Two known and different birthdays are two people.
        if let one = a.bornOn, let other = b.bornOn, one != other { return nil }
        var reasons = [name]
        if a.bornOn != nil, a.bornOn == b.bornOn { reasons.append(.sameBirthday) }
        if !a.classes.isDisjoint(with: b.classes) { reasons.append(.sameClass) }
        if !a.roles.isDisjoint(with: b.roles) { reasons.append(.sameRole) }
        // One letter tells many brothers and namesakes apart: the same role alone is not enough there.
        let isEnough = name == .oneLetterOff ? reasons.contains(.sameBirthday) || reasons.contains(.sameClass) : reasons.count > 1
        return isEnough ? Duplicate(one: a, other: b, reasons: reasons) : nil
    }

    static func nearness(_ a: PersonName, _ b: PersonName) -> Duplicate.Reason? {
        let (one, other) = (a.key, b.key)
        if one == other { return .sameName }
        if words(one).sorted() == words(other).sorted() { return .swappedName }
        if a.patronymic.isEmpty != b.patronymic.isEmpty, TextKey.of(a.list) == TextKey.of(b.list) { return .missingPatronymic }
        return isOneLetterOff(Array(one), Array(other)) ? .oneLetterOff : nil
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

    private static func words(_ key: String) -> [Substring] { key.split { $0 == " " || $0 == "-" } }

    /// Two names are near only if they share one of these: the words in any order; family and given name; the whole with one letter
    /// left out, which any slip of one letter has in common.
    private static func nearKeys(of name: PersonName) -> Set<String> {
        let key = name.key, letters = Array(key)
        var keys: Set<String> = ["w" + words(key).sorted().joined(separator: " "), "l" + TextKey.of(name.list), "d" + key]
        for place in letters.indices {
            var shorter = letters
            shorter.remove(at: place)
            keys.insert("d" + String(shorter))
        }
        return keys
    }
}
