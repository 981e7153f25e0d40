import Kernel

/// A chat: its messages are numbered 1, 2, 3, … without a gap, so a page that knows the last it has can ask for the rest.
public struct Chat: Hashable, Sendable {
    /// Who a chat is for (REQUIREMENTS C01, C03, C06, C10, C11, C28): a class with its teachers, the families of a class with its
    /// class teacher, all the school's staff, everyone of the school, a course's pupils and teacher, a circle put together by hand, two
    /// people, or people of several schools.
    public enum Kind: String, Sendable, CaseIterable {
        case `class`, family, staff, school, course, group, direct, network
    }
    let id: ID<Chat>
    let kind: Kind
    /// The class's name, or a group's own; the staff room has none.
    let title: String
    let lastSeq: Int64
    let lastAt: Moment
    /// The last message the reader has read.
    let readSeq: Int64
    let members: Int
    /// The count of changes to messages that were posted before.
    var lastChange: Int64 = 0
    /// Whether the reader answers for the chat (REQUIREMENTS C13, C14).
    var manages = false
    var isForManagersToPost = false
    var isArchived = false
    /// Who has made it and answers for it, where people put it together by hand.
    var owner: ID<Person>? = nil
    /// What a chat put together by hand is about.
    var about = ""
    /// Whether the reader has put it before the others, has silenced it, and is named in what they have not read.
    var isFirst = false
    var isMuted = false
    var isNamed = false

    var mayPost: Bool { !isArchived && (!isForManagersToPost || manages) }
    var unread: Int { Int(lastSeq - readSeq) }
}

/// One line of the list of chats.
struct ChatLine: Hashable, Sendable {
    let chat: Chat
    let last: Message?
}

/// Who is in a chat, and in which role they speak there.
struct Member: Hashable, Sendable {
    let person: ID<Person>
    let role: Role

    /// Who answers for a chat that follows the school's lists (REQUIREMENTS C13): the class teacher for the class's chats, the heads for
    /// the school's.
    func manages(_ kind: Chat.Kind) -> Bool {
        switch kind {
        case .class, .family: role == .classTeacher
        case .staff, .school: [.director, .deputy, .administrator].contains(role)
        case .course: role.side == .staff
        case .group, .direct, .network: false
        }
    }

    /// One line a person: who is the class teacher and a subject teacher is the class teacher; who is the class teacher and a
    /// parent is the class teacher. The order of `Role` says which stands higher.
    static func each(of all: [Member]) -> [Member] {
        let order = Dictionary(uniqueKeysWithValues: Role.allCases.enumerated().map { ($1, $0) })
        let highest = Dictionary(grouping: all, by: \.person).compactMapValues { roles in roles.min { (order[$0.role] ?? 0) < (order[$1.role] ?? 0) } }
        return highest.values.sorted { $0.person.number < $1.person.number }
    }
}
