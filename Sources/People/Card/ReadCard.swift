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
        // By what it is about and when: a few rows, whoever the reader is.
        let about = "person:\(person.number)"
        return try tx.rows("SELECT school_id, by_id, what FROM trace WHERE about = \(about) AND at > \(now - Self.sameReading)").contains { row in
            let by: ID<Person>? = try row.optionalID("by_id")
            return try by == viewer.person && row.id("school_id") == viewer.school && row.text("what") == Self.trace
        }
    }
}
