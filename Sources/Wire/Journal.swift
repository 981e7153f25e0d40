import Kernel

/// Why a pupil was away, or that they came late.
public enum AbsenceCode: String, Codable, Sendable, CaseIterable { case absent, ill, excused, late }

/// A course: one subject taught to one class, or a group of it.
public struct CourseInfo: Codable, Sendable {
    public let id: Int64
    public let subject: String
    public let schoolClass: String
    public let group: String?
    public let teacher: String?
    public init(id: Int64, subject: String, schoolClass: String, group: String?, teacher: String?) {
        self.id = id
        self.subject = subject
        self.schoolClass = schoolClass
        self.group = group
        self.teacher = teacher
    }
}

/// A dated lesson. Times are milliseconds since 1970, UTC.
public struct LessonInfo: Codable, Sendable {
    public let id: Int64
    public let course: CourseInfo
    public let day: Day
    public let number: Int
    public let startsAt: Int64
    public let endsAt: Int64
    public let room: String
    public let topic: String?
    public init(id: Int64, course: CourseInfo, day: Day, number: Int, startsAt: Int64, endsAt: Int64, room: String, topic: String?) {
        self.id = id
        self.course = course
        self.day = day
        self.number = number
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.room = room
        self.topic = topic
    }
}

/// Homework and the day it is due, if a next lesson is dated.
public struct HomeworkInfo: Codable, Sendable {
    public let text: String
    public let due: Day?
    public init(text: String, due: Day?) {
        self.text = text
        self.due = due
    }
}

/// What stands in a pupil's cell.
public struct CellInfo: Codable, Sendable {
    public let mark: Int?
    public let absence: AbsenceCode?
    public init(mark: Int?, absence: AbsenceCode?) {
        self.mark = mark
        self.absence = absence
    }
}

/// A pupil's line at a lesson.
public struct RosterLineInfo: Codable, Sendable {
    public let pupil: Int64
    public let name: String
    public let mark: Int?
    public let absence: AbsenceCode?
    public init(pupil: Int64, name: String, mark: Int?, absence: AbsenceCode?) {
        self.pupil = pupil
        self.name = name
        self.mark = mark
        self.absence = absence
    }
}

/// All of a lesson: what is written about it and the roster.
public struct LessonSheetInfo: Codable, Sendable {
    public let lesson: LessonInfo
    public let homework: HomeworkInfo?
    /// Whether the reader may change it.
    public let mayChange: Bool
    /// The lesson's term is closed: marks, attendance and topic change only with a `reason` and a fresh proof.
    public let isClosed: Bool
    public let pupils: [RosterLineInfo]
    public init(lesson: LessonInfo, homework: HomeworkInfo?, mayChange: Bool, isClosed: Bool = false, pupils: [RosterLineInfo]) {
        self.isClosed = isClosed
        self.lesson = lesson
        self.homework = homework
        self.mayChange = mayChange
        self.pupils = pupils
    }
}

// MARK: Changes

/// A mark to put, or `null` to remove it. With `expecting` the change is refused if something else stands there.
public struct MarkBody: Codable, Sendable {
    public struct Standing: Codable, Sendable {
        public let value: Int?
        public init(value: Int?) { self.value = value }
    }
    public let value: Int?
    public let expecting: Standing?
    /// Why, where the term is closed (1 to 300 characters); it stays in the trace. Wants a fresh proof too.
    public let reason: String?
    public init(value: Int?, expecting: Standing? = nil, reason: String? = nil) {
        self.value = value
        self.expecting = expecting
        self.reason = reason
    }
}

/// A code to note, or `null` for a pupil who was there.
public struct AttendanceBody: Codable, Sendable {
    public struct Standing: Codable, Sendable {
        public let code: AbsenceCode?
        public init(code: AbsenceCode?) { self.code = code }
    }
    public let code: AbsenceCode?
    public let expecting: Standing?
    /// Why, where the term is closed (1 to 300 characters); it stays in the trace. Wants a fresh proof too.
    public let reason: String?
    public init(code: AbsenceCode?, expecting: Standing? = nil, reason: String? = nil) {
        self.code = code
        self.expecting = expecting
        self.reason = reason
    }
}

/// A text to write; `null` or blank wipes it out.
public struct TextStanding: Codable, Sendable {
    public let text: String?
    public init(text: String?) { self.text = text }
}

