import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// Terms of keeping, and conversations as files.
struct KeepingRoutes: Sendable {
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get("retention", use: retention)
        chats.post("retention", use: setRetention)
        chats.get("exports", use: exports)
        chats.get("exports/list", use: exportList)
        chats.get("exports/:export", use: download)
        chats.post("export", use: exportOwn)
        chats.post(":chat/export", use: exportChat)
    }

    @Sendable func retention(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        return ExportViews(reader: context.reader).retention(
            try await site.read { tx in try RetentionStore.days(in: MessagingAccess.arranged(by: viewer).id, tx) })
    }

    private struct RetentionForm: Decodable { let kind: String, days: Int }

    @Sendable func setRetention(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: RetentionForm.self, context: context)
        guard let kind = Chat.Kind(rawValue: form.kind) else { throw Denial.invalid(field: "kind", .unreadable) }
        try await site.perform(try SetRetention(kind, days: form.days), by: context.viewer)
        return .seeOther(.retention)
    }

    @Sendable func exportOwn(_ request: Request, _ context: SignedIn) async throws -> Response { try await ask(nil, context) }
    @Sendable func exportChat(_ request: Request, _ context: SignedIn) async throws -> Response { try await ask(try context.id("chat"), context) }

    private func ask(_ chat: ID<Chat>?, _ context: SignedIn) async throws -> Response {
        try await site.perform(AskExport(chat, in: context.language), by: context.viewer)
        begin()
        return .seeOther(.exports)
    }

    /// At once, beside the request; what it does not come to is made within a minute.
    func begin() {
        Task { [site] in try? await ExportJob(site).run(at: .now) }
    }

    @Sendable func exports(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        return ExportViews(reader: context.reader).exports(try await site.read { tx in try ExportStore.exports(of: viewer, tx) })
    }

    @Sendable func exportList(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        return ExportViews(reader: context.reader).lines(try await site.read { tx in try ExportStore.exports(of: viewer, tx) })
    }

    /// Who may not take the chat out any more gets nothing of what was made before.
    @Sendable func download(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<ChatExport> = try context.id("export"), viewer = context.viewer
        let export = try await site.read { tx in
            guard let export = try ExportStore.exports(of: viewer, only: id, tx).first else { throw Denial.notFound }
            if let chat = export.chat { _ = try MessagingAccess.exportable(chat, by: viewer, in: tx) }
            return export
        }
        let archive = try ExportFolder.archive(id.number, in: ExportFolder.home(site))
        guard export.state == .ready, FileManager.default.fileExists(atPath: archive.path(percentEncoded: false)) else { throw Denial.notFound }
        let headers: HTTPFields = [
            .contentType: "application/zip", .contentDisposition: "attachment; filename=\"zvonok-chat-\(id.number).zip\"", .cacheControl: "no-store",
            .xContentTypeOptions: "nosniff",
        ]
        return Response(status: .ok, headers: headers, body: try await FileIO().loadFile(path: archive.path(percentEncoded: false), context: context))
    }
}
