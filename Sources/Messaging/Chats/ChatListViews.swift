import Kernel
import Markup
import WebCore

/// The list of chats, and what of it stands on other pages. Values to markup, nothing else.
struct ChatListViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any MessagingText { reader.language.messaging }
    private var web: any WebText { reader.language.web }

    func page(_ chats: [ChatLine]) -> HTML {
        shell(
            text.chats, reader, place: .chats, islands: ["messaging/chats"],
            """
            <header class="head"><div><h1>\(text.chats)</h1></div><a class="tool" href="\(Link.kept)" aria-label="\(text.kept)">\(Icon.keep)</a></header>
            <div class="narrow">\(SearchViews(reader: reader, viewer: viewer).field())</div>
            <div class="narrow" data-island="messaging/chats" data-path="/chats/list" data-fingerprint="\(list(chats).fingerprint)">\(list(chats))</div>
            """)
    }

    /// The list alone, for a page that has heard of news.
    func list(_ chats: [ChatLine]) -> HTML {
        guard !chats.isEmpty else { return #"<div class="empty"><b>\#(text.noChats)</b>\#(text.noChatsHint)</div>"# }
        return #"<ul class="lines chats">\#(each: chats, line)</ul>"#
    }

    private func line(_ line: ChatLine) -> HTML {
        let title = line.chat.title(text)
        return """
            <li\(line.chat.unread > 0 ? #" class="unread""# as HTML : nil)><a href="\(Link.chat(line.chat.id))">\
            <span class="initials group" aria-hidden="true">\(initials(line.chat, title))</span>\
            <span class="grow"><b>\(title)</b><span>\(line.last.map(preview) ?? text.noMessages)</span></span>\
            <span class="end">\(line.last.map { when($0.postedAt) })\(count(line.chat.unread))</span></a></li>

            """
    }

    /// «7А» of a class, the first letter of others.
    private func initials(_ chat: Chat, _ title: String) -> String {
        let isOfClass = chat.kind == .class || chat.kind == .family
        return String(isOfClass ? chat.title.filter { $0.isLetter || $0.isNumber }.prefix(3) : title.prefix(1).uppercased()[...])
    }

    private func preview(_ message: Message) -> String {
        let words =
            message.removal == nil
            ? message.preview() : message.removal == .byAuthor ? text.takenBack : message.removal == .byManager ? text.takenAway : text.expired
        return text.said(message.author.id == viewer.person ? nil : message.author.words, words)
    }

    private func when(_ moment: Moment) -> HTML {
        let day = reader.zone.day(of: moment)
        let words =
            switch reader.today - day {
            case 0: web.time(reader.zone.minute(of: moment))
            case 1: web.day(day, today: reader.today)
            case 2...6: web.weekdayShort(day.weekday)
            default: web.date(day)
            }
        return #"<time class="when" datetime="\#(day.description)">\#(words)</time>"#
    }

    private func count(_ unread: Int) -> HTML? { unread > 0 ? #"<span class="count">\#(number(unread))</span>"# : nil }

    /// A number, with the word for those who do not see where it stands; nothing for none.
    func number(_ unread: Int) -> HTML { unread > 0 ? #"\#(unread)<span class="away"> \#(text.unread(unread))</span>"# : "" }

    /// The part of «Сегодня».
    func unread(_ chats: [ChatLine]) -> HTML {
        """
        <section class="block" aria-labelledby="h-unread"><h2 id="h-unread">\(text.unreadTitle)</h2><ul class="lines">\(each: chats, { line in
            """
            <li><a href="\(Link.chat(line.chat.id))">\
            <span class="grow"><b>\(line.chat.title(text))</b><small>\(line.last.map(preview) ?? "")</small></span>\(count(line.chat.unread))</a></li>
            """
        })</ul></section>
        """
    }
}