public struct TopicBody: Codable, Sendable {
    public let text: String?
    public let expecting: TextStanding?
    /// Why, where the term is closed (1 to 300 characters); it stays in the trace. Wants a fresh proof too.
    public let reason: String?
    public init(text: String?, expecting: TextStanding? = nil, reason: String? = nil) {
        self.text = text
        self.expecting = expecting
        self.reason = reason
    }
}

public struct HomeworkBody: Codable, Sendable {
    public let text: String?
    public let expecting: TextStanding?
    public init(text: String?, expecting: TextStanding? = nil) {
        self.text = text
        self.expecting = expecting
    }
}

/// What stands there after a change.
public struct TopicInfo: Codable, Sendable {
    public let text: String?
    public init(text: String?) { self.text = text }
}

public struct HomeworkAnswer: Codable, Sendable {
    public let text: String?
    public let due: Day?
    public init(text: String?, due: Day?) {
        self.text = text
        self.due = due
    }
}

// MARK: The class journal

public struct TermInfo: Codable, Sendable {
    /// Missing where the school has no terms and the whole year is one.
    public let id: Int64?
    public let name: String
    public let starts: Day
    public let ends: Day
    public init(id: Int64?, name: String, starts: Day, ends: Day) {
        self.id = id
        self.name = name
        self.starts = starts
        self.ends = ends
    }
}

public struct JournalColumnInfo: Codable, Sendable {
    public let lesson: Int64
    public let day: Day
    public let number: Int
    public let topic: String?
    public let homework: HomeworkInfo?
    public let mayChange: Bool
    /// The lesson's term is closed.
    public let isClosed: Bool
    public init(lesson: Int64, day: Day, number: Int, topic: String?, homework: HomeworkInfo?, mayChange: Bool, isClosed: Bool = false) {
        self.isClosed = isClosed
        self.lesson = lesson
        self.day = day
        self.number = number
        self.topic = topic
        self.homework = homework
        self.mayChange = mayChange
    }
}

public struct JournalCellInfo: Codable, Sendable {
    public let lesson: Int64
    public let mark: Int?
    public let absence: AbsenceCode?
    public init(lesson: Int64, mark: Int?, absence: AbsenceCode?) {
        self.lesson = lesson
        self.mark = mark
        self.absence = absence
    }
}

public struct JournalRowInfo: Codable, Sendable {
    public let pupil: Int64
    public let name: String
    /// In hundredths.
    public let average: Int?
    /// Only those in which something stands.
    public let cells: [JournalCellInfo]
    public init(pupil: Int64, name: String, average: Int?, cells: [JournalCellInfo]) {
        self.pupil = pupil
        self.name = name
        self.average = average
        self.cells = cells
    }
}

public struct ClassJournalInfo: Codable, Sendable {
    public let course: CourseInfo
    public let term: TermInfo
    public let terms: [TermInfo]
    public let lessons: [JournalColumnInfo]
    public let pupils: [JournalRowInfo]
    public init(course: CourseInfo, term: TermInfo, terms: [TermInfo], lessons: [JournalColumnInfo], pupils: [JournalRowInfo]) {
        self.course = course
        self.term = term
        self.terms = terms
        self.lessons = lessons
        self.pupils = pupils
    }
}

// MARK: The diary

public struct ChildInfo: Codable, Sendable {
    public let pupil: Int64
    public let name: String
    public let schoolClass: String
    public init(pupil: Int64, name: String, schoolClass: String) {
        self.pupil = pupil
        self.name = name
        self.schoolClass = schoolClass
    }
}

public struct DiaryLineInfo: Codable, Sendable {
    public let lesson: LessonInfo
    /// What was to be done for this lesson.
    public let homework: [String]
    public let mark: Int?
    public let absence: AbsenceCode?
    public init(lesson: LessonInfo, homework: [String], mark: Int?, absence: AbsenceCode?) {
        self.lesson = lesson
        self.homework = homework
        self.mark = mark
        self.absence = absence
    }
}

public struct DiaryWeekInfo: Codable, Sendable {
    public let child: ChildInfo
    public let monday: Day
    public let lessons: [DiaryLineInfo]
    public init(child: ChildInfo, monday: Day, lessons: [DiaryLineInfo]) {
        self.child = child
        self.monday = monday
        self.lessons = lessons
    }
}
