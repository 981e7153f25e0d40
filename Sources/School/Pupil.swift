import Kernel

/// A pupil as class lists have one.
public struct Pupil: Hashable, Sendable {
    public let id: ID<Person>
    public let name: PersonName
    public init(id: ID<Person>, name: PersonName) {
        self.id = id
        self.name = name
    }
}

/// A pupil's place in a class, as long as it lasts.
public struct Enrolment: Hashable, Sendable {
    public let pupil: Pupil
    public let schoolClass: SchoolClass
    public let since: Day
    public let until: Day?
}
