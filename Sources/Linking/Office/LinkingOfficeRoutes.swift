import Hummingbird
import Interchange
import Kernel
import Markup
import Storage
import WebCore

/// The office's pages of the linking. Decides nothing.
struct LinkingOfficeRoutes: Sendable {
    let site: Site

    func add(to linking: RouterGroup<SignedIn>) {
        linking.get("shares", use: shares)
        linking.get("office", use: desk)
        linking.post("office/systems", use: addSystem)
        linking.get("office/systems/:system", use: system)
        linking.post("office/systems/:system/admission", use: changeAdmission)
        linking.post("office/systems/:system/roster", use: upload)
        linking.post("office/systems/:system/by-names", use: linkByNames)
        linking.get("office/uploads/:upload", use: report)
        linking.get("office/accounts/:account", use: account)
        linking.post("office/accounts/:account", use: link)
        linking.post("office/accounts/:account/end", use: unlink)
        linking.post("office/requests/:request/confirm") { request, context in try await answer(true, context) }
        linking.post("office/requests/:request/refuse") { request, context in try await answer(false, context) }
    }

    // MARK: First page, shares

    @Sendable func desk(_ request: Request, _ context: SignedIn) async throws -> Response { try await desk(request, context, .none) }

    private func desk(_ request: Request, _ context: SignedIn, _ refused: RefusedForm) async throws -> Response {
        let office = try LinkingAccess.office(of: context.viewer)
        let (systems, requests) = try await site.read { tx in (try LinkingStore.systems(of: office.school, tx), try LinkingStore.requests(to: office, tx)) }
        return views(context).desk(systems, requests, refused).response(to: request, status: refused.denial == nil ? .ok : .unprocessableContent)
    }

    private func views(_ context: SignedIn) -> LinkingOfficeViews { LinkingOfficeViews(reader: context.reader) }

    @Sendable func shares(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer, office = try LinkingAccess.office(of: viewer)
        let (shares, all) = try await site.read { tx in
            (try LinkingStore.shares(of: office.school, tx), try LinkingAccess.seesAllSchools(viewer) ? LinkingStore.sharesOfAll(tx) : nil)
        }
        return views(context).shares(shares, of: all)
    }

    private func answer(_ isConfirmed: Bool, _ context: SignedIn) async throws -> Response {
        let id: ID<LinkRequest> = try context.id("request"), office = try LinkingAccess.office(of: context.viewer)
        // One who is let in as a teacher by an account gets a role.
        if isConfirmed, let asked = try await site.read({ tx in try LinkingStore.request(id, of: office, tx) }), asked.givesStaffRole {
            try StepUp.require(context)
        }
        try await site.perform(AnswerRequest(request: id, isConfirmed: isConfirmed), by: context.viewer)
        return .seeOther("/linking/office")
    }

    private struct SystemForm: Decodable { let name: String }

    @Sendable func addSystem(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try LinkingAccess.office(of: context.viewer)
        let form = try await request.decode(as: SystemForm.self, context: context)
        do { return .seeOther(.system(try await site.perform(AddSystem(name: form.name), by: context.viewer))) } catch let denial as Denial {
            return try await desk(request, context, RefusedForm(denial: denial, typed: ["name": form.name]))
        }
    }

    // MARK: A system

    @Sendable func system(_ request: Request, _ context: SignedIn) async throws -> Response { try await system(request, context, .none) }

    private func system(_ request: Request, _ context: SignedIn, _ refused: RefusedForm) async throws -> Response {
        let role = request.uri.queryParameters.get("role").flatMap { OutsideRole(rawValue: $0) } ?? .teacher
        let system = try await found(context)
        let sheet = try await site.read { tx in
            SystemSheet(
                system: system, role: role, lastUpload: try LinkingStore.lastUpload(of: system.id, tx),
                accounts: try LinkingStore.unmatched(in: system, role, tx),
                people: try LinkingStore.unlinked(in: system, role, tx), matches: try LinkingStore.matches(in: system, tx))
        }
        return views(context).system(sheet, refused).response(to: request, status: refused.denial == nil ? .ok : .unprocessableContent)
    }

