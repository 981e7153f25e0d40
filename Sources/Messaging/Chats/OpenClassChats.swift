import Accounts
import Kernel
import School
import Storage

/// Makes a class's two chats, or brings them up to date with the class list (REQUIREMENTS C01, C10, C15): pupils with all who
/// teach them, and families with the class teacher. Done again it changes nothing that is right already.
/// Runs by itself after every change of the class list, in the same transaction (`MessagingFeature.follow`).
public struct OpenClassChats: Verb {
    /// Each chat's row is locked before its list is read: of two that run at once the later sees what stands then, and a lively
    /// chat does not make it fail and repeat.
    public static let isolation = Isolation.rowLock
    public let schoolClass: ID<SchoolClass>
    public init(of schoolClass: ID<SchoolClass>) { self.schoolClass = schoolClass }

    public struct Opened: Sendable {
        public let forClass: ID<Chat>
        public let forFamilies: ID<Chat>
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Opened {
        try bringUp(in: MessagingAccess.arranged(by: viewer), at: now, in: tx)
    }

    @discardableResult func bringUp(in school: ArrangedSchool, at now: Moment, in tx: Transaction) throws -> Opened {
        guard let schoolClass = try MembershipStore.schoolClass(schoolClass, in: school, tx) else { throw Denial.notFound }
        let forClass = try MembershipStore.chat(.class, of: schoolClass, in: school, at: now, tx)
        if try ClassArchive(schoolClass.id, in: school, tx).keep(at: now) {
            return Opened(forClass: forClass.id, forFamilies: try MembershipStore.chat(.family, of: schoolClass, in: school, at: now, tx).id)
        }
        try Roster(try MembershipStore.classMembers(of: schoolClass.id, in: school, tx)).fill(forClass, in: school, at: now, tx)
        let forFamilies = try MembershipStore.chat(.family, of: schoolClass, in: school, at: now, tx)
        try Roster(try MembershipStore.familyMembers(of: schoolClass.id, in: school, tx)).fill(forFamilies, in: school, at: now, tx)
        try CourseChats(of: schoolClass.id).bringUp(in: school, at: now, in: tx)
        return Opened(forClass: forClass.id, forFamilies: forFamilies.id)
    }
}

/// Makes the school's staff room, «Учительская», or brings it up to date with the staff (REQUIREMENTS C03).
public struct OpenStaffRoom: Verb {
    /// As for a class's chats.
    public static let isolation = Isolation.rowLock
    public init() {}

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Chat> {
        try bringUp(in: MessagingAccess.arranged(by: viewer), at: now, in: tx)
    }

    @discardableResult func bringUp(in school: ArrangedSchool, at now: Moment, in tx: Transaction) throws -> ID<Chat> {
        let room = try MembershipStore.staffRoom(of: school, at: now, tx)
        try Roster(try MembershipStore.staff(of: school, tx)).fill(room, in: school, at: now, tx)
        return room.id
    }
}

/// Who should be in a chat.
struct Roster {
    /// How many join by one statement.
    private static let crowd = 100
    let members: [Member]
    init(_ members: [Member]) { self.members = members }

    /// Those who are missing join, those who do not belong leave, each with a trace; their open pages and lists of chats follow at once.
    /// With `people` only theirs is looked at.
    func fill(_ chat: LockedChat, in school: ArrangedSchool, among people: [ID<Person>]? = nil, at now: Moment, _ tx: Transaction) throws {
        let present = Set(try MembershipStore.present(in: chat, among: people, tx))
        let wanted = Set(members), known = Set(present.map(\.person)), belong = Set(members.map(\.person))
        let gone = present.filter { !belong.contains($0.person) }.sorted { $0.person.number < $1.person.number }
        for member in gone {
            try MembershipStore.remove(member, from: chat, tx)
            try tx.leave(trace(member, chat, was: member.role.rawValue), in: school.id, by: school.arranger, at: now)
            tx.leave(member.person, .chat(chat.id))
        }
        let missing = wanted.subtracting(present), added = members.filter(missing.contains)
        let severalHats = try MembershipStore.ofSeveralHats(added.map(\.person), tx)
        // Who was blocked comes back to the list, not to the chat.
        let staying = known.union(added.isEmpty ? [] : try MembershipStore.blocked(in: chat.id, tx))
        for start in stride(from: 0, to: added.count, by: Self.crowd) {
            let crowd = added[start..<min(start + Self.crowd, added.count)]
            try MembershipStore.add(crowd, to: chat, in: school, at: now, tx)
            try tx.leave(crowd.map { trace($0, chat, became: $0.role.rawValue) }, in: school.id, by: school.arranger, at: now)
        }
        for member in added {
            // A page may show the person's other side, which does not see this chat: its line asks anew what it may follow.
            if severalHats.contains(member.person) { tx.end(member.person) } else if !staying.contains(member.person) { tx.join(member.person, .chat(chat.id)) }
        }
        tx.tellLists(of: added.map(\.person).filter { !staying.contains($0) } + gone.map(\.person))
    }

    private func trace(_ member: Member, _ chat: LockedChat, was: String? = nil, became: String? = nil) -> Trace {
        Trace("messaging.member", about: "chat:\(chat.id.number)/person:\(member.person.number)", was: was, became: became)
    }
}
