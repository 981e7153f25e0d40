import Foundation

/// A point in time as both databases keep it: whole milliseconds since 1970, UTC.
public struct Moment: Hashable, Comparable, Sendable {
    public let milliseconds: Int64
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }
    public static var now: Moment { .init(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
    public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }
    public static func + (moment: Moment, seconds: Int) -> Moment { Moment(milliseconds: moment.milliseconds + Int64(seconds) * 1000) }
    public static func - (moment: Moment, seconds: Int) -> Moment { moment + -seconds }
    /// Whole seconds from `a` to `b`, rounded up.
    public static func seconds(from a: Moment, to b: Moment) -> Int { Int((b.milliseconds - a.milliseconds + 999) / 1000) }
}
