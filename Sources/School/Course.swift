import Kernel

/// One subject taught to one class, or a group of it, by one teacher in one year.
public struct Course: Hashable, Sendable {
    public let id: ID<Course>
    public let school: ID<School>
    public let subject: String
    public let schoolClass: SchoolClass
    public let group: StudyGroup?
    public let teacher: ID<Person>?
    public let teacherName: PersonName?
    /// Whether the school has confirmed the teacher; shown beside the name (REQUIREMENTS A35).
    public let isTeacherVerified: Bool

    /// «7А», «7А, англ. 1»
    public var audience: String { group.map { schoolClass.name + ", " + $0.name } ?? schoolClass.name }
}
