import Foundation

/// The files of an import, in a folder or a ZIP archive, found by name. Nothing is read before it is asked for, and what is read is bounded.
///
/// Names are compared without letter case and without the folders of an archive: `Export/Users.CSV` is found as `users.csv`.
public struct ImportFiles: Sendable {
    public static let largestFile = 64 << 20
    public static let largestArchive = 256 << 20
    public static let mostFiles = 200

    private enum Source: Sendable {
        case folder(URL)
        case archive(URL)
        case memory([[UInt8]])
    }
    private struct Entry: Sendable { let name: String, path: String, number: Int }

    private let source: Source
    private let entries: [String: Entry]
    /// Names that were passed over, and why.
    public let refusals: [Refusal]

    /// A folder or an archive, whichever stands there.
    public init(at url: URL) throws(Refusal) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw Refusal(file: url.lastPathComponent, .file(.missing), loses: .file)
        }
        if isFolder.boolValue { try self.init(folder: url) } else { try self.init(archive: url) }
    }

    /// The plain files that stand in a folder; links and inner folders are not followed.
    public init(folder: URL) throws(Refusal) {
        guard let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            throw Refusal(file: folder.lastPathComponent, .file(.damaged), loses: .file)
        }
        let plain = found.sorted().filter { name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: folder.appendingPathComponent(name).path)
            return attributes?[.type] as? FileAttributeType == .typeRegular
        }
        try self.init(.folder(folder), named: folder.lastPathComponent, paths: plain)
    }

    /// The entries of a ZIP archive.
    public init(archive: URL) throws(Refusal) {
        try self.init(.archive(archive), named: archive.lastPathComponent, paths: ZipArchive(archive).paths)
    }

    /// Files that are at hand already.
    public init(_ files: [(name: String, bytes: [UInt8])]) throws(Refusal) {
        try self.init(.memory(files.map(\.bytes)), named: "", paths: files.map(\.name))
    }

    private init(_ source: Source, named container: String, paths: [String]) throws(Refusal) {
        guard paths.count <= Self.mostFiles else { throw Refusal(file: container, .file(.tooMany), value: "\(paths.count)", loses: .file) }
        var entries: [String: Entry] = [:], refusals: [Refusal] = []
        for (number, path) in paths.enumerated() {
            let parts = path.replacing("\\", with: "/").split(separator: "/", omittingEmptySubsequences: false)
            guard let name = parts.last.map(String.init), !name.isEmpty, !name.hasPrefix(".") || name == ".." else { continue }
            if parts.contains("..") || parts.first == "" {
                refusals.append(Refusal(file: path, .file(.unsafeName), loses: .file))
            } else if entries[name.lowercased()] != nil {
                refusals.append(Refusal(file: path, .file(.sameName), loses: .file))
            } else {
                entries[name.lowercased()] = Entry(name: name, path: path, number: number)
            }
        }
        (self.source, self.entries, self.refusals) = (source, entries, refusals)
    }

    /// The names as written, in order.
    public var names: [String] { entries.values.map(\.name).sorted() }

    /// How a file's name is really written, if it is there.
    public func name(like name: String) -> String? { entries[name.lowercased()]?.name }

    /// The file's content; nil if there is no such file.
    public func bytes(of name: String) throws(Refusal) -> [UInt8]? {
        guard let entry = entries[name.lowercased()] else { return nil }
        switch source {
        case .folder(let folder): return try Self.read(folder.appendingPathComponent(entry.path), as: entry.name)
        case .archive(let url): return try ZipArchive(url).bytes(of: entry.number, named: entry.name, atMost: Self.largestFile)
        case .memory(let contents):
            guard contents[entry.number].count <= Self.largestFile else { throw Refusal(file: entry.name, .file(.tooLarge), loses: .file) }
            return contents[entry.number]
        }
    }

    /// A file of the disk, not more than is allowed even if it grows meanwhile.
    static func read(_ url: URL, as name: String) throws(Refusal) -> [UInt8] {
        guard let handle = try? FileHandle(forReadingFrom: url) else { throw Refusal(file: name, .file(.damaged), loses: .file) }
        defer { try? handle.close() }
        guard let size = try? handle.seekToEnd(), (try? handle.seek(toOffset: 0)) != nil else { throw Refusal(file: name, .file(.damaged), loses: .file) }
        guard size <= UInt64(largestFile) else { throw Refusal(file: name, .file(.tooLarge), loses: .file) }
        guard let data = try? handle.read(upToCount: largestFile) ?? Data() else { throw Refusal(file: name, .file(.damaged), loses: .file) }
        return [UInt8](data)
    }
}
