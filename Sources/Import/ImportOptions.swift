import Kernel
import Storage

/// What whoever runs an import says besides the files.
public struct ImportOptions: Sendable {
    /// The other system's name here; without it the files' own is taken.
    public var source: String?
    /// The zone of schools that are opened.
    public var zone = Zone.moscow
    /// The number or name of the school that is meant, if it is there already.
    public var school: String?
    /// The academic year of a timetable: `2026/27`.
    public var year: String?
    /// The language in which rules speak in the report.
    public var language = Language.ru
    /// What the files no longer have is ended.
    public var isComplete = false
    /// Everything is tried and nothing is kept.
    public var isDryRun = false
    /// Lets the rest of the product follow what was brought in, in the same transaction: the chats of imported classes open.
    public var settle: @Sendable (Moment, Transaction) throws -> Void = { _, _ in }
    public init() {}
}
