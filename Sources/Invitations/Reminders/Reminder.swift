import Kernel
import School

/// Families of a class were reminded to come in (REQUIREMENTS A26, B08): the class teacher has it as a task until this day.
public struct Reminder: Hashable, Sendable {
    public let on: Day
    public let due: Day

    /// Days that pass before a class may be reminded again.
    static let pause = 3
    /// Days in which a reminder is to be seen to.
    static let time = 7

    func mayBeRepeated(on today: Day) -> Bool { today - on >= Self.pause }
}

/// A class that was reminded and of whose families some have not come.
struct RemindedClass: Sendable {
    let schoolClass: SchoolClass
    let absent: Int
    let due: Day
}

/// What a guardian who has come is told of the own child's reminder. The other guardian has no name here.
struct RemindedChild: Sendable {
    let pupil: Pupil
    let isChildAbsent: Bool
    let isGuardianAbsent: Bool
}
