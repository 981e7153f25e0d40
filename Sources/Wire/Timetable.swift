import Kernel

/// When a lesson of this number begins and ends, as clocks show it: `08:30`.
public struct BellBody: Codable, Sendable {
    public let number: Int
    public let starts: String
    public let ends: String
    public init(number: Int, starts: String, ends: String) {
        self.number = number
        self.starts = starts
        self.ends = ends
    }
}

/// A school's bells.
public struct BellsInfo: Codable, Sendable {
    public let usual: [BellBody]
    public let schedules: [BellScheduleInfo]
    public init(usual: [BellBody], schedules: [BellScheduleInfo]) {
        self.usual = usual
        self.schedules = schedules
    }
}

/// Bells that hold instead of the usual ones; 1 is Monday. A single day goes before a weekday.
public struct BellScheduleInfo: Codable, Sendable {
    public let id: Int64
    public let name: String
    public let weekdays: [Int]
    public let days: [Day]
    public let bells: [BellBody]
    public init(id: Int64, name: String, weekdays: [Int], days: [Day], bells: [BellBody]) {
        self.id = id
        self.name = name
        self.weekdays = weekdays
        self.days = days
        self.bells = bells
    }
}

/// The usual bells, all of them. With `preview` nothing is changed.
public struct BellsBody: Codable, Sendable {
    public let bells: [BellBody]
    public let preview: Bool?
    public init(bells: [BellBody], preview: Bool?) {
        self.bells = bells
        self.preview = preview
    }
}

/// Bells with a name, and when they hold. With `preview` nothing is changed.
public struct BellScheduleBody: Codable, Sendable {
    public let name: String
    public let weekdays: [Int]
    public let days: [Day]
    public let bells: [BellBody]
    public let preview: Bool?
    public init(name: String, weekdays: [Int], days: [Day], bells: [BellBody], preview: Bool?) {
        self.name = name
        self.weekdays = weekdays
        self.days = days
        self.bells = bells
        self.preview = preview
    }
}

/// Which lessons moved, or would move.
public struct BellChangeInfo: Codable, Sendable {
    public let isDone: Bool
    public let shifts: [LessonShiftInfo]
    public init(isDone: Bool, shifts: [LessonShiftInfo]) {
        self.isDone = isDone
        self.shifts = shifts
    }
}

/// Lessons of one number on one day. Times are milliseconds since 1970; without new ones no bell rings for them and they keep their hour.
public struct LessonShiftInfo: Codable, Sendable {
    public let day: Day
    public let number: Int
    public let starts: Int64
    public let ends: Int64
    public let newStarts: Int64?
    public let newEnds: Int64?
    public let lessons: Int
    public init(day: Day, number: Int, starts: Int64, ends: Int64, newStarts: Int64?, newEnds: Int64?, lessons: Int) {
        self.day = day
        self.number = number
        self.starts = starts
        self.ends = ends
        self.newStarts = newStarts
        self.newEnds = newEnds
        self.lessons = lessons
    }
}
