import Accounts
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
        for fact in facts {
            let school = MessagingAccess.following(fact, by: person)
            if let schoolClass = fact.classList { try OpenClassChats(of: schoolClass).bringUp(in: school, at: now, in: tx) }
            if let person = fact.badge { try MembershipStore.renewBadge(of: person, in: school, tx) }
            if fact.isStaff { try OpenStaffRoom().bringUp(in: school, at: now, in: tx) }
        }
    }
    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { try MembershipStore.erase(person, tx) }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try MessagingMerge(from, into, tx).run() }
    public static func ownData(of person: ID<Person>, for reader: Reader, in tx: Transaction) throws -> [OwnData] {
        try MessagingOwnData(reader: reader).sections(of: person, tx)
    }
    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] { OrderToday.doors(for: reader, viewer) }
    public static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart] {
        let unread = try MessagingStore.chats(seenBy: viewer, unreadOnly: true, limit: 5, tx)
        return (unread.isEmpty ? [] : [TodayPart(.unread, ChatListViews(reader: reader, viewer: viewer).unread(unread))])
            + (try OrderToday.parts(for: reader, viewer, in: tx))
    }
}
