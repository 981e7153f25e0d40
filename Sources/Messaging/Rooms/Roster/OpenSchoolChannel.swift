import Accounts
import Kernel
import School
import Storage

/// Makes the school's channel, «Общешкольный канал», or brings it up to date with everyone who is in the school (REQUIREMENTS C03, C06).
/// Those who answer for the school post there; who comes later sees what was said before.
public struct OpenSchoolChannel: Verb {
    /// As for a class's chats.
    public static let isolation = Isolation.rowLock
    public init() {}

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Chat> {
        let school = try MessagingAccess.arranged(by: viewer)
        try SchoolPeople(nil).fillChannel(in: school, at: now, in: tx)
        guard let channel = try RosterStore.channel(of: school, tx) else { throw Denial.notFound }
        return channel.id
    }
}

/// Chats follow who has come into the school, left it, or has another role there. `nil` is everyone.
struct SchoolPeople {
    /// So many are looked at one by one; for more the whole school is.
    static let few = 200
    let people: [ID<Person>]?
    init(_ people: [ID<Person>]?) { self.people = people.flatMap { $0.count > Self.few ? nil : $0 } }

    func follow(in school: ArrangedSchool, at now: Moment, in tx: Transaction) throws {
        try fillChannel(in: school, at: now, in: tx)
        let left = try RosterStore.leftBehind(in: school, among: people, tx)
        for place in left { try Leaving(place, of: school, at: now, tx).run() }
        tx.tellLists(of: left.map(\.person))
        try RosterStore.renewRoles(in: school, among: people, tx)
        // Who has a role again is in the lists of their classes again.
        for schoolClass in try people.map({ try RosterStore.classes(of: $0, in: school, tx) }) ?? [] { tx.tell(.classList(schoolClass, in: school.id)) }
    }

    /// The departments above schools have no channel.
    func fillChannel(in school: ArrangedSchool, at now: Moment, in tx: Transaction) throws {
        guard try RosterStore.isSchool(school, tx) else { return }
        let known = try RosterStore.channel(of: school, tx)
        let channel = try known ?? RosterStore.makeChannel(of: school, at: now, tx), some = known == nil ? nil : people
        try Roster(try RosterStore.everyone(in: school, among: some, tx)).fill(channel, in: school, among: some, at: now, tx)
    }
}

/// One who is no longer in the school is in none of its chats. An owner's chat goes on with the next who answers for it.
struct Leaving {
    let place: RosterStore.Placed
    let school: ArrangedSchool
    let now: Moment
    let tx: Transaction
    init(_ place: RosterStore.Placed, of school: ArrangedSchool, at now: Moment, _ tx: Transaction) {
        self.place = place
        self.school = school
        self.now = now
        self.tx = tx
    }

    func run() throws {
        try tx.rows("UPDATE chat_member SET present = 0, manages = 0 WHERE chat_id = \(place.chat) AND person_id = \(place.person)")
        let about = "chat:\(place.chat.number)/person:\(place.person.number)"
        try tx.leave(Trace("messaging.member", about: about, was: place.role), in: school.id, by: school.arranger, at: now)
        tx.leave(place.person, .chat(place.chat))
        if place.isOwner { try RosterStore.handOn(place.chat, at: now, tx) }
    }
}
