import Kernel

extension Zone {
    /// The moment that a form's field of date and time names, «2026-11-12T18:00», as the school's clocks show it; `nil` for what names none.
    func moment(local text: String) -> Moment? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(String(parts[0])) else { return nil }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard clock.count >= 2, let hour = clock[0], let minute = clock[1], (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        return moment(day, minute: hour * 60 + minute)
    }
}
