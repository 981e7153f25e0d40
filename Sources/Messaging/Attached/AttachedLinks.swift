import Kernel
import Markup

/// Where the files of one message are; one place below each.
struct AttachedPlace: Sendable {
    /// Each file is below it: `…/files/2`, `…/files/2/small`.
    private let folder: Link

    /// Of a message in a chat.
    init(of seq: Int64, in chat: ID<Chat>) { folder = "/chats/\(chat.number)/messages/\(seq)/files" }
    /// Of a message that waits for a look.
    init(ofWaiting waiting: ID<WaitingMessage>) { folder = "/chats/waiting/\(waiting.number)/files" }
    /// Of a post for a later hour, for its author.
    init(ofPrepared post: ID<PreparedPost>, in chat: ID<Chat>) { folder = "/chats/\(chat.number)/later/\(post.number)/files" }
    /// Of words proposed for a channel, for who wrote them and who decides.
    init(ofProposed request: ID<PublishRequest>, in chat: ID<Chat>) { folder = "/chats/\(chat.number)/requests/\(request.number)/files" }
    /// Of a reported message, for who decides.
    init(ofReported report: ID<Report>) { folder = "/chats/moderation/\(report.number)/files" }

    /// The same for programs.
    func paths(_ file: AttachedFile) -> (whole: String, small: String, large: String) { (whole(file).text, small(file).text, large(file).text) }

    func whole(_ file: AttachedFile) -> Link { "\(below: folder)/\(file.place)" }
    func small(_ file: AttachedFile) -> Link { "\(below: folder)/\(file.place)/small" }
    func large(_ file: AttachedFile) -> Link { "\(below: folder)/\(file.place)/large" }
    /// Offered for saving, whatever it is.
    func save(_ file: AttachedFile) -> Link { "\(below: folder)/\(file.place)/save" }
    /// The page with one picture or film.
    func view(_ file: AttachedFile) -> Link { "\(below: folder)/\(file.place)/view" }
}

extension Link {
    static func files(of chat: ID<Chat>) -> Link { "/chats/\(chat.number)/files" }
    static func files(of chat: ID<Chat>, _ shelf: AttachedFile.Shelf, before place: ShelfPlace? = nil) -> Link {
        place.map { "/chats/\(chat.number)/files?part=\(shelf.rawValue)&before=\($0.seq)&place=\($0.place)" }
            ?? "/chats/\(chat.number)/files?part=\(shelf.rawValue)"
    }
}
