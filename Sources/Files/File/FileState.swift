import Kernel

/// How far a file is, as scripts read it.
struct FileState: Encodable {
    let file: Int64
    let state: String
    let received: Int
    let name: String
    let size: Int
    let kind: String?
    let width, height, duration: Int?
    let waveform: [UInt8]?
    let hasPictures: Bool
    /// Why it was refused, in the reader's language.
    let why: String?

    init(_ stored: StoredFile, _ language: Language) {
        file = stored.id.number
        state = stored.state.rawValue
        received = stored.received
        name = stored.name
        size = stored.size
        kind = stored.kind?.rawValue
        (width, height, duration) = (stored.width, stored.height, stored.duration)
        waveform = stored.waveform
        hasPictures = stored.small != nil
        why = stored.refusal.map { language.files.refusal($0) }
    }
}

/// What the page of one's own files shows.
struct OwnFiles: Sendable {
    let files: [StoredFile]
    /// Bytes.
    let used: Int
    let rule: FileRule
}
