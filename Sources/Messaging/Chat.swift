import Kernel

/// A chat: its messages are numbered 1, 2, 3, … without a gap, so a page that knows the last it has can ask for the rest.
public struct Chat: Hashable, Sendable {
    /// Who a chat is for (REQUIREMENTS C01, C03, C10): a class with its teachers, the families of a class with its class
    /// teacher, all the school's staff, or a circle put together by hand.
    public enum Kind: String, Sendable, CaseIterable {
        case `class`, family, staff, group
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

    /// One line a person: who is the class teacher and a subject teacher is the class teacher; who is the class teacher and a
    /// parent is the class teacher. The order of `Role` says which stands higher.
    static func each(of all: [Member]) -> [Member] {
        let order = Dictionary(uniqueKeysWithValues: Role.allCases.enumerated().map { ($1, $0) })
        let highest = Dictionary(grouping: all, by: \.person).compactMapValues { roles in roles.min { (order[$0.role] ?? 0) < (order[$1.role] ?? 0) } }
        return highest.values.sorted { $0.person.number < $1.person.number }
    }
}
