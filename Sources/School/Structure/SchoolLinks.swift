import Kernel
import Markup

extension Link {
    public static let structure: Link = "/school"
    static func structure(_ year: ID<AcademicYear>) -> Link { "/school?year=\(year.number)" }
    /// The form by which others appoint a class's teacher by an order.
    static func appointing(_ schoolClass: ID<SchoolClass>) -> Link { "/movement/appointments/new?role=classTeacher&class=\(schoolClass.number)" }
    public static func academicYear(_ year: ID<AcademicYear>) -> Link { "/school/years/\(year.number)" }
    public static func classCard(_ schoolClass: ID<SchoolClass>) -> Link { "/school/classes/\(schoolClass.number)" }
    public static func studyGroup(_ group: ID<StudyGroup>) -> Link { "/school/groups/\(group.number)" }
}
