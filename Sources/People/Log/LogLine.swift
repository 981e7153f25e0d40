import Kernel

/// What the log is asked for.
struct LogQuery: Hashable, Sendable {
    static let page = 50
    var person: ID<Person>?
    var kind: String?
    var day: Day?
    /// Traces older than this one.
    var before: Int64?
    init(person: ID<Person>? = nil, kind: String? = nil, day: Day? = nil, before: Int64? = nil) {
        self.person = person
        self.kind = kind
        self.day = day
        self.before = before
    }
    var isPlain: Bool { person == nil && kind == nil && day == nil }
}

/// One trace as the log shows it: numbers have become names where the school knows them.
struct LogLine: Hashable, Sendable {
    /// A value of a trace: plain words, or a thing whose name was found.
    enum Value: Hashable, Sendable {
        case text(String)
        case person(ID<Person>, PersonName?)
        case schoolClass(String)
        case role(Role)
    }
    let number: Int64
    let at: Moment
    /// `nil` at the command line, or before anyone was signed in.
    let by: PersonName?
    let byID: ID<Person>?
    let kind: String
    /// About whom or what, from the outside in: a lesson, then a pupil.
    let about: [Value]
    let was: Value?
    let became: Value?
}

/// Lines that follow one another, the newest first.
struct LogPage: Hashable, Sendable {
    let lines: [LogLine]
    let hasMore: Bool
}
