import Accounts
import Kernel
import Storage

extension Fact {
    /// Who learns in a class, whose guardians are there, or who teaches it has changed; or the class itself.
    public static func classList(_ schoolClass: ID<SchoolClass>, in school: ID<School>) -> Fact {
        Fact("school.class-list", in: school, about: schoolClass.number)
    }
    /// The class whose list has changed, if that is what the fact says.
    public var classList: ID<SchoolClass>? { name == "school.class-list" ? ID(number) : nil }
}

extension Transaction {
    /// Something about a pupil's family has changed: the list of their class, if they are in one.
    func tellClassList(of pupil: ID<Person>, in school: RuledSchool) throws {
        let row = try first("SELECT class_id FROM enrolment WHERE pupil_id = \(pupil) AND school_id = \(school.id) AND until IS NULL")
        if let row { tell(.classList(try row.id("class_id"), in: school.id)) }
    }
    /// Who is in a group of a class, or how the group is called, has changed.
    func tellClassList(of group: ID<StudyGroup>, in school: RuledSchool) throws {
        let row = try first("SELECT class_id FROM study_group WHERE id = \(group) AND school_id = \(school.id)")
        if let row { tell(.classList(try row.id("class_id"), in: school.id)) }
    }
}
