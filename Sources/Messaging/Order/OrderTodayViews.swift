import Accounts
import Kernel
import Markup
import Storage
import WebCore

/// What of the chats' order stands on other pages.
enum OrderToday {
    /// How much waits for the viewer's decision, and what was decided about their own messages in the last week.
    static func parts(for reader: Reader, _ viewer: Viewer, _ gate: TodayGate, in tx: Transaction) throws -> [TodayPart] {
        let text = reader.language.order
        let count =
            !gate.hasCases
            ? 0 : try OrderStore.cases(for: viewer, tx).count + OrderStore.waiting(for: viewer, tx).count + OrderStore.appeals(for: viewer, tx).count
        let decided = gate.hasDecisions ? try OrderStore.decisions(about: viewer, since: since(reader.now), tx).filter { $0.answer == nil } : []
        var parts: [TodayPart] = []
        if count > 0 { parts.append(TodayPart(.owed, link(.moderation, text.moderation, text.toDecide(count)))) }
        if let newest = decided.first {
            parts.append(TodayPart(.owed, link(.chatDecisions, text.decisions, "\(text.measure(newest.measure)): \(newest.reason)")))
        }
        return parts
    }

    /// A decision stands there for a week.
    static func since(_ now: Moment) -> Moment { now - 7 * 86_400 }

    private static func link(_ link: Link, _ title: String, _ words: String) -> HTML {
        """
        <section class="block"><h2>\(title)</h2><ul class="lines"><li><a href="\(link)"><span class="grow"><span>\(words)</span></span></a></li></ul></section>
        """
    }

    static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] {
        let text = reader.language.order
        var doors = [Door(text.decisions, .chatDecisions, in: .own)]
        if viewer.side == .staff { doors.append(Door(text.moderation, .moderation, in: .school)) }
        if MessagingAccess.decidesForSchool(viewer) { doors.append(Door(text.statistics, .chatStatistics, in: .school)) }
        if (try? MessagingAccess.arranged(by: viewer)) != nil {
            doors += [Door(text.words, .chatWords, in: .school), Door(reader.language.keeping.retention, .retention, in: .school)]
        }
        return doors
    }
}
