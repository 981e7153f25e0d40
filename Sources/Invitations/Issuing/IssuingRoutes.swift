import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import School
import Storage
import WebCore

/// Codes by class and for the staff: who has come, who has not, giving out and taking back. Decides nothing.
struct IssuingRoutes: Sendable {
    let site: Site

    func add(to codes: RouterGroup<SignedIn>) {
        codes.get(use: index)
        codes.post("revoke", use: revokeAll)
        codes.get("classes/:class", use: ofClass)
        codes.post("classes/:class/issue", use: issueToClass)
        codes.post("classes/:class/revoke", use: revokeOfClass)
        codes.get("staff", use: staff)
        codes.post("staff/issue", use: issueToStaff)
        codes.post("people/:person/issue", use: issueToPerson)
        codes.get("issued", use: issued)
        codes.post("issued/:invitation/revoke", use: revoke)
        codes.get("new", use: new)
        codes.post("new", use: invite)
    }

    // MARK: Lists

    @Sendable func index(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (viewer, today) = (context.viewer, context.reader.today)
        guard InvitationsAccess.mayIssue(viewer) else { throw Denial.notFound }
        let index = try await site.read { tx in
            CodesIndex(
                classes: try RosterStore.classes(seenBy: viewer, on: today, tx),
                staff: InvitationsAccess.rules(viewer) ? try RosterStore.staffCome(in: viewer.school, tx) : nil,
                waiting: InvitationsAccess.rules(viewer) ? try RequestStore.waiting(in: viewer.school, tx) : 0)
        }
        return IssuingViews(reader: context.reader).index(index, revoked: number("revoked", request))
    }

    @Sendable func ofClass(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let id: ID<SchoolClass> = try context.id("class"), (viewer, now) = (context.viewer, context.now)
        let found = try await site.read { tx in
            try RosterStore.schoolClass(id, seenBy: viewer, tx).map {
                ($0, try RosterStore.roster(of: .schoolClass(id), in: viewer.school, at: now, tx), try ReminderStore.last(of: id, tx))
            }
        }
        guard let found, InvitationsAccess.mayIssue(viewer) else { throw Denial.notFound }
        return IssuingViews(reader: context.reader).ofClass(found.0, found.1, found.2, done: Done(request))
    }

    @Sendable func staff(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (viewer, now) = (context.viewer, context.now)
        guard InvitationsAccess.rules(viewer) else { throw Denial.notFound }
        let roster = try await site.read { tx in try RosterStore.roster(of: .staff, in: viewer.school, at: now, tx) }
        return IssuingViews(reader: context.reader).staff(roster, done: Done(request))
    }

    private static let issuedOnPage = 100

    @Sendable func issued(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer, before = number("before", request).map { ID<Invitation>(Int64($0)) }
        guard InvitationsAccess.mayIssue(viewer) else { throw Denial.notFound }
        let codes = try await site.read { tx in try InvitationStore.invitations(seenBy: viewer, before: before, limit: Self.issuedOnPage + 1, tx) }
        return IssuingViews(reader: context.reader).issued(Array(codes.prefix(Self.issuedOnPage)), hasOlder: codes.count > Self.issuedOnPage)
    }

    private func number(_ name: String, _ request: Request) -> Int? { request.uri.queryParameters.get(name).flatMap { Int($0) } }

    // MARK: Giving out

    private struct IssueForm: Decodable { let anew: String? }

    @Sendable func issueToClass(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<SchoolClass> = try context.id("class")
        return try await issue(to: .schoolClass(id), else: "/codes/classes/\(id.number)", request, context)
    }

    @Sendable func issueToStaff(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await issue(to: .staff, else: "/codes/staff", request, context)
    }

