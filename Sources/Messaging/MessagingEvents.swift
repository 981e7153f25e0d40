import Foundation
import Kernel
import Markup
import Storage

extension Topic {
    static func chat(_ id: ID<Chat>) -> Topic { Topic("chat", id) }
}

/// Each event's meaning stands in docs/live-events.md; a test compares the two.
extension LiveEvent {
    /// Carries the message itself, rendered once: all who hear it see the same bytes.
    static func posted(_ posted: Posted) -> LiveEvent {
        let chat = posted.message.chat
        return LiveEvent("messaging.posted", path: Link.chat(chat).text, audience: .topic(.chat(chat)), payload: PostedPayload(posted).json)
    }

    /// A message that was posted before is corrected, taken back, pinned, or has got a sign. Carries it as it stands now, unless
    /// somebody in the chat does not see it: then each page asks.
    static func changed(_ changed: Changed) -> LiveEvent {
        let chat = changed.message.chat
        let event = LiveEvent("messaging.changed", path: Link.chat(chat).text, audience: .topic(.chat(chat)), payload: ChangedPayload(changed).json)
        return changed.isSeenByAll ? event : event.thin
    }

    /// A member is writing. Carries who: a page shows it for a few seconds and asks for nothing.
    /// The other of two who talk has the chat open; said to them alone.
    static func here(in chat: ID<Chat>, for other: ID<Person>) -> LiveEvent {
        LiveEvent("messaging.here", path: Link.chat(chat).text, audience: .people([other]))
    }

    static func typing(in chat: ID<Chat>, _ writer: Viewer) -> LiveEvent {
        let name = writer.side == .staff ? writer.name.address : writer.name.list
        return LiveEvent(
            "messaging.typing", path: Link.chat(chat).text, audience: .topic(.chat(chat)),
            payload: plainJSON(TypingPayload(person: writer.person.number, name: name)))
    }

    /// They are in one more chat, or in one less: their lists are asked for anew.
    static func chats(of people: Set<ID<Person>>) -> LiveEvent { LiveEvent("messaging.chats", path: Link.chats.text, audience: .people(people)) }

    /// So many people one such event names: with more it would not fit a database's notification.
    static let mostOfLists = 500

    /// A conversation they wanted to take out is ready, or cannot be had.
    static func exported(for person: ID<Person>) -> LiveEvent { LiveEvent("messaging.exported", path: Link.exports.text, audience: .people([person])) }

    /// The person has read a chat on one of their devices: the others show it as read.
    static func read(_ chat: ID<Chat>, by person: ID<Person>) -> LiveEvent {
        LiveEvent("messaging.read", path: Link.chat(chat).text, audience: .people([person]))
    }
}

extension Transaction {
    /// The lists of chats of people who have come into a chat or left it.
    func tellLists(of people: [ID<Person>]) {
        let sorted = Set(people).sorted { $0.number < $1.number }
        for start in stride(from: 0, to: sorted.count, by: LiveEvent.mostOfLists) {
            emit(.chats(of: Set(sorted[start..<min(start + LiveEvent.mostOfLists, sorted.count)])))
        }
    }
}

/// What `chat.js` reads, as an event's payload and as the answer to a message sent. `clientID` tells the sender's own page that
/// this is the message it shows already. A day's first message comes without its markup: before it stands the day, which
/// is in the reader's own language, so the page asks for both.
struct PostedPayload: Codable, Sendable {
    let seq: Int64
    let author: Int64
    let clientID: String
    let html: String?

    init(_ posted: Posted) {
        let message = posted.message
        seq = message.seq
        author = message.author.id.number
        clientID = message.clientID.text
        html = message.isFirst(ofItsDayIn: posted.zone) ? nil : MessageViews(kind: posted.kind, zone: posted.zone).line(message).text
    }

    var json: String { plainJSON(self) }
}

/// The same for a change: `change` is the chat's count, so that a page knows whether it has missed one.
struct ChangedPayload: Codable, Sendable {
    let seq: Int64
    let change: Int64
    let html: String

    init(_ changed: Changed) {
        seq = changed.message.seq
        change = changed.message.change
        html = MessageViews(kind: changed.kind, zone: changed.zone).line(changed.message).text
    }

    var json: String { plainJSON(self) }
}

struct TypingPayload: Codable, Sendable {
    let person: Int64
    let name: String
}

private func plainJSON(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    do { return String(decoding: try encoder.encode(value), as: UTF8.self) } catch { preconditionFailure("a message is plain data: \(error)") }
}
