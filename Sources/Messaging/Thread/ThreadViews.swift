import Kernel
import Markup
import WebCore

/// A chat's thread. Values to markup, nothing else: no request, no database.
struct ThreadViews {
    let reader: Reader
    let viewer: Viewer
    /// What messages ask of the reader.
    var parts: [Int64: ReadersPart] = [:]
    /// What the reader has begun to write, on whatever device.
    var draft: Draft? = nil
    private var text: any MessagingText { reader.language.messaging }
    private var attached: any AttachedText { reader.language.attached }
    private var web: any WebText { reader.language.web }

    /// The whole page. An older part of the thread is a page by itself that does not move: its messages are not the last ones.
    func page(_ chat: Chat, _ messages: Messages, pinned: Message? = nil, answering: Message? = nil, order: ThreadOrder = ThreadOrder(), isOlder: Bool) -> HTML
    {
        let mayPut = chat.mayPost && order.refusal == nil
        return shell(
            chat.title(text), reader, place: .chats, kind: .thread, islands: isOlder ? [] : ["messaging/chat"],
            """
            \(MessageViews.symbols(reader))<header class="head"><a class="tool" href="\(Link.chats)" aria-label="\(text.back)">\(Icon.back)</a>\
            <div><h1>\(chat.title(text))</h1><p><a href="\(Link.members(of: chat.id))">\(text.members(chat.members))</a><span class="wide"> · \
            <a href="\(Link.order(of: chat.id))">\(reader.language.order.order)</a> · \
            <a href="\(Link.files(of: chat.id))">\(attached.filesLink)</a></span>\
            \(order.showsPresence && !isOlder ? presence(chat) : nil)</p></div>\(isOlder ? nil : markRead(chat))\(mayPut ? more(chat) : nil)\
            <a class="tool wide" href="\(Link.search(in: chat.id))" aria-label="\(reader.language.search.title)">\(Icon.search)</a>\(menu(chat, mayPut: mayPut))</header>\
            \(order.rules.map { OrderViews(reader: reader).head($0, of: chat) })<div data-pins>\(pins(chat, pinned))</div>
            <div class="log" role="log" aria-label="\(text.messages)" tabindex="0"\(isOlder ? nil : island(chat))>\
            <ol>\(lines(messages, of: chat, isPageTop: true, showsFresh: !isOlder))\
            \(messages.list.isEmpty ? empty : nil)\(isOlder ? newest(chat) : nil)</ol>\(isOlder ? nil : templates)</div>
            \(isOlder ? nil : #"<button class="newer" type="button" data-newer hidden>\#(text.newMessages)</button>"# as HTML)
            <p class="typing small" data-typing data-words="\(text.writing)" hidden></p>
            \(OrderViews(reader: reader).waiting(order.waiting))
            \(mayPut ? order.rules.map { OrderViews(reader: reader).accept($0, of: chat) } ?? composer(chat, answering) : silent(chat, order.refusal))
            """)
    }

    /// The newest of what stands at the head of the chat, with the way to all of it.
    func pins(_ chat: Chat, _ pinned: Message?) -> HTML {
        guard let pinned else { return "" }
        return """
            <p class="pins"><a class="grow" href="\(Link.chat(chat.id, at: pinned.seq))" data-to="\(pinned.seq)"><b>\(text.pinned)</b> \(pinned.caption())</a>\
            <a class="link small" href="\(Link.pinned(in: chat.id))">\(text.allPinned)</a></p>
            """
    }

    /// To what can be put into the chat besides a plain message.
    private func more(_ chat: Chat) -> HTML {
        #"<a class="tool wide" href="\#(Link.more(in: chat.id))" aria-label="\#(reader.language.noticeboard.more)">\#(Icon.more)</a>"#
    }

