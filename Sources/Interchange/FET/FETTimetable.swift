/// A timetable made in FET (lalescu.ro/liviu/fet), as far as a school's register needs it. Every name that an entry uses is in the
/// lists; what leads nowhere is refused and named in the report, and what is not read at all is counted by its tag.
public struct FETTimetable: Sendable {
    /// A day of the cycle, which may be longer than a week.
    public struct Day: Hashable, Sendable {
        public let name: String
        public let line: Int
        /// From 1: the first or second week of a two-week cycle.
        public let cycleWeek: Int
        /// From 1, Monday, to 7; nil if neither the name nor the place says it.
        public let weekday: Int?
        /// What the name has besides the weekday: «А» of «А-Понедельник».
        public let label: String?
    }

    public struct Hour: Hashable, Sendable {
        public enum Meaning: Hashable, Sendable {
            /// Minutes from midnight; the end if the name has it.
            case clock(start: Int, end: Int?)
            /// A lesson's number, 0 too.
            case lesson(Int)
            case named
        }
        public let name: String
        public let line: Int
        public let meaning: Meaning
    }

    /// A subject, a teacher, a building or an activity's tag.
    public struct Named: Hashable, Sendable {
        public let name: String
        public let line: Int
        public let comments: String?
    }

    /// A year (in Russian colleges and schools a class or group of study), a group of it or a subgroup of that. A subgroup may stand in several groups.
    public struct StudentSet: Hashable, Sendable {
        public let name: String
        public let line: Int
        public let size: Int?
        public let comments: String?
        public internal(set) var parts: [StudentSet]
    }

    public struct Room: Hashable, Sendable {
        public let name: String
        public let line: Int
        public internal(set) var building: String?
        public let capacity: Int?
        /// Stands for several rooms.
        public let isVirtual: Bool
        public let comments: String?
    }

    /// Something that is taught: a lesson, or one piece of several that are spread over the cycle.
    public struct Activity: Hashable, Sendable {
        public let id: Int
        public let line: Int
        public let teachers: [String]
        public let subject: String
        public internal(set) var tags: [String]
        /// Names of years, groups and subgroups.
        public let students: [String]
        /// In hours of the timetable.
        public let duration: Int, totalDuration: Int?
        /// What the pieces of one activity have in common; nil if it is in one piece.
        public let group: Int?
        public let isActive: Bool
        public let comments: String?
    }

    /// When an activity begins: `ConstraintActivityPreferredStartingTime`.
    public struct Placement: Hashable, Sendable {
        public let activity: Int
        public let line: Int
        /// Indices into `days` and `hours`.
        public let day: Int, hour: Int
        /// From 0 to 100; below 100 it is a wish.
        public let weight: Double
        public let isLocked: Bool
        public let isActive: Bool
    }

    /// Where an activity may be: one room, or several of which any will do.
    public struct RoomChoice: Hashable, Sendable {
        public let activity: Int
        public let line: Int
        public internal(set) var rooms: [String]
        public let weight: Double
        public let isLocked: Bool
        public let isActive: Bool
    }

    public internal(set) var version: String?
    public internal(set) var institution: String?
    public internal(set) var comments: String?
    public internal(set) var days: [Day] = []
    public internal(set) var hours: [Hour] = []
    public internal(set) var subjects: [Named] = []
    public internal(set) var tags: [Named] = []
    public internal(set) var teachers: [Named] = []
    public internal(set) var years: [StudentSet] = []
    public internal(set) var activities: [Activity] = []
    public internal(set) var buildings: [Named] = []
    public internal(set) var rooms: [Room] = []
    public internal(set) var placements: [Placement] = []
    public internal(set) var roomChoices: [RoomChoice] = []
    /// Elements that were passed over, by tag; what stands inside them is not counted. Past 500 tags the others are counted as «…».
    public internal(set) var notRead: [String: Int] = [:]
    public internal(set) var report = ImportReport()

    /// The number of weeks after which it repeats.
    public var cycleWeeks: Int { days.map(\.cycleWeek).max() ?? 1 }

    /// Reads whatever is there. It never fails: a file of which nothing can be read is an empty timetable with a report.
    public init(reading bytes: [UInt8], file: String) {
        var reader = FETReader(file: file)
        do throws(Refusal) {
            let scanner = FETScanner(file: file, take: { reader.take($0, in: $1) })
            try scanner.scan(bytes)
            self = reader.finished(version: scanner.version, notRead: scanner.notRead)
        } catch {
            // A torn file may lack what the rest stands on, so nothing of it is taken.
            self.init()
            report.add(error)
        }
    }

    init() {}
}
