import Kernel
import Markup

/// Each event's meaning stands in docs/live-events.md; a test compares the two.
extension LiveEvent {
    /// Something urgent was told; «Сегодня» shows it.
    static func urgent(_ notice: ID<UrgentNotice>, to people: Set<ID<Person>>) -> LiveEvent {
        LiveEvent("notices.urgent", path: Link.urgent(notice).text, audience: .people(people))
    }
}
