import Accounts
import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// How a person proves who they are beyond login and password: outside providers, second factors, devices.
public enum IdentityFeature: Feature {
    public static let name = "identity"
    public static var bundle: Bundle? { .module }
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {
        DeviceRoutes(site: site).add(to: signedIn.group("more"))
    }
    public static func addOperations(to api: inout API, of site: Site) { IdentityAPI(site: site).add(to: &api) }

    /// What a stranger needs to come in by more than a password.
    public static func addEntrance(to router: Router<AppContext>, of site: Site, _ works: IdentityWorks, _ passwords: PasswordWorks, _ session: any Session) {
        OutsideRoutes(site: site, works: works, session: session).add(to: router)
        ConfirmRoutes(site: site, works: works, session: session).add(to: router)
        StolenRoutes(site: site, passwords: passwords, session: session).add(to: router)
    }

    /// What needs the site's key, for one who is signed in.
    public static func addKeyRoutes(
        to signedIn: RouterGroup<SignedIn>, of site: Site, _ works: IdentityWorks, _ passwords: PasswordWorks, _ session: any Session
    ) {
        let more = signedIn.group("more")
        ProveRoutes(site: site, works: works, passwords: passwords, session: session).add(to: more)
        FactorRoutes(site: site, works: works).add(to: more.group("factors"))
        CardRoutes(site: site, works: works, passwords: passwords).add(to: more.group("entrance"))
    }

    public static func follow(_ facts: [Fact], by person: ID<Person>?, at now: Moment, in tx: Transaction) throws {
        for fact in facts {
            if let session = fact.signedIn { try DeviceStore.note(session: session, in: fact.school, at: now, tx) }
            if let person = fact.newPassword { try Safety.newPassword(of: person, in: fact.school, at: now, tx) }
        }
    }

    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] { IdentityLinks.doors(reader.language.identity, viewer) }

    public static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart] {
        let views = DeviceViews(reader: reader, viewer: viewer)
        var parts: [TodayPart] = []
        let rules = (try? AccountsAccess.ruled(by: viewer)) != nil
        // Nearly always there is nothing: one question for all.
        let (devices, stolenCount, different) = try DeviceStore.counts(for: viewer, at: reader.now, tx)
        if devices > 0, let html = views.notices(try DeviceStore.notices(for: viewer, at: reader.now, tx)) { parts.append(TodayPart(.now, html)) }
        if rules, stolenCount + different > 0 {
            let stolen = try StolenStore.waiting(in: viewer.school, limit: 20, tx)
            if let html = views.desk(stolen, different: different) { parts.append(TodayPart(stolen.isEmpty ? .owed : .now, html)) }
        }
        return parts
    }

    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { try Forgetting.run(person, tx) }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try IdentityMerge(from, into, tx).run() }
    public static func part(_ parting: Parting, in tx: Transaction) throws {
        for table in [
            "identity_card", "authenticator", "passkey", "recovery_code", "half_sign_in", "outside_link", "known_device", "device_notice", "device_notice_seen",
        ] as [SQL] { try parting.moveOwn(table, in: tx) }
        try parting.move("outside_mismatch", "person_id", in: tx)
        try parting.move("call_phrase", "pupil_id", in: tx)
        try parting.move("stolen_report", "person_id", "by_id", in: tx)
    }
}
