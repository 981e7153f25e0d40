import Accounts
import Kernel
import Storage

/// A member of staff opens a person's card. That a child's card was read is written down (append-only, for the director); opened
/// again within ten minutes it is the same reading.
struct ReadCard: Verb {
    static let sameReading = 600
    static let trace = "people.card"
    let person: ID<Person>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> PersonCard {
        let seen = try PeopleAccess.seen(by: viewer)
        guard let card = try CardStore.card(of: person, seen: seen, log: try? PeopleAccess.log(for: viewer), at: now, tx) else { throw Denial.notFound }
        if card.isPupil, try !wasJustRead(by: viewer, at: now, tx) {
            try tx.leave(Trace(Self.trace, about: "person:\(person.number)"), by: viewer, at: now)
        }
        return card
    }

    private func wasJustRead(by viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> Bool {
        try tx.first(
            """
            SELECT id FROM trace WHERE about = \("person:\(person.number)") AND at > \(now - Self.sameReading)
            AND school_id = \(viewer.school) AND by_id = \(viewer.person) AND what = \(Self.trace)
            """) != nil
    }
}
