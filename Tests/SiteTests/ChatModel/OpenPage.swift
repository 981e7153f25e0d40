import Foundation
import HTTPTypes
import Kernel
import Live
import TestKit
import Testing
import WebCore

@testable import Messaging

/// An open thread: its lines, the last message and the count of changes it knows.
struct OpenPage: Sendable {
    /// Messages by their numbers, as markup without what differs from reader to reader.
    var lines: [Int64: String] = [:]
    var last: Int64 = 0
    var change: Int64 = 0
    /// How often it has asked the server.
    var asked = 0
    static let many = 200

    private struct Event: Decodable {
        struct Payload: Decodable { let seq: Int64, change: Int64?, html: String? }
        let name: String, path: String, payload: Payload?
    }

    /// Lives until all is said: opens its line again whenever it is lost, where a node is up.
    static func live(as viewer: Viewer, of chat: ID<Chat>, at place: Int, in nodes: ChatNodes, _ house: ChatHouse, _ roll: ChatRoll) async throws -> OpenPage {
        var page = OpenPage()
        while let node = await nodes.any(place) {
            let before = page
            let (after, isOver) =
                (try? await Page.open(viewer, of: node.world, port: node.port) { heard in
                    var page = before
                    // What was said until now is asked for after the line is there, so nothing falls between.
                    let isLast = roll.isEnding
                    try await page.catchUp(as: viewer, chat, node)
                    if isLast { return (page, true) }
                    while let text = try await heard.next() {
                        if text.contains(#""name":"end""#) { return (page, true) }
                        try await page.hear(text, as: viewer, chat, node)
                    }
                    return (page, false)
                }) ?? (before, false)
            page = after
            if isOver { return page }
        }
        return page
    }

    static func fresh(as viewer: Viewer, of chat: ID<Chat>, _ world: World) async throws -> OpenPage {
        try await world.browse(as: viewer) { client in
            let node = ChatNode(client: client, port: 0, world: world)
            var page = OpenPage()
            try await page.catchUp(as: viewer, chat, node)
            return page
        }
    }

    private mutating func hear(_ text: String, as viewer: Viewer, _ chat: ID<Chat>, _ node: ChatNode) async throws {
        let event = try JSONDecoder().decode(Event.self, from: Data(text.utf8))
        if event.name == "messaging.chats" { return try await catchUp(as: viewer, chat, node) }
        guard event.path == "/chats/\(chat.number)" else { return }
        switch event.name {
        case "messaging.posted":
            if let seq = event.payload?.seq, seq <= last { return }
            if let payload = event.payload, let html = payload.html, payload.seq == last + 1, last > 0 {
                show(html)
            } else {
                try await catchUp(as: viewer, chat, node)
            }
        case "messaging.changed":
            if let known = event.payload?.change, known <= change { return }
            if let payload = event.payload, let html = payload.html, payload.change == change + 1 {
                show(html)
            } else {
                try await catchUp(as: viewer, chat, node)
            }
        default: break
        }
    }

    private mutating func catchUp(as viewer: Viewer, _ chat: ID<Chat>, _ node: ChatNode) async throws {
        while true {
            asked += 1
            let (status, text) = try await node.ask("/chats/\(chat.number)/messages?after=\(last)&limit=\(Self.many)&changed=\(change)", as: viewer)
            guard status == .ok else { return }
            let known = change, added = show(text)
            guard added == Self.many || change > known else { return }
        }
    }

    @discardableResult private mutating func show(_ html: String) -> Int {
        var added = 0, count = 0, changed: Int64 = 0, newest: Int64 = 0
        for line in Self.messages(in: html) {
            let mark = line.html.firstMatch(of: /data-change="([0-9]+)"/).flatMap { Int64($0.1) } ?? 0
            newest = max(newest, mark)
            if line.seq <= last {
                (count, changed) = (count + 1, max(changed, mark))
                // A change of what it does not show is none of its business.
                if lines[line.seq] != nil { lines[line.seq] = line.html }
            } else {
                (added, last) = (added + 1, line.seq)
                lines[line.seq] = line.html
            }
        }
        change = max(change, count < Self.many ? newest : changed)
        return added
    }

    /// The messages of a fragment. What one reader's page says in its own words is left out.
    private static func messages(in html: String) -> [(seq: Int64, html: String)] {
        html.components(separatedBy: "<li class=\"msg").dropFirst().compactMap { piece in
            let line = piece.components(separatedBy: "</footer></li>")[0].drop { $0 != "\"" }
            guard let seq = line.firstMatch(of: /data-seq="([0-9]+)"/).flatMap({ Int64($0.1) }) else { return nil }
            let plain = String(line).replacing(/(data-word="[a-zA-Z]+"|data-role="[a-zA-Z]+")>[^<]*</) { "\($0.1)><" }.replacing(" class=\"mine\"", with: "")
            return (seq, plain)
        }
    }
}
