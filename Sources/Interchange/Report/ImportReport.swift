/// What was found in the files of an import: nothing that was lost or read otherwise goes unnamed.
public struct ImportReport: Hashable, Sendable {
    /// How much of one file was taken.
    public struct Tally: Hashable, Sendable {
        public let file: String
        public let rows: Int
        public internal(set) var taken: Int
    }

    private struct Kind: Hashable { let file: String, code: Refusal.Code, loss: Refusal.Loss }

    /// In the order found; of each kind in each file only the first `mostOfAKind`, so a spoilt file cannot fill the memory.
    public private(set) var refusals: [Refusal] = []
    /// The files that were read, in the order of reading.
    public internal(set) var tallies: [Tally] = []
    private var counts: [Kind: Int] = [:]

    public static let mostOfAKind = 500

    public init() {}

    public mutating func add(_ refusal: Refusal) {
        let count = counts[Kind(file: refusal.file, code: refusal.code, loss: refusal.loss), default: 0]
        counts[Kind(file: refusal.file, code: refusal.code, loss: refusal.loss)] = count + 1
        if count < Self.mostOfAKind { refusals.append(refusal) }
    }

    /// How many there are in all, listed or not.
    public func count(where matches: (Refusal.Code, Refusal.Loss) -> Bool = { _, _ in true }) -> Int {
        counts.reduce(0) { matches($1.key.code, $1.key.loss) ? $0 + $1.value : $0 }
    }

    /// Found but not listed, because there are too many of a kind.
    public var unlisted: Int { count() - refusals.count }
    /// Rows and files that are not taken.
    public var losses: [Refusal] { refusals.filter { $0.loss == .row || $0.loss == .file } }
    /// What was taken, but not quite as written.
    public var notes: [Refusal] { refusals.filter { $0.loss == .nothing || $0.loss == .field } }
}
