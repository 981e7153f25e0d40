import Interchange
import Timetable

/// The hours of a timetable as lesson numbers and, where they are times, as bells.
struct FETBells {
    /// Of each hour, in the file's order.
    let numbers: [Int]
    /// Nil if the hours say no times.
    let bells: [Bell]?

    /// Where an hour says no end: a lesson, or a pair of lessons where so much time is between the beginnings.
    private static let lesson = 45, pair = 90, pairRaster = 95

    init(_ hours: [FETTimetable.Hour]) {
        let lessons = hours.compactMap { if case .lesson(let number) = $0.meaning { number } else { nil } }
        let isNumbered = lessons.count == hours.count && Set(lessons).count == lessons.count && lessons.allSatisfy { (0...20).contains($0) }
        numbers = isNumbered ? lessons : Array(1..<(hours.count + 1))
        let times = hours.compactMap { hour -> (start: Int, end: Int?)? in if case .clock(let start, let end) = hour.meaning { (start, end) } else { nil } }
        bells = times.count == hours.count && !times.isEmpty ? Self.bells(times) : nil
    }

    private static func bells(_ times: [(start: Int, end: Int?)]) -> [Bell]? {
        let gaps = zip(times, times.dropFirst()).map { $1.start - $0.start }
        let raster = gaps.min() ?? lesson
        let length = min(raster >= pairRaster ? pair : lesson, raster)
        let bells = times.enumerated().map { Bell($0.offset + 1, $0.element.start, $0.element.end ?? min($0.element.start + length, 1440)) }
        let isSound = zip(bells, bells.dropFirst()).allSatisfy { $0.ends <= $1.starts } && bells.allSatisfy { $0.starts < $0.ends && $0.number <= 20 }
        return isSound ? bells : nil
    }

    /// For a school that has no bells and a file that says none: from 8:30, 45 minutes with breaks of ten.
    var madeUp: [Bell] {
        numbers.sorted().enumerated().map { Bell($0.element, 510 + $0.offset * 55, 555 + $0.offset * 55) }.filter { $0.ends <= 1440 && $0.number <= 20 }
    }
}
