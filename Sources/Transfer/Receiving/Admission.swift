import Kernel
import Storage

/// Judges a package before anyone looks at it: for whom it is, whether it is still good, whether it was accepted already.
struct Admission {
    let office: TransferOffice
    let own: SenderKey
    let today: Day
    let tx: Transaction

    /// The installation's own row of the package, if it was made here. Throws the reason why it cannot be accepted.
    func judge(_ package: SignedPackage) throws -> Incoming.SentHere? {
        let record = package.record
        if let address = record.to?.address, address != own.address(of: office.school) { throw Denial.invalid(field: "file", .otherAddressee) }
        if let taken = try PreviousStore.acceptance(of: record.package, tx) {
            throw Denial.conflict(taken.school == office.school ? .acceptedHere : .acceptedAlready)
        }
        guard record.validUntil >= today else { throw Denial.invalid(field: "file", .packageExpired) }
        guard package.key == own else { return nil }
        guard let sent = try ReceivingStore.sent(named: record.package, tx), sent.isOffered else { throw Denial.conflict(.withdrawnMeanwhile) }
        guard sent.here.school != office.school else { throw Denial.invalid(field: "file", .ownPackage) }
        return sent.here
    }

    /// A package that was brought, with everything its reader has to judge.
    func incoming(_ id: ID<Incoming>) throws -> Incoming {
        guard let file = try ReceivingStore.file(id, of: office, tx) else { throw Denial.notFound }
        guard !file.isEmpty else { throw Denial.conflict(.withdrawnMeanwhile) }
        let package = try SignedPackage(file: file), sent = try judge(package)
        return Incoming(
            id: id, package: package, trust: try ReceivingStore.trust(package.key, ofSchool: package.record.from.school, by: office, own: own, tx), sent: sent,
            alike: sent == nil ? try ReceivingStore.alike(package.record.pupil.name, in: office, tx) : [])
    }
}
