import Hummingbird
import Kernel
import Storage
import WebCore
import Wire

/// The search among messages for programs.
struct SearchAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        let query = [
            Parameter("q", .string, "words in any form; all of them stand in the message"), Parameter("chat", .integer, "only in this chat"),
            Parameter("author", .integer, "only by this person"), Parameter("from", .string, "from this day on, 2026-11-10"),
            Parameter("until", .string, "up to this day"), Parameter("before", .integer, "`next` of the answer before"),
        ]
        api.get("chats/search", "Messages the person sees that hold the words, the newest first", query: query, find)
    }

    @Sendable private func find(_ request: Request, _ context: SignedIn) async throws -> FoundList {
        let search = try request.search(), viewer = context.viewer, text = context.language.messaging
        let found = try await site.read { tx in try SearchStore.find(search, seenBy: viewer, tx) }
        return FoundList(
            found: found.list.map { FoundInfo(chat: $0.chat.id.number, chatTitle: $0.chat.title(text), message: MessageInfo($0.message)) },
            next: found.hasMore ? found.list.last?.place : nil)
    }
}
