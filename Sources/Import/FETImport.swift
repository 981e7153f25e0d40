import Interchange
import Kernel
import Storage

/// Brings a timetable made in FET into a school: bells, subjects, teachers, classes and groups, courses, and the weekly plan.
public struct FETImport: Sendable {
    public let timetable: FETTimetable
    public let file: String
    public let options: ImportOptions
    public init(_ timetable: FETTimetable, file: String, _ options: ImportOptions = ImportOptions()) {
        self.timetable = timetable
        self.file = file
        self.options = options
    }

    /// All of it in one transaction, or nothing. What cannot be taken is named in the outcome's report.
    public func run(on database: any Database, at now: Moment, progress: @escaping TellProgress = { _ in }) async throws -> ImportOutcome {
        guard !timetable.activities.isEmpty || !timetable.years.isEmpty else { throw ImportError.nothingRead }
        let source = options.source ?? "fet:" + TextKey.of(timetable.institution ?? file)
        let plan = FETPlan(timetable, file: file)
        do {
            return try await database.write(.rowLock) { [self] tx in
                _ = try ImportStore.lock(source, tx)
                let run = ImportRun(source, timetable.report, options, tx, at: now, progress)
                return try TimetableImport(timetable, plan, file: file, run).perform()
            }
        } catch let dry as DryRun { return dry.outcome }
    }
}
