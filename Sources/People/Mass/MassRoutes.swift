import Hummingbird
import Kernel
import Markup
import WebCore

/// Acts on many people. Reads requests, runs verbs, shows views. Decides nothing.
struct MassRoutes: Sendable {
    let site: Site

    func add(to people: RouterGroup<SignedIn>) {
        people.get("preview", use: preview)
        people.post("acts", use: act)
        people.get("acts/:massAct", use: done)
        people.post("acts/:massAct/undo", use: undo)
    }

    /// Changes nothing: a page that says what would. What was asked for amiss is said on the list, where it was chosen.
    @Sendable func preview(_ request: Request, _ context: SignedIn) async throws -> Response {
        let ruled = try PeopleAccess.ruled(by: context.viewer), seen = try PeopleAccess.seen(by: context.viewer), now = context.now
        let query = try request.peopleQuery(role: "of")
        do {
            let (act, lines) = try await planned(request, query, ruled, seen, at: now)
            if act.changesRights { try StepUp.require(context) }
            return MassViews(reader: context.reader).preview(act, lines, Attempt()).response(to: request)
        } catch let denial as Denial {
            guard case .invalid = denial else { throw denial }
            let (page, classes) = try await site.read { tx in (try PeopleStore.page(query, seen: seen, at: now, tx), try PeopleStore.classes(seen, tx)) }
            return PeopleViews(reader: context.reader, viewer: context.viewer).page(page, query, classes: classes, refused: denial)
                .response(to: request, status: .unprocessableContent)
        }
    }

    private func planned(_ request: Request, _ query: PeopleQuery, _ ruled: RuledPeople, _ seen: SeenPeople, at now: Moment) async throws -> (
        MassAct, [MassAct.Line]
    ) {
        let asked = request.uri.queryParameters, act = try MassAct(kind: asked.get("act"), role: asked.get("role"))
        let chosen = asked.getAll("person").compactMap { Int64($0).map { ID<Person>($0) } }, isAll = asked.get("who") == "all"
        guard isAll || !chosen.isEmpty else { throw Denial.invalid(field: "person", .choosePeople) }
        let lines = try await site.read { tx in
            let people = isAll ? try PeopleStore.people(query, seen: seen, at: now, limit: MassAct.most + 1, tx) : chosen
            guard people.count <= MassAct.most else { throw Denial.invalid(field: "person", .tooManyPeople) }
            return try MassPlan(act, people, ruled: ruled, at: now, tx).lines(people)
        }
        return (act, lines.filter { $0.fate != .notHere })
    }

    private struct ActForm: Decodable {
        let act: String?
        let role: String?
        let attempt: String?
        let person: [Int64]?
    }

    @Sendable func act(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: ActForm.self, context: context), act = try MassAct(kind: form.act, role: form.role)
        _ = try PeopleAccess.ruled(by: context.viewer)
        if act.changesRights { try StepUp.require(context) }
        let verb = DoMassAct(
            act: act, people: (form.person ?? []).map { ID($0) }, attempt: try Attempt(sent: form.attempt))
        return .seeOther(.act(try await site.perform(verb, by: context.viewer)))
    }

    @Sendable func done(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let ruled = try PeopleAccess.ruled(by: context.viewer), id: ID<MassAct> = try context.id("massAct")
        guard let done = try await site.read({ tx in try MassStore.done(id, ruled, tx) }) else { throw Denial.notFound }
        return MassViews(reader: context.reader).done(done)
    }

    @Sendable func undo(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<MassAct> = try context.id("massAct")
        _ = try PeopleAccess.ruled(by: context.viewer)
        try StepUp.require(context)
        try await site.perform(UndoMassAct(act: id), by: context.viewer)
        return .seeOther(.act(id))
    }
}
