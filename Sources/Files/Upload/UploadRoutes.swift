import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import WebCore

/// Sending a file in pieces, going on where a broken line has left it; and in one form, for pages without script.
struct UploadRoutes: Sendable {
    let site: Site

    func add(to files: RouterGroup<SignedIn>) {
        files.post(use: begin)
        files.head("uploads/:upload", use: whereToGoOn)
        files.patch("uploads/:upload", use: take)
        files.delete("uploads/:upload", use: giveUp)
    }

    private static let offset = HTTPField.Name("Upload-Offset") ?? .range
    private static let length = HTTPField.Name("Upload-Length") ?? .range

    private struct Announced: Codable { let name: String, size: Int, keepsOriginal: Bool? }
    private struct Begun: Encodable { let upload: Int64, path: String, offset: Int }

    @Sendable func begin(_ request: Request, _ context: SignedIn) async throws -> Response {
        guard request.headers[.contentType]?.hasPrefix("application/json") == true else { return try await form(request, context) }
        let announced = try await request.decode(as: Announced.self, context: context)
        _ = try Pieces(site)
        let verb = BeginUpload(announced.name, size: announced.size, keepsOriginal: announced.keepsOriginal ?? false)
        let id = try await site.perform(verb, by: context.viewer)
        let path = "/files/uploads/\(id.number)"
        var response = try Answer(json: Begun(upload: id.number, path: path, offset: 0)).response(to: request, status: .created)
        response.headers[.location] = path
        return response
    }

    @Sendable func whereToGoOn(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<StoredFile> = try context.id("upload"), viewer = context.viewer
        let file = try await site.read { tx in try FilesAccess.own(id, by: viewer, tx) }.file
        let whole = file.state == .uploading ? file.size : file.received
        return Response(status: .noContent, headers: [Self.offset: String(file.received), Self.length: String(whole), .cacheControl: "no-store"])
    }

    @Sendable func take(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<StoredFile> = try context.id("upload"), viewer = context.viewer, pieces = try Pieces(site)
        // Refused before the body is read: another's file, a wrong place.
        let own = try await site.read { tx in try FilesAccess.own(id, by: viewer, tx) }
        guard let offset = request.headers[Self.offset].flatMap(Int.init), offset >= 0 else { throw Denial.invalid(field: "offset", .offsetMissing) }
        try TakePiece.check(own.file, offset: offset, count: 1)
        let progress = try await pieces.take(request.body, at: offset, of: id, by: viewer)
        if progress.isWhole { try await UploadEnd(site: site, works: pieces.works).wait(for: id) }
        let file = try await site.read { tx in try FilesAccess.own(id, by: viewer, tx) }.file
        var response = try Answer(json: FileState(file, context.language)).response(to: request)
        response.headers[Self.offset] = String(progress.received)
        return response
    }

    @Sendable func giveUp(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(RemoveFile(file: try context.id("upload")), by: context.viewer)
        return Response(status: .noContent)
    }

    /// All at once, from a page without script: the whole form has been read already by who guards forms.
    private func form(_ request: Request, _ context: SignedIn) async throws -> Response {
        let viewer = context.viewer
        do {
            let sent = try await request.multipart()
            guard let file = sent.file("file") else { throw Denial.invalid(field: "file", .fileEmpty) }
            _ = try await WholeUpload(site).take(file, keepsOriginal: sent.fields["keepsOriginal"] != nil, by: viewer)
            return .seeOther(.ownFiles)
        } catch let denial as Denial where denial.isAboutFile {
            return try await FilesRoutes(site: site).page(request, context, refused: denial)
        }
    }
}

/// Lets a file that has arrived be looked into, and waits a little: most are ready before the browser asks again.
struct UploadEnd: Sendable {
    let site: Site
    let works: FileWorks

    func wait(for id: ID<StoredFile>) async throws {
        let (site, patience) = (site, works.patience), (ended, line) = AsyncStream<Void>.makeStream()
        // Goes on when the request has ended. What it leaves undone, e.g. since too much waits, is taken up by `Tidying`.
        Task {
            _ = try? await Examination(site).run(id)
            line.finish()
        }
        let clock = Task {
            try? await Task.sleep(for: patience)
            line.finish()
        }
        for await _ in ended {}
        clock.cancel()
    }
}

extension Denial {
    /// What the sender can mend by choosing another file; the rest is the whole page's affair.
    fileprivate var isAboutFile: Bool {
        switch self {
        case .invalid, .conflict: true
        default: false
        }
    }
}
