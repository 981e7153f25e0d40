import Hummingbird
import Kernel
import Markup
import School
import WebCore

/// The diary. Reads requests, shows views. Decides nothing.
struct DiaryRoutes: Sendable {
    let site: Site

    func add(to diary: RouterGroup<SignedIn>) {
        diary.get(use: first)
        diary.get(":child", use: page)
        // The week alone, for a page that is open already.
        diary.get(":child/week", use: days)
    }

    /// The diary of the first of the children, for this week.
    @Sendable func first(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer, monday = monday(request, context)
        guard viewer.side != .staff else { throw Denial.notFound }
        let week = try await site.read { tx -> DiaryWeek? in
            guard let child = try DiaryStore.children(of: viewer, tx).first else { return nil }
            return try DiaryStore.week(of: child.pupil.id, from: monday, seenBy: viewer, tx)
        }
        return week.map { DiaryViews(reader: context.reader).page($0) } ?? DiaryViews(reader: context.reader).nothing
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        DiaryViews(reader: context.reader).page(try await week(request, context))
    }

    @Sendable func days(_ request: Request, _ context: SignedIn) async throws -> HTML {
        DiaryViews(reader: context.reader).days(try await week(request, context))
    }

    private func week(_ request: Request, _ context: SignedIn) async throws -> DiaryWeek {
        let child: ID<Person> = try context.id("child"), viewer = context.viewer, monday = monday(request, context)
        guard let week = try await site.read({ tx in try DiaryStore.week(of: child, from: monday, seenBy: viewer, tx) }) else { throw Denial.notFound }
        return week
    }

    /// The week that holds the day asked for; this one if that is no day.
    private func monday(_ request: Request, _ context: SignedIn) -> Day {
        (request.uri.queryParameters.get("week").flatMap { Day(String($0)) } ?? context.reader.today).monday
    }
}
