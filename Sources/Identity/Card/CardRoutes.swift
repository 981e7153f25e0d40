import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// The administrator's desk: differences, stolen accounts, by what people are proved. All of it decides who can sign in as whom, so a
/// fresh proof is asked for.
struct CardRoutes: Sendable {
    let site: Site
    let works: IdentityWorks
    let passwords: PasswordWorks
    private static let mostShown = 100

    func add(to desk: RouterGroup<SignedIn>) {
        desk.get(use: page)
        desk.post("mismatches/:mismatch/done", use: closeMismatch)
        desk.get("people/:person", use: person)
        desk.post("people/:person", use: correct)
        desk.post("people/:person/unlink") { request, context in try await act(UnlinkOutside(person: context.id("person")), context) }
        desk.post("people/:person/factors") { request, context in try await act(TakeFactorsAway(person: context.id("person")), context) }
        desk.post("people/:person/close") { request, context in try await act(ReportStolen(context.id("person")), context) }
        desk.post("people/:person/restore") { request, context in try await act(RestoreAccount(person: context.id("person")), context) }
        desk.post("people/:person/password", use: givePassword)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let ruled = try AccountsAccess.ruled(by: context.viewer), wanted = String((request.uri.queryParameters.get("find") ?? "").trimmed.prefix(80))
        let desk = try await site.read { tx in
            Desk(
                stolen: try StolenStore.waiting(in: ruled.id, limit: Self.mostShown, tx),
                mismatches: try OutsideStore.waiting(in: ruled.id, limit: Self.mostShown, tx),
                found: wanted.isEmpty ? nil : try DeskStore.people(named: wanted, in: ruled, tx))
        }
        return CardViews(reader: context.reader, providers: works.providers).desk(desk, wanted: wanted)
    }

    @Sendable func closeMismatch(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(CloseMismatch(mismatch: context.id("mismatch")), by: context.viewer)
        return .seeOther("/more/entrance")
    }

    @Sendable func person(_ request: Request, _ context: SignedIn) async throws -> Response {
        let person: ID<Person> = try context.id("person")
        return try await show(person, request, context)
    }

    private func show(_ person: ID<Person>, _ request: Request, _ context: SignedIn, typed: CardForm? = nil, refused: Denial? = nil) async throws -> Response {
        let (viewer, keys) = (context.viewer, works.keys)
        let known = try await site.read { tx in try KnownPerson.read(person, by: viewer, keys, tx) }
        try StepUp.require(context)
        let page = CardViews(reader: context.reader, providers: works.providers).person(
            known, typed: typed, isSaved: request.uri.queryParameters.get("saved") != nil && refused == nil, refused: refused)
        return page.response(to: request, status: refused == nil ? .ok : .unprocessableContent)
    }

    @Sendable func correct(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: CardForm.self, context: context), person: ID<Person> = try context.id("person")
        do {
            let snils = form.snils.flatMap { $0.trimmed.isEmpty ? nil : $0 }, email = form.email.flatMap { $0.trimmed.isEmpty ? nil : $0 }
            let correct = CorrectCard(
                of: person, snils: try snils.map { try Snils($0) }, email: try email.map { try EmailAddress($0) }, isSnilsRemoved: form.removeSnils != nil,
                works.keys)
            return try await act(correct, context)
        } catch let denial as Denial {
            guard case .invalid = denial else { throw denial }
            return try await show(person, request, context, typed: form, refused: denial)
        }
    }

    /// Whatever is done to a person's ways in, the page of the person follows.
    private func act(_ verb: some Verb, _ context: SignedIn) async throws -> Response {
        let person: ID<Person> = try context.id("person"), viewer = context.viewer
        try await site.read { tx in _ = try IdentityAccess.mayClose(person, by: viewer, in: tx) }
        try StepUp.require(context)
        try await site.perform(verb, by: viewer)
        return .seeOther(Link(returning: "/more/entrance/people/\(person.number)?saved=1") ?? "/more/entrance")
    }

    @Sendable func givePassword(_ request: Request, _ context: SignedIn) async throws -> Response {
        let person: ID<Person> = try context.id("person"), (viewer, keys) = (context.viewer, works.keys)
        let known = try await site.read { tx in try KnownPerson.read(person, by: viewer, keys, tx) }
        try StepUp.require(context)
        guard let login = known.login else { throw Denial.notFound }
        let password = Password.random()
        try await site.perform(GiveCredential(to: person, login: Login(login), hash: try await passwords.hash(password)), by: viewer)
        let views = CardViews(reader: context.reader, providers: works.providers)
        return views.password(known, login: login, password: password.forPaper).response(to: request).notKept
    }
}

/// What the administrator types of a person.
struct CardForm: Decodable, Sendable { let snils: String?, email: String?, removeSnils: String? }
