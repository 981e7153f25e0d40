import Kernel
import NIOCore

/// One open page's line. A handle for any thread; what touches the pipeline runs on the channel's event loop.
final class LiveConnection: Sendable {
    let person: ID<Person>
    let channel: any Channel
    /// In which of the desk's turns the page is pinged.
    let turn = Int.random(in: 0..<Desk.turnsPerInterval)
    /// The frame encoder's place: what is written from here is already a frame and passes below it.
    private let belowEncoder: NIOLoopBound<ChannelHandlerContext>
    private let loopState: NIOLoopBoundBox<State>

    struct State {
        var following = Following.opening(joined: [], left: [])
        var unansweredPings = 0
    }

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
        loopState = .makeBoxSendingValue(State(), eventLoop: channel.eventLoop)
    }

    var id: ObjectIdentifier { ObjectIdentifier(self) }
    /// On the loop.
    var state: State {
        get { loopState.value }
        set { loopState.value = newValue }
    }

    /// On the loop. A page that does not read is cut off: it reconnects and asks what is new, instead of missing one in silence.
    func say(_ frames: ByteBuffer) {
        guard channel.isWritable else { return close() }
        belowEncoder.value.writeAndFlush(NIOAny(frames), promise: nil)
    }
    /// On the loop.
    func close() { channel.close(promise: nil) }
}
