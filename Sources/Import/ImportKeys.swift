import Crypto
import Foundation
import Kernel
import Storage

/// What is known of a source's entries: which rows they have become. Read by kinds when first asked, written back in crowds.
struct ImportKeys {
    struct Name: Hashable { let kind: ImportKind, key: String }
    struct Entry: Equatable { let number: Int64, fingerprint: String }

    private let source: String
    private let tx: Transaction
    private var entries: [ImportKind: [String: Entry]] = [:]
    private var unsaved: Set<Name> = []
    private static let crowd = 200

    init(_ source: String, _ tx: Transaction) {
        self.source = source
        self.tx = tx
    }

    /// Divides the parts of a key; no text of a file has it.
    static let divider: Character = "\u{1F}"
    static func key(_ parts: String...) -> String { parts.joined(separator: String(divider)) }

    mutating func all(_ kind: ImportKind) throws -> [String: Entry] {
        if let known = entries[kind] { return known }
        let read = try ImportStore.keys(of: kind, from: source, tx)
        entries[kind] = read
        return read
    }

    mutating func entry(_ kind: ImportKind, _ key: String) throws -> Entry? {
        if entries[kind] == nil { _ = try all(kind) }
        return entries[kind]?[key]
    }

    mutating func set(_ kind: ImportKind, _ key: String, _ entry: Entry) throws {
        if entries[kind] == nil { _ = try all(kind) }
        entries[kind]?[key] = entry
        unsaved.insert(Name(kind: kind, key: key))
        if unsaved.count >= Self.crowd { try save() }
    }

    /// The same, if it is not so already.
    mutating func note(_ kind: ImportKind, _ key: String, _ entry: Entry) throws {
        if try self.entry(kind, key) != entry { try set(kind, key, entry) }
    }

    mutating func forget(_ kind: ImportKind, _ key: String) throws {
        try save()
        entries[kind]?[key] = nil
        try ImportStore.removeKey(kind, key, from: source, tx)
    }

    mutating func save() throws {
        let rows = unsaved.compactMap { name in entries[name.kind]?[name.key].map { (name, $0) } }
        unsaved = []
        if !rows.isEmpty { try ImportStore.setKeys(rows, from: source, tx) }
    }

    /// What two sets of values have in common only if they are the same; the values themselves are not kept.
    static func fingerprint(_ values: [String?]) -> String {
        var text: [UInt8] = []
        for value in values {
            text += value.map { Array($0.utf8) } ?? [0x1E]
            text.append(0x1F)
        }
        return Data(SHA256.hash(data: text).prefix(12)).base64EncodedString()
    }
}
