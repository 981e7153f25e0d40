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

/// What a script knows of the rule before it sends anything.
struct FileLimits: Encodable {
    /// Bytes.
    let largest: Int
    let kinds: [String]
    /// Why something is not sent: too large, of a kind that is not taken, a program, empty.
    let tooLarge, otherKind, program, empty: String

    init(_ rule: FileRule, _ language: Language) {
        let text = language.files
        largest = rule.largest
        kinds = rule.kinds.map(\.rawValue).sorted()
        tooLarge = text.tooLarge(rule.largest >> 20)
        otherKind = text.refusal(.kind).startingUppercase
        program = text.refusal(.program).startingUppercase
        empty = text.empty
    }
}

extension String {
    fileprivate var startingUppercase: String { prefix(1).uppercased() + dropFirst() }
}

/// What the page of one's own files shows.
struct OwnFiles: Sendable {
    let files: [StoredFile]
    /// Bytes.
    let used: Int
    let rule: FileRule
}
