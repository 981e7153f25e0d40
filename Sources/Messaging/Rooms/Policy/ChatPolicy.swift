import Kernel

/// Who may write to whom in a school, and who may put groups together (REQUIREMENTS C09, C11–C13, A22–A23). The school sets it; until it
/// does, the careful values hold.
enum ChatRule: String, Hashable, Sendable, CaseIterable, Codable {
    case staffStaff = "staff-staff"
    case staffPupil = "staff-pupil"
    case staffFamily = "staff-family"
    case pupilPupil = "pupil-pupil"
    case familyFamily = "family-family"
    case pupilFamily = "pupil-family"
    case pupilGroups = "pupil-groups"
    case familyGroups = "family-groups"

    /// How far a rule reaches: nobody, those near (a teacher and whom they teach, one class, one's own children), everyone of the school.
    enum Reach: String, Hashable, Sendable, CaseIterable, Codable { case none, near, school }

    var choices: [Reach] {
        switch self {
        case .staffStaff: [.none, .school]
        case .pupilFamily, .pupilGroups, .familyGroups: [.none, .near]
        case .staffPupil, .staffFamily, .pupilPupil, .familyFamily: [.none, .near, .school]
        }
    }

    var standard: Reach {
        switch self {
        case .staffStaff: .school
        case .pupilGroups, .familyGroups: .none
        case .staffPupil, .staffFamily, .pupilPupil, .familyFamily, .pupilFamily: .near
        }
    }

    static func between(_ one: Side, _ other: Side) -> ChatRule {
        switch (one, other) {
        case (.staff, .staff): .staffStaff
        case (.staff, .pupil), (.pupil, .staff): .staffPupil
        case (.staff, .family), (.family, .staff): .staffFamily
        case (.pupil, .pupil): .pupilPupil
        case (.family, .family): .familyFamily
        case (.pupil, .family), (.family, .pupil): .pupilFamily
        }
    }
}

/// A school's rules as they stand.
struct ChatPolicy: Hashable, Sendable {
    let chosen: [ChatRule: ChatRule.Reach]
    subscript(_ rule: ChatRule) -> ChatRule.Reach { chosen[rule] ?? rule.standard }
}

/// One person from one of their sides: who is a teacher and a parent is two.
struct PeerKey: Hashable, Sendable, Comparable {
    let person: ID<Person>
    let side: Side
    init(_ person: ID<Person>, _ side: Side) {
        self.person = person
        self.side = side
    }
    /// `31-pupil`: how a form names one.
    init?(sent text: String) {
        let parts = text.split(separator: "-")
        guard parts.count == 2, let number = Int64(parts[0]), let side = Side(rawValue: String(parts[1])) else { return nil }
        self.init(ID(number), side)
    }
    var text: String { "\(person.number)-\(side.rawValue)" }

    static func < (a: PeerKey, b: PeerKey) -> Bool { (a.person.number, a.side.rawValue) < (b.person.number, b.side.rawValue) }
    /// The name of the chat of two: the same from both ends.
    static func pair(_ one: PeerKey, _ other: PeerKey) -> String { "\(min(one, other).text)/\(max(one, other).text)" }
}
