import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// The page behind a school's own address, for one without a code. Open to strangers who know the address.
struct AskRoutes: Sendable {
    let site: Site

    func add(to router: Router<AppContext>) {
        router.get("join/school/:key", use: page)
        router.post("join/school/:key", use: ask)
    }

    struct Form: Decodable, Sendable {
        var name = JoinForm()
        var role: String?
        var classWords: String?
        var message: String?
        init() {}
        private enum Keys: String, CodingKey { case role, classWords, message }
        init(from decoder: any Decoder) throws {
            name = try JoinForm(from: decoder)
            let fields = try decoder.container(keyedBy: Keys.self)
            role = try fields.decodeIfPresent(String.self, forKey: .role)
            classWords = try fields.decodeIfPresent(String.self, forKey: .classWords)
            message = try fields.decodeIfPresent(String.self, forKey: .message)
        }
    }

    @Sendable func page(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let (school, word) = try await school(context) else { return unknown(request, context) }
        return RequestViews(reader: context.reader).asking(school, word, Form()).response(to: request)
    }

    @Sendable func ask(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.decode(as: Form.self, context: context)
        guard let (school, word) = try await school(context) else { return unknown(request, context) }
        do {
            guard let role = form.role.flatMap(Role.init(rawValue:)) else { throw Denial.invalid(field: "role", .chooseRole) }
            let ask = try AskToJoin(form.name.name(), as: role, classWords: form.classWords ?? "", message: form.message ?? "", to: school)
            let key = "request:" + context.peer, now = context.reader.now
            try await site.database.write { tx in
                let wait = try AttemptStore.wait([key], at: now, tx)
                guard wait == 0 else { throw Denial.wait(seconds: wait) }
                try ask.run(at: now, in: tx)
                // Each request counts, not only those that fail: nobody has many of them to make.
                try AttemptStore.fail(key, at: now, tx)
            }
            return .seeOther("/join/\(ask.number.grouped)")
        } catch let denial as Denial {
            return RequestViews(reader: context.reader).asking(school, word, form, refused: denial).answer(denial, to: request)
        }
    }

    private func school(_ context: AppContext) async throws -> (School, String)? {
        let word = context.parameters.get("key") ?? ""
        guard word.utf8.count == 16 else { return nil }
        return try await site.read { tx in try RequestStore.school(behind: word, tx) }.map { ($0, word) }
    }

    private func unknown(_ request: Request, _ context: AppContext) -> Response {
        JoinViews(reader: context.reader).typing(refused: .invalid(field: "", .noEntrance)).response(to: request, status: .notFound)
    }
}
