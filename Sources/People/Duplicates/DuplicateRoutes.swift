import Hummingbird
import Kernel
import Markup
import WebCore

/// People entered twice. Reads requests, runs verbs, shows views. Decides nothing.
struct DuplicateRoutes: Sendable {
    let site: Site

    func add(to people: RouterGroup<SignedIn>) {
        people.get("duplicates", use: list)
        people.post("duplicates/apart", use: keepApart)
        people.get("merge", use: preview)
        people.post("merge", use: merge)
    }

    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let ruled = try PeopleAccess.ruled(by: context.viewer)
        return DuplicateViews(reader: context.reader).list(try await site.read { tx in try DuplicateStore.pairs(ruled, tx) })
    }

    private struct PairForm: Decodable { let one: Int64, other: Int64 }

    @Sendable func keepApart(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: PairForm.self, context: context)
        try await site.perform(KeepApart(one: ID(form.one), other: ID(form.other)), by: context.viewer)
        return .seeOther(.duplicates)
    }

    @Sendable func preview(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let asked = request.uri.queryParameters
        guard let from = asked.get("from").flatMap({ Int64($0) }), let into = asked.get("into").flatMap({ Int64($0) }) else {
            _ = try PeopleAccess.ruled(by: context.viewer)
            throw Denial.notFound
        }
        let preview = try await MergePreview.of(ID(from), into: ID(into), by: context.viewer, at: context.now, on: site)
        // Roles and a login pass from one to the other.
        try StepUp.require(context)
        return DuplicateViews(reader: context.reader).merge(preview)
    }

    private struct MergeForm: Decodable {
        let from: Int64
        let into: Int64
        let login: String?
    }

    @Sendable func merge(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: MergeForm.self, context: context)
        _ = try PeopleAccess.ruled(by: context.viewer)
        try StepUp.require(context)
        let login = form.login.flatMap(MergePeople.KeptLogin.init) ?? .ofInto
        try await site.perform(MergePeople(from: ID(form.from), into: ID(form.into), login: login, features: site.features), by: context.viewer)
        return .seeOther(.person(ID(form.into)))
    }
}
