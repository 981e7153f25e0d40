import Accounts
import Kernel
import Storage

/// A class gets another name or year: «7А» becomes «7М».
public struct ChangeClass: Verb {
    public let schoolClass: ID<SchoolClass>
    public let name: String
    public let year: Int?
    public init(_ schoolClass: ID<SchoolClass>, name: String, year: Int?) {
        self.schoolClass = schoolClass
        self.name = name
        self.year = year
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try SchoolAccess.ruled(by: viewer)
        guard !name.isEmpty else { throw Denial.invalid(field: "name", .emptyName) }
        let row = try tx.first("SELECT academic_year_id, name FROM school_class WHERE id = \(schoolClass) AND school_id = \(ruled.id)")
        guard let row else { throw Denial.notFound }
        let other = try tx.first(
            "SELECT id FROM school_class WHERE academic_year_id = \(try row.int("academic_year_id")) AND name = \(name) AND id <> \(schoolClass)")
        guard other == nil else { throw Denial.conflict(.alreadyThere) }
        try tx.rows(
            "UPDATE school_class SET name = \(name), year = \(year), sort_key = \(SchoolClass.sortKey(year: year, name: name)) WHERE id = \(schoolClass)")
        try tx.leave(Trace("school.class", about: "class:\(schoolClass.number)", was: try row.text("name"), became: name), by: viewer, at: now)
        tx.tell(.classList(schoolClass, in: ruled.id))
    }
}
