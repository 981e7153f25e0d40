import Kernel

/// How a person wants to be reached.
struct Choice: Hashable, Sendable {
    /// Quiet hours of their own, beside the school's.
    var own: QuietHours?
    var worksLate: Bool
    var pace: NoticePace
    static let standard = Choice(own: nil, worksLate: false, pace: .soon)
}

/// What some people have said of kinds and of single places.
struct Levels: Sendable {
    private var said: [Key: NoticeLevel] = [:]
    private struct Key: Hashable {
        let person: ID<Person>
        let kind: String
        let place: String
    }

    mutating func add(_ level: NoticeLevel, of person: ID<Person>, _ kind: String, at place: String) {
        said[Key(person: person, kind: kind, place: place)] = level
    }
    /// A place's own level, else the kind's, else what is standard for it.
    func level(of person: ID<Person>, _ kind: String, at place: String = "") -> NoticeLevel {
        said[Key(person: person, kind: kind, place: place)] ?? said[Key(person: person, kind: kind, place: "")] ?? NoticeKind(rawValue: kind)?.standard ?? .all
    }
    func isOwn(of person: ID<Person>, _ kind: String, at place: String) -> Bool { said[Key(person: person, kind: kind, place: place)] != nil }
}
