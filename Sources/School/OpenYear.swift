import Accounts
import Kernel
import Storage

/// The school's academic year with its terms.
public struct OpenYear: Verb {
    public struct Part: Sendable {
        let kind: Term.Kind
        let number: Int
        let name: String
        let days: ClosedRange<Day>
        public init(_ kind: Term.Kind, _ number: Int, _ name: String, _ days: ClosedRange<Day>) {
            self.kind = kind
            self.number = number
            self.name = name
            self.days = days
        }
    }
    public let name: String
    public let days: ClosedRange<Day>
    public let parts: [Part]
    public init(_ name: String, _ days: ClosedRange<Day>, parts: [Part]) {
        self.name = name
        self.days = days
        self.parts = parts
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<AcademicYear> {
        let ruled = try SchoolAccess.ruled(by: viewer)
        guard !name.isEmpty else { throw Denial.invalid(field: "name", .emptyName) }
        guard days.lowerBound < days.upperBound else { throw Denial.invalid(field: "days", .wrongDates) }
        let known = try tx.first("SELECT id FROM academic_year WHERE school_id = \(ruled.id) AND name = \(name)")
        guard known == nil else { throw Denial.conflict(.alreadyThere) }
        let year: ID<AcademicYear> = try tx.one(
            "INSERT INTO academic_year (school_id, name, starts_on, ends_on) VALUES (\(ruled.id), \(name), \(days.lowerBound), \(days.upperBound)) RETURNING id"
        ).id("id")
        for part in parts {
            try tx.rows(
                """
                INSERT INTO term (school_id, academic_year_id, kind, number, name, starts_on, ends_on)
                VALUES (\(ruled.id), \(year), \(part.kind.rawValue), \(part.number), \(part.name), \(part.days.lowerBound), \(part.days.upperBound))
                """)
        }
        return year
    }
}