    private func found(_ context: SignedIn) async throws -> OutsideSystem {
        let id: ID<OutsideSystem> = try context.id("system"), office = try LinkingAccess.office(of: context.viewer)
        guard let system = try await site.read({ tx in try LinkingStore.system(id, of: office, tx) }) else { throw Denial.notFound }
        return system
    }

    private struct AdmissionForm: Decodable { let alone: String }

    @Sendable func changeAdmission(_ request: Request, _ context: SignedIn) async throws -> Response {
        let system = try await found(context), form = try await request.decode(as: AdmissionForm.self, context: context)
        try await site.perform(ChangeAdmission(system: system.id, admitsAlone: form.alone == "yes"), by: context.viewer)
        return .seeOther(.system(system.id))
    }

    @Sendable func upload(_ request: Request, _ context: SignedIn) async throws -> Response {
        let system = try await found(context), form = try await request.multipart()
        do {
            guard let file = form.file("file") else { throw Denial.invalid(field: "file", .chooseFile) }
            let verb = try UploadRoster(of: file, to: system.id, isSure: form.fields["sure"] == "yes", in: context.language)
            return .seeOther(.upload(try await site.perform(verb, by: context.viewer)))
        } catch let denial as Denial where denial != .notFound { return try await self.system(request, context, RefusedForm(denial: denial)) }
    }

    @Sendable func linkByNames(_ request: Request, _ context: SignedIn) async throws -> Response {
        let system = try await found(context)
        _ = try await site.perform(LinkByNames(system: system.id), by: context.viewer)
        return .seeOther(.system(system.id))
    }

    @Sendable func report(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let id: ID<RosterReport> = try context.id("upload"), office = try LinkingAccess.office(of: context.viewer)
        guard let found = try await site.read({ tx in try LinkingStore.report(id, of: office, tx) }) else { throw Denial.notFound }
        return views(context).report(found.report, of: found.system)
    }

    // MARK: An account

    @Sendable func account(_ request: Request, _ context: SignedIn) async throws -> Response { try await account(request, context, .none) }

    private func account(_ request: Request, _ context: SignedIn, _ refused: RefusedForm) async throws -> Response {
        let id: ID<OutsideAccount> = try context.id("account"), office = try LinkingAccess.office(of: context.viewer)
        let typed = request.uri.queryParameters.get("name").map { String($0.prefix(100)) }
        let sheet = try await site.read { tx in try AccountSheet(id, of: office, searched: typed, tx) }
        return views(context).account(sheet.account, holder: sheet.holder, sheet.people, searched: sheet.searched, refused).response(
            to: request, status: refused.denial == nil ? .ok : .unprocessableContent)
    }

    private struct PersonForm: Decodable { let person: Int64 }

    @Sendable func link(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<OutsideAccount> = try context.id("account"), office = try LinkingAccess.office(of: context.viewer)
        guard let known = try await site.read({ tx in try LinkingStore.account(id, of: office, tx) }) else { throw Denial.notFound }
        let form = try await request.decode(as: PersonForm.self, context: context)
        do {
            try await site.perform(LinkPerson(account: id, person: ID(form.person)), by: context.viewer)
            return .seeOther(.system(known.system, known.entry.role))
        } catch let denial as Denial where denial != .notFound { return try await account(request, context, RefusedForm(denial: denial)) }
    }

    @Sendable func unlink(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<OutsideAccount> = try context.id("account")
        try await site.perform(EndLink(account: id), by: context.viewer)
        return .seeOther(.account(id))
    }
}

extension UploadRoster {
    /// Reads the file outside the transaction. Throws `Denial.invalid` where nothing of it can be taken.
    init(of file: UploadedFile, to system: ID<OutsideSystem>, isSure: Bool, in language: Language) throws {
        var report = ImportReport()
        do { entries = try NeutralRoster().entries(of: file, &report) } catch let refusal as Refusal {
            throw Denial.invalid(field: "file", Denial.Reason("linking.unreadable-file") { refusal.words(in: $0) })
        }
        (self.system, self.isSure, self.report) = (system, isSure, report)
    }
}
