import Foundation
import HTTPTypes
import Kernel
import Live
import TestKit
import Testing
import WebCore

@testable import Messaging

/// Does one act after another and knows what must come of each.
struct ChatDriver {
    let seed: UInt64
    let house: ChatHouse
    let chat: ID<Chat>
    let nodes: ChatNodes
    private var dice: Dice
    private var model = Model()
    private var named = 0

    private struct Said {
        let author: Int
        var body: String, isRemoved = false, isPinned = false, signs: [String: Set<Int>] = [:]
        mutating func takeBack() { (body, isRemoved, isPinned, signs) = ("", true, false, [:]) }
    }
    private struct Model {
        var said: [Int64: Said] = [:], present: Set<Int> = [0, 1, 2, 3], read: [Int: Int64] = [:]
        var last: Int64 { said.keys.max() ?? 0 }
    }

    init(seed: UInt64, house: ChatHouse, chat: ID<Chat>, nodes: ChatNodes) {
        (self.seed, self.house, self.chat, self.nodes) = (seed, house, chat, nodes)
        dice = Dice(seed)
    }

    private var path: String { "/chats/\(chat.number)" }
    private func node(_ place: Int) async throws -> ChatNode { try #require(await nodes.any(place)) }

    mutating func step() async throws {
        let who = dice.number(4), place = dice.number(2), seq = model.last == 0 ? 1 : Int64(dice.number(Int(model.last))) + 1
        switch dice.number(16) {
        case 0...5: try await say(who, place, answering: dice.number(3) == 0 && model.last > 0 ? seq : nil)
        case 6: try await sayTogether(who, (who + 1) % 4)
        case 7, 8: try await correct(seq, who, place)
        case 9: try await takeBack(seq, who, place)
        case 10, 11: try await sign(seq, who, place)
        case 12: try await pin(seq, who, place)
        case 13: try await comeOrGo(1 + dice.number(3), place)
        case 14: try await markRead(seq, who, place)
        default:
            // Lines are lost: every page of the node asks anew.
            try await node(place).world.hub.announce([.gap])
            _ = try await node(place).ask("\(path)/mute", as: house.members[who], #"{"on":\#(dice.number(2))}"#)
        }
    }

    private struct Answer: Decodable { let seq: Int64 }

    /// Sent once or twice under one name, the second time perhaps to another node: it is posted once.
    private mutating func say(_ who: Int, _ place: Int, answering reply: Int64?) async throws {
        named += 1
        let body = "слово \(named) \(["*важно*", "https://example.org/\(named)", "- раз\n- два", "<b>"][dice.number(4)])"
        let sent = #"{"clientID":"name-\#(seed)-\#(named)","body":\#(Self.quoted(body))\#(reply.map { #","reply":\#($0)"# } ?? "")}"#
        let mayAnswer = reply.map { model.said[$0]?.isRemoved == false } ?? true
        for time in 0...dice.number(2) {
            let (status, text) = try await node(place + time).ask("\(path)/messages", as: house.members[who], sent)
            guard model.present.contains(who), mayAnswer else {
                #expect(status == .notFound, "seed \(seed): \(text)")
                return
            }
            #expect(status == .ok, "seed \(seed): \(text)")
            let seq = try JSONDecoder().decode(Answer.self, from: Data(text.utf8)).seq
            #expect(seq == (time == 0 ? model.last + 1 : model.last), "seed \(seed)")
            if time == 0 { note(seq, who, body) }
        }
    }

    private mutating func note(_ seq: Int64, _ who: Int, _ body: String) {
        model.said[seq] = Said(author: who, body: body)
        model.read[who] = seq
    }

    /// Two at once, each on a node of their own: both have a place, and the places follow one another.
    private mutating func sayTogether(_ one: Int, _ other: Int) async throws {
        guard model.present.isSuperset(of: [one, other]) else { return }
        named += 1
        let (first, second) = (try await node(0), try await node(1)), members = house.members, path = path, name = "name-\(seed)-\(named)", last = model.last
        async let mine = first.ask("\(path)/messages", as: members[one], #"{"clientID":"\#(name)-a","body":"вместе а"}"#)
        async let theirs = second.ask("\(path)/messages", as: members[other], #"{"clientID":"\#(name)-b","body":"вместе б"}"#)
        let seqs = try await [mine, theirs].map { try JSONDecoder().decode(Answer.self, from: Data($0.text.utf8)).seq }
        #expect(Set(seqs) == [last + 1, last + 2], "seed \(seed)")
        note(seqs[0], one, "вместе а")
        note(seqs[1], other, "вместе б")
    }

    private mutating func correct(_ seq: Int64, _ who: Int, _ place: Int) async throws {
        named += 1
        let body = "исправлено \(named)"
        let status = try await act("\(path)/messages/\(seq)/edit", #"{"body":"\#(body)"}"#, seq, who, place, allowed: model.said[seq]?.author == who)
        if status == .ok { model.said[seq]?.body = body }
    }

    private mutating func takeBack(_ seq: Int64, _ who: Int, _ place: Int) async throws {
        let status = try await act("\(path)/messages/\(seq)/remove", "{}", seq, who, place, allowed: model.said[seq]?.author == who || who == 0)
        guard status == .ok else { return }
        model.said[seq]?.takeBack()
    }

    private mutating func sign(_ seq: Int64, _ who: Int, _ place: Int) async throws {
        let sign = Sign.allCases[dice.number(3)].rawValue
        guard try await act("\(path)/messages/\(seq)/signs", #"{"sign":"\#(sign)"}"#, seq, who, place, allowed: true) == .ok else { return }
        model.said[seq]?.signs[sign, default: []].formSymmetricDifference([who])
    }

    private mutating func pin(_ seq: Int64, _ who: Int, _ place: Int) async throws {
        let isPinned = dice.number(2) == 1
        guard try await act("\(path)/messages/\(seq)/pin", #"{"on":\#(isPinned ? 1 : 0)}"#, seq, who, place, allowed: true) == .ok else { return }
        model.said[seq]?.isPinned = isPinned
    }

    private func act(_ path: String, _ body: String, _ seq: Int64, _ who: Int, _ place: Int, allowed: Bool) async throws -> HTTPResponse.Status {
        let (status, text) = try await node(place).ask(path, as: house.members[who], body)
        let isThere = model.present.contains(who) && model.said[seq]?.isRemoved == false
        #expect(status == (!isThere ? .notFound : allowed ? .ok : .forbidden), "seed \(seed): \(path) \(text)")
        return status
    }

    private mutating func comeOrGo(_ who: Int, _ place: Int) async throws {
        let (member, isIn) = (house.members[who], model.present.contains(who))
        let (status, text) =
            isIn
            ? try await node(place).ask("\(path)/members/\(member.person.number)/remove", as: house.members[0], "{}")
            : try await node(place).ask("\(path)/members", as: house.members[0], #"{"member":["\#(member.person.number)-\#(member.side.rawValue)"]}"#)
        #expect(status == .seeOther, "seed \(seed): \(text)")
        model.present.formSymmetricDifference([who])
    }

    mutating func bringAllBack() async throws {
        for who in 1...3 where !model.present.contains(who) { try await comeOrGo(who, 0) }
    }

    private mutating func markRead(_ seq: Int64, _ who: Int, _ place: Int) async throws {
        let (status, _) = try await node(place).ask("\(path)/read", as: house.members[who], #"{"seq":\#(seq)}"#)
        #expect(status == (model.present.contains(who) ? .noContent : .notFound), "seed \(seed)")
        if status == .noContent, model.last >= seq { model.read[who] = max(model.read[who] ?? 0, seq) }
    }

    /// What the database has is what was done.
    func check() async throws {
        let world = house.worlds[0], members = house.members, chat = chat
        let (found, reads) = try await world.site.read { tx in
            (
                try MessagingStore.messages(of: chat, Span(.newest, limit: 10_000), seenBy: members[0], tx).list,
                try members.map { try MessagingStore.chat(chat, seenBy: $0, tx)?.readSeq }
            )
        }
        #expect(found.map(\.seq) == Array(1...max(1, model.last)), "seed \(seed): without a gap")
        for message in found {
            let said = try #require(model.said[message.seq])
            #expect(message.body == said.body && (message.removal != nil) == said.isRemoved && message.isPinned == said.isPinned, "seed \(seed): \(message)")
            #expect(message.author.id == members[said.author].person, "seed \(seed)")
            let signs = Dictionary(uniqueKeysWithValues: message.signs.map { ($0.sign.rawValue, Set($0.people)) })
            let wanted = said.signs.filter { !$0.value.isEmpty }.mapValues { Set($0.map { members[$0].person }) }
            #expect(signs == wanted, "seed \(seed): \(message)")
        }
        #expect(reads == members.indices.map { model.read[$0] ?? 0 }, "seed \(seed)")
    }

    private static func quoted(_ text: String) -> String {
        (try? String(decoding: JSONEncoder().encode(text), as: UTF8.self)) ?? "\"\""
    }
}
