import Kernel

/// What a pupil got at a lesson.
public enum Mark {
    /// A number of the five-point scale as schools use it; it cannot hold any other.
    public struct Value: Hashable, Sendable {
        public static let scale = 2...5
        public let number: Int
        /// - Throws: `Denial.invalid` of the field `value` for a number off the scale.
        public init(_ number: Int) throws {
            guard Self.scale.contains(number) else { throw Denial.invalid(field: "value", .markOffTheScale) }
            self.number = number
        }
    }

    /// A mean of marks as whole hundredths, rounded half up: 23 over 8 is 288. `nil` where there are no marks.
    static func average(sum: Int, count: Int) -> Int? { count == 0 ? nil : (sum * 100 + count / 2) / count }
}
