import Hummingbird
import Kernel
import Markup
import School
import WebCore

/// The journal's first page and the class journals. Reads requests, shows views. Decides nothing.
struct JournalRoutes: Sendable {
    let site: Site

    func add(to journal: RouterGroup<SignedIn>) {
        journal.get(use: index)
        journal.get("courses/:course", use: course)
        // The table alone, for a page that is open already.
        journal.get("courses/:course/grid", use: grid)
    }

    @Sendable func index(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        guard viewer.side == .staff else { throw Denial.notFound }
        if let chosen = request.uri.queryParameters.get("class") { return try await ofClass(chosen, context) }
        let (today, now) = (context.reader.today, context.now)
        let index = try await site.read { tx in
            try ClassJournalStore.index(for: viewer, on: today, missingSince: today - StaffToday.daysBack, at: now, tx)
        }
        return JournalIndexViews(reader: context.reader).page(index)
    }

    private func ofClass(_ chosen: String, _ context: SignedIn) async throws -> HTML {
        guard let number = Int64(chosen) else { throw Denial.notFound }
        let (viewer, today, now) = (context.viewer, context.reader.today, context.now)
        let lines = try await site.read { tx in
            let courses = try ClassJournalStore.courses(seenBy: viewer, of: ID(number), tx)
            return try ClassJournalStore.lines(courses, missingSince: today - StaffToday.daysBack, at: now, tx)
        }
        guard let schoolClass = lines.first?.course.schoolClass else { throw Denial.notFound }
        return JournalIndexViews(reader: context.reader).page(schoolClass, lines)
    }

    @Sendable func course(_ request: Request, _ context: SignedIn) async throws -> HTML {
        ClassJournalViews(reader: context.reader).page(try await journal(request, context))
    }

    @Sendable func grid(_ request: Request, _ context: SignedIn) async throws -> HTML {
        JournalGrid(reader: context.reader, journal: try await journal(request, context)).html
    }

    private func journal(_ request: Request, _ context: SignedIn) async throws -> ClassJournal {
        let id: ID<Course> = try context.id("course")
        let term = try request.uri.queryParameters.get("term").map { asked -> ID<Term> in
            guard let number = Int64(asked) else { throw Denial.notFound }
            return ID(number)
        }
        let (viewer, today) = (context.viewer, context.reader.today)
        guard let journal = try await site.read({ tx in try ClassJournalStore.journal(of: id, term: term, today: today, seenBy: viewer, tx) }) else {
            throw Denial.notFound
        }
        return journal
    }
}
