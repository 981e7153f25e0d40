import Files
import Kernel

/// A file of a message, at its place in it: 1, 2, 3, …
struct AttachedFile: Hashable, Sendable {
    /// How many one message may have.
    static let most = 10

    let place: Int
    let file: StoredFile

    var isReady: Bool { file.state == .ready }
    /// Not one that was refused or is no more.
    var isTakenAlong: Bool { file.state == .ready || file.state == .checking }
    /// Shown as a picture among the words.
    var isPicture: Bool { isReady && file.kind == .photo && file.small != nil }
    var isFilm: Bool { isReady && file.kind == .video }
    /// Opens large, over the page or on a page of its own.
    var isViewed: Bool { isPicture || isFilm }

    /// Where pages look for it: among pictures and films, or among sounds and papers.
    enum Shelf: String, Hashable, Sendable, CaseIterable {
        case pictures, papers
        var kinds: [FileKind] {
            switch self {
            case .pictures: [.photo, .video]
            case .papers: [.document, .audio, .archive, .code]
            }
        }
    }
}

extension Message {
    /// What the message is called where only its beginning is shown: its words, else the names of its files.
    func caption(_ longest: Int = 80) -> String {
        guard body.isEmpty, removal == nil, !files.isEmpty else { return preview(longest) }
        return Self.beginning(of: files.map(\.file.name).joined(separator: ", "), longest)
    }
}

/// A file of a chat with the message it stands in, as the page of the chat's files shows it.
struct ShelvedFile: Hashable, Sendable {
    let seq: Int64
    let attached: AttachedFile
    let author: PersonName
    let postedAt: Moment
}
