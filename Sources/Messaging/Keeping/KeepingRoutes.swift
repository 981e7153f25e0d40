import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Storage
import WebCore
import Wire

/// Terms of keeping, and conversations as files.
struct KeepingRoutes: Sendable {
    /// Bytes of an archive sent at once.
    static let piece = 65_536
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get("retention", use: retention)
        chats.post("retention", use: setRetention)
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

    @Sendable func exportOwn(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await export(.own, context.language.keeping.ownMessages, context)
    }

    @Sendable func exportChat(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat = try await site.perform(ExportChat(try context.id("chat")), by: context.viewer)
        return try await export(.chat(chat.id), chat.title(context.language.messaging), context)
    }

    /// The archive is made first and then sent: what fails, fails before the first byte.
    private func export(_ messages: ExportedMessages, _ title: String, _ context: SignedIn) async throws -> Response {
        let folder = try ExportFolder()
        do {
            try await write(messages, title, to: folder, context)
            let archive = try await Task.detached { try folder.pack(["index.html", "messages.json"]) }.value
            return try Self.answer(archive, of: folder)
        } catch {
            folder.remove()
            throw error
        }
    }

    private func write(_ messages: ExportedMessages, _ title: String, to folder: ExportFolder, _ context: SignedIn) async throws {
        let page = try folder.begin("index.html"), list = try folder.begin("messages.json"), viewer = context.viewer
        let views = ExportViews(reader: context.reader), encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var place = (chat: Int64(0), seq: Int64(0)), isFirst = true, isSeveral = false
        if case .own = messages { isSeveral = true }
        try page.write(contentsOf: Data(views.begin(title).bytes))
        try list.write(contentsOf: Data("[".utf8))
        while case let part = try await site.read({ [place] tx in try messages.part(after: place, seenBy: viewer, tx) }), let last = part.last {
            for kept in part {
                try page.write(contentsOf: Data(views.line(kept, showsChat: isSeveral).bytes))
                let info = FoundInfo(chat: kept.chat.id.number, chatTitle: kept.chat.title(context.language.messaging), message: MessageInfo(kept.message))
                try list.write(contentsOf: Data((isFirst ? "\n" : ",\n").utf8) + encoder.encode(info))
                isFirst = false
            }
            place = (last.chat.id.number, last.message.seq)
        }
        try list.write(contentsOf: Data("\n]\n".utf8))
        try page.write(contentsOf: Data(views.end.bytes))
        try page.close()
        try list.close()
    }

    private static func answer(_ archive: URL, of folder: ExportFolder) throws -> Response {
        let size = try FileManager.default.attributesOfItem(atPath: archive.path())[.size] as? Int
        let file = try FileHandle(forReadingFrom: archive)
        let headers: HTTPFields = [
            .contentType: "application/zip", .contentDisposition: "attachment; filename=\"zvonok-chat.zip\"", .cacheControl: "no-store",
        ]
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(contentLength: size) { writer in
                defer { folder.remove() }
                while let piece = try file.read(upToCount: piece), !piece.isEmpty { try await writer.write(ByteBuffer(bytes: piece)) }
                try file.close()
                try await writer.finish(nil)
            })
    }
}
