import Documents
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// The department's pages. Reads requests, runs verbs, shows views. Decides nothing.
struct DepartmentRoutes: Sendable {
    let site: Site

    func add(to department: RouterGroup<SignedIn>) {
        department.get("schools", use: schools)
        department.get("applications", use: queue)
        department.get("applications/:application", use: application)
        department.get("applications/:application/scan", use: scan)
        department.post("applications/:application/approve", use: approve)
        department.post("applications/:application/ask", use: ask)
        department.post("applications/:application/refuse", use: refuse)
        department.post("applications/:application/decision", use: decision)
        department.get("organisations", use: organisations)
        department.post("organisations", use: addOrganisation)
        department.get("organisations/:organisation", use: organisation)
        department.post("organisations/:organisation/curators", use: addCurator)
        department.post("organisations/:organisation/curators/:person/code", use: issueCode)
        department.post("organisations/:organisation/curators/:person/end", use: endCurator)
    }

    @Sendable func schools(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer, place = request.place
        let (curated, lines) = try await site.read { tx in
            let curated = try RegionsAccess.curated(by: viewer, in: tx)
            return (curated, try OrganisationStore.schools(of: curated, after: place, tx))
        }
        return DepartmentViews(reader: context.reader).schools(lines, of: curated.organisation, after: place)
    }

    // MARK: Applications

    @Sendable func queue(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer, place = request.place
        let filter = request.uri.queryParameters.get("state").flatMap(QueueViews.Filter.init(rawValue:)) ?? .waiting
        let (lines, counts) = try await site.read { tx in
            let curated = try RegionsAccess.curated(by: viewer, in: tx)
            return (try ApplicationStore.queue(filter.states, seenBy: curated, after: place, tx), try ApplicationStore.counts(seenBy: curated, tx))
        }
        return QueueViews(reader: context.reader).queue(lines, filter, counts, after: place)
    }

    @Sendable func application(_ request: Request, _ context: SignedIn) async throws -> HTML { try await page(context) }

    private func page(_ context: SignedIn, typed: [String: String] = [:], flaws: Flaws = Flaws()) async throws -> HTML {
        let id: ID<SchoolApplication> = try context.id("application"), viewer = context.viewer
        let found = try await site.read { tx in
            let curated = try RegionsAccess.curated(by: viewer, in: tx)
            guard let found = try ApplicationStore.find(id, seenBy: curated, tx) else { throw Denial.notFound }
            let hasCome = try found.person.map { try ActivationStore.hasCredential($0, tx) } ?? false
            return (found, try ApplicationStore.steps(of: id, tx), hasCome)
        }
        return QueueViews(reader: context.reader).application(found.0, found.1, hasCome: found.2, typed: typed, flaws: flaws)
    }

    @Sendable func scan(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<SchoolApplication> = try context.id("application"), viewer = context.viewer
        let scan = try await site.read { tx in
            let found = try ApplicationStore.find(id, seenBy: RegionsAccess.curated(by: viewer, in: tx), tx)
            return try found?.scan.flatMap { try DocumentStore.scan($0, tx) }
        }
        guard let scan else { throw Denial.notFound }
        return scan.response(to: request)
    }

    @Sendable func approve(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<SchoolApplication> = try context.id("application")
        try await decides(id, context)
        try await site.perform(ApproveApplication(application: id), by: context.viewer, at: context.now)
        return .seeOther("/department/applications/\(id.number)")
    }

    @Sendable func ask(_ request: Request, _ context: SignedIn) async throws -> Response {
        let fields = try await request.decode(as: [String: String].self, context: context)
        return try await decide(AskApplicant(application: try context.id("application"), question: fields["question"] ?? ""), fields, request, context)
    }

    @Sendable func refuse(_ request: Request, _ context: SignedIn) async throws -> Response {
        let fields = try await request.decode(as: [String: String].self, context: context)
        return try await decide(RefuseApplication(application: try context.id("application"), reason: fields["reason"] ?? ""), fields, request, context)
    }

    private func decide(_ verb: some Verb, _ fields: [String: String], _ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<SchoolApplication> = try context.id("application")
        do { _ = try await site.perform(verb, by: context.viewer, at: context.now) } catch Denial.invalid(let field, let reason) {
            var flaws = Flaws()
            flaws.note(field, reason)
            return try await page(context, typed: fields, flaws: flaws).response(to: request, status: .unprocessableContent)
        }
        return .seeOther("/department/applications/\(id.number)")
    }

    /// The decision with a new code: shown once, so it is the answer itself and no place to come back to.
    @Sendable func decision(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<SchoolApplication> = try context.id("application")
        try await decides(id, context)
        let verb = IssueAdministratorCode(application: id)
        let decision = try await site.perform(verb, by: context.viewer, at: context.now)
        return QueueViews(reader: context.reader).decision(decision, at: request.host).neverKept(to: request)
    }

    /// A school gets its first administrator: who lets that happen proves first who they are.
    private func decides(_ id: ID<SchoolApplication>, _ context: SignedIn) async throws {
        let viewer = context.viewer
        let found = try await site.read { tx in try ApplicationStore.find(id, seenBy: RegionsAccess.curated(by: viewer, in: tx), tx) }
        guard found != nil else { throw Denial.notFound }
        try StepUp.require(context)
    }

