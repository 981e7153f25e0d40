import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import School
import WebCore

/// A package is made, shown, printed, fetched, withdrawn. Reads requests, runs verbs, shows views. Decides nothing.
struct SendingRoutes: Sendable {
    let site: Site

    func add(to transfer: RouterGroup<SignedIn>) {
        transfer.get("new", use: choose)
        transfer.get("pupils/:pupil", use: form)
        transfer.post("pupils/:pupil", use: offer)
        transfer.get("packages/:package", use: page)
        transfer.get("packages/:package/paper", use: paper)
        transfer.get("packages/:package/file", use: file)
        transfer.post("packages/:package/withdraw", use: withdraw)
        transfer.post("packages/:package/receipt", use: receipt)
    }

    @Sendable func choose(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer, today = context.reader.today, office = try TransferAccess.office(of: viewer), views = SendingViews(reader: context.reader)
        guard let chosen = request.uri.queryParameters.get("class") else {
            return views.classes(try await site.read { tx in try ReceivingStore.classes(of: office, on: today, tx) })
        }
        guard let number = Int64(chosen) else { throw Denial.notFound }
        return views.leavers(try await site.read { tx in try SendingStore.leavers(ofClass: ID(number), of: office, on: today, tx) })
    }

    @Sendable func form(_ request: Request, _ context: SignedIn) async throws -> Response {
        let leaver = try await leaver(context), office = try TransferAccess.office(of: context.viewer)
        if let offered = try await site.read({ tx in try SendingStore.offered(of: leaver.pupil.id, of: office, tx) }) { return .seeOther(.package(offered)) }
        return SendingViews(reader: context.reader).form(leaver, .none).response(to: request)
    }

    private func leaver(_ context: SignedIn) async throws -> Leaver {
        let pupil: ID<Person> = try context.id("pupil"), office = try TransferAccess.office(of: context.viewer)
        guard let leaver = try await site.read({ tx in try SendingStore.leaver(pupil, of: office, tx) }) else { throw Denial.notFound }
        return leaver
    }

    @Sendable func offer(_ request: Request, _ context: SignedIn) async throws -> Response {
        let leaver = try await leaver(context), form = try await request.decode(as: OfferForm.self, context: context)
        do {
            let verb = try form.verb(for: leaver.pupil.id, InstallationKey.open(in: site.vault), context.reader)
            return .seeOther(.package(try await site.perform(verb, by: context.viewer)))
        } catch let denial as Denial where denial != .notFound {
            return SendingViews(reader: context.reader).form(leaver, RefusedForm(denial: denial, typed: form.typed)).response(
                to: request, status: .unprocessableContent)
        }
    }

    // MARK: A package that was made

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> Response { try await page(request, context, .none) }

    private func page(_ request: Request, _ context: SignedIn, _ refused: RefusedForm) async throws -> Response {
        let package = try await package(context), fingerprint = try InstallationKey.open(in: site.vault).publicKey.fingerprint
        return SendingViews(reader: context.reader).package(package, fingerprint: fingerprint, refused).response(
            to: request, status: refused.denial == nil ? .ok : .unprocessableContent)
    }

    private func package(_ context: SignedIn) async throws -> SentPackage {
        let id: ID<SentPackage> = try context.id("package"), today = context.reader.today, office = try TransferAccess.office(of: context.viewer)
        guard let package = try await site.read({ tx in try SendingStore.package(id, of: office, on: today, tx) }) else { throw Denial.notFound }
        return package
    }

    private func signed(_ context: SignedIn) async throws -> SignedPackage {
        let id: ID<SentPackage> = try context.id("package"), today = context.reader.today, office = try TransferAccess.office(of: context.viewer)
        guard let file = try await site.read({ tx in try SendingStore.file(id, of: office, on: today, tx) }) else { throw Denial.notFound }
        return try SignedPackage(file: file)
    }

    @Sendable func paper(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let package = try await package(context), signed = try await signed(context)
        return SendingViews(reader: context.reader).paper(
            package, signed.record, fingerprint: signed.key.fingerprint, school: context.viewer.hat.school.name)
    }

    @Sendable func file(_ request: Request, _ context: SignedIn) async throws -> Response {
        let signed = try await signed(context)
        var response = Answer(signed.file, type: Answer.json).response(to: request)
        response.headers[.contentDisposition] = #"attachment; filename="transfer-\#(signed.record.package.prefix(6)).json""#
        return response
    }

    @Sendable func withdraw(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<SentPackage> = try context.id("package")
        try await site.perform(WithdrawPackage(package: id), by: context.viewer)
        return .seeOther(.package(id))
    }

    private struct ReceiptForm: Decodable { let receipt: String }

    @Sendable func receipt(_ request: Request, _ context: SignedIn) async throws -> Response {
        let package = try await package(context), form = try await request.decode(as: ReceiptForm.self, context: context)
        do {
            try await site.perform(TakeReceipt(receipt: Receipt(typed: form.receipt), package: package.id), by: context.viewer)
            return .seeOther(.package(package.id))
        } catch let denial as Denial where denial != .notFound {
            return try await page(request, context, RefusedForm(denial: denial, typed: ["receipt": form.receipt]))
        }
    }
}

/// What the form of a new package sends.
private struct OfferForm: Decodable {
    let order: String, orderDay: String
    let lastDay: String?, addressee: String?, address: String?

    var typed: [String: String] {
        ["order": order, "orderDay": orderDay, "lastDay": lastDay ?? "", "addressee": addressee ?? "", "address": address ?? ""]
    }

    func verb(for pupil: ID<Person>, _ key: InstallationKey, _ reader: Reader) throws -> OfferPackage {
        guard let day = Day(orderDay) else { throw Denial.invalid(field: "orderDay", .wrongOrderDay) }
        guard let last = lastDay.map(Day.init(_:)) ?? reader.today else { throw Denial.invalid(field: "lastDay", .wrongLastDay) }
        return OfferPackage(
            pupil: pupil, order: .init(number: order.trimmed, day: day), lastDay: last, addressee: try .init(school: addressee, address: address), key: key,
            page: RecordViews(reader.language).page(by: key.publicKey))
    }
}

extension TransferRecord.Addressee {
    /// From what was typed; `nil` where no school is named. Throws `Denial.invalid` for an address that cannot be one.
    init?(school: String?, address: String?) throws {
        let (name, typed) = ((school ?? "").trimmed, (address ?? "").trimmed)
        let known = try typed.isEmpty ? nil : ShortCode.typed(typed, length: SenderKey.addressLength).orThrow(Denial.invalid(field: "address", .noSuchAddress))
        guard !name.isEmpty || known != nil else { return nil }
        guard !name.isEmpty else { throw Denial.invalid(field: "addressee", .nameTheSchool) }
        self.init(school: name, address: known)
    }
}

extension Optional {
    fileprivate func orThrow(_ denial: Denial) throws -> Wrapped {
        guard let self else { throw denial }
        return self
    }
}

extension String {
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

extension RecordViews {
    /// Makes the page that goes into a package.
    func page(by key: SenderKey) -> @Sendable (TransferRecord) -> String {
        let language = language, fingerprint = key.fingerprint
        return { record in RecordViews(language).page(record, fingerprint: fingerprint).text }
    }
}
