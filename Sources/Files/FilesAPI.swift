import Foundation
import Hummingbird
import Kernel
import NIOCore
import WebCore
import Wire

/// Files for programs: the same verbs and rights. The bytes of a kept file are read at `/files/…` with the same bearer token.
struct FilesAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        api.get("files", "One's own files, the newest first") { _, context -> [FileInfo] in
            let viewer = context.viewer
            return try await site.read { tx in try FilesStore.own(of: viewer, atMost: FilesRoutes.most, tx) }.map(FileInfo.init)
        }
        api.get("files/limits", "What the person may send; sizes in megabytes") { _, context -> FileRuleInfo in
            let viewer = context.viewer
            return FileRuleInfo(side: viewer.side.rawValue, try await site.read { tx in try FileRuleStore.rule(for: viewer.side, in: viewer.school, tx) })
        }
        api.get("files/:upload", "One file: how far it is, what it is") { _, context in FileInfo(try await own(context)) }
        api.post("files", "Announce a file: its pieces follow") { (body: NewFileBody, _, context) -> FileInfo in
            _ = try Pieces(site)
            let verb = BeginUpload(body.name, size: body.size, keepsOriginal: body.keepsOriginal ?? false)
            let id = try await site.perform(verb, by: context.viewer), viewer = context.viewer
            return FileInfo(try await site.read { tx in try FilesAccess.own(id, by: viewer, tx) }.file)
        }
        api.post("files/:upload/pieces", "Send the next piece in base64, at most a megabyte; the last one lets the file be checked") {
            (body: FilePieceBody, _, context) -> FileInfo in
            let id: ID<StoredFile> = try context.id("upload"), pieces = try Pieces(site)
            guard let bytes = Data(base64Encoded: body.base64) else { throw Denial.invalid(field: "base64", .unreadable) }
            let line = AsyncStream { line in
                line.yield(ByteBuffer(bytes: bytes))
                line.finish()
            }
            let progress = try await pieces.take(line, at: body.offset, of: id, by: context.viewer)
            if progress.isWhole { try await UploadEnd(site: site, works: pieces.works).wait(for: id) }
            return FileInfo(try await own(context))
        }
        api.delete("files/:upload", "Delete a file that no message refers to, or give up sending it") { _, context in
            try await site.perform(RemoveFile(file: try context.id("upload")), by: context.viewer)
            return Nothing()
        }
        addRules(to: &api)
    }

    private func addRules(to api: inout API) {
        api.get("files/rules", "What each side of the school may send") { _, context -> [FileRuleInfo] in
            let school = try FilesAccess.ruling(context.viewer)
            return try await site.read { tx in
                try Side.allCases.map { FileRuleInfo(side: $0.rawValue, try FileRuleStore.rule(for: $0, in: school.id, tx)) }
            }
        }
        api.put("files/rules", "Set what a side of the school may send") { (body: FileRuleBody, _, context) in
            _ = try FilesAccess.ruling(context.viewer)
            guard let side = Side(rawValue: body.side) else { throw Denial.invalid(field: "side", .unreadable) }
            guard (1...1 << 20).contains(body.largest) else { throw Denial.invalid(field: "largest", .fileRuleLargest) }
            guard (1...1 << 22).contains(body.quota) else { throw Denial.invalid(field: "quota", .fileRuleQuota) }
            let kinds = Set(body.kinds.compactMap(FileKind.init))
            try await site.perform(
                SetFileRule(side: side, rule: FileRule(largest: body.largest << 20, quota: body.quota << 20, kinds: kinds)), by: context.viewer)
            return Nothing()
        }
    }

    private func own(_ context: SignedIn) async throws -> StoredFile {
        let id: ID<StoredFile> = try context.id("upload"), viewer = context.viewer
        return try await site.read { tx in try FilesAccess.own(id, by: viewer, tx) }.file
    }
}

extension FileInfo {
    init(_ file: StoredFile) {
        self.init(
            id: file.id.number, name: file.name, size: file.size, received: file.received, state: file.state.rawValue, kind: file.kind?.rawValue,
            mediaType: file.mediaType, width: file.width, height: file.height, milliseconds: file.duration, waveform: file.waveform.map { $0.map { Int($0) } },
            refusal: file.refusal?.rawValue, content: file.state == .ready ? "/files/\(file.id.number)" : nil)
    }
}

extension FileRuleInfo {
    init(side: String, _ rule: FileRule) {
        self.init(side: side, largest: rule.largest >> 20, quota: rule.quota >> 20, kinds: rule.kinds.map(\.rawValue).sorted())
    }
}
