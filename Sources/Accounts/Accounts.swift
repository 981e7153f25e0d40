import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// People, the schools they belong to, and how they sign in.
public enum AccountsFeature: Feature {
    public static let name = "accounts"
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {
        AccountsRoutes(site: site).add(to: signedIn.group("more"))
    }
    public static func addOperations(to api: inout API, of site: Site) { AccountsAPI(site: site).add(to: &api) }
    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { try AccountsErasure(person: person, tx: tx).run() }

    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try AccountsMerge(from, into, tx).run() }
    public static func part(_ parting: Parting, in tx: Transaction) throws { try AccountsParting(parting, tx).run() }
    public static func ownData(of person: ID<Person>, for reader: Reader, in tx: Transaction) throws -> [OwnData] {
        try AccountsOwnData(reader: reader).sections(of: person, tx)
    }

    /// What a stranger needs to come in. `works` and `session` are the site's own.
    public static func addEntrance(
        to router: Router<AppContext>, of site: Site, _ works: PasswordWorks, _ session: any Session, _ threshold: any Threshold = OpenThreshold()
    ) {
        EntranceRoutes(site: site, works: works, session: session, threshold: threshold).add(to: router)
        PictureRoutes(site: site, works: works, session: session, threshold: threshold).add(to: router)
    }
    /// What needs the password works, for one who is signed in.
    public static func addPasswordRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site, _ works: PasswordWorks) {
        PasswordRoutes(site: site, works: works).add(to: signedIn.group("more"))
    }
}
