import Foundation
import Kernel
import Storage

/// Carries news between the nodes by NOTIFY. It is part of the writing transaction, so it leaves exactly when the change
/// is committed; the server keeps the order of the commits, and this node hears its own news by the same line.
final class NewsLine: @unchecked Sendable {  // `isClosed` and `isDone` are touched under `lock` only
    private let channel: String
    private let announce: Announce
    private let lock = NSCondition()
    private var isClosed = false
    private var isDone = false
    /// The server refuses a notification of 8,000 bytes or more.
    private static let longest = 7_900

    init(_ connectionString: String, announce: @escaping Announce) throws {
        let connection = try PostgresConnection(connectionString)
        // One channel per schema: two schools' databases, or two tests, on one server do not hear each other.
        channel = "news_" + (try connection.run("SELECT current_schema() AS name").first?.text("name") ?? "public")
        self.announce = announce
        let handed = HandedOver(connection)
        try connection.run(listen)
        let thread = Thread { [self] in
            hear(handed.value)
            lock.withLock {
                isDone = true; lock.broadcast()
            }
        }
        thread.name = "postgres-news"
        thread.start()
    }

    private var listen: SQL { SQL(pasting: "LISTEN \"" + channel.replacing("\"", with: "\"\"") + "\"") }

    /// The statements that send the news with the transaction. What is too long goes without its content, to be asked for.
    func notifications(of news: [News]) -> [SQL] {
        news.map { item in
            var text = Self.encode(item)
            if text.utf8.count >= Self.longest, case .event(let event) = item { text = Self.encode(.event(event.thin)) }
            if text.utf8.count >= Self.longest { text = Self.encode(.gap) }
            return "SELECT pg_notify(\(channel), \(text)) AS sent"
        }
    }

    private func hear(_ connection: PostgresConnection) {
        while !lock.withLock({ isClosed }) {
            do {
                let texts = try connection.notifications(waiting: 250)
                let news = texts.map { (try? JSONDecoder().decode(News.self, from: Data($0.utf8))) ?? .gap }
                if !news.isEmpty { announce(news) }
            } catch {
                // What was said meanwhile is lost to us: first listen again, then let every page ask.
                usleep(300_000)
                if (try? connection.reconnect()) != nil, (try? connection.run(listen)) != nil { announce([.gap]) }
            }
        }
    }

    private static func encode(_ news: News) -> String {
        do { return String(decoding: try JSONEncoder().encode(news), as: UTF8.self) } catch { preconditionFailure("news is plain data: \(error)") }
    }

    func closeSoon() { lock.withLock { isClosed = true } }
    func close() {
        closeSoon()
        lock.withLock { while !isDone { lock.wait() } }
    }
}

/// A connection on its way to the one thread that will use it from now on.
private struct HandedOver: @unchecked Sendable {  // the giver does not touch it again
    let value: PostgresConnection
    init(_ value: PostgresConnection) { self.value = value }
}
