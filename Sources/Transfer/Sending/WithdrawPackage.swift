import Accounts
import Kernel
import School
import Storage

/// A school takes a package back before anyone has accepted it: its code opens nothing any more. Where its file was carried to another
/// installation that one cannot be told; the paper says so.
struct WithdrawPackage: Verb {
    let package: ID<SentPackage>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let office = try TransferAccess.office(of: viewer), today = viewer.zone.day(of: now)
        guard let known = try SendingStore.package(package, of: office, on: today, tx) else { throw Denial.notFound }
        guard known.state != .accepted else { throw Denial.conflict(.acceptedAlready) }
        guard try SendingStore.settle(package, as: .withdrawn, on: today, by: nil, tx) else { return }
        try tx.leave(Trace("transfer.withdrawn", about: "person:\(known.pupil.id.number)", was: "package:\(package.number)"), by: viewer, at: now)
    }
}
