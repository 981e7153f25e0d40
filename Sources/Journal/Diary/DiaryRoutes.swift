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
        let child = try await site.read { tx in try DiaryStore.children(of: viewer, tx).first?.pupil.id }
        let week = if let child { try await week(of: child, from: monday, context) } else { nil as DiaryWeek? }
        return week.map { DiaryViews(reader: context.reader).page($0) } ?? DiaryViews(reader: context.reader).nothing
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        DiaryViews(reader: context.reader).page(try await week(request, context))
    }

    @Sendable func days(_ request: Request, _ context: SignedIn) async throws -> HTML {
        DiaryViews(reader: context.reader).days(try await week(request, context))
    }

    private func week(_ request: Request, _ context: SignedIn) async throws -> DiaryWeek {
        guard let week = try await week(of: try context.id("child"), from: monday(request, context), context) else { throw Denial.notFound }
        return week
    }

    /// Who looks at the diary needs no notice of it any more.
    private func week(of child: ID<Person>, from monday: Day, _ context: SignedIn) async throws -> DiaryWeek? {
        let (viewer, today) = (context.viewer, context.reader.today)
        let (week, isNews) = try await site.read { tx in
            let week = try DiaryStore.week(of: child, from: monday, seenBy: viewer, tx)
            return (week, try week != nil && JournalTelling.isNews(for: viewer, of: child, on: today, tx))
        }
        if isNews { try await site.perform(SeeDiary(child: child), by: viewer, at: context.now) }
        return week
    }

    /// The week that holds the day asked for; this one if that is no day.
    private func monday(_ request: Request, _ context: SignedIn) -> Day {
        (request.uri.queryParameters.get("week").flatMap { Day(String($0)) } ?? context.reader.today).monday
    }
}
