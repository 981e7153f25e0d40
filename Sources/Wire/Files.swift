/// A file that is to be sent. `size` is in bytes.
public struct NewFileBody: Codable, Sendable {
    public let name: String
    public let size: Int
    /// A photo as it is, with what the camera has written into it.
    public let keepsOriginal: Bool?
    public init(name: String, size: Int, keepsOriginal: Bool? = nil) {
        self.name = name
        self.size = size
        self.keepsOriginal = keepsOriginal
    }
}

/// The next piece of it. `offset` is how many bytes were received before.
public struct FilePieceBody: Codable, Sendable {
    public let offset: Int
    public let base64: String
    public init(offset: Int, base64: String) {
        self.offset = offset
        self.base64 = base64
    }
}

/// A file. `state` is `uploading`, `checking`, `ready` or `refused`; `content` is where its bytes are, once it is ready.
public struct FileInfo: Codable, Sendable {
    public let id: Int64
    public let name: String
    public let size: Int
    public let received: Int
    public let state: String
    public let kind: String?
    public let mediaType: String?
    public let width: Int?
    public let height: Int?
    public let milliseconds: Int?
    /// 64 heights from 0 to 255.
    public let waveform: [Int]?
    /// Why it was not taken: `infected`, `program`, `kind`, …
    public let refusal: String?
    public let content: String?
    public init(
        id: Int64, name: String, size: Int, received: Int, state: String, kind: String?, mediaType: String?, width: Int?, height: Int?, milliseconds: Int?,
        waveform: [Int]?, refusal: String?, content: String?
    ) {
        self.id = id
        self.name = name
        self.size = size
        self.received = received
        self.state = state
        self.kind = kind
        self.mediaType = mediaType
        self.width = width
        self.height = height
        self.milliseconds = milliseconds
        self.waveform = waveform
        self.refusal = refusal
        self.content = content
    }
}

/// What one side (`staff`, `pupil`, `family`) may send; sizes in megabytes.
public struct FileRuleInfo: Codable, Sendable {
    public let side: String
    public let largest: Int
    public let quota: Int
    public let kinds: [String]
    public init(side: String, largest: Int, quota: Int, kinds: [String]) {
        self.side = side
        self.largest = largest
        self.quota = quota
        self.kinds = kinds
    }
}

/// The same, to be set.
public struct FileRuleBody: Codable, Sendable {
    public let side: String
    public let largest: Int
    public let quota: Int
    public let kinds: [String]
    public init(side: String, largest: Int, quota: Int, kinds: [String]) {
        self.side = side
        self.largest = largest
        self.quota = quota
        self.kinds = kinds
    }
}
