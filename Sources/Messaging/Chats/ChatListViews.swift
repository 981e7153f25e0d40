import Kernel
import Markup
import WebCore

/// The list of chats, and what of it stands on other pages. Values to markup, nothing else.
struct ChatListViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any MessagingText { reader.language.messaging }
    private var web: any WebText { reader.language.web }

    func page(_ chats: [ChatLine], _ shelf: ChatShelf = ChatShelf(), asks: HTML = "") -> HTML {
        let list: HTML = "\(asks)\(list(chats, shelf))"
        return shell(
            text.chats, reader, place: .chats, islands: ["messaging/chats"],
            """
            <header class="head"><div><h1>\(text.chats)</h1></div><a class="tool" href="\(Link.kept)" aria-label="\(text.kept)">\(Icon.keep)</a>\
            <a class="tool" href="\(Link.newChat)" aria-label="\(rooms.newChat)">\(Self.plus)</a></header>
            <div class="narrow flow">\(SearchViews(reader: reader, viewer: viewer).field())\(search(chats, shelf))\(folders(chats, shelf))\
            <div data-island="messaging/chats" data-path="\(Link.list(shelf))" data-fingerprint="\(list.fingerprint)">\(list)</div></div>
            """)
    }
    private static let plus: HTML =
        #"<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path d="M12 5v14M5 12h14"/></svg>"#
    private var rooms: any RoomsText { reader.language.rooms }

    /// One who is in a few chats sees them all and needs no search.
    private func search(_ chats: [ChatLine], _ shelf: ChatShelf) -> HTML? {
        guard chats.count > 8 || !shelf.text.isEmpty else { return nil }
        return """
            <form class="acts find" method="get" action="\(Link.chats)" role="search"><label class="away" for="q">\(rooms.search)</label>\
            <input id="q" name="q" type="search" value="\(shelf.text)" placeholder="\(rooms.search)" maxlength="100" autocomplete="off"><button>\(rooms.find)</button></form>
            """
    }

    private func folders(_ chats: [ChatLine], _ shelf: ChatShelf) -> HTML? {
        let folders = ChatShelf.folders(of: chats)
        guard !folders.isEmpty else { return nil }
        return """
            <nav class="folders" aria-label="\(rooms.folders)">\(each: folders, { folder in
                let unread = chats.contains { folder != .all && folder.holds($0.chat) && $0.chat.unread > 0 && !$0.chat.isMuted && !$0.chat.isArchived }
                return """
                    <a href="\(Link.folder(folder))"\(folder == shelf.folder && shelf.text.isEmpty ? #" aria-current="page""# as HTML : nil)>\(rooms.folder(folder))\
                    \(unread ? #"<i class="dot"></i>"# as HTML : nil)</a>
                    """
            })</nav>
            """
    }

    /// The list alone, for a page that has heard of news.
    func list(_ chats: [ChatLine], _ shelf: ChatShelf = ChatShelf()) -> HTML {
        guard !chats.isEmpty else { return #"<div class="empty"><b>\#(text.noChats)</b>\#(text.noChatsHint)</div>"# }
        let (open, archive) = shelf.sorted(chats, text)
        guard !open.isEmpty || !archive.isEmpty else { return #"<div class="empty"><b>\#(rooms.nothingFound)</b></div>"# }
        return
            "\(open.isEmpty ? nil : #"<ul class="lines chats">\#(each: open, line)</ul>"# as HTML)\(archive.isEmpty ? nil : fold(archive, isOpen: open.isEmpty))"
    }

    private func fold(_ archive: [ChatLine], isOpen: Bool) -> HTML {
        """
        <details class="fold"\(isOpen ? " open" as HTML : nil)><summary>\(rooms.archive(archive.count))</summary>\
        <ul class="lines chats">\(each: archive, line)</ul></details>
        """
    }

    private func line(_ line: ChatLine) -> HTML {
        let title = line.chat.title(text)
        return """
            <li\(line.chat.unread > 0 && !line.chat.isMuted ? #" class="unread""# as HTML : nil)><a href="\(Link.chat(line.chat.id))">\
            <span class="initials group" aria-hidden="true">\(initials(line.chat, title))</span>\
            <span class="grow"><b>\(title)\(marks(line.chat))</b><span>\(line.last.map(preview) ?? text.noMessages)</span></span>\
            <span class="end">\(line.last.map { when($0.postedAt) })<span class="marks">\(line.chat.isNamed ? named : nil)\(count(line.chat.unread, isQuiet: line.chat.isMuted))</span></span></a></li>

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
            ? message.caption() : message.removal == .byAuthor ? text.takenBack : message.removal == .byManager ? text.takenAway : text.expired
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

    private var named: HTML { #"<span class="count named" title="\#(rooms.named)">@<span class="away"> \#(rooms.named)</span></span>"# }
    private func marks(_ chat: Chat) -> HTML {
        """
        \(chat.isFirst ? #" <svg class="icon s" viewBox="0 0 24 24" role="img" aria-label="\#(rooms.first)"><path d="M9 3h6l-1 7 4 4H6l4-4zM12 14v7"/></svg>"# as HTML : nil)\
        \(chat.isMuted ? #" <svg class="icon s" viewBox="0 0 24 24" role="img" aria-label="\#(rooms.muted)"><path d="M6 10h4l5-4v12l-5-4H6zM4 4l16 16"/></svg>"# as HTML : nil)
        """
    }

    private func count(_ unread: Int, isQuiet: Bool = false) -> HTML? {
        unread > 0 ? #"<span class="count\#(isQuiet ? " quiet" as HTML : nil)">\#(number(unread))</span>"# : nil
    }

    /// A number, with the word for those who do not see where it stands; nothing for none.
    func number(_ unread: Int) -> HTML { unread > 0 ? #"\#(unread)<span class="away"> \#(text.unread(unread))</span>"# : "" }

    /// What others see of the reader while they write.
    func manner(showsTyping: Bool, showsPresence: Bool) -> HTML {
        shell(
            text.manner, reader, place: .chats, kind: .deep,
            """
            <header class="head"><a class="tool" href="\(Link.chats)" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(text.manner)</h1></div></header>
            <form class="narrow flow" method="post" action="\(Link.manner)">\(reader.formField)\
            <label class="check"><input type="checkbox" name="typing" value="1"\(showsTyping ? " checked" as HTML : nil)>\(text.showsTyping)</label>\
            <label class="check"><input type="checkbox" name="presence" value="1"\(showsPresence ? " checked" as HTML : nil)>\(text.showsPresence)</label>\
            <p class="hint">\(text.presenceHint)</p><button class="chief">\(text.save)</button></form>
            """)
    }

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
