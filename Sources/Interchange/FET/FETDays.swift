/// Tells weekdays and weeks of the cycle by the names that people give to days.
enum FETDays {
    struct Reading: Hashable { let cycleWeek: Int, weekday: Int?, label: String?, isByPosition: Bool }

    private static let weekdays: [Set<String>] = [
        ["понедельник", "пн", "пон", "monday", "mon", "mo"],
        ["вторник", "вт", "втр", "tuesday", "tue", "tues", "tu"],
        ["среда", "ср", "срд", "wednesday", "wed", "we"],
        ["четверг", "чт", "чет", "thursday", "thu", "thur", "thurs", "th"],
        ["пятница", "пт", "птн", "friday", "fri", "fr"],
        ["суббота", "сб", "суб", "saturday", "sat", "sa"],
        ["воскресенье", "вс", "вск", "sunday", "sun", "su"],
    ]

    /// Weeks are told apart by their labels in the order in which they come, or, without labels, by a weekday's coming again.
    /// Names without weekdays are taken in order, if there are as many as one or two weeks have.
    static func read(_ names: [String]) -> [Reading] {
        let parts = names.map(parts)
        guard parts.contains(where: { $0.weekday != nil }) else { return byPosition(names.count) }
        var labels: [String?] = [], seen: [Int: Int] = [:]
        let isLabelled = parts.contains { $0.weekday != nil && $0.label != nil }
        return parts.map { part in
            guard let weekday = part.weekday else { return Reading(cycleWeek: 1, weekday: nil, label: part.label, isByPosition: false) }
            if !labels.contains(part.label) { labels.append(part.label) }
            seen[weekday, default: 0] += 1
            let week = isLabelled ? (labels.firstIndex(of: part.label) ?? 0) + 1 : seen[weekday, default: 1]
            return Reading(cycleWeek: week, weekday: weekday, label: part.label, isByPosition: false)
        }
    }

    /// The one word that is a weekday, and the rest.
    private static func parts(_ name: String) -> (weekday: Int?, label: String?) {
        let words = name.split { !$0.isLetter && !$0.isNumber }
        let found = words.indices.compactMap { index in weekday(words[index]).map { (index, $0) } }
        guard let (index, weekday) = found.first, found.count == 1 else { return (nil, name.isEmpty ? nil : name) }
        let rest = words.indices.filter { $0 != index }.map { String(words[$0]) }.joined(separator: " ")
        return (weekday, rest.isEmpty ? nil : rest)
    }

    private static func weekday(_ word: Substring) -> Int? {
        let folded = word.lowercased()
        return weekdays.firstIndex { $0.contains(folded) }.map { $0 + 1 }
    }

    private static func byPosition(_ count: Int) -> [Reading] {
        let week = [5: 5, 6: 6, 7: 7, 10: 5, 12: 6, 14: 7][count]
        return (0..<count).map { index in
            guard let week else { return Reading(cycleWeek: 1, weekday: nil, label: nil, isByPosition: false) }
            return Reading(cycleWeek: index / week + 1, weekday: index % week + 1, label: nil, isByPosition: true)
        }
    }
}
