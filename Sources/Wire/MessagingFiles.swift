/// A file of a message. `state` is `ready`, `checking`, `refused` or `erased`; only of a ready one there is anything to be had.
public struct AttachedInfo: Codable, Sendable {
    /// Its place in the message: 1, 2, 3, …
    public let place: Int
    public let name: String
    /// Bytes.
    public let size: Int
    public let state: String
    /// `photo`, `video`, `audio`, `document`, `archive` or `code`.
    public let kind: String?
    public let mediaType: String?
    public let width: Int?
    public let height: Int?
    public let milliseconds: Int?
    /// 64 heights from 0 to 255.
    public let waveform: [Int]?
    /// Where its bytes are, and those of the small and the large picture; asked for with the same sign-in.
    public let content: String?
    public let small: String?
    public let large: String?
    public init(
        place: Int, name: String, size: Int, state: String, kind: String?, mediaType: String?, width: Int?, height: Int?, milliseconds: Int?,
        waveform: [Int]?, content: String?, small: String?, large: String?
    ) {
        self.place = place
        self.name = name
        self.size = size
        self.state = state
        self.kind = kind
        self.mediaType = mediaType
        self.width = width
        self.height = height
        self.milliseconds = milliseconds
        self.waveform = waveform
        self.content = content
        self.small = small
        self.large = large
    }
}

/// Files of a chat, the newest first. `next…` are for `before` and `place` of the next request; missing where there is no more.
public struct ChatFileList: Codable, Sendable {
    public let files: [ChatFileInfo]
    public let nextBefore: Int64?
    public let nextPlace: Int?
    public init(files: [ChatFileInfo], nextBefore: Int64?, nextPlace: Int?) {
        self.files = files
        self.nextBefore = nextBefore
        self.nextPlace = nextPlace
    }
}

/// A file and the message it stands in.
public struct ChatFileInfo: Codable, Sendable {
    public let seq: Int64
    public let authorName: String
    /// Milliseconds since 1970, UTC.
    public let postedAt: Int64
    public let file: AttachedInfo
    public init(seq: Int64, authorName: String, postedAt: Int64, file: AttachedInfo) {
        self.seq = seq
        self.authorName = authorName
        self.postedAt = postedAt
        self.file = file
    }
}
