import Files
import Hummingbird
import Kernel
import Storage
import WebCore
import Wire

/// The files of a chat for programs. A message's own files stand in it, with the addresses of their bytes.
struct AttachedAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        let query = [
            Parameter("part", .string, "`pictures` (photos and films, if not said) or `papers` (documents, sounds and the rest)"),
            Parameter("before", .integer, "messages before this number, with `place`"),
            Parameter("place", .integer, "the place in that message after which to go on"),
        ]
        api.get("chats/:chat/files", "Files of a chat, the newest first, sixty at a time", query: query, shelf)
    }

    @Sendable private func shelf(_ request: Request, _ context: SignedIn) async throws -> ChatFileList {
        let id: ID<Chat> = try context.id("chat"), viewer = context.viewer
        let shelf = request.uri.queryParameters.get("part").flatMap { AttachedFile.Shelf(rawValue: $0) } ?? .pictures
        let before = try request.number("before").map { ShelfPlace(seq: $0, place: Int(try request.number("place") ?? 0)) }
        let files = try await site.read { tx in
            guard try MessagingStore.chat(id, seenBy: viewer, tx) != nil else { throw Denial.notFound }
            return try AttachedStore.shelf(shelf, of: id, before: before, limit: ShelfViews.page, seenBy: viewer, tx)
        }
        let shown = files.prefix(ShelfViews.page), last = files.count > shown.count ? shown.last : nil
        return ChatFileList(
            files: shown.map {
                ChatFileInfo(
                    seq: $0.seq, authorName: $0.author.list, postedAt: $0.postedAt.milliseconds,
                    file: AttachedInfo($0.attached, AttachedPlace(of: $0.seq, in: id)))
            }, nextBefore: last?.seq, nextPlace: last?.attached.place)
    }
}

extension AttachedInfo {
    /// As it stands in an archive: `path` is where, beside the list.
    init(_ attached: AttachedFile, inArchive path: String) {
        let file = attached.file
        self.init(
            place: attached.place, name: file.name, size: file.size, state: file.state.rawValue, kind: file.kind?.rawValue, mediaType: file.mediaType,
            width: file.width, height: file.height, milliseconds: file.duration, waveform: nil, content: path, small: nil, large: nil)
    }
    init(_ attached: AttachedFile, _ place: AttachedPlace) {
        let file = attached.file, isReady = attached.isReady, paths = place.paths(attached)
        self.init(
            place: attached.place, name: file.name, size: file.size, state: file.state == .uploading ? StoredFile.State.checking.rawValue : file.state.rawValue,
            kind: isReady ? file.kind?.rawValue : nil, mediaType: isReady ? file.mediaType : nil, width: file.width, height: file.height,
            milliseconds: file.duration, waveform: file.waveform.map { $0.map { Int($0) } }, content: isReady ? paths.whole : nil,
            small: isReady && file.small != nil ? paths.small : nil, large: isReady && file.large != nil ? paths.large : nil)
    }
}