    // MARK: Departments and their curators

    @Sendable func organisations(_ request: Request, _ context: SignedIn) async throws -> HTML { try await list(context) }

    private func list(_ context: SignedIn, typed: [String: String] = [:], flaws: Flaws = Flaws()) async throws -> HTML {
        let viewer = context.viewer
        let (curated, found) = try await site.read { tx in
            let curated = try RegionsAccess.curated(by: viewer, in: tx)
            return (curated, try OrganisationStore.list(where: RegionsAccess.isOrganisation(under: curated), tx))
        }
        guard curated.organisation.level != .municipality else { throw Denial.notFound }
        return DepartmentViews(reader: context.reader).organisations(found, of: curated.organisation, typed: typed, flaws: flaws)
    }

    @Sendable func addOrganisation(_ request: Request, _ context: SignedIn) async throws -> Response {
        let fields = try await request.decode(as: [String: String].self, context: context)
        var form = FormReading(fields)
        let viewer = context.viewer, now = context.now, name = form.line("name"), zone = form.zone("zone"), parent = Int64(fields["parent"] ?? "")
        do {
            let form = form
            let id = try await site.database.write { tx in
                // Who may not is told nothing of the form.
                let own = try RegionsAccess.curated(by: viewer, in: tx).organisation
                try form.finish()
                let isRegion = own.level == .platform && parent == nil
                let above = isRegion || own.level != .platform ? own.id : ID(parent ?? 0)
                return try site.perform(AddOrganisation(name, isRegion ? .region : .municipality, zone: zone, in: above), by: viewer, at: now, in: tx)
            }
            return .seeOther("/department/organisations/\(id.number)")
        } catch let flaws as Flaws {
            return try await list(context, typed: fields, flaws: flaws).response(to: request, status: .unprocessableContent)
        } catch Denial.invalid(let field, let reason) {
            form.flaws.note(field, reason)
            return try await list(context, typed: fields, flaws: form.flaws).response(to: request, status: .unprocessableContent)
        }
    }

    @Sendable func organisation(_ request: Request, _ context: SignedIn) async throws -> HTML { try await organisationPage(context) }

    private func organisationPage(_ context: SignedIn, typed: [String: String] = [:], flaws: Flaws = Flaws()) async throws -> HTML {
        let id: ID<School> = try context.id("organisation"), viewer = context.viewer
        let found = try await site.read { tx in
            let ruled = try RegionsAccess.ruled(id, by: viewer, in: tx)
            return (ruled.organisation, try OrganisationStore.curators(of: ruled.organisation, tx))
        }
        return DepartmentViews(reader: context.reader).organisation(found.0, found.1, viewer.person, typed: typed, flaws: flaws)
    }

    /// Who makes a curator, or ends one, proves first who they are.
    private func rules(_ id: ID<School>, _ context: SignedIn) async throws {
        let viewer = context.viewer
        try await site.read { tx in _ = try RegionsAccess.ruled(id, by: viewer, in: tx) }
        try StepUp.require(context)
    }

    @Sendable func addCurator(_ request: Request, _ context: SignedIn) async throws -> Response {
        let fields = try await request.decode(as: [String: String].self, context: context), id: ID<School> = try context.id("organisation")
        let viewer = context.viewer, now = context.now
        try await rules(id, context)
        var form = FormReading(fields)
        let name = PersonName(
            family: form.line("family", most: 80), given: form.line("given", most: 80), patronymic: form.line("patronymic", most: 80, isRequired: false))
        do {
            let form = form
            try await site.database.write { tx in
                _ = try RegionsAccess.ruled(id, by: viewer, in: tx)
                try form.finish()
                try site.perform(AddCurator(name: name, organisation: id), by: viewer, at: now, in: tx)
            }
            return .seeOther("/department/organisations/\(id.number)")
        } catch let flaws as Flaws {
            return try await organisationPage(context, typed: fields, flaws: flaws).response(to: request, status: .unprocessableContent)
        } catch Denial.invalid(let field, let reason) {
            form.flaws.note(field, reason)
            return try await organisationPage(context, typed: fields, flaws: form.flaws).response(to: request, status: .unprocessableContent)
        }
    }

    @Sendable func issueCode(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<School> = try context.id("organisation")
        try await rules(id, context)
        let issued = try await site.perform(IssueCuratorCode(person: try context.id("person"), organisation: id), by: context.viewer, at: context.now)
        return ActivationViews(reader: context.reader).codePage(issued, at: request.host, back: "/department/organisations/\(id.number)").neverKept(to: request)
    }

    @Sendable func endCurator(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<School> = try context.id("organisation")
        try await rules(id, context)
        try await site.perform(EndCurator(person: try context.id("person"), organisation: id), by: context.viewer, at: context.now)
        return .seeOther("/department/organisations/\(id.number)")
    }
}

extension Request {
    /// Under what name the reader's browser knows the site, for paper.
    var host: String { String((head.authority ?? "").prefix(200)) }
    /// How many lines of a list come before the page asked for.
    var place: Int { max(0, min(uri.queryParameters.get("after").flatMap { Int($0) } ?? 0, 1_000_000)) }
}

extension HTML {
    /// A page with a secret on it: no browser or proxy keeps it.
    func neverKept(to request: Request) -> Response {
        var response = response(to: request)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
