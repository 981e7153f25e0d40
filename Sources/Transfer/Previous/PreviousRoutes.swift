import Hummingbird
import Kernel
import Markup
import WebCore

/// «Прежняя школа». Decides nothing.
struct PreviousRoutes: Sendable {
    let site: Site

    func add(to previous: RouterGroup<SignedIn>) {
        previous.get(use: list)
        previous.get(":pupil", use: page)
    }

    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        return PreviousViews(reader: context.reader).list(try await site.read { tx in try PreviousStore.lines(seenBy: viewer, tx) })
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        PreviousViews(reader: context.reader).page(try await site.perform(ReadRecord(pupil: try context.id("pupil")), by: context.viewer))
    }
}
