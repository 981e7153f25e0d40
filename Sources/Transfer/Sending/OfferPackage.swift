import Accounts
import Kernel
import School
import Storage

/// A school makes a signed package of a pupil's record, for the school the pupil goes to (REQUIREMENTS A28–A30). One who is still in
/// a class leaves it by the same order: nobody can be enrolled elsewhere before.
struct OfferPackage: Verb {
    let pupil: ID<Person>
    let order: TransferRecord.Order
    /// The last day in the class, for one who is still in it.
    let lastDay: Day
    let addressee: TransferRecord.Addressee?
    let key: InstallationKey
    /// The page for print that goes inside.
    let page: @Sendable (TransferRecord) -> String

    /// Days in which a package can be accepted.
    static let daysValid = 30

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<SentPackage> {
        let office = try TransferAccess.office(of: viewer), today = viewer.zone.day(of: now)
        guard let leaver = try SendingStore.leaver(pupil, of: office, tx) else { throw Denial.notFound }
        try SendingStore.tidy(office, on: today, tx)
        guard try SendingStore.offered(of: pupil, of: office, tx) == nil else { throw Denial.conflict(.alreadyOffered) }
        try check(leaver, on: today)
        let until = leaver.until ?? lastDay
        let record = try RecordMaking(leaver: leaver, until: until, tx: tx).record(
            ShortCode.random(ShortCode.packageLength), from: office.name, to: addressee, order: order, madeOn: today, validUntil: today + Self.daysValid)
        let package = try SignedPackage(record.checked(), page: page(record), signedWith: key)
        guard package.file.count <= SignedPackage.largest else { throw Denial.conflict(.packageTooLarge) }
        if leaver.until == nil { try end(by: viewer, at: now, tx) }
        let id = try SendingStore.add(package, of: leaver, code: ShortCode.random(), at: now, by: office, tx)
        try tx.leave(Trace("transfer.offered", about: "person:\(pupil.number)", became: "package:\(id.number)"), by: viewer, at: now)
        return id
    }

    private func end(by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        try EndEnrolment(of: pupil, on: lastDay).run(by: viewer, at: now, in: tx)
    }

    private func check(_ leaver: Leaver, on today: Day) throws {
        guard !order.number.isEmpty, order.number.count <= 50 else { throw Denial.invalid(field: "order", .wrongOrderNumber) }
        guard order.day <= today + 1, order.day >= today - 400 else { throw Denial.invalid(field: "orderDay", .wrongOrderDay) }
        guard leaver.until != nil || (lastDay <= today && lastDay >= leaver.since) else { throw Denial.invalid(field: "lastDay", .wrongLastDay) }
        guard (addressee?.school.count ?? 0) <= 200 else { throw Denial.invalid(field: "addressee", .addresseeTooLong) }
    }
}
