import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

/// Whatever happens in a chat, in any order and on whichever node: what stands on the open pages is what the database has, without gaps or
/// doubles. Pages do as `chat.js` does: they show what they hear if it is next, else ask for what they have missed.
@Suite(.timeLimit(.minutes(5))) struct ChatModelTests {
    @Test("after any sequence of acts every open page shows what a fresh one would", arguments: TestDatabase.available, [3, 58, 2026] as [UInt64])
    func pages(_ kind: TestDatabase, seed: UInt64) async throws {
        let house = try await ChatHouse(kind), nodes = ChatNodes(), roll = ChatRoll()
        let chat = try await house.worlds[0].perform(
            MakeChat(ChatDraft("Кружок"), with: house.members.dropFirst().map { PeerKey($0.person, $0.side) }), by: house.members[0])
        let lines = try await withThrowingTaskGroup(of: ClosedPage?.self) { group in
            for place in house.worlds.indices { house.start(place, in: nodes, with: &group) }
            for number in 0..<(house.members.count * 2) {
                let viewer = number % house.members.count
                group.addTask {
                    let page = try await OpenPage.live(as: house.members[viewer], of: chat, at: number / house.members.count, in: nodes, house, roll)
                    return ClosedPage(viewer: viewer, page: page)
                }
            }
            var driver = ChatDriver(seed: seed, house: house, chat: chat, nodes: nodes)
            for step in 0..<90 {
                if step == 45 { await house.stop(house.worlds.count - 1, in: nodes) }
                if step == (house.worlds.count > 1 ? 60 : 45) { try await house.startAgain(house.worlds.count - 1, in: nodes, with: &group) }
                try await driver.step()
            }
            try await driver.bringAllBack()
            try await driver.check()
            roll.end()
            try await house.worlds[0].site.database.write { tx in
                tx.emit(LiveEvent("end", path: "", audience: .people(Set(house.members.map(\.person)))))
            }
            var pages: [ClosedPage] = []
            while pages.count < house.members.count * 2, let ended = try await group.next() { if let ended { pages.append(ended) } }
            await nodes.close()
            return pages
        }
        for (viewer, page) in lines.map({ ($0.viewer, $0.page) }) {
            let fresh = try await OpenPage.fresh(as: house.members[viewer], of: chat, house.worlds[0])
            #expect(page.lines == fresh.lines, "seed \(seed): \(house.members[viewer].name.full)'s page, after \(page.asked) questions")
            #expect(page.last == fresh.last && page.change == fresh.change, "seed \(seed)")
        }
        house.close()
    }
}

/// A page that was closed, and whose it was.
struct ClosedPage: Sendable {
    let viewer: Int
    let page: OpenPage
}