    private func issue(to group: CodeGroup, else place: String, _ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: IssueForm.self, context: context), secret = Token()
        let sheet = try await site.perform(IssueCodes(to: group, anew: form.anew == "1", secret: secret), by: context.viewer)
        guard let id = sheet.sheet else { return Response(status: .seeOther, headers: [.location: "\(place)?held=\(sheet.skipped)"]) }
        return .sheet(id, secret, skipped: sheet.skipped)
    }

    @Sendable func issueToPerson(_ request: Request, _ context: SignedIn) async throws -> Response {
        let secret = Token(), sheet = try await site.perform(IssueCode(to: try context.id("person"), secret: secret), by: context.viewer)
        guard let id = sheet.sheet else { throw Denial.notFound }
        return .sheet(id, secret)
    }

    struct InviteForm: Decodable, Sendable {
        var place = RequestRoutes.DecideForm()
        var name = JoinForm()
        var count: String?
        init() {}
        private enum Keys: String, CodingKey { case count }
        init(from decoder: any Decoder) throws {
            place = try RequestRoutes.DecideForm(from: decoder)
            name = try JoinForm(from: decoder)
            count = try decoder.container(keyedBy: Keys.self).decodeIfPresent(String.self, forKey: .count)
        }
        /// Nobody is named where all three parts are empty.
        func named() throws -> PersonName? { [name.family, name.given, name.patronymic].allSatisfy { ($0 ?? "").isEmpty } ? nil : try name.name() }
    }

    @Sendable func new(_ request: Request, _ context: SignedIn) async throws -> Response {
        var form = InviteForm()
        form.place.role = request.uri.queryParameters.get("role").map { String($0) }
        form.place.schoolClass = number("class", request).map { Int64($0) }
        try requireProof(of: form, context)
        return try await inviting(form, nil, context).response(to: request)
    }

    private func inviting(_ form: InviteForm, _ refused: Denial?, _ context: SignedIn) async throws -> HTML {
        let (viewer, today, now) = (context.viewer, context.reader.today, context.now)
        let roles = InvitationsAccess.roles(invitedBy: viewer)
        guard !roles.isEmpty else { throw Denial.notFound }
        let (classes, pupils) = try await site.read { tx -> ([SchoolClass], [Pupil]) in
            let classes = try RosterStore.classes(seenBy: viewer, on: today, tx).map(\.schoolClass)
            guard let chosen = classes.first(where: { $0.id.number == form.place.schoolClass }) else { return (classes, []) }
            return (classes, try RosterStore.roster(of: .schoolClass(chosen.id), in: viewer.school, at: now, tx).pupils)
        }
        return IssuingViews(reader: context.reader).inviting(form, roles: roles, classes: classes, pupils: pupils, refused: refused)
    }

    @Sendable func invite(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: InviteForm.self, context: context)
        try requireProof(of: form, context)
        do {
            guard let role = form.place.role.flatMap(Role.init(rawValue:)) else { throw Denial.invalid(field: "role", .chooseRole) }
            let secret = Token(), count = form.count.map { $0.isEmpty ? 1 : Int($0) ?? 0 } ?? 1
            let sheet = try await site.perform(
                InvitePeople(
                    role, schoolClass: form.place.schoolClass.map { ID($0) }, pupil: form.place.pupil.map { ID($0) }, name: try form.named(), count: count,
                    secret: secret), by: context.viewer)
            guard let id = sheet.sheet else { throw Denial.notFound }
            return .sheet(id, secret)
        } catch let denial as Denial {
            guard denial != .notFound else { throw denial }
            return try await inviting(form, denial, context).answer(denial, to: request)
        }
    }

    /// A code that makes its holder one of the staff gives a role; families and pupils are invited without more ado.
    private func requireProof(of form: InviteForm, _ context: SignedIn) throws {
        guard let role = form.place.role.flatMap(Role.init(rawValue:)), role.side == .staff else { return }
        guard InvitationsAccess.roles(invitedBy: context.viewer).contains(role) else { return }
        try StepUp.require(context)
    }

    // MARK: Taking back

    @Sendable func revoke(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(RevokeCode(try context.id("invitation")), by: context.viewer)
        return .seeOther("/codes/issued")
    }

    @Sendable func revokeOfClass(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<SchoolClass> = try context.id("class"), count = try await site.perform(RevokeCodes(of: id), by: context.viewer)
        return Response(status: .seeOther, headers: [.location: "/codes/classes/\(id.number)?revoked=\(count)"])
    }

    @Sendable func revokeAll(_ request: Request, _ context: SignedIn) async throws -> Response {
        let count = try await site.perform(RevokeCodes(), by: context.viewer)
        return Response(status: .seeOther, headers: [.location: "/codes?revoked=\(count)"])
    }
}

/// What the page of codes has to show.
struct CodesIndex: Sendable {
    let classes: [ClassCome]
    /// Missing for one who gives none to the staff.
    let staff: Come?
    let waiting: Int
}

/// What was just done, to be said on the page that follows.
struct Done: Sendable {
    var revoked: Int?
    /// Everyone who has not come holds a good code.
    var held: Int?
    init(_ request: Request) {
        revoked = request.uri.queryParameters.get("revoked").flatMap { Int($0) }
        held = request.uri.queryParameters.get("held").flatMap { Int($0) }
    }
}

extension Response {
    /// The sheet with its secret: only who has just made it gets that, and only by this answer.
    static func sheet(_ id: ID<CodeSheet>, _ secret: Token, skipped: Int = 0) -> Response {
        Response(status: .seeOther, headers: [.location: "/codes/sheets/\(id.number)?key=\(secret.text)" + (skipped > 0 ? "&held=\(skipped)" : "")])
    }
}
