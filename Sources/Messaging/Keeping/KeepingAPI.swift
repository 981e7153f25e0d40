import Hummingbird
import Kernel
import Storage
import WebCore
import Wire

/// The terms of keeping for programs. A conversation is read by `chats/:chat/messages`.
struct KeepingAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        api.get("chats/retention", "For how many days the school keeps messages, by kind of chat; a kind that is missing is kept for ever", retention)
        api.put("chats/retention", "Set for how many days messages of a kind of chats are kept; 0 for ever", setRetention)
    }

    @Sendable private func retention(_ request: Request, _ context: SignedIn) async throws -> RetentionList {
        let viewer = context.viewer
        let days = try await site.read { tx in try RetentionStore.days(in: MessagingAccess.arranged(by: viewer).id, tx) }
        return RetentionList(terms: days.sorted { $0.key.rawValue < $1.key.rawValue }.map { RetentionTerm(kind: $0.key.rawValue, days: $0.value) })
    }

    @Sendable private func setRetention(_ body: RetentionTerm, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        guard let kind = Chat.Kind(rawValue: body.kind) else { throw Denial.invalid(field: "kind", .unreadable) }
        try await site.perform(try SetRetention(kind, days: body.days), by: context.viewer)
        return Nothing()
    }
}
