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
        api.get("chats/exports", "Archives of conversations the person has asked for, the newest first", exports)
        api.post("chats/export", "Ask for an archive of the person's own messages, with their files", exportOwn)
        api.post("chats/:chat/export", "Ask for an archive of a chat's messages and files, as one who manages it", exportChat)
    }

    @Sendable private func exports(_ request: Request, _ context: SignedIn) async throws -> ExportList {
        let viewer = context.viewer
        return ExportList(exports: try await site.read { tx in try ExportStore.exports(of: viewer, tx) }.map(ExportInfo.init))
    }

    @Sendable private func exportOwn(_ body: Nothing, _ request: Request, _ context: SignedIn) async throws -> Nothing { try await ask(nil, context) }
    @Sendable private func exportChat(_ body: Nothing, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await ask(try context.id("chat"), context)
    }

    private func ask(_ chat: ID<Chat>?, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(AskExport(chat, in: context.language), by: context.viewer)
        KeepingRoutes(site: site).begin()
        return Nothing()
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

extension ExportInfo {
    init(_ export: ChatExport) {
        self.init(
            id: export.id.number, chat: export.chat?.number, state: export.state.rawValue, askedAt: export.askedAt.milliseconds,
            until: export.state == .ready ? export.until?.milliseconds : nil, size: export.size,
            content: export.state == .ready ? export.path : nil)
    }
}
