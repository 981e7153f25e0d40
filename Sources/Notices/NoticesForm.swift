import Kernel

/// «21:00» as minutes since midnight, as a form or a program writes it.
enum ClockTime {
    static func minute(_ text: String, field: String) throws -> Int {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), text.utf8.count <= 8, let hours = Int(parts[0]), let minutes = Int(parts[1]), (0..<24).contains(hours),
            (0..<60).contains(minutes)
        else { throw Denial.invalid(field: field, .badTime) }
        return hours * 60 + minutes
    }

    /// Quiet hours from two times of which both are there or neither.
    static func hours(from: String, until: String, isSundayQuiet: Bool = false) throws -> QuietHours? {
        guard !from.isEmpty || !until.isEmpty else { return nil }
        let hours = QuietHours(from: try minute(from, field: "from"), until: try minute(until, field: "until"), isSundayQuiet: isSundayQuiet)
        return hours.length == 0 ? nil : hours
    }
}
