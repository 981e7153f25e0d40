import Accounts
import Kernel
import School
import Storage

/// A plan asks for so many hours of a course in a cycle, and nobody has placed them yet.
public struct NoteLoad: Verb {
    public let course: ID<Course>
    public let hours: Int
    public let note: String
    public init(_ hours: Int, of course: ID<Course>, note: String) {
        self.course = course
        self.hours = hours
        self.note = note
    }

    @discardableResult
    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<CourseLoad> {
        let ruled = try AccountsAccess.ruled(by: viewer)
        guard try tx.first("SELECT id FROM course WHERE id = \(course) AND school_id = \(ruled.id)") != nil else { throw Denial.notFound }
        return try tx.one("INSERT INTO course_load (school_id, course_id, hours, note) VALUES (\(ruled.id), \(course), \(hours), \(note)) RETURNING id").id(
            "id")
    }
}

/// Hours of a course that nobody has placed yet; `ID<CourseLoad>` names one.
public enum CourseLoad {}
