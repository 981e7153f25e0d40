import Accounts
import Documents
import Kernel
import Storage

/// The scan of an order is put to it; an earlier one is destroyed.
public struct AttachScan: Verb {
    public let order: ID<SchoolOrder>
    public let scan: Scan
    public init(_ scan: Scan, to order: ID<SchoolOrder>) {
        self.scan = scan
        self.order = order
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        guard let row = try tx.first("SELECT document_id FROM school_order WHERE id = \(order) AND school_id = \(ruled.id)") else { throw Denial.notFound }
        let document = try DocumentStore.add(scan, of: ruled.id, by: viewer.person.number == 0 ? nil : viewer.person, at: now, tx)
        guard try OrderStore.setScan(document, of: order, in: ruled, tx) else { throw Denial.notFound }
        if let former = try row.optionalID("document_id", of: Document.self) { try DocumentStore.remove(former, tx) }
        try tx.leave(Trace("movement.scan", about: "order:\(order.number)", became: "document:\(document.number)"), by: viewer, at: now)
    }
}
