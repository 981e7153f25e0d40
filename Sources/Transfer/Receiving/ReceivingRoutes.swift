import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import School
import Storage
import WebCore

/// The office's first page; a package is brought, looked at, accepted or put away. Decides nothing.
struct ReceivingRoutes: Sendable {
    let site: Site

    func add(to transfer: RouterGroup<SignedIn>) {
        transfer.get(use: desk)
        transfer.post("code", use: bringByCode)
        transfer.post("file", use: bringFile)
        transfer.get("incoming/:incoming", use: preview)
        transfer.post("incoming/:incoming/accept", use: accept)
        transfer.post("incoming/:incoming/dismiss", use: dismiss)
    }

    @Sendable func desk(_ request: Request, _ context: SignedIn) async throws -> Response { try await desk(request, context, .none) }

    private func desk(_ request: Request, _ context: SignedIn, _ refused: RefusedForm) async throws -> Response {
        let viewer = context.viewer, office = try TransferAccess.office(of: viewer), today = context.reader.today
        let key = try InstallationKey.open(in: site.vault).publicKey
        let desk = try await site.read { tx in
            OfficeDesk(
                packages: try SendingStore.packages(of: office, on: today, tx), waiting: try ReceivingStore.waiting(for: office, tx),
                received: try PreviousStore.lines(seenBy: viewer, tx), fingerprint: key.fingerprint, address: key.address(of: office.school))
        }
        return TransferViews(reader: context.reader).desk(desk, refused).response(to: request, status: refused.denial == nil ? .ok : .unprocessableContent)
    }

    // MARK: Bringing

    private struct CodeForm: Decodable { let code: String }

    @Sendable func bringByCode(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try TransferAccess.office(of: context.viewer)
        let form = try await request.decode(as: CodeForm.self, context: context)
        do { return .seeOther(.incoming(try await TransferDoor(site: site).open(code: form.code, by: context.viewer, at: context.now))) } catch let denial
            as Denial
        {
            return try await desk(request, context, RefusedForm(denial: denial, typed: ["code": form.code]))
        }
    }

    @Sendable func bringFile(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try TransferAccess.office(of: context.viewer)
        let file = try await request.multipart().file("file")
        do {
            guard let file else { throw Denial.invalid(field: "file", .chooseFile) }
            let verb = BringPackage(source: .file(file.bytes), own: try InstallationKey.open(in: site.vault).publicKey)
            return .seeOther(.incoming(try await site.perform(verb, by: context.viewer)))
        } catch let denial as Denial { return try await desk(request, context, RefusedForm(denial: denial)) }
    }

    // MARK: Deciding

    @Sendable func preview(_ request: Request, _ context: SignedIn) async throws -> Response { try await preview(request, context, .none) }

    private func preview(_ request: Request, _ context: SignedIn, _ refused: RefusedForm) async throws -> Response {
        let id: ID<Incoming> = try context.id("incoming"), office = try TransferAccess.office(of: context.viewer), today = context.reader.today
        let own = try InstallationKey.open(in: site.vault).publicKey
        let (incoming, classes) = try await site.read { tx in
            (try Admission(office: office, own: own, today: today, tx: tx).incoming(id), try ReceivingStore.classes(of: office, on: today, tx))
        }
        return ReceivingViews(reader: context.reader).preview(incoming, classes, refused).response(
            to: request, status: refused.denial == nil ? .ok : .unprocessableContent)
    }

    private struct AcceptForm: Decodable {
        let person: String?, schoolClass: String, since: String, checked: String?
        enum CodingKeys: String, CodingKey { case person, schoolClass = "class", since, checked }
        var typed: [String: String] { ["person": person ?? "", "class": schoolClass, "since": since] }
    }

    @Sendable func accept(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Incoming> = try context.id("incoming"), office = try TransferAccess.office(of: context.viewer)
        try await known(id, office)
        let form = try await request.decode(as: AcceptForm.self, context: context)
        do {
            guard let number = Int64(form.schoolClass) else { throw Denial.invalid(field: "class", .noSuchClass) }
            guard let since = Day(form.since) else { throw Denial.invalid(field: "since", .sinceOutside) }
            let verb = AcceptPackage(
                incoming: id, person: form.person.flatMap(Int64.init).map { ID($0) }, schoolClass: ID(number), since: since, isChecked: form.checked == "yes",
                key: try InstallationKey.open(in: site.vault))
            return .seeOther(.previousSchool(try await site.perform(verb, by: context.viewer)))
        } catch let denial as Denial where denial != .notFound {
            return try await preview(request, context, RefusedForm(denial: denial, typed: form.typed))
        }
    }

    /// Throws `notFound` for what was never brought here, before its form is read.
    private func known(_ id: ID<Incoming>, _ office: TransferOffice) async throws {
        let isKnown = try await site.read { tx in
            try ReceivingStore.file(id, of: office, tx) != nil || PreviousStore.accepted(from: id, in: office, tx) != nil
        }
        guard isKnown else { throw Denial.notFound }
    }

    @Sendable func dismiss(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Incoming> = try context.id("incoming")
        try await site.perform(DismissIncoming(incoming: id), by: context.viewer)
        return .seeOther("/transfer")
    }
}

/// Opens packages by code. Codes are short, so whoever guesses is made to wait: each person, and each school as a whole.
struct TransferDoor: Sendable {
    let site: Site

    func open(code: String, by viewer: Viewer, at now: Moment) async throws -> ID<Incoming> {
        let keys = ["login:Transfer-of-\(viewer.person.number)", "address:Transfer-to-\(viewer.school.number)"]
        let wait = try await site.read { tx in try AttemptStore.wait(keys, at: now, tx) }
        guard wait == 0 else { throw Denial.wait(seconds: wait) }
        do {
            return try await site.perform(BringPackage(source: .code(code), own: InstallationKey.open(in: site.vault).publicKey), by: viewer, at: now)
        } catch Denial.invalid(let field, .noSuchCode) {
            try await site.database.write { tx in for key in keys { try AttemptStore.fail(key, at: now, tx) } }
            throw Denial.invalid(field: field, .noSuchCode)
        }
    }
}
