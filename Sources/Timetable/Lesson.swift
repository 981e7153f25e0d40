import Kernel
import School

/// One dated lesson of a course.
public struct Lesson: Hashable, Sendable {
    public let id: ID<Lesson>
    public let course: Course
    /// Who holds it: the course's teacher, or a substitute.
    public let teacher: ID<Person>?
    public let day: Day
    /// Its place in the day, as the bells count.
    public let number: Int
    public let starts: Moment
    public let ends: Moment
    public let room: String

    public enum State: Sendable { case before, now, after }
    public func state(at now: Moment) -> State { now < starts ? .before : now < ends ? .now : .after }
}

/// One place of a course in the weekly plan.
public struct Slot: Hashable, Sendable {
    public let course: ID<Course>
    /// 1 is Monday.
    public let weekday: Int
    /// 0 is every week, 1 and 2 take turns.
    public let cycleWeek: Int
    public let number: Int
    public let room: String
    public init(_ course: ID<Course>, weekday: Int, cycleWeek: Int = 0, number: Int, room: String = "") {
        self.course = course
        self.weekday = weekday
        self.cycleWeek = cycleWeek
        self.number = number
        self.room = room
    }
}

/// When a lesson of this number begins and ends, in minutes after the local midnight.
public struct Bell: Hashable, Sendable {
    public let number: Int
    public let starts: Int
    public let ends: Int
    public init(_ number: Int, _ starts: Int, _ ends: Int) {
        self.number = number
        self.starts = starts
        self.ends = ends
    }
}
