import Kernel

/// Bells that hold instead of the usual ones, by name («Короткий день», «Суббота»): on these weekdays and on these single days.
public struct BellSchedule: Hashable, Sendable {
    public let id: ID<BellSchedule>
    public var name: String
    /// 1 is Monday.
    public var weekdays: Set<Int>
    public var days: Set<Day>
    public var bells: [Bell]
    public init(_ id: ID<BellSchedule>, name: String, weekdays: Set<Int>, days: Set<Day>, bells: [Bell]) {
        self.id = id
        self.name = name
        self.weekdays = weekdays
        self.days = days
        self.bells = bells
    }
}

/// When it rings in a school on which day: a day's own schedule, else the weekday's, else the usual bells.
public struct BellPlan: Hashable, Sendable {
    public var usual: [Bell]
    public var schedules: [BellSchedule]

    public func bells(on day: Day) -> [Int: Bell] {
        let schedule = schedules.first { $0.days.contains(day) } ?? schedules.first { $0.weekdays.contains(day.weekday) }
        return Dictionary((schedule?.bells ?? usual).map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// What is to become of a school's bells.
public enum BellChange: Hashable, Sendable {
    case usual([Bell])
    /// `nil` for a new one.
    case schedule(ID<BellSchedule>?, BellScheduleDraft)
    case remove(ID<BellSchedule>)
}

/// A schedule as a person writes it down.
public struct BellScheduleDraft: Hashable, Sendable {
    public let name: String
    public let weekdays: Set<Int>
    public let days: Set<Day>
    public let bells: [Bell]
    public init(name: String, weekdays: Set<Int>, days: Set<Day>, bells: [Bell]) {
        self.name = name
        self.weekdays = weekdays
        self.days = days
        self.bells = bells
    }
}

/// Lessons of one number on one day whose hour a change of the bells would move.
public struct LessonShift: Hashable, Sendable {
    public let day: Day
    public let number: Int
    public let starts: Moment
    public let ends: Moment
    /// Missing where no bell rings for them any more: they keep their hour.
    public let becomes: Hours?
    public let lessons: Int

    public struct Hours: Hashable, Sendable {
        public let starts: Moment
        public let ends: Moment
    }
}

extension Bell {
    /// Bells follow one another and do not overlap. Throws `Denial.invalid` for the field of the bell that is wrong: `starts-3`, `ends-3`.
    static func check(_ bells: [Bell]) throws {
        guard Set(bells.map(\.number)).count == bells.count, bells.map(\.number) == bells.map(\.number).sorted(),
            bells.allSatisfy({ $0.starts >= 0 && $0.ends <= 1440 && (0...20).contains($0.number) })
        else { throw Denial.invalid(field: "bells", .wrongBell) }
        for bell in bells where bell.starts >= bell.ends { throw Denial.invalid(field: "ends-\(bell.number)", .endsBeforeBegins) }
        for (bell, next) in zip(bells, bells.dropFirst()) where bell.ends > next.starts {
            throw Denial.invalid(field: "starts-\(next.number)", .bellsOverlap)
        }
    }
}
