import Accounts
import Kernel
import Storage

/// A year that is open already gets one more quarter, trimester or half-year. Its number is its place among the year's others of
/// the kind, or the next free one if that is taken.
public struct AddTerm: Verb {
    public let kind: Term.Kind
    public let name: String
    public let days: ClosedRange<Day>
    public let year: ID<AcademicYear>
    public init(_ kind: Term.Kind, _ name: String, _ days: ClosedRange<Day>, in year: ID<AcademicYear>) {
        self.kind = kind
        self.name = name
        self.days = days
        self.year = year
    }

    /// As many as a year of months has.
    private static let most = 12

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Term> {
        let ruled = try SchoolAccess.ruled(by: viewer)
        guard try tx.first("SELECT id FROM academic_year WHERE id = \(year) AND school_id = \(ruled.id)") != nil else { throw Denial.notFound }
        let others = try tx.rows("SELECT number, starts_on FROM term WHERE academic_year_id = \(year) AND kind = \(kind.rawValue)").map {
            (number: Int(try $0.int("number")), starts: try $0.day("starts_on"))
        }
        let place = others.count { $0.starts < days.lowerBound } + 1, taken = Set(others.map(\.number))
        guard let number = (taken.contains(place) ? (1...Self.most).first { !taken.contains($0) } : place), number <= Self.most else {
            throw Denial.conflict(.alreadyThere)
        }
        return try tx.one(
            """
            INSERT INTO term (school_id, academic_year_id, kind, number, name, starts_on, ends_on)
            VALUES (\(ruled.id), \(year), \(kind.rawValue), \(number), \(name), \(days.lowerBound), \(days.upperBound)) RETURNING id
            """
        ).id("id")
    }
}
