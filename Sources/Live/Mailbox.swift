import Kernel
import NIOCore
import Synchronization

/// News on the way to one event loop. What comes while the loop is busy waits here together, and leaves together.
final class Mailbox: Sendable {
    struct Item: Sendable {
        let news: News
        let frame: ByteBuffer
        /// Set where the news is an event for a topic's followers.
        var topic: Topic? { if case .event(let event) = news, case .topic(let topic) = event.audience { topic } else { nil } }
    }
    private let waiting = Mutex<[Item]>([])

    /// Whether they are the first, so that the loop must be called.
    func put(_ items: [Item]) -> Bool {
        waiting.withLock { waiting in
            defer { waiting += items }
            return waiting.isEmpty
        }
    }

    func take() -> [Item] {
        waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }

    /// The frames of several items as one run of bytes.
    static func joined(_ items: ArraySlice<Item>) -> ByteBuffer {
        guard var frames = items.first?.frame else { return ByteBuffer() }
        for item in items.dropFirst() { frames.writeImmutableBuffer(item.frame) }
        return frames
    }
}
