import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// A pupil's signed record on its way to another school.
public enum TransferFeature: Feature {
    public static let name = "transfer"

    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {
        let transfer = signedIn.group("transfer")
        SendingRoutes(site: site).add(to: transfer)
        ReceivingRoutes(site: site).add(to: transfer)
        PreviousRoutes(site: site).add(to: signedIn.group("previous-school"))
    }

    /// What a stranger may ask: whose key this is.
    public static func addPublicRoutes(to router: Router<AppContext>, of site: Site) { KeyRoutes(site: site).add(to: router) }

    public static func addOperations(to api: inout API, of site: Site) { TransferAPI(site: site).add(to: &api) }

    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] {
        let text = reader.language.transfer
        var doors: [Door] = []
        if TransferAccess.isOffice(viewer) { doors.append(Door(text.transfer, .transferDesk, in: .school, hint: text.transferHint)) }
        if TransferAccess.mayRead(viewer) {
            doors.append(Door(text.previousSchool, .previousSchools, in: viewer.side == .staff ? .school : .own, hint: text.previousSchoolHint))
        }
        return doors
    }

    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { [Destroyed(.other, try TransferErasure.erase(person, tx))] }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try TransferMerge.run(from, into: into, tx) }
    public static func part(_ parting: Parting, in tx: Transaction) throws {
        try parting.move("transfer_package", "pupil_id", "offered_by", in: tx)
        try parting.move("transfer_incoming", "brought_by", in: tx)
        try parting.move("transfer_received", "pupil_id", "received_by", in: tx)
    }
}
