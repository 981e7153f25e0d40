import Files
import Foundation
import Kernel
import Storage
import WebCore
import Wire

/// Makes the archives that were asked for, and clears away those whose days are over. One node at a time makes one; if it dies, another begins anew.
struct ExportJob: Sendable {
    let site: Site
    init(_ site: Site) { self.site = site }

    /// Longer than any archive takes.
    private static let claim = 3 * 3_600
    private static let pause = 600

    func run(at now: Moment) async throws {
        for id in try await site.read({ tx in try ExportStore.due(at: now, tx) }) { try await make(id, at: now) }
        try await site.database.write { tx in try ExportStore.forgetOld(at: now, tx) }
        try await clear()
    }

    func make(_ id: ID<ChatExport>, at now: Moment) async throws {
        let until = now + Self.claim
        guard let due = try await site.database.write({ tx in try ExportStore.claim(id, until: until, at: now, tx) }) else { return }
        let size: Int?
        do { size = try await ExportArchive(due, site).make(at: now) } catch is Denial {
            // It may not be taken out any more: e.g. who asked has left the chat.
            size = nil
        } catch {
            // The disk is full: tried again later, by whoever is first.
            try await site.database.write { tx in try ExportStore.giveBack(id, claim: until, tryAt: now + Self.pause, tx) }
            throw error
        }
        try await site.database.write { tx in
            guard try ExportStore.end(id, claim: until, size: size, at: now, tx) else { return }
            tx.emit(.exported(for: due.viewer.person))
        }
    }

    /// Archives and half-made ones that belong to no row.
    private func clear() async throws {
        let home = try ExportFolder.home(site)
        let found = try FileManager.default.contentsOfDirectory(atPath: home.path(percentEncoded: false))
        let numbers = Set(found.compactMap { Int64($0.prefix { $0.isNumber }) }), list = Array(numbers)
        let known = try await site.read { tx in try ExportStore.known(list, tx) }
        for name in found where Int64(name.prefix { $0.isNumber }).map({ !known.contains($0) }) ?? true {
            try? FileManager.default.removeItem(at: home.appending(path: name))
        }
    }
}

/// One archive: a page to be read anywhere, a list for programs, and the files.
struct ExportArchive: Sendable {
    private let due: DueExport
    private let site: Site
    init(_ due: DueExport, _ site: Site) {
        self.due = due
        self.site = site
    }

    /// Its size in bytes.
    func make(at now: Moment) async throws -> Int {
        let viewer = due.viewer, messages = due.export.messages, language = due.language
        let title = try await site.read { tx in
            guard case .chat(let chat) = messages else { return language.keeping.ownMessages }
            return try MessagingAccess.exportable(chat, by: viewer, in: tx).title(language.messaging)
        }
        let folder = try ExportFolder(of: due.id.number, in: ExportFolder.home(site))
        defer { folder.remove() }
        let files = try await write(title, to: folder, at: now)
        return try await Task.detached {
            try folder.pack([("index.html", "index.html"), ("messages.json", "messages.json")] + files)
        }.value
    }

    private func write(_ title: String, to folder: ExportFolder, at now: Moment) async throws -> [(name: String, within: String)] {
        let page = try folder.begin("index.html"), list = try folder.begin("messages.json"), viewer = due.viewer, messages = due.export.messages
        let views = ExportViews(reader: Reader(language: due.language, viewer: viewer, formToken: "", path: "/", assets: site.assets, now: now))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var place = (chat: Int64(0), seq: Int64(0)), isFirst = true, taken: [(name: String, within: String)] = []
        try page.write(contentsOf: Data(views.begin(title)))
        try list.write(contentsOf: Data("[".utf8))
        while case let part = try await site.read({ [place] tx in try messages.part(after: place, seenBy: viewer, tx) }), let last = part.last {
            for kept in part {
                let files = try take(kept.message, to: folder)
                taken += files.map { ($0.name, $0.within) }
                try page.write(contentsOf: Data(views.line(kept, files, showsChat: due.export.chat == nil)))
                try list.write(contentsOf: Data((isFirst ? "\n" : ",\n").utf8) + encoder.encode(info(kept, files)))
                isFirst = false
            }
            place = (last.chat.id.number, last.message.seq)
        }
        try list.write(contentsOf: Data("\n]\n".utf8))
        try page.write(contentsOf: Data(views.end(hasFiles: !taken.isEmpty)))
        try page.close()
        try list.close()
        return taken
    }

    /// A file of the archive: under which name it is taken, and where it stands there.
    struct TakenFile {
        let attached: AttachedFile
        let name: String
        let within: String
    }

    private func take(_ message: Message, to folder: ExportFolder) throws -> [TakenFile] {
        guard let store = site.files?.store else { return [] }
        return try message.files.compactMap { attached in
            guard attached.isReady, let bytes = attached.file.digest.flatMap(store.place) else { return nil }
            let name = "\(message.chat.number)-\(message.seq)-\(attached.place)"
            return try folder.take(bytes, as: name) ? TakenFile(attached: attached, name: name, within: "files/\(name) \(attached.file.name)") : nil
        }
    }

    private func info(_ kept: KeptMessage, _ files: [TakenFile]) -> FoundInfo {
        let infos = files.map { AttachedInfo($0.attached, inArchive: $0.within) }
        return FoundInfo(chat: kept.chat.id.number, chatTitle: kept.chat.title(due.language.messaging), message: MessageInfo(kept.message, files: infos))
    }
}
