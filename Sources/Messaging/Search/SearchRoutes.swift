import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// The page of the search among messages.
struct SearchRoutes: Sendable {
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) { chats.get("search", use: page) }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let search = try request.search(), viewer = context.viewer
        let (found, chats) = try await site.read { tx in
            (try SearchStore.find(search, seenBy: viewer, tx), try MessagingStore.chats(seenBy: viewer, tx).map(\.chat))
        }
        return SearchViews(reader: context.reader, viewer: viewer).page(search, found, chats: chats)
    }
}

extension Request {
    /// `?q=`, `?chat=`, `?author=`, `?from=`, `?until=`, `?before=`; what is left empty in a form asks for nothing.
    func search() throws -> Search {
        var search = Search(String((uri.queryParameters.get("q") ?? "").prefix(200)))
        search.chat = try filled("chat").map { ID($0) }
        search.author = try filled("author").map { ID($0) }
        search.before = try filled("before")
        search.from = try day("from")
        search.until = try day("until")
        return search
    }

    private func filled(_ name: String) throws -> Int64? { uri.queryParameters.get(name)?.isEmpty == false ? try number(name) : nil }

    private func day(_ name: String) throws -> Day? {
        guard let text = uri.queryParameters.get(name), !text.isEmpty else { return nil }
        guard let day = Day(text) else { throw Denial.invalid(field: name, .unreadable) }
        return day
    }
}
