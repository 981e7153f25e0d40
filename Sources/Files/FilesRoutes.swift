import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebCore

/// «Мои файлы»: what one has sent, before and after. Decides nothing.
struct FilesRoutes: Sendable {
    let site: Site
    /// Lines on the page.
    static let most = 100

    func add(to files: RouterGroup<SignedIn>) {
        files.get(use: page)
        files.get("list", use: list)
        files.get("limits", use: limits)
        files.get(":upload", use: whole)
        files.head(":upload", use: whole)
        files.get(":upload/small") { request, context in try await answer(.small, request, context) }
        files.get(":upload/large") { request, context in try await answer(.large, request, context) }
        files.get(":upload/state", use: state)
        files.post(":upload/remove", use: remove)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> Response { try await page(request, context, refused: nil) }

    func page(_ request: Request, _ context: SignedIn, refused: Denial?) async throws -> Response {
        FilesViews(reader: context.reader).page(try await shown(context), refused).response(to: request, status: refused?.pageStatus ?? .ok)
    }

    /// The list alone, for a page that has sent something.
    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> HTML { FilesViews(reader: context.reader).list(try await shown(context)) }

    private func shown(_ context: SignedIn) async throws -> OwnFiles {
        let viewer = context.viewer
        return try await site.read { tx in
            OwnFiles(
                files: try FilesStore.own(of: viewer, atMost: Self.most, tx), used: try FilesStore.used(by: viewer, tx),
                rule: try FileRuleStore.rule(for: viewer.side, in: viewer.school, tx))
        }
    }

    /// What the person may send, with the words for what they may not: a page says so before anything is sent.
    @Sendable func limits(_ request: Request, _ context: SignedIn) async throws -> Response {
        let viewer = context.viewer
        let rule = try await site.read { tx in try FileRuleStore.rule(for: viewer.side, in: viewer.school, tx) }
        return try Answer(json: FileLimits(rule, context.language)).response(to: request)
    }

    @Sendable func whole(_ request: Request, _ context: SignedIn) async throws -> Response { try await answer(.whole, request, context) }

    private func answer(_ part: StoredFile.Part, _ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await own(context), isForSaving = request.uri.queryParameters.get("save") != nil
        return try await FileAnswer(file, part, from: site.files).response(to: request, context, isForSaving: isForSaving)
    }

    @Sendable func state(_ request: Request, _ context: SignedIn) async throws -> Response {
        try Answer(json: FileState(try await own(context), context.language)).response(to: request)
    }

    @Sendable func remove(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(RemoveFile(file: try context.id("upload")), by: context.viewer)
        return .seeOther(.ownFiles)
    }

    private func own(_ context: SignedIn) async throws -> StoredFile {
        let id: ID<StoredFile> = try context.id("upload"), viewer = context.viewer
        return try await site.read { tx in try FilesAccess.own(id, by: viewer, tx) }.file
    }
}

extension Denial {
    fileprivate var pageStatus: HTTPResponse.Status { if case .conflict = self { .conflict } else { .unprocessableContent } }
}
