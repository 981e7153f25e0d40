import Accounts
import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// Regions, municipalities and their curators; how a school comes in; its card and local acts.
public enum RegionsFeature: Feature {
    public static let name = "regions"

    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {
        DepartmentRoutes(site: site).add(to: signedIn.group("department"))
        CardRoutes(site: site).add(to: signedIn.group("school"))
        ActRoutes(site: site).add(to: signedIn.group("acts"))
    }
    public static func addOperations(to api: inout API, of site: Site) { RegionsAPI(site: site).add(to: &api) }

    /// What a stranger needs: to apply for a school, to use a one-time code. `works` and `session` are the site's own.
    public static func addEntrance(to router: Router<AppContext>, of site: Site, _ works: PasswordWorks, _ session: any Session) {
        EntranceRoutes(site: site, works: works, session: session).add(to: router)
    }

    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { try RegionsTies.erase(person, tx) }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try RegionsTies.merge(from, into: into, tx) }
    public static func part(_ parting: Parting, in tx: Transaction) throws { try RegionsTies.part(parting, tx) }

    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] {
        let text = reader.language.regions
        var doors: [Door] = []
        if viewer.hasAny(of: RegionsAccess.curators) {
            doors += [Door(text.applications, .applications, in: .school), Door(text.schools, .departmentSchools, in: .school)]
            if !viewer.has(.municipalCurator) { doors.append(Door(text.organisations, .organisations, in: .school)) }
        }
        return doors + [Door(text.acts, .acts, in: .school), Door(text.card, .schoolCard, in: .school)]
    }

    public static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart] {
        guard !viewer.hasAny(of: RegionsAccess.curators) else { return try department(reader, viewer, tx) }
        let waiting = try ActStore.waiting(for: viewer, tx)
        return waiting == 0 ? [] : [TodayPart(.owed, ActViews(reader: reader).today(waiting: waiting))]
    }

    private static func department(_ reader: Reader, _ viewer: Viewer, _ tx: Transaction) throws -> [TodayPart] {
        let counts: [SchoolApplication.State: Int]
        do { counts = try ApplicationStore.counts(seenBy: RegionsAccess.curated(by: viewer, in: tx), tx) } catch Denial.notFound { return [] }
        let waiting = (counts[.new] ?? 0) + (counts[.answered] ?? 0)
        return waiting == 0 ? [] : [TodayPart(.owed, DepartmentViews(reader: reader).today(waiting: waiting))]
    }
}
