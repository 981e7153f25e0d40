import Client
import Foundation
import Synchronization

/// Posts messages, the rooms in turn, and in each room its members in turn.
final class Posting: Sendable {
    private let rooms: [(chat: Int64, members: [Client])]
    private let board: Board
    private let text: String
    private let counted = Mutex((next: 0, expected: 0))

    init(rooms: [Int64: [Client]], board: Board, body: Int) {
        self.rooms = rooms.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        self.board = board
        text = Stamp.body(bytes: body)
    }

    /// Deliveries that all posts together must bring: one for each member of the room.
    var expected: Int { counted.withLock(\.expected) }

    /// So many a second, each at its own moment, whether the last has been answered or not.
    func openLoop(rate: Double, until end: UInt64) async throws {
        let step = UInt64(1_000_000_000 / rate)
        try await withThrowingTaskGroup(of: Void.self) { posts in
            var moment = steadyNow() + step
            while moment < end {
                let now = steadyNow()
                if moment > now { try await Task.sleep(for: .nanoseconds(Int64(moment - now)), tolerance: .zero) }
                let stamp = moment
                posts.addTask { try await self.post(stamp) }
                moment += step
            }
            try await posts.waitForAll()
        }
    }

    /// So many under way; the next when one has reached all its members.
    func closedLoop(window: Int, until end: UInt64) async throws {
        try await withThrowingTaskGroup(of: Void.self) { posts in
            for _ in 0..<window {
                posts.addTask {
                    while steadyNow() < end {
                        let (stream, reached) = AsyncStream<Void>.makeStream()
                        let stamp = self.freshStamp()
                        let room = self.nextRoom()
                        self.board.wait(for: stamp, members: room.members.count) { reached.finish() }
                        try await self.post(stamp, in: room)
                        for await _ in stream {}
                    }
                }
            }
            try await posts.waitForAll()
        }
    }

    /// No two messages have the same moment.
    private let lastStamp = Atomic<UInt64>(0)
    private func freshStamp() -> UInt64 {
        while true {
            let last = lastStamp.load(ordering: .relaxed)
            let stamp = max(steadyNow(), last + 1)
            if lastStamp.compareExchange(expected: last, desired: stamp, ordering: .relaxed).exchanged { return stamp }
        }
    }

    private func nextRoom() -> (chat: Int64, members: [Client], turn: Int) {
        counted.withLock { state in
            let room = rooms[state.next % rooms.count]
            state.next += 1
            return (room.chat, room.members, state.next / rooms.count)
        }
    }

    private func post(_ stamp: UInt64) async throws { try await post(stamp, in: nextRoom()) }

    private func post(_ stamp: UInt64, in room: (chat: Int64, members: [Client], turn: Int)) async throws {
        counted.withLock { $0.expected += room.members.count }
        board.notePost()
        _ = try await room.members[room.turn % room.members.count].post(text, to: room.chat, clientID: Stamp.clientID(stamp))
        board.noteAnswer(stamp)
    }
}
