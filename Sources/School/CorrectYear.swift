import Accounts
import Kernel
import Storage

/// The dates of an academic year are put right.
public struct CorrectYear: Verb {
    public let year: ID<AcademicYear>
    public let days: ClosedRange<Day>
    public init(_ year: ID<AcademicYear>, _ days: ClosedRange<Day>) {
        self.year = year
        self.days = days
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try SchoolAccess.ruled(by: viewer)
        guard days.lowerBound < days.upperBound else { throw Denial.invalid(field: "days", .wrongDates) }
        let found = try tx.first(
            "UPDATE academic_year SET starts_on = \(days.lowerBound), ends_on = \(days.upperBound) WHERE id = \(year) AND school_id = \(ruled.id) RETURNING id")
        guard found != nil else { throw Denial.notFound }
    }
}
