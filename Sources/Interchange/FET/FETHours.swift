/// Tells what an hour's name means: a time, a time from and to, or a lesson's number.
enum FETHours {
    static func read(_ name: String) -> FETTimetable.Hour.Meaning {
        if let times = name.wholeMatch(of: /([0-9]{1,2})[:.]([0-9]{2})(?:\s*[-–—]\s*([0-9]{1,2})[:.]([0-9]{2}))?/)?.output {
            let end = times.3.flatMap { hours in times.4.flatMap { minutes(hours, $0) } }
            guard let start = minutes(times.1, times.2), times.3 == nil || end.map({ $0 > start }) == true else { return .named }
            return .clock(start: start, end: end)
        }
        let lesson = /(?:урок|пара|lesson|period|hour)?\s*№?\s*([0-9]{1,2})(?:-?[йя])?\.?\s*(?:урок|пара|lesson|period|hour)?/.ignoresCase()
        guard let number = name.wholeMatch(of: lesson)?.1, let lesson = Int(number) else { return .named }
        return .lesson(lesson)
    }

    private static func minutes(_ hours: Substring, _ minutes: Substring) -> Int? {
        guard let hours = Int(hours), let minutes = Int(minutes), hours < 24, minutes < 60 else { return nil }
        return hours * 60 + minutes
    }
}
