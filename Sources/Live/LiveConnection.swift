import Kernel
import NIOCore

/// One open page's line. A handle for any thread; what touches the pipeline runs on the channel's event loop.
final class LiveConnection: Sendable {
    let person: ID<Person>
    let channel: any Channel
    /// The frame encoder's place: what is written from here is already a frame and passes below it.
    private let belowEncoder: NIOLoopBound<ChannelHandlerContext>
    let following: NIOLoopBoundBox<Following>

    /// What the page follows. While it opens, its topics are still being read from the database: those it is told to
    /// leave meanwhile are remembered, or the reading would bring them back.
    enum Following {
        case opening(joined: Set<Topic>, left: Set<Topic>)
        case open(Set<Topic>)
    }

    init(of person: ID<Person>, channel: any Channel, belowEncoder: ChannelHandlerContext) {
        self.person = person
        self.channel = channel
        self.belowEncoder = NIOLoopBound(belowEncoder, eventLoop: channel.eventLoop)
        following = .makeBoxSendingValue(.opening(joined: [], left: []), eventLoop: channel.eventLoop)
    }

    var id: ObjectIdentifier { ObjectIdentifier(self) }

    /// On the loop. A page that does not read is cut off: it reconnects and asks what is new, instead of missing one in silence.
    func write(_ frame: ByteBuffer) {
        guard channel.isWritable else { return channel.close(promise: nil) }
        belowEncoder.value.write(NIOAny(frame), promise: nil)
    }
    /// On the loop.
    func flush() { belowEncoder.value.flush() }
}
