import Kernel
import Markup
import WebCore

/// Announcements: what one asks of its reader within the message, what waits on other pages. Values to markup, nothing else.
struct AnnouncementViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any NoticeboardText { reader.language.noticeboard }
    private var web: any WebText { reader.language.web }

    func part(_ announcement: Announcement) -> HTML {
        """
        <p class="head-of-part">\(Icon.alert)<b>\(text.announcement)</b></p>\(standing(announcement))\
        <p class="ways">\(announcement.isOverseen ? overseen(announcement) : nil)\(answers(announcement))</p>
        """
    }

    private func standing(_ announcement: Announcement) -> HTML? {
        switch announcement.standing {
        case .notAsked: nil
        case .waits: receipt(of: announcement.seq, in: announcement.chat)
        case .acknowledged: #"<p class="done">\#(Icon.Small.check) \#(text.acknowledged)</p>"#
        case .byFamily: #"<p class="done">\#(Icon.Small.check) \#(text.acknowledgedByFamily)</p>"#
        }
    }

    /// `back` names where a plain form goes back to, if not into the thread.
    private func receipt(of seq: Int64, in chat: ID<Chat>, back: String? = nil) -> HTML {
        """
        <form method="post" action="\(Link.act("receipt", on: seq, in: chat))">\(reader.formField)\
        \(back.map { #"<input type="hidden" name="back" value="\#($0)">"# as HTML })<button class="chief">\(text.acknowledge)</button></form>
        """
    }

    private func overseen(_ announcement: Announcement) -> HTML {
        let words = announcement.tallies.isEmpty ? text.whoHas : text.tally(announcement.tallies)
        return #"<a href="\#(Link.receipts(of: announcement.seq, in: announcement.chat))">\#(words)</a> "#
    }

    private func answers(_ announcement: Announcement) -> HTML? {
        guard announcement.author != viewer.person else {
            guard announcement.exchanges > 0 else { return nil }
            return #"<a href="\#(Link.replies(to: announcement.seq, in: announcement.chat))">\#(text.answers(announcement.exchanges))</a>"#
        }
        guard !announcement.isOpen else { return nil }
        return #"<a href="\#(Link.exchange(about: announcement.seq, in: announcement.chat, with: viewer.person))">\#(text.answerAuthor)</a>"#
    }

    // MARK: On «Сегодня» and over the chats

    func waiting(_ waiting: [WaitingAnnouncement], back: String = "/") -> HTML {
        """
        <section class="block asks" aria-labelledby="h-waiting"><h2 id="h-waiting">\(text.waiting) <small>\(waiting.count)</small></h2><ul class="lines">\
        \(each: waiting, { line($0, back) })</ul></section>
        """
    }

    private func line(_ one: WaitingAnnouncement, _ back: String) -> HTML {
        """
        <li><div class="line"><a class="grow" href="\(Link.chat(one.chat.id, at: one.message.seq))"><b>\(one.message.preview(160))</b>\
        <small>\(one.chat.title(reader.language.messaging)) · \(one.message.author.words)\(one.isReminded ? " · \(text.reminder)" as HTML : nil)</small></a>\
        \(receipt(of: one.message.seq, in: one.chat.id, back: back))</div></li>
        """
    }

    func unread(_ exchanges: [Exchange]) -> HTML {
        """
        <section class="block" aria-labelledby="h-replies"><h2 id="h-replies">\(text.unreadAnswers)</h2><ul class="lines">\(each: exchanges, line)</ul></section>
        """
    }

    private func line(_ exchange: Exchange) -> HTML {
        """
        <li><a href="\(Link.exchange(about: exchange.seq, in: exchange.chat.id, with: exchange.reader))"><span class="grow"><b>\(exchange.name.list)</b>\
        <small>\(exchange.last)</small></span><span class="end small">\(when(exchange.at))</span></a></li>
        """
    }

    func when(_ moment: Moment) -> String {
        let day = reader.zone.day(of: moment), clock = web.time(reader.zone.minute(of: moment))
        return day == reader.today ? clock : "\(web.day(day, today: reader.today)), \(clock)"
    }
}
