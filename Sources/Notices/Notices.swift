import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// How the product reaches people who have no page open, and leaves them in peace (PRODUCT N16).
public enum NoticesFeature: Feature {
    public static let name = "notices"
    public static var bundle: Bundle? { .module }
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {
        NoticesRoutes(site: site).add(to: signedIn)
        UrgentRoutes(site: site).add(to: signedIn)
    }

    /// What needs the ways out of the house.
    public static func addWorkRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site, _ works: NoticesWorks) {
        NoticesWorkRoutes(site: site, works: works).add(to: signedIn.group("more/notices"))
    }
    /// What whoever has a letter may ask.
    public static func addPublicRoutes(to router: Router<AppContext>, of site: Site) { LetterRoutes(site: site).add(to: router.group("mail")) }
    public static func addOperations(to api: inout API, of site: Site, _ works: NoticesWorks) { NoticesAPI(site: site, works: works).add(to: &api) }

    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] {
        let text = reader.language.notices, own = Door(text.notices, .notices, in: .own, hint: text.noticesHint)
        let hours = NoticesAccess.setsHours(viewer) ? [Door(text.schoolHours, .schoolHours, in: .school, hint: text.schoolHoursHint)] : []
        return [own] + hours + (NoticesAccess.alarms(viewer) ? [Door(text.urgent, .newUrgent, in: .school, hint: text.urgentHint)] : [])
    }

    public static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart] {
        let urgent = try UrgentStore.unseen(by: viewer, at: reader.now, tx)
        return urgent.isEmpty ? [] : [TodayPart(.urgent, UrgentViews(reader: reader).today(urgent))]
    }

    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { try NoticesErasure.run(person, tx) }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try NoticesMerge.run(from, into: into, tx) }
    public static func part(_ parting: Parting, in tx: Transaction) throws {
        try parting.move("notice", "person_id", in: tx)
        try parting.move("urgent_notice", "sent_by", in: tx)
        try parting.move("urgent_reader", "person_id", in: tx)
        for table in ["notice_choice", "notice_level", "push_device", "mail_address"] as [SQL] { try parting.moveOwn(table, in: tx) }
    }
    public static func ownData(of person: ID<Person>, for reader: Reader, in tx: Transaction) throws -> [OwnData] {
        try NoticesOwnData(reader: reader).sections(of: person, tx)
    }
}
