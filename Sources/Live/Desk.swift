import Kernel
import NIOCore

/// The open pages of one event loop, by person and by topic. A class, because closing a page in the middle of a round
/// comes back here at once (`close`), while the round still goes over its own copy of the list.
final class Desk {
    private var people: [ID<Person>: [LiveConnection]] = [:]
    private var followers: [Topic: Followers] = [:]
    /// Pages are asked for a sign of life a part at a time: a thousand that reconnect together must not be pinged together.
    private var turns = [[ObjectIdentifier: LiveConnection]](repeating: [:], count: Desk.turnsPerInterval)
    private var turn = 0
    static let turnsPerInterval = 30

    func pages(of person: ID<Person>) -> [LiveConnection] { people[person, default: []] }

    func open(_ page: LiveConnection) {
        people[page.person, default: []].append(page)
        turns[page.turn][page.id] = page
    }

    func close(_ page: LiveConnection) {
        people[page.person]?.removeAll { $0 === page }
        if people[page.person]?.isEmpty == true { people[page.person] = nil }
        turns[page.turn][page.id] = nil
        if case .open(let topics) = page.state.following { for topic in topics { remove(page, from: topic) } }
    }

    /// The topics the database knew, less those left while it was asked, and those joined meanwhile.
    func follow(_ known: [Topic], _ page: LiveConnection) {
        guard case .opening(let joined, let left) = page.state.following, pages(of: page.person).contains(where: { $0 === page }) else { return }
        let topics = Set(known).subtracting(left).union(joined)
        page.state.following = .open(topics)
        for topic in topics { followers[topic, default: Followers()].add(page) }
    }

    /// News that follow one another in one topic leave as one write a page.
    func tell(_ items: [Mailbox.Item]) {
        var rest = items[...]
        while let first = rest.first {
            guard let topic = first.topic else { tell(first.news, first.frame); rest = rest.dropFirst(); continue }
            let round = rest.prefix { $0.topic == topic }
            rest = rest.dropFirst(round.count)
            guard let pages = followers[topic]?.pages else { continue }
            let frames = Mailbox.joined(round)
            for page in pages { page.say(frames) }
        }
    }

    private func tell(_ news: News, _ frame: ByteBuffer) {
        switch news {
        case .event(let event):
            if case .people(let people) = event.audience { for person in people { for page in pages(of: person) { page.say(frame) } } }
        case .joined(let person, let topic): for page in pages(of: person) { add(page, to: topic) }
        case .left(let person, let topic): for page in pages(of: person) { take(page, from: topic) }
        case .ended(let person): for page in pages(of: person) { page.close() }
        case .gap: for pages in people.values { for page in pages { page.close() } }
        }
    }

    /// One turn of the pings: whoever has not answered two is gone.
    func ping() {
        turn = (turn + 1) % Self.turnsPerInterval
        for page in turns[turn].values {
            guard page.state.unansweredPings < 2 else { page.close(); continue }
            page.state.unansweredPings += 1
            page.say(pingFrame)
        }
    }

    private func add(_ page: LiveConnection, to topic: Topic) {
        switch page.state.following {
        case .opening(let joined, let left): page.state.following = .opening(joined: joined.union([topic]), left: left.subtracting([topic]))
        case .open(let topics):
            page.state.following = .open(topics.union([topic]))
            followers[topic, default: Followers()].add(page)
        }
    }

    private func take(_ page: LiveConnection, from topic: Topic) {
        switch page.state.following {
        case .opening(let joined, let left): page.state.following = .opening(joined: joined.subtracting([topic]), left: left.union([topic]))
        case .open(let topics):
            page.state.following = .open(topics.subtracting([topic]))
            remove(page, from: topic)
        }
    }

    private func remove(_ page: LiveConnection, from topic: Topic) {
        followers[topic]?.remove(page)
        if followers[topic]?.pages.isEmpty == true { followers[topic] = nil }
    }
}

/// The pages that follow a topic, one after another in memory: a round goes over them as fast as it can.
private struct Followers {
    private(set) var pages: ContiguousArray<LiveConnection> = []
    private var places: [ObjectIdentifier: Int] = [:]

    mutating func add(_ page: LiveConnection) {
        guard places[page.id] == nil else { return }
        places[page.id] = pages.count
        pages.append(page)
    }

    mutating func remove(_ page: LiveConnection) {
        guard let place = places.removeValue(forKey: page.id), let last = pages.popLast() else { return }
        guard last !== page else { return }
        pages[place] = last
        places[last.id] = place
    }
}
