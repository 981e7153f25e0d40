import Foundation

/// SHA-256 of a file's bytes, 64 hexadecimal digits: the name under which they are kept.
public struct ContentDigest: Hashable, Sendable {
    public let text: String
    /// `nil` for what is no digest, so that no other text becomes part of a path.
    public init?(_ text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else { return nil }
        self.text = text
    }
}

/// Where the bytes of sent files are kept, each content once (REQUIREMENTS C18). Its calls block: they belong on threads of their own.
/// Servers that act as one share it.
public protocol ContentStore: Sendable {
    /// A folder for what has not arrived whole yet and for what is being looked into.
    var incoming: URL { get }
    /// A folder for archives that people take out; whoever makes them clears it.
    var exports: URL { get }
    /// While it is held nobody removes the content. Taken before the bytes are put, given back when a row refers to them.
    func hold(_ digest: ContentDigest) throws -> any ContentHold
    /// For removing: `nil` while somebody else holds the content.
    func holdAlone(_ digest: ContentDigest) throws -> (any ContentHold)?
    /// Takes a file of `incoming` in under its digest. When it returns, a power cut loses nothing.
    func put(_ file: URL, as digest: ContentDigest) throws
    /// A local file with the bytes; `nil` if there are none.
    func place(of digest: ContentDigest) -> URL?
    func remove(_ digest: ContentDigest) throws
    /// What was put before the day that began so many seconds ago, in any order: for finding what nothing refers to.
    func contents(olderThan seconds: Int) throws -> [ContentDigest]
}

/// Ends with the object.
public protocol ContentHold: AnyObject, Sendable {}

/// What a scanner says of a file.
public enum ScanVerdict: Equatable, Sendable {
    case clean
    case infected(String)
    /// It did not answer, or could not say: the file is asked about again later.
    case unknown
}

/// Looks for viruses. Blocks.
public protocol VirusScanner: Sendable {
    func scan(_ file: URL) -> ScanVerdict
}

/// How sent files are kept and looked into.
public struct FileWorks: Sendable {
    public let store: any ContentStore
    /// Without one nothing is scanned.
    public let scanner: (any VirusScanner)?
    /// How long the request with the last piece of a file waits for the file to be looked into.
    public let patience: Duration
    public init(store: any ContentStore, scanner: (any VirusScanner)? = nil, patience: Duration = .seconds(4)) {
        self.store = store
        self.scanner = scanner
        self.patience = patience
    }
}
