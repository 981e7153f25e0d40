extension Scheduler {
    /// Exchanges lessons of one class as long as its week gets better. `shown` is the place where a visitor looks in.
    mutating func improve(_ schoolClass: Int, shown: Int?) {
        let all = places[schoolClass]
        var cost = strangeness(of: schoolClass, shown)
        for _ in 0..<4 {
            var hasImproved = false
            for (offset, a) in all.enumerated() {
                for b in all.dropFirst(offset + 1) where exchange(a, b, in: schoolClass) {
                    let better = strangeness(of: schoolClass, shown)
                    if better < cost { cost = better; hasImproved = true } else { _ = exchange(a, b, in: schoolClass) }
                }
            }
            if !hasImproved { return }
        }
    }

    /// `false`, and nothing changed, if a teacher would be in two places.
    private mutating func exchange(_ a: Int, _ b: Int, in schoolClass: Int) -> Bool {
        guard let first = standing[schoolClass][a], let second = standing[schoolClass][b], first != second else { return false }
        lift(schoolClass, at: a)
        lift(schoolClass, at: b)
        let isPossible = areFree(first, of: schoolClass, at: b) && areFree(second, of: schoolClass, at: a)
        put(isPossible ? second : first, of: schoolClass, at: a)
        put(isPossible ? first : second, of: schoolClass, at: b)
        return isPossible
    }

    private func areFree(_ unit: Int, of schoolClass: Int, at place: Int) -> Bool { units[schoolClass][unit].teachers.allSatisfy { held[$0][place] == nil } }

    /// What a head of studies would frown at: a subject twice a day, sport first, and for the shown place a divided or a practical lesson.
    private func strangeness(of schoolClass: Int, _ shown: Int?) -> Int {
        var cost = 0
        var today: [Int: [String: Int]] = [:]
        for place in places[schoolClass] {
            guard let number = standing[schoolClass][place] else { continue }
            let unit = units[schoolClass][number]
            let isPractical = Curriculum.practical.contains(unit.subject)
            let before = today[place / 10]?[unit.subject]
            if let before { cost += (unit.hours > 5 || unit.subject.hasPrefix("Труд") ? 3 : 12) + (place % 10 - before > 1 ? 4 : 0) }
            today[place / 10, default: [:]][unit.subject] = place % 10
            if isPractical { cost += max(0, 4 - place % 10) }
            if place == shown { cost += (unit.courses.count > 1 ? 400 : 0) + (isPractical ? 200 : 0) }
        }
        return cost
    }
}
