import NIOCore
import Synchronization

/// Where deliveries are counted. `heard` runs on the one event loop of the run; the rest is read from anywhere.
final class Board: Sendable {
    let timings = Timings()
    /// From the moment a message was meant to be posted to the answer that it is stored.
    let posts = Timings()
    private let state = Mutex(State())

    private struct State {
        var from: UInt64 = .max
        var to: UInt64 = 0
        var greeted = 0
        var delivered = 0
        var inWindow = 0
        var posted = 0
        /// How many members have each message that somebody waits for.
        var waited: [UInt64: (left: Int, whenAll: @Sendable () -> Void)] = [:]
    }

    var greeted: Int { state.withLock(\.greeted) }
    var delivered: Int { state.withLock(\.delivered) }
    /// Deliveries whose message was posted inside the counted time.
    var inWindow: Int { state.withLock(\.inWindow) }
    var posted: Int { state.withLock(\.posted) }

    func count(from: UInt64, to: UInt64) {
        state.withLock {
            $0.from = from
            $0.to = to
        }
    }

    func notePost() { state.withLock { $0.posted += 1 } }

    func noteAnswer(_ stamp: UInt64) {
        let now = steadyNow()
        if state.withLock({ stamp >= $0.from && stamp < $0.to }) { posts.add(nanoseconds: now > stamp ? now - stamp : 0) }
    }

    func wait(for stamp: UInt64, members: Int, whenAll: @escaping @Sendable () -> Void) { state.withLock { $0.waited[stamp] = (members, whenAll) } }

    func heard(_ frame: ByteBuffer) {
        let now = steadyNow()
        guard let stamp = Stamp.find(in: frame) else {
            state.withLock { $0.greeted += 1 }
            return
        }
        let (isCounted, done) = state.withLock { state -> (Bool, (@Sendable () -> Void)?) in
            state.delivered += 1
            let isCounted = stamp >= state.from && stamp < state.to
            if isCounted { state.inWindow += 1 }
            guard let left = state.waited[stamp]?.left else { return (isCounted, nil) }
            if left > 1 {
                state.waited[stamp]?.left = left - 1
                return (isCounted, nil)
            }
            return (isCounted, state.waited.removeValue(forKey: stamp)?.whenAll)
        }
        if isCounted { timings.add(nanoseconds: now > stamp ? now - stamp : 0) }
        done?()
    }
}

/// The moment a message was meant to be posted, as its sender's name for it: `load-` and 16 hexadecimal digits. It comes back with
/// every delivery, whatever else the delivery holds.
enum Stamp {
    private static let mark = Array("load-".utf8)

    static func clientID(_ stamp: UInt64) -> String {
        let digits = String(stamp, radix: 16)
        return "load-" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Text of about so many bytes, two for a letter.
    static func body(bytes: Int) -> String {
        let filler = "Завтра контрольная, принесите циркуль и линейку. "
        return String(String(repeating: filler, count: bytes / 80 + 1).prefix(max(1, bytes / 2)))
    }

    static func find(in frame: ByteBuffer) -> UInt64? {
        frame.withUnsafeReadableBytes { bytes in
            var place = 0
            while place + mark.count + 16 <= bytes.count {
                if bytes[place] == mark[0], bytes[place + 1] == mark[1], bytes[place + 2] == mark[2], bytes[place + 3] == mark[3], bytes[place + 4] == mark[4] {
                    return UInt64(String(decoding: bytes[place + 5..<place + 21], as: UTF8.self), radix: 16)
                }
                place += 1
            }
            return nil
        }
    }
}
