import Hummingbird
import Kernel
import Markup
import WebCore

/// «Сегодня»: everybody's first screen, put together from what each feature has to say.
struct TodayRoutes: Sendable {
    let site: Site

    func add(to signedIn: RouterGroup<SignedIn>) {
        signedIn.get("", use: today)
        // The parts alone, for a page that has heard of news and is open already.
        signedIn.get("today", use: fragment)
    }

    @Sendable func today(_ request: Request, _ context: SignedIn) async throws -> HTML {
        TodayViews(reader: context.reader).page(context.viewer, try await parts(context))
    }

    @Sendable func fragment(_ request: Request, _ context: SignedIn) async throws -> HTML {
        TodayViews(reader: context.reader).parts(try await parts(context))
    }

    private func parts(_ context: SignedIn) async throws -> [TodayPart] {
        let (reader, viewer) = (context.reader, context.viewer)
        return try await site.read { tx in try Features.all.flatMap { try $0.today(for: reader, viewer, in: tx) } }.sorted { $0.rank < $1.rank }
    }
}

struct TodayViews {
    let reader: Reader

    func page(_ viewer: Viewer, _ parts: [TodayPart]) -> HTML {
        let text = reader.language.web, inside = self.parts(parts)
        return shell(
            text.today, reader, place: .today, islands: ["web/today"],
            """
            <header class="head"><div><h1>\(text.weekday(reader.today.weekday).capitalizedFirst), \(text.date(reader.today))</h1></div></header>
            <div data-island="web/today" data-path="/today" data-fingerprint="\(inside.fingerprint)">\(inside)</div>
            """)
    }

    /// What is now stands first; the rest beside it on a wide screen, after it on a narrow one.
    func parts(_ parts: [TodayPart]) -> HTML {
        let (now, rest) = (parts.filter { $0.rank <= .now }, parts.filter { $0.rank > .now })
        guard !parts.isEmpty else { return #"<div class="empty"><b>\#(reader.language.web.nothingToday)</b></div>"# }
        guard !now.isEmpty else { return #"<div class="narrow flow">\#(each: rest, \.html)</div>"# }
        return #"<div class="spread"><div class="flow">\#(each: now, \.html)</div><div class="aside flow">\#(each: rest, \.html)</div></div>"#
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
