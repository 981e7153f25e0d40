import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// A person's account in another diary, linked with the one here.
public enum LinkingFeature: Feature {
    public static let name = "linking"

    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {
        let linking = signedIn.group("linking")
        OwnLinkRoutes(site: site).add(to: linking)
        LinkingOfficeRoutes(site: site).add(to: linking)
    }

    public static func addOperations(to api: inout API, of site: Site) { LinkingAPI(site: site).add(to: &api) }

    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] {
        let text = reader.language.linking
        let own = Door(text.linked, .ownLinks, in: .own, hint: text.linkedHint)
        return LinkingAccess.isOffice(viewer) ? [Door(text.office, .linkingOffice, in: .school, hint: text.officeHint), own] : [own]
    }

    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] {
        [Destroyed(.outsideAccount, try LinkingStore.erase(person, tx))]
    }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try LinkingMerge.run(from, into: into, tx) }
    public static func part(_ parting: Parting, in tx: Transaction) throws {
        try parting.move("account_link", "person_id", in: tx)
        try parting.move("link_request", "person_id", in: tx)
        try parting.move("outside_upload", "uploaded_by", in: tx)
    }
}
