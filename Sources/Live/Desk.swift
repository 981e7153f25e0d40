import Kernel
import NIOCore

/// The open pages of one event loop, by person and by topic. A class, because closing a page in the middle of a round
/// comes back here at once (`close`), while the round still goes over its own copy of the list.
final class Desk {
    private var people: [ID<Person>: [ObjectIdentifier: LiveConnection]] = [:]
    private var followers: [Topic: [ObjectIdentifier: LiveConnection]] = [:]
    private var unflushed: [ObjectIdentifier: LiveConnection] = [:]
    private var isFlushPlanned = false

    func pages(of person: ID<Person>) -> [LiveConnection] { Array(people[person, default: [:]].values) }

    func open(_ page: LiveConnection) { people[page.person, default: [:]][page.id] = page }

    func close(_ page: LiveConnection) {
        people[page.person]?[page.id] = nil
        if people[page.person]?.isEmpty == true { people[page.person] = nil }
        if case .open(let topics) = page.following.value { for topic in topics { remove(page, from: topic) } }
    }

    /// The topics the database knew, less those left while it was asked, and those joined meanwhile.
    func follow(_ known: [Topic], _ page: LiveConnection) {
        guard case .opening(let joined, let left) = page.following.value, people[page.person]?[page.id] != nil else { return }
        let topics = Set(known).subtracting(left).union(joined)
        page.following.value = .open(topics)
        for topic in topics { followers[topic, default: [:]][page.id] = page }
    }

    func tell(_ news: News, _ frame: ByteBuffer) {
        switch news {
        case .event(let event):
            switch event.audience {
            case .people(let people): for person in people { for page in pages(of: person) { write(frame, to: page) } }
            case .topic(let topic): if let pages = followers[topic]?.values { for page in pages { write(frame, to: page) } }
            }
        case .joined(let person, let topic): for page in pages(of: person) { add(page, to: topic) }
        case .left(let person, let topic): for page in pages(of: person) { take(page, from: topic) }
        case .ended(let person): for page in pages(of: person) { page.channel.close(promise: nil) }
        case .gap: for pages in people.values { for page in pages.values { page.channel.close(promise: nil) } }
        }
    }

    /// After whatever else this turn of the loop still brings: a page's frames leave in one system call.
    func flushSoon(on loop: any EventLoop, _ flush: @escaping @Sendable () -> Void) {
        guard !isFlushPlanned, !unflushed.isEmpty else { return }
        isFlushPlanned = true
        loop.execute(flush)
    }

    func flush() {
        let pages = unflushed.values
        unflushed = [:]
        isFlushPlanned = false
        for page in pages { page.flush() }
    }

    private func write(_ frame: ByteBuffer, to page: LiveConnection) {
        page.write(frame)
        unflushed[page.id] = page
    }

    private func add(_ page: LiveConnection, to topic: Topic) {
        switch page.following.value {
        case .opening(let joined, let left): page.following.value = .opening(joined: joined.union([topic]), left: left.subtracting([topic]))
        case .open(let topics):
            page.following.value = .open(topics.union([topic]))
            followers[topic, default: [:]][page.id] = page
        }
    }

    private func take(_ page: LiveConnection, from topic: Topic) {
        switch page.following.value {
        case .opening(let joined, let left): page.following.value = .opening(joined: joined.subtracting([topic]), left: left.union([topic]))
        case .open(let topics):
            page.following.value = .open(topics.subtracting([topic]))
            remove(page, from: topic)
        }
    }

    private func remove(_ page: LiveConnection, from topic: Topic) {
        followers[topic]?[page.id] = nil
        if followers[topic]?.isEmpty == true { followers[topic] = nil }
    }
}