    /// On a telephone: all that stands in the head of a wider page, so that the head is one line.
    private func menu(_ chat: Chat, mayPut: Bool) -> HTML {
        let ways: [(Link, String)?] = [
            (Link.search(in: chat.id), reader.language.search.title), (Link.files(of: chat.id), attached.files),
            (Link.order(of: chat.id), reader.language.order.order),
            mayPut ? (Link.more(in: chat.id), reader.language.noticeboard.more) : nil,
        ]
        return """
            <details class="ways-of-chat"><summary class="tool" aria-label="\(web.more)">\(Self.dots)</summary>\
            <ul>\(each: ways.compactMap { $0 }, { #"<li><a href="\#($0.0)">\#($0.1)</a></li>"# })</ul></details>
            """
    }

    private static let dots: HTML =
        #"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path stroke-width="3" d="M5 12h.01M12 12h.01M19 12h.01"/></svg>"#

    /// Whether the other of the two is there: empty until their page says so.
    private func presence(_ chat: Chat) -> HTML {
        #"<span data-island="messaging/presence" data-path="\#(Link.chat(chat.id))" data-me="\#(viewer.person.number)" data-here="\#(text.here)" data-lately="\#(text.lately)"></span>"#
    }

    /// In place of the composer where one only reads.
    private func silent(_ chat: Chat, _ refusal: Denial.Reason?) -> HTML {
        if let refusal { return #"<p class="readonly">\#(refusal.words(reader.language))</p>"# }
        let way = MessagingAccess.mayPropose(in: chat, viewer) ? RequestViews(reader: reader, viewer: viewer).way(chat) : nil
        return #"<p class="readonly">\#(chat.isArchived ? text.chatEnded : text.onlyManagersPost)\#(way)</p>"#
    }

    /// Lines for a page that is open already.
    func fragment(_ chat: Chat, _ messages: Messages, isPageTop: Bool) -> HTML { lines(messages, of: chat, isPageTop: isPageTop, showsFresh: false) }

    private func lines(_ messages: Messages, of chat: Chat, isPageTop: Bool, showsFresh: Bool) -> HTML {
        let views = MessageViews(kind: chat.kind, zone: reader.zone), own = own(in: chat), top = isPageTop ? messages.list.first : nil
        let fresh = showsFresh && chat.unread > 0 ? messages.list.first { $0.seq > chat.readSeq && $0.author.id != viewer.person } : nil
        return """
            \(isPageTop && messages.hasOlder ? messages.list.first.map { older(chat, than: $0) } : nil)\(each: messages.list, { message in
                let opens = message == top || message == fresh
                return """
                    \(message == top || message.isFirst(ofItsDayIn: reader.zone) ? day(of: message) : nil)\
                    \(message == fresh ? #"<li class="date fresh">\#(text.fresh)</li>"# as HTML : nil)\
                    \(views.line(message, isNext: opens ? false : nil, for: own))

                    """
            })
            """
    }

    private func own(in chat: Chat) -> MessageViews.Own {
        MessageViews.Own(person: viewer.person, language: reader.language, parts: PartViews(reader: reader, viewer: viewer).all(parts, in: chat.id))
    }

    /// Messages that have changed, each alone: their places are on the page already.
    func changed(_ messages: [Message], in chat: Chat) -> HTML {
        let views = MessageViews(kind: chat.kind, zone: reader.zone), own = own(in: chat)
        return "\(each: messages, { views.line($0, for: own) })"
    }

    private func day(of message: Message) -> HTML {
        let day = reader.zone.day(of: message.postedAt)
        return #"<li class="date" data-day="\#(day.description)">\#(web.day(day, today: reader.today).startingUppercase)</li>"#
    }

    private func older(_ chat: Chat, than message: Message) -> HTML {
        #"<li class="older"><a class="button" href="\#(Link.chat(chat.id, before: message.seq))" data-before="\#(message.seq)">\#(text.older)</a></li>"#
    }
    private func newest(_ chat: Chat) -> HTML { #"<li class="older"><a class="button" href="\#(Link.chat(chat.id))">\#(text.newest)</a></li>"# }
    private var empty: HTML { #"<li class="empty" data-empty><b>\#(text.noMessages)</b>\#(text.noMessagesHint)</li>"# }

    private func island(_ chat: Chat) -> HTML {
        """
         data-island="messaging/chat" data-path="\(Link.chat(chat.id))" data-me="\(viewer.person.number)" data-last="\(chat.lastSeq)" data-change="\(chat.lastChange)" \
        data-read="\(chat.readSeq)" data-today="\(reader.today.description)"
        """
    }

    /// What the page shows of a message before the server has it, and the words of roles for messages that come live.
    private var templates: HTML {
        """
        <template data-sending><li class="msg mine" data-state="sending"><p dir="auto"></p>\
        <footer><span class="sent">\(text.sending)</span></footer></li></template>\
        <template data-failed><li class="msg mine" data-state="failed"><p dir="auto"></p>\
        <footer><span class="sent">\(Icon.alert) \(text.notSent)</span><span class="reason" data-why></span>\
        <button type="button" class="link small" data-retry>\(text.retry)</button>\
        <button type="button" class="link small" data-remove>\(text.remove)</button></footer></li></template>\
        <template data-roles data-signed-out="\(text.signedOut)">\(each: Role.allCases, { #"<i data-role="\#($0.rawValue)">\#(web.role($0))</i>"# })\
        \(each: MessageViews.Word.allCases, { #"<i data-word="\#($0.rawValue)">\#($0.said(in: reader.language))</i>"# })</template>\
        <template data-answer><p class="answer"><span></span><button type="button" class="link small" data-drop>\(text.doNotAnswer)</button></p></template>\
        \(AttachedViews.viewer(reader))\(AttachedViews.sounds(reader))<dialog class="sheet" data-sheet data-offline="\(web.offline)" aria-label="\(text.whatToDo)"></dialog>
        """
    }

    /// Without a script nothing else says that the thread has been read.
    private func markRead(_ chat: Chat) -> HTML? {
        guard chat.unread > 0 else { return nil }
        return """
            <noscript><form method="post" action="\(Link.read(chat.id))">\(reader.formField)<input type="hidden" name="seq" value="\(chat.lastSeq)">\
            <button class="link small">\(text.markRead)</button></form></noscript>
            """
    }

    /// `attempt` names the form: sent twice by a double press it posts once.
    private func composer(_ chat: Chat, _ answering: Message?) -> HTML {
        """
        <form class="say" method="post" enctype="multipart/form-data" action="\(Link.messages(of: chat.id))" data-written="\(draft?.writtenAt.milliseconds ?? 0)" data-other="\(reader.language.prepared.otherDraft)">\(answering.map(answer))\(reader.formField)\
        <input type="hidden" name="attempt" value="\(Attempt().text)">\
        <input id="files" name="files" type="file" multiple aria-describedby="files-hint"><label class="tool" for="files" title="\(attached.attach)">\(AttachedViews.clip)\
        <span class="away">\(attached.attach)</span></label><span id="files-hint" class="away">\(attached.attachHint(AttachedFile.most, MultipartForm.largest >> 20))</span>\
        <label class="away" for="body">\(text.yourMessage)</label>\
        <textarea id="body" name="body" rows="1" maxlength="\(Message.Body.longest)" placeholder="\(text.yourMessage)" enterkeyhint="send">\(draft?.body ?? "")</textarea>\
        <button class="chief" aria-label="\(text.post)">\(Icon.send)<span class="word">\(text.post)</span></button>\(AttachedViews.words(reader))</form>
        """
    }

    private func answer(_ message: Message) -> HTML {
        """
        <p class="answer"><span>\(text.answerTo) <b>\(message.author.words)</b> \(message.caption())</span>\
        <input type="hidden" name="reply" value="\(message.seq)"></p>
        """
    }
}

extension Chat {
    /// «7А, класс», «7А, родители», «Учительская»
    func title(_ text: any MessagingText) -> String {
        switch kind {
        case .class: text.classChat(title)
        case .family: text.familyChat(title)
        case .staff: text.staffRoom
        case .school: text.schoolChannel
        case .course, .group, .direct, .network: title
        }
    }
}

extension String {
    /// A line of its own begins with a capital letter.
    fileprivate var startingUppercase: String { prefix(1).uppercased() + dropFirst() }
}
