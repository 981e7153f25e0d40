import Accounts
import Kernel
import School
import Storage

/// The sender learns that a school of another installation has accepted the package. Only who had the package knows its name.
struct TakeReceipt: Verb {
    let receipt: Receipt
    let package: ID<SentPackage>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let office = try TransferAccess.office(of: viewer), today = viewer.zone.day(of: now)
        guard let known = try SendingStore.package(package, of: office, on: today, tx) else { throw Denial.notFound }
        guard receipt.package == known.name else { throw Denial.invalid(field: "receipt", .receiptOfAnother) }
        guard try SendingStore.settle(package, as: .accepted, on: receipt.day, by: receipt.school, tx) else { return }
        try tx.leave(Trace("transfer.accepted", about: "person:\(known.pupil.id.number)", was: "package:\(package.number)"), by: viewer, at: now)
    }
}
