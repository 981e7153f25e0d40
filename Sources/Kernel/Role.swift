/// What a person is in a school (REQUIREMENTS 1.L). One person may have several at once.
public enum Role: String, Hashable, Sendable, CaseIterable, Codable {
    case platformOperator, regionalCurator, municipalCurator
    case director, deputy, coordinator, administrator, `operator`
    case classTeacher, subjectTeacher, substitute, additionalTeacher, lecturer
    case pupil, guardian

    /// On which side of the school's life the role stands. A person wears one side at a time: a teacher who is also
    /// a parent sees each apart.
    public var side: Side {
        switch self {
        case .pupil: .pupil
        case .guardian: .family
        default: .staff
        }
    }

    /// Those who answer for the whole school and may read all of its journal.
    public static let heads: Set<Role> = [.platformOperator, .director, .deputy, .coordinator, .administrator, .operator]
    /// Those who stand above schools, in an organisation of their own.
    public static let above: Set<Role> = [.platformOperator, .regionalCurator, .municipalCurator]
    /// Those who hold lessons.
    public static let teachers: Set<Role> = [.classTeacher, .subjectTeacher, .substitute, .additionalTeacher, .lecturer]
}

public enum Side: String, Hashable, Sendable, CaseIterable, Codable { case staff, pupil, family }
