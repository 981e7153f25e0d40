import Kernel
import NIOCore
import NIOPosix

/// Carries news to the open pages of those it concerns. Each event loop keeps its own pages, so there are no locks and
/// one hop per loop; an event is encoded once, whoever hears it.
public final class LiveHub: Sendable {
    private struct Counter: Sendable {
        let loop: any EventLoop
        let desk: NIOLoopBoundBox<Desk>
        let mailbox = Mailbox()
    }
    private let counters: [Counter]
    private let desks: [ObjectIdentifier: NIOLoopBoundBox<Desk>]

    public init(group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton, pingInterval: TimeAmount = .seconds(30)) {
        counters = group.makeIterator().map { Counter(loop: $0, desk: .makeBoxSendingValue(Desk(), eventLoop: $0)) }
        desks = Dictionary(uniqueKeysWithValues: counters.map { (ObjectIdentifier($0.loop), $0.desk) })
        let pause = TimeAmount.nanoseconds(pingInterval.nanoseconds / Int64(Desk.turnsPerInterval))
        for counter in counters {
            // Holds the desk weakly: a hub that is let go of takes its pings with it.
            let desk = WeakDesk(counter.desk)
            counter.loop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { task in
                if let desk = desk.box { desk.value.ping() } else { task.cancel() }
            }
        }
    }

    private final class WeakDesk: Sendable {
        private weak let held: NIOLoopBoundBox<Desk>?
        var box: NIOLoopBoundBox<Desk>? { held }
        init(_ box: NIOLoopBoundBox<Desk>) { held = box }
    }

    /// From any thread, in the order of the commits: each page hears in that order too.
    public func announce(_ news: [News]) {
        let items = news.map { item in Mailbox.Item(news: item, frame: { if case .event(let event) = item { event.frame } else { ByteBuffer() } }()) }
        for counter in counters where counter.mailbox.put(items) {
            counter.loop.execute { counter.desk.value.tell(counter.mailbox.take()) }
        }
    }

    /// On the connection's loop.
    func opened(_ page: LiveConnection) { desk(of: page.channel.eventLoop).value.open(page) }
    /// On the connection's loop.
    func closed(_ page: LiveConnection) { desk(of: page.channel.eventLoop).value.close(page) }

    /// From any thread, with what the database says. Then greets the page, which asks for what it has missed: what comes later it hears.
    func follow(_ topics: [Topic], _ page: LiveConnection) {
        let desk = desk(of: page.channel.eventLoop)
        page.channel.eventLoop.execute {
            desk.value.follow(topics, page)
            page.say(LiveEvent("live.open", path: "", audience: .people([])).frame)
        }
    }

    private func desk(of loop: any EventLoop) -> NIOLoopBoundBox<Desk> {
        guard let desk = desks[ObjectIdentifier(loop)] else { preconditionFailure("the hub and the server share one event loop group") }
        return desk
    }
}
