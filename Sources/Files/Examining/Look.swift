import Foundation
import Kernel
import WebCore

/// One look into one file. Blocks; runs on a thread for it.
struct Look {
    let file: StoredFile
    let rule: FileRule
    let workshop: Workshop
    let works: FileWorks

    init(_ file: StoredFile, under rule: FileRule, in workshop: Workshop, with works: FileWorks) {
        self.file = file
        self.rule = rule
        self.workshop = workshop
        self.works = works
    }

    func run() throws -> LookOutcome {
        try prepare()
        guard let name = try? FileName(file.name), let type = ContentType(of: workshop.source, ending: name.ending) else {
            return .refused(.unreadable, about: nil)
        }
        // What is refused by its kind is refused at once; the scanner is asked about the rest.
        var found: (kind: FileKind, mediaType: String)
        switch type.nature {
        case .program: return .refused(.program, about: nil)
        case .otherArchive: return .refused(.otherArchive, about: nil)
        case .kind(let kind): found = (kind, type.mediaType)
        case .zip:
            switch ZipLook(url: workshop.source).run() {
            case .refused(let refusal): return .refused(refusal, about: nil)
            case .fine(let mediaType, let kind): found = (kind, mediaType)
            }
        }
        guard rule.kinds.contains(found.kind) else { return .refused(.kind, about: found.kind.rawValue) }
        switch works.scanner?.scan(workshop.source) {
        case .infected(let virus): return .refused(.infected, about: virus)
        case .unknown: return .unknown
        case .clean, nil: break
        }
        return try make(found, name)
    }

    private func make(_ found: (kind: FileKind, mediaType: String), _ name: FileName) throws -> LookOutcome {
        switch found.kind {
        case .photo: return try PhotoMaking(workshop: workshop, keepsOriginal: file.keepsOriginal).run(name, found.mediaType)
        case .video, .audio:
            guard let made = try MediaMaking(workshop: workshop, keepsOriginal: file.keepsOriginal).run(name, found.mediaType) else { break }
            return rule.kinds.contains(made.kind) ? .taken(made) : .refused(.kind, about: made.kind.rawValue)
        case .document, .archive, .code: break
        }
        let kind = found.kind == .video || found.kind == .audio ? FileKind.document : found.kind
        let type = found.kind == .code ? "text/plain" : kind == found.kind ? found.mediaType : "application/octet-stream"
        return .taken(FoundFile(kind: kind, mediaType: type, name: name.text, whole: try copy()))
    }

    /// The source stays where it is until its row is settled: a node that dies in between begins anew from it.
    private func copy() throws -> MadeContent {
        let place = workshop.place("whole")
        try FileManager.default.copyItem(at: workshop.source, to: place)
        return try MadeContent(place)
    }

    private func prepare() throws {
        try FileManager.default.createDirectory(at: workshop.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard let incoming = try IncomingFile(file.id, in: works.store.incoming) else { throw DiskError(what: "lock", code: EBUSY) }
        guard incoming.size >= file.size else { throw DiskError(what: "shorter than counted", code: EIO) }
        try incoming.cut(to: file.size)
    }
}
