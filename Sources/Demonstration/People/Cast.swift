import Accounts
import Kernel

/// One of the school's people, before the school knows them.
struct Someone: Sendable {
    let name: PersonName
    let sex: Sex
    let born: Day
    let login: String
}

struct Teacher: Sendable {
    let someone: Someone
    /// Subjects the teacher may be given, those of a bundle together.
    let bundles: [[String]]
    /// The class whose teacher of most subjects this is; only in years 1–4.
    let ownClass: Int?
    let room: String
}

struct Pupil: Sendable {
    let someone: Someone
    let schoolClass: Int
    let household: Int
}

struct Household: Sendable {
    enum Guardian: Sendable {
        case someone(Someone)
        /// One of the teachers.
        case teacher(Int)
    }
    var guardians: [Guardian]
    /// Places in `Cast.pupils`.
    var children: [Int]
}

/// Everyone in the school. Numbers are places in these lists.
struct Cast: Sendable {
    struct Class: Sendable {
        let name: String
        let year: Int
        /// By the class list's order.
        var pupils: [Int]
        /// Classes from year 5 learn English in two halves.
        var isDivided: Bool { year >= 5 }
    }

    var administrator: Someone
    var director: Someone
    var deputies: [Someone]
    var teachers: [Teacher]
    var classes: [Class]
    var pupils: [Pupil]
    var households: [Household]

    /// The pupils of a class, or of its first or second half: every other one of the list.
    func pupils(of schoolClass: Int, group: Int?) -> [Int] {
        let all = classes[schoolClass].pupils
        guard let group else { return all }
        return all.indices.filter { $0 % 2 == group }.map { all[$0] }
    }
}
