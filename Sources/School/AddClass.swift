import Accounts
import Kernel
import Storage

/// A class is made for an academic year (REQUIREMENTS A14).
public struct AddClass: Verb {
    public let academicYear: ID<AcademicYear>
    public let year: Int?
    public let name: String
    public init(_ name: String, year: Int?, in academicYear: ID<AcademicYear>) {
        self.name = name
        self.year = year
        self.academicYear = academicYear
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> SchoolClass {
        let ruled = try SchoolAccess.ruled(by: viewer)
        guard !name.isEmpty else { throw Denial.invalid(field: "name", .emptyName) }
        guard try tx.first("SELECT id FROM academic_year WHERE id = \(academicYear) AND school_id = \(ruled.id)") != nil else { throw Denial.notFound }
        guard try tx.first("SELECT id FROM school_class WHERE academic_year_id = \(academicYear) AND name = \(name)") == nil else {
            throw Denial.conflict(.alreadyThere)
        }
        let id: ID<SchoolClass> = try tx.one(
            """
            INSERT INTO school_class (school_id, academic_year_id, year, name, sort_key)
            VALUES (\(ruled.id), \(academicYear), \(year), \(name), \(SchoolClass.sortKey(year: year, name: name))) RETURNING id
            """
        ).id("id")
        tx.tell(.classList(id, in: ruled.id))
        return SchoolClass(id: id, school: ruled.id, year: year, name: name)
    }
}
