import Kernel
import NIOCore
import NIOPosix

/// Carries news to the open pages of those it concerns. Each event loop keeps its own pages, so there are no locks and
/// one hop per loop; an event is encoded once, whoever hears it, and a page's writes of one turn leave together.
public final class LiveHub: Sendable {
    private let desks: [ObjectIdentifier: NIOLoopBoundBox<Desk>]
    private let loops: [any EventLoop]

    public init(group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton) {
        loops = Array(group.makeIterator())
        desks = Dictionary(uniqueKeysWithValues: loops.map { (ObjectIdentifier($0), .makeBoxSendingValue(Desk(), eventLoop: $0)) })
    }

    /// From any thread, in the order of the commits: each page hears in that order too.
    public func announce(_ news: [News]) {
        let items = news.map { item in (news: item, frame: { if case .event(let event) = item { event.frame } else { ByteBuffer() } }()) }
        for loop in loops {
            let desk = desk(of: loop)
            loop.execute {
                for item in items { desk.value.tell(item.news, item.frame) }
                desk.value.flushSoon(on: loop) { desk.value.flush() }
            }
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
            page.write(LiveEvent("live.open", path: "", audience: .people([])).frame)
            page.flush()
        }
    }

    private func desk(of loop: any EventLoop) -> NIOLoopBoundBox<Desk> {
        guard let desk = desks[ObjectIdentifier(loop)] else { preconditionFailure("the hub and the server share one event loop group") }
        return desk
    }
}
