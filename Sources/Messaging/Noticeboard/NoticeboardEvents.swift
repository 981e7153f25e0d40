import Kernel
import Markup

extension LiveEvent {
    /// How a message's part stands with its readers has changed: each page asks for its own.
    static func partChanged(_ seq: Int64, in chat: ID<Chat>, for audience: Audience) -> LiveEvent {
        LiveEvent("messaging.part-changed", path: Link.part(of: seq, in: chat).text, audience: audience)
    }
    /// They have not acknowledged an announcement and are asked to.
    static func reminded(of seq: Int64, in chat: ID<Chat>, _ people: Set<ID<Person>>) -> LiveEvent {
        LiveEvent("messaging.reminded", path: Link.message(seq, in: chat).text, audience: .people(people))
    }
    /// Something was said in an exchange about an announcement.
    static func replied(in exchange: SeenExchange) -> LiveEvent {
        let path = Link.exchange(about: exchange.seq, in: exchange.chat, with: exchange.reader).text
        return LiveEvent("messaging.replied", path: path, audience: .people([exchange.author, exchange.reader]))
    }
    /// Words are proposed for a channel, or decided upon.
    static func requestChanged(in chat: ID<Chat>, _ people: Set<ID<Person>>) -> LiveEvent {
        LiveEvent("messaging.request-changed", path: Link.requests(in: chat).text, audience: .people(people))
    }
    /// The person has read it on one of their devices.
    static func repliesRead(in exchange: SeenExchange) -> LiveEvent {
        let path = Link.exchange(about: exchange.seq, in: exchange.chat, with: exchange.reader).text
        return LiveEvent("messaging.replies-read", path: path, audience: .people([exchange.viewer.person]))
    }
}
