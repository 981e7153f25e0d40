import Files
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// Files of messages, and the page of a chat's files. Whether the viewer sees a file says `MessagingAccess`; the bytes go by `FileAnswer`.
struct AttachedRoutes: Sendable {
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get(":chat/files", use: shelf)
        chats.get(":chat/messages/:message/files/:place") { request, context in try await answer(.whole, try await inMessage(context), request, context) }
        chats.get(":chat/messages/:message/files/:place/:part", use: partInMessage)
        add("waiting/:waiting", to: chats, inWaiting)
        add(":chat/later/:post", to: chats, inPrepared)
        add(":chat/requests/:proposal", to: chats, inProposed)
        add("moderation/:report", to: chats, inReport)
    }

    /// Files of what is no message, or not for who looks at it: each with its parts.
    private func add(_ place: String, to chats: RouterGroup<SignedIn>, _ file: @escaping @Sendable (SignedIn) async throws -> AttachedFile) {
        chats.get("\(place)/files/:place") { request, context in try await answer(.whole, try await file(context), request, context) }
        chats.get("\(place)/files/:place/:part") { request, context in
            try await answer(part: try context.parameters.require("part"), try await file(context), request, context)
        }
    }

    // MARK: A chat's files

    @Sendable func shelf(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let id: ID<Chat> = try context.id("chat"), viewer = context.viewer, query = request.uri.queryParameters
        let shelf = query.get("part").flatMap { AttachedFile.Shelf(rawValue: $0) } ?? .pictures
        let before = try request.number("before").map { ShelfPlace(seq: $0, place: Int(try request.number("place") ?? 0)) }
        let (chat, files) = try await site.read { tx in
            guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx) else { throw Denial.notFound }
            return (chat, try AttachedStore.shelf(shelf, of: id, before: before, limit: ShelfViews.page, seenBy: viewer, tx))
        }
        return ShelfViews(reader: context.reader).page(chat, shelf, files)
    }

    // MARK: One file

    private func number(_ context: SignedIn) throws -> Int64 { (try context.id("place") as ID<AttachedFile>).number }

    private func inMessage(_ context: SignedIn) async throws -> AttachedFile {
        let (chat, seq) = try context.place(), place = try number(context), viewer = context.viewer
        return try await site.read { tx in try MessagingAccess.readable(place, of: seq, in: chat, by: viewer, tx) }
    }
    @Sendable private func inWaiting(_ context: SignedIn) async throws -> AttachedFile {
        let waiting: ID<WaitingMessage> = try context.id("waiting"), place = try number(context), viewer = context.viewer
        return try await site.read { tx in try MessagingAccess.readable(place, ofWaiting: waiting, by: viewer, tx) }
    }
    @Sendable private func inReport(_ context: SignedIn) async throws -> AttachedFile {
        let report: ID<Report> = try context.id("report"), place = try number(context), viewer = context.viewer
        return try await site.read { tx in try MessagingAccess.readable(place, ofReported: report, by: viewer, tx) }
    }

    @Sendable private func inPrepared(_ context: SignedIn) async throws -> AttachedFile {
        let chat: ID<Chat> = try context.id("chat"), post: ID<PreparedPost> = try context.id("post"), place = try number(context), viewer = context.viewer
        return try await site.read { tx in try MessagingAccess.readable(place, ofPrepared: post, in: chat, by: viewer, tx) }
    }
    @Sendable private func inProposed(_ context: SignedIn) async throws -> AttachedFile {
        let chat: ID<Chat> = try context.id("chat"), request: ID<PublishRequest> = try context.id("proposal"), place = try number(context)
        let viewer = context.viewer
        return try await site.read { tx in try MessagingAccess.readable(place, ofProposed: request, in: chat, by: viewer, tx) }
    }

    /// `view` is a page of its own; the rest are bytes.
    @Sendable func partInMessage(_ request: Request, _ context: SignedIn) async throws -> Response {
        let part = try context.parameters.require("part"), file = try await inMessage(context)
        guard part == "view" else { return try await answer(part: part, file, request, context) }
        let (chat, seq) = try context.place(), viewer = context.viewer
        guard file.isViewed else { throw Denial.notFound }
        let viewed = try await site.read { tx in try MessagingStore.message(seq, of: chat, seenBy: viewer, tx)?.files.filter(\.isViewed) ?? [] }
        return ShelfViews(reader: context.reader).viewed(file, at: AttachedPlace(of: seq, in: chat), back: .chat(chat, at: seq), viewed)
            .response(from: request, context: context)
    }

    private func answer(part: String, _ file: AttachedFile, _ request: Request, _ context: SignedIn) async throws -> Response {
        switch part {
        case "small": try await answer(.small, file, request, context)
        case "large": try await answer(.large, file, request, context)
        case "save": try await FileAnswer(file.file, .whole, from: site.files).response(to: request, context, isForSaving: true)
        // Where it waits for a look the picture or the film itself is the page.
        case "view": try await answer(file.isFilm ? .whole : .large, file, request, context)
        default: throw Denial.notFound
        }
    }

    private func answer(_ part: StoredFile.Part, _ file: AttachedFile, _ request: Request, _ context: SignedIn) async throws -> Response {
        try await FileAnswer(file.file, part, from: site.files).response(to: request, context)
    }
}
