import Accounts
import Files
import Foundation
import Hummingbird
import Kernel
import School
import Storage
import WebCore

/// Chats: a class's, its families', the staff room. Who is in one reads and writes it.
public enum MessagingFeature: Feature {
    public static let name = "messaging"
    public static var bundle: Bundle? { .module }
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {
        MessagingRoutes(site: site).add(to: signedIn.group("chats"))
    }
    public static func addOperations(to api: inout API, of site: Site) { MessagingAPI(site: site).add(to: &api) }
    public static func topics(of viewer: Viewer, in tx: Transaction) throws -> [Topic] {
        try MessagingAccess.chats(of: viewer, in: tx).map(Topic.chat)
    }
    public static func follow(_ facts: [Fact], by person: ID<Person>?, at now: Moment, in tx: Transaction) throws {
        for (school, people) in Dictionary(grouping: facts.filter { $0.person != nil }, by: \.school).sorted(by: { $0.key.number < $1.key.number }) {
            let arranged = MessagingAccess.following(.people(of: school), by: person)
            try SchoolPeople(people.compactMap(\.person)).follow(in: arranged, at: now, in: tx)
        }
        for fact in facts {
            let school = MessagingAccess.following(fact, by: person)
            if let schoolClass = fact.classList { try OpenClassChats(of: schoolClass).bringUp(in: school, at: now, in: tx) }
            if let file = fact.settledFile { try AttachedStore.renew(file, tx) }
            if let person = fact.badge { try MembershipStore.renewBadge(of: person, in: school, tx) }
            if fact.isPeople { try SchoolPeople(nil).follow(in: school, at: now, in: tx) }
            if fact.isStaff { try OpenStaffRoom().bringUp(in: school, at: now, in: tx) }
        }
    }
    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { try MembershipStore.erase(person, tx) }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try MessagingMerge(from, into, tx).run() }
    public static func part(_ parting: Parting, in tx: Transaction) throws {
        try MessagingParting.run(parting, tx)
    }
    public static func tidy(_ site: Site, at now: Moment) async throws {
        try await Telling.run(site, at: now)
        while try await site.database.write(.rowLock, { tx in try FillSearch().run(in: tx) }) { try Task.checkCancellation() }
        while try await site.database.write(.rowLock, { tx in try ForgetOldMessages().run(at: now, in: tx) }) { try Task.checkCancellation() }
        try await ExportJob(site).run(at: now)
    }
    public static func ownData(of person: ID<Person>, for reader: Reader, in tx: Transaction) throws -> [OwnData] {
        try MessagingOwnData(reader: reader).sections(of: person, tx)
    }
    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] {
        let text = reader.language.rooms
        let policy = MessagingAccess.mayRuleChats(viewer) ? [Door(text.policy, .chatPolicy, in: .school)] : []
        let own = viewer.isAboveSchools ? [] : [Door(reader.language.messaging.manner, .manner, in: .own)]
        return own + Noticeboard.doors(for: reader, viewer) + OrderToday.doors(for: reader, viewer) + policy
            + (MessagingAccess.mayRuleNetworks(viewer) ? [Door(text.networks, .networks, in: .school)] : [])
    }
    public static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart] {
        guard !viewer.isAboveSchools else { return [] }
        let unread = try MessagingStore.chats(seenBy: viewer, unreadOnly: true, limit: 5, tx)
        let gate = try TodayGate(viewer, decidedSince: OrderToday.since(reader.now), tx)
        return try Noticeboard.today(for: reader, viewer, gate, in: tx)
            + (unread.isEmpty ? [] : [TodayPart(.unread, ChatListViews(reader: reader, viewer: viewer).unread(unread))])
            + OrderToday.parts(for: reader, viewer, gate, in: tx)
    }
}
