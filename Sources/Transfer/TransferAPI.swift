import Foundation
import Hummingbird
import Kernel
import School
import WebCore
import Wire

/// The transfer for programs: the same verbs, stores and rights as the pages.
struct TransferAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        addSending(to: &api)
        addReceiving(to: &api)
        addSettling(to: &api)
        api.get("pupils/:pupil/previous-school", "What came with a pupil from the schools before") { _, context -> [PreviousSchoolInfo] in
            let shown = try await site.perform(ReadRecord(pupil: try context.id("pupil")), by: context.viewer)
            return try shown.records.map { PreviousSchoolInfo(sender: $0.sender, receivedOn: $0.receivedOn, record: try Self.text($0.record)) }
        }
    }

    private func addSending(to api: inout API) {
        api.get("transfers", "The packages the school has made, the newest first") { _, context -> [TransferInfo] in
            let office = try TransferAccess.office(of: context.viewer), today = context.reader.today
            return try await site.read { tx in try SendingStore.packages(of: office, on: today, tx) }.map(TransferInfo.init)
        }
        api.post("pupils/:pupil/transfer", "Make a signed package of a pupil's record; one still in a class leaves it") { (body: TransferBody, _, context) in
            let key = try InstallationKey.open(in: site.vault), pupil: ID<Person> = try context.id("pupil")
            let verb = OfferPackage(
                pupil: pupil, order: .init(number: body.orderNumber.trimmed, day: body.orderDay), lastDay: body.lastDay ?? context.reader.today,
                addressee: try .init(school: body.addressee, address: body.address), key: key, page: RecordViews(context.language).page(by: key.publicKey))
            return try await info(site.perform(verb, by: context.viewer), context)
        }
        api.get("transfers/:package/file", "The signed file, while the package may be fetched") { _, context -> TransferFile in
            let office = try TransferAccess.office(of: context.viewer), id: ID<SentPackage> = try context.id("package"), today = context.reader.today
            guard let file = try await site.read({ tx in try SendingStore.file(id, of: office, on: today, tx) }) else { throw Denial.notFound }
            return TransferFile(file: String(decoding: file, as: UTF8.self))
        }
        api.delete("transfers/:package", "Withdraw a package nobody has accepted") { _, context -> TransferInfo in
            let id: ID<SentPackage> = try context.id("package")
            try await site.perform(WithdrawPackage(package: id), by: context.viewer)
            return try await info(id, context)
        }
    }

    private func addSettling(to api: inout API) {
        api.post("transfers/:package/receipt", "Note that a school of another installation has accepted a package") { (body: ReceiptBody, _, context) in
            let id: ID<SentPackage> = try context.id("package")
            _ = try await info(id, context)
            try await site.perform(TakeReceipt(receipt: Receipt(typed: body.receipt), package: id), by: context.viewer)
            return try await info(id, context)
        }
        api.delete("transfers/incoming/:incoming", "Put a package that was brought away without accepting it") { _, context in
            try await site.perform(DismissIncoming(incoming: try context.id("incoming")), by: context.viewer)
            return Nothing()
        }
    }

    private func info(_ id: ID<SentPackage>, _ context: SignedIn) async throws -> TransferInfo {
        let office = try TransferAccess.office(of: context.viewer), today = context.reader.today
        guard let package = try await site.read({ tx in try SendingStore.package(id, of: office, on: today, tx) }) else { throw Denial.notFound }
        return TransferInfo(package)
    }

    private func addReceiving(to api: inout API) {
        api.post("transfers/incoming", "Bring a package, by its code or as a file, to look at it") { (body: BringBody, _, context) -> IncomingInfo in
            let viewer = context.viewer, own = try InstallationKey.open(in: site.vault).publicKey
            _ = try TransferAccess.office(of: viewer)
            let id: ID<Incoming>
            if let file = body.file {
                id = try await site.perform(BringPackage(source: .file(Array(file.utf8)), own: own), by: viewer)
            } else {
                id = try await TransferDoor(site: site).open(code: body.code ?? "", by: viewer, at: context.now)
            }
            return try await incoming(id, context)
        }
        api.get("transfers/incoming/:incoming", "A package that was brought") { _, context -> IncomingInfo in
            try await incoming(try context.id("incoming"), context)
        }
        api.post("transfers/incoming/:incoming/acceptance", "Accept the pupil into a class") { (body: AcceptanceBody, _, context) -> AcceptedInfo in
            let verb = AcceptPackage(
                incoming: try context.id("incoming"), person: body.person.map { ID($0) }, schoolClass: ID(body.schoolClass), since: body.since,
                isChecked: body.isFingerprintChecked, key: try InstallationKey.open(in: site.vault))
            return AcceptedInfo(pupil: try await site.perform(verb, by: context.viewer).number)
        }
    }

    private func incoming(_ id: ID<Incoming>, _ context: SignedIn) async throws -> IncomingInfo {
        let office = try TransferAccess.office(of: context.viewer), own = try InstallationKey.open(in: site.vault).publicKey, today = context.reader.today
        let found = try await site.read { tx in try Admission(office: office, own: own, today: today, tx: tx).incoming(id) }
        return IncomingInfo(
            id: id.number, sender: found.record.from.school, fingerprint: found.package.key.fingerprint, needsCheck: found.trust.needsCheck,
            alike: found.alike.map(\.id.number), record: try Self.text(found.record))
    }

    /// The record's JSON as docs/transfer.md describes it.
    private static func text(_ record: TransferRecord) throws -> String {
        String(decoding: try TransferRecord.encoder.encode(record), as: UTF8.self)
    }
}

extension TransferInfo {
    init(_ package: SentPackage) {
        self.init(
            id: package.id.number, pupil: package.pupil.id.number, name: package.pupil.name.full, schoolClass: package.schoolClass,
            state: package.state.rawValue,
            code: package.code, validUntil: package.validUntil, settledOn: package.settledOn, acceptedBy: package.acceptedBy)
    }
}
