import Kernel
import Markup

extension Link {
    static let ownLinks: Link = "/linking"
    static let linkingOffice: Link = "/linking/office"
    static func system(_ system: ID<OutsideSystem>) -> Link { "/linking/office/systems/\(system.number)" }
    static func system(_ system: ID<OutsideSystem>, _ role: OutsideRole) -> Link { "/linking/office/systems/\(system.number)?role=\(role.rawValue)" }
    static func admission(_ system: ID<OutsideSystem>) -> Link { "/linking/office/systems/\(system.number)/admission" }
    static func roster(_ system: ID<OutsideSystem>) -> Link { "/linking/office/systems/\(system.number)/roster" }
    static func byNames(_ system: ID<OutsideSystem>) -> Link { "/linking/office/systems/\(system.number)/by-names" }
    static func upload(_ upload: ID<RosterReport>) -> Link { "/linking/office/uploads/\(upload.number)" }
    static func account(_ account: ID<OutsideAccount>) -> Link { "/linking/office/accounts/\(account.number)" }
    static func endLink(_ account: ID<OutsideAccount>) -> Link { "/linking/office/accounts/\(account.number)/end" }
    static func endOwn(_ account: ID<OutsideAccount>) -> Link { "/linking/links/\(account.number)/end" }
    static func confirm(_ request: ID<LinkRequest>) -> Link { "/linking/office/requests/\(request.number)/confirm" }
    static func refuse(_ request: ID<LinkRequest>) -> Link { "/linking/office/requests/\(request.number)/refuse" }
}
