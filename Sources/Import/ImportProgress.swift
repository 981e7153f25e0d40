/// How far an import is. On PostgreSQL its transaction may begin again, and so does this.
public struct ImportProgress: Hashable, Sendable {
    public enum Step: String, Sendable, CaseIterable { case schools, people, years, classes, courses, places, guardians, endings, timetable }
    public let step: Step
    public let done: Int
    public let of: Int
    public var isFinished: Bool { done >= of }
}

/// Told of the progress. What it throws ends the import, and nothing of it stays.
public typealias TellProgress = @Sendable (ImportProgress) throws -> Void
