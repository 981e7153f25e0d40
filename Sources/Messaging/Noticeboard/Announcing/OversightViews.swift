import Kernel
import Markup
import WebCore

/// The pages around one announcement: its form, who has acknowledged it, what was answered to its author.
struct OversightViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any NoticeboardText { reader.language.noticeboard }
    private var small: AnnouncementViews { AnnouncementViews(reader: reader, viewer: viewer) }

    private func page(_ title: String, under line: String, back: Link, _ inside: HTML) -> HTML {
        shell(
            title, reader, place: .chats, kind: .deep,
            """
            <header class="head"><a class="tool" href="\(back)" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(title)</h1><p>\(line)</p></div></header>
            <div class="narrow flow">\(inside)</div>
            """)
    }

    // MARK: Making one

    func form(in chat: Chat) -> HTML {
        page(
            text.newAnnouncement, under: chat.title(reader.language.messaging), back: .more(in: chat.id),
            """
            <form method="post" enctype="multipart/form-data" action="\(Link.announce(in: chat.id))">\(reader.formField)<input type="hidden" name="attempt" value="\(Attempt().text)">\
            <p class="hint">\(text.newAnnouncementHint)</p>\
            <label for="body">\(text.words)</label><textarea id="body" name="body" rows="8" maxlength="\(Message.Body.longest)" required></textarea>\
            \(AttachedViews.picker(reader))\
            <label class="check"><input type="checkbox" name="open" value="1">\(text.isOpen)</label><button class="chief">\(text.post)</button></form>
            """)
    }

    // MARK: Who has acknowledged it

    func receipts(_ announcement: Announcement, _ people: [Addressee], _ message: Message, in chat: Chat) -> HTML {
        let (waiting, done) = (people.filter { $0.acknowledgedAt == nil }, people.filter { $0.acknowledgedAt != nil })
        return page(
            text.tally(announcement.tallies), under: message.preview(), back: .chat(chat.id, at: message.seq),
            """
            \(waiting.isEmpty ? nil : remind(announcement, in: chat))\(list(text.haveNot, waiting))\(list(text.have, done))\
            \(announcement.author == viewer.person ? talk(announcement, in: chat) : nil)
            """)
    }

    private func remind(_ announcement: Announcement, in chat: Chat) -> HTML {
        let sent = announcement.remindedAt.map { text.remindedAt(small.when($0)) }
        guard announcement.mayRemind(at: reader.now) else { return #"<p class="notice">\#(sent ?? "")</p>"# }
        return """
            <form method="post" action="\(Link.act("remind", on: announcement.seq, in: chat.id))">\(reader.formField)<button class="chief">\(text.remind)</button>\
            <p class="hint">\(sent ?? text.reminds(Announcement.reminderPause / 3600))</p></form>
            """
    }

    private func talk(_ announcement: Announcement, in chat: Chat) -> HTML {
        """
        <form method="post" action="\(Link.act("open", on: announcement.seq, in: chat.id))">\(reader.formField)\
        <button name="on" value="\(announcement.isOpen ? 0 : 1)">\(announcement.isOpen ? text.closeForTalk : text.openForTalk)</button></form>
        """
    }

    private func list(_ title: String, _ people: [Addressee]) -> HTML? {
        guard !people.isEmpty else { return nil }
        return """
            <section class="block"><h2>\(title) <small>\(people.count)</small></h2><ul class="lines">\(each: people, { one in
                """
                <li><span class="line"><span class="grow">\(one.name.list) <small>\(text.side(one.side))</small></span>\
                \(one.acknowledgedAt.map { #"<span class="end small">\#(small.when($0))</span>"# as HTML })</span></li>
                """
            })</ul></section>
            """
    }

    // MARK: Answers

    func exchanges(_ exchanges: [Exchange], about message: Message, in chat: Chat) -> HTML {
        page(
            text.answersTitle, under: message.preview(), back: .chat(chat.id, at: message.seq),
            exchanges.isEmpty
                ? #"<div class="empty"><b>\#(text.noAnswers)</b></div>"#
                : """
                <ul class="lines">\(each: exchanges, { one in
                    """
                    <li><a href="\(Link.exchange(about: one.seq, in: chat.id, with: one.reader))"><span class="grow"><b>\(one.name.list)</b><small>\(one.last)</small></span>\
                    \(one.isUnread ? #"<span class="count">1</span>"# as HTML : nil)</a></li>
                    """
                })</ul>
                """)
    }

    func exchange(_ replies: [Reply], with reader: ID<Person>, about message: Message, in chat: Chat) -> HTML {
        let isAuthor = message.author.id == viewer.person, back: Link = isAuthor ? .replies(to: message.seq, in: chat.id) : .chat(chat.id, at: message.seq)
        let link = Link.exchange(about: message.seq, in: chat.id, with: reader)
        return page(
            text.answersTitle, under: message.preview(), back: back,
            """
            <ol class="replies">\(each: replies, line)</ol>
            \(replies.last.map { $0.author.id != viewer.person } == true ? markRead(message, with: reader, in: chat) : nil)
            <form method="post" action="\(link)">\(self.reader.formField)<input type="hidden" name="attempt" value="\(Attempt().text)">\
            <label for="body">\(text.reply)</label><textarea id="body" name="body" rows="3" maxlength="\(Message.Body.longest)" required></textarea>\
            \(isAuthor ? nil : #"<p class="hint">\#(text.onlyAuthorSees(message.author.words))</p>"# as HTML)<button class="chief">\(text.send)</button></form>
            """)
    }

    private func markRead(_ message: Message, with reader: ID<Person>, in chat: Chat) -> HTML {
        """
        <form method="post" action="\(Link.readReplies(about: message.seq, in: chat.id, with: reader))">\(self.reader.formField)\
        <button class="link small">\(text.markRead)</button></form>
        """
    }

    private func line(_ reply: Reply) -> HTML {
        """
        <li class="msg\(reply.author.id == viewer.person ? " mine" as HTML : nil)"><h3>\(reply.author.words)</h3><p dir="auto">\(reply.body)</p>\
        <footer><time>\(small.when(reply.at))</time></footer></li>
        """
    }
}
