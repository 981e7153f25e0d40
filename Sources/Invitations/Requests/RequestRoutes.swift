import HTTPTypes
import Hummingbird
import Kernel
import Markup
import School
import Storage
import WebCore

/// The administrator's queue of requests and the school's address for them. Decides nothing.
struct RequestRoutes: Sendable {
    let site: Site

    func add(to codes: RouterGroup<SignedIn>) {
        codes.get("requests", use: list)
        codes.get("requests/:request", use: page)
        codes.post("requests/:request/accept", use: accept)
        codes.post("requests/:request/refuse", use: refuse)
        codes.get("entrance", use: entrance)
        codes.post("entrance", use: setEntrance)
    }

    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let deciding = try InvitationsAccess.deciding(by: context.viewer)
        let waiting = try await site.read { tx in try RequestStore.waiting(deciding, tx) }
        return RequestViews(reader: context.reader).list(waiting)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await page(DecideForm(), nil, context).response(to: request)
    }

    struct DecideForm: Decodable, Sendable {
        var role: String?
        var schoolClass: Int64?
        var pupil: Int64?
        var person: Int64?
        var reason: String?
        init() {}
        private enum CodingKeys: String, CodingKey { case role, schoolClass = "class", pupil, person, reason }
        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            func number(_ key: CodingKeys) throws -> Int64? { try fields.decodeIfPresent(String.self, forKey: key).flatMap { Int64($0) } }
            role = try fields.decodeIfPresent(String.self, forKey: .role)
            schoolClass = try number(.schoolClass)
            pupil = try number(.pupil)
            person = try number(.person)
            reason = try fields.decodeIfPresent(String.self, forKey: .reason)
        }
    }

    private func page(_ form: DecideForm, _ refused: Denial?, _ context: SignedIn) async throws -> HTML {
        let deciding = try InvitationsAccess.deciding(by: context.viewer), id: ID<JoinRequest> = try context.id("request")
        let (viewer, today) = (context.viewer, context.reader.today)
        let found = try await site.read { tx -> RequestSheet? in
            guard let asked = try RequestStore.request(id, deciding, tx) else { return nil }
            return RequestSheet(
                request: asked, namesakes: try RequestStore.namesakes(of: asked, tx),
                classes: try RosterStore.classes(seenBy: viewer, on: today, tx).map(\.schoolClass),
                pupils: try form.schoolClass.map { try RosterStore.roster(of: .schoolClass(ID($0)), in: viewer.school, at: context.now, tx).pupils } ?? [])
        }
        guard let found else { throw Denial.notFound }
        if refused == nil, found.request.state == .waiting, found.request.role.side == .staff { try StepUp.require(context) }
        return RequestViews(reader: context.reader).page(found, form, roles: InvitationsAccess.roles(invitedBy: viewer), refused: refused)
    }

    @Sendable func accept(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: DecideForm.self, context: context), role = form.role.flatMap(Role.init(rawValue:))
        _ = try InvitationsAccess.deciding(by: context.viewer)
        if role?.side == .staff { try StepUp.require(context) }
        do {
            guard let role else { throw Denial.invalid(field: "role", .chooseRole) }
            try await site.perform(
                AcceptRequest(
                    try context.id("request"), as: role, schoolClass: form.schoolClass.map { ID($0) }, pupil: form.pupil.map { ID($0) },
                    person: form.person.map { ID($0) }), by: context.viewer)
            return .seeOther("/codes/requests")
        } catch let denial as Denial { return try await again(form, denial, request, context) }
    }

    @Sendable func refuse(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: DecideForm.self, context: context)
        do {
            try await site.perform(RefuseRequest(try context.id("request"), because: form.reason ?? ""), by: context.viewer)
            return .seeOther("/codes/requests")
        } catch let denial as Denial { return try await again(form, denial, request, context) }
    }

    private func again(_ form: DecideForm, _ denial: Denial, _ request: Request, _ context: SignedIn) async throws -> Response {
        guard denial != .notFound else { throw denial }
        return try await page(form, denial, context).answer(denial, to: request)
    }

    // MARK: The address

    @Sendable func entrance(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let deciding = try InvitationsAccess.deciding(by: context.viewer)
        let word = try await site.read { tx in try RequestStore.entrance(of: deciding.school, tx) }
        return RequestViews(reader: context.reader).entrance(word, address: PublicAddress(of: site, request))
    }

    private struct EntranceForm: Decodable { let act: String? }

    @Sendable func setEntrance(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: EntranceForm.self, context: context)
        try await site.perform(SetEntrance(open: form.act != "close"), by: context.viewer)
        return .seeOther("/codes/entrance")
    }
}

/// What the page of one request has to show.
struct RequestSheet: Sendable {
    let request: JoinRequest
    let namesakes: [(person: ID<Person>, name: PersonName, className: String?)]
    let classes: [SchoolClass]
    /// Of the class that was chosen, to say whose guardian it is.
    let pupils: [Pupil]
}
