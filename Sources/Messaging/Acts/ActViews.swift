import Kernel
import Markup
import WebCore

/// What can be done with one message: a page by itself, and the sheet that a script opens over the thread. The same forms serve both.
struct ActViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any MessagingText { reader.language.messaging }

    /// A message with all that the page offers to do with it.
    struct Offer {
        let chat: Chat
        let message: Message
        /// What it asks of the reader, if anything.
        let part: [Int64: ReadersPart]
        let acts: Set<MessageAct>
        let isKept: Bool
        /// Where its words may be passed on to.
        let targets: [Chat]
    }

    func page(_ offer: Offer) -> HTML {
        shell(
            text.message, reader, place: .chats, kind: .deep,
            """
            \(MessageViews.symbols(reader))<header class="head"><a class="tool" href="\(Link.chat(offer.chat.id, at: offer.message.seq))" aria-label="\(text.back)">\(Icon.back)</a>\
            <div><h1>\(text.message)</h1><p>\(offer.chat.title(text))</p></div></header>
            <ol class="narrow">\(MessageViews(kind: offer.chat.kind, zone: reader.zone).line(offer.message, isNext: false, for: own(offer)))</ol>
            <div class="narrow">\(sheet(offer))</div>
            """)
    }

    private func own(_ offer: Offer) -> MessageViews.Own {
        let parts = PartViews(reader: reader, viewer: viewer).all(offer.part, in: offer.chat.id)
        return MessageViews.Own(person: viewer.person, language: reader.language, parts: parts)
    }

    /// The forms alone.
    func sheet(_ offer: Offer) -> HTML {
        """
        <div class="doing">\(offer.acts.contains(.sign) ? signs(offer) : nil)\
        \(offer.acts.contains(.reply) ? answer(offer) : nil)\
        \(offer.acts.contains(.pin) ? toggle(offer, "pin", isOn: offer.message.isPinned, text.pin, text.unpin) : nil)\
        \(offer.acts.contains(.keep) ? toggle(offer, "keep", isOn: offer.isKept, text.keep, text.unkeep) : nil)\
        \(offer.acts.contains(.passOn) && !offer.targets.isEmpty ? passOn(offer) : nil)\
        \(offer.acts.contains(.edit) ? edit(offer) : nil)\(offer.acts.contains(.remove) ? remove(offer) : nil)\
        \(offer.message.removal == nil && offer.message.author.id != viewer.person ? OrderViews(reader: reader).report(offer.message, in: offer.chat) : nil)</div>
        """
    }

    private func form(_ offer: Offer, _ act: String, sure: HTML? = nil, _ inside: HTML) -> HTML {
        #"<form method="post" action="\#(Link.act(act, on: offer.message.seq, in: offer.chat.id))"\#(sure)>\#(reader.formField)\#(inside)</form>"#
    }

    private func signs(_ offer: Offer) -> HTML {
        let mine = Set(offer.message.signs.filter { $0.people.contains(viewer.person) }.map(\.sign))
        return form(
            offer, "signs",
            """
            <fieldset class="signs"><legend>\(text.signs)</legend>\(each: Sign.allCases, { sign in
                #"<button name="sign" value="\#(sign.rawValue)" aria-pressed="\#(mine.contains(sign) ? "true" : "false")">\#(sign.rawValue)</button>"#
            })</fieldset>
            """)
    }

    private func answer(_ offer: Offer) -> HTML {
        #"<a class="button" href="\#(Link.answer(offer.message.seq, in: offer.chat.id))" data-answer="\#(offer.message.seq)">\#(text.answer)</a>"#
    }

    private func toggle(_ offer: Offer, _ act: String, isOn: Bool, _ on: String, _ off: String) -> HTML {
        form(offer, act, #"<button name="on" value="\#(isOn ? 0 : 1)">\#(isOn ? off : on)</button>"#)
    }

    private func passOn(_ offer: Offer) -> HTML {
        let form = form(
            offer, "pass-on",
            """
            <input type="hidden" name="attempt" value="\(Attempt().text)"><label>\(text.passOnTo)<select name="to">\
            \(each: offer.targets, { #"<option value="\#($0.id.number)">\#($0.title(text))</option>"# })</select></label>\
            <button>\(text.passOn)</button>
            """)
        return #"<details class="fold"><summary>\#(text.passOn)</summary>\#(form)</details>"#
    }

    private func edit(_ offer: Offer) -> HTML {
        let form = form(
            offer, "edit", sure: OrderViews(reader: reader).sureWord,
            """
            <label>\(text.yourMessage)<textarea name="body" rows="4" maxlength="\(Message.Body.longest)"\(offer.message.hasFiles ? nil : " required" as HTML)>\(offer.message.body)</textarea></label>\
            <button class="chief">\(text.save)</button>
            """)
        return #"<details class="fold"><summary>\#(text.correct)</summary>\#(form)</details>"#
    }

    private func remove(_ offer: Offer) -> HTML {
        let form = form(offer, "remove", #"<p>\#(text.removeAsks)</p><button class="danger">\#(text.remove)</button>"#)
        return #"<details class="fold"><summary>\#(text.remove)</summary>\#(form)</details>"#
    }

    // MARK: Lists

    func kept(_ messages: [KeptMessage]) -> HTML {
        list(
            text.kept, back: .chats, messages, empty: (text.noKept, text.noKeptHint),
            title: { "\($0.chat.title(text)) · \($0.message.author.words)" })
    }

    func pinned(_ messages: [Message], in chat: Chat) -> HTML {
        list(
            text.pinned, back: .chat(chat.id), messages.map { KeptMessage(chat: chat, message: $0) }, empty: (text.noPinned, ""),
            title: { $0.message.author.words })
    }

    private func list(_ title: String, back: Link, _ messages: [KeptMessage], empty: (String, String), title line: (KeptMessage) -> String) -> HTML {
        shell(
            title, reader, place: .chats, kind: .deep,
            """
            <header class="head"><a class="tool" href="\(back)" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(title)</h1></div></header>
            <div class="narrow">\(messages.isEmpty ? #"<div class="empty"><b>\#(empty.0)</b>\#(empty.1)</div>"# as HTML : lines(messages, line))</div>
            """)
    }

    private func lines(_ messages: [KeptMessage], _ title: (KeptMessage) -> String) -> HTML {
        """
        <ul class="lines">\(each: messages, { kept in
            """
            <li><a href="\(Link.chat(kept.chat.id, at: kept.message.seq))"><span class="grow"><small>\(title(kept))</small>\
            <span>\(kept.message.caption(200))</span></span><span class="end small">\
            \(reader.language.web.day(reader.zone.day(of: kept.message.postedAt), today: reader.today))</span></a></li>
            """
        })</ul>
        """
    }
}
