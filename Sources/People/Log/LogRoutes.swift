import Accounts
import Hummingbird
import Kernel
import Markup
import WebCore

/// The log. Reads requests, shows views. Decides nothing.
struct LogRoutes: Sendable {
    let site: Site

    func add(to signedIn: RouterGroup<SignedIn>) { signedIn.get("log", use: page) }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let log = try PeopleAccess.log(for: context.viewer), query = try request.logQuery, zone = context.viewer.zone, viewer = context.viewer
        let (page, kinds, name) = try await site.read { tx in
            (
                try LogStore.page(query, log, zone: zone, tx), try LogStore.kinds(log, tx),
                try query.person.flatMap { try LogStore.name(of: $0, seenBy: viewer, tx) }
            )
        }
        return LogViews(reader: context.reader).page(page, query, kinds: kinds, of: name)
    }
}

extension Request {
    var logQuery: LogQuery {
        get throws {
            func known<T>(_ name: String, _ read: (String) -> T?) throws -> T? {
                guard let text = uri.queryParameters.get(name), !text.isEmpty else { return nil }
                guard let value = read(text) else { throw Denial.notFound }
                return value
            }
            return LogQuery(
                person: try known("person") { Int64($0).map { ID($0) } }, kind: try known("kind") { String($0.prefix(100)) }, day: try known("day") { Day($0) },
                before: try known("before") { Int64($0) })
        }
    }
}
