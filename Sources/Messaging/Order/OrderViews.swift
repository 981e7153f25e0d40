import Kernel
import Markup
import WebCore

/// What stands in a chat of its order: the rules to accept, one's own messages that wait, the form of a report.
struct OrderViews {
    let reader: Reader
    var text: any OrderText { reader.language.order }
    var messaging: any MessagingText { reader.language.messaging }

    /// Under the thread: what of the reader's waits, and what was not published.
    func waiting(_ messages: [WaitingMessage]) -> HTML {
        """
        <div data-held>\(each: messages, { message in
            """
            <p class="waiting"><span class="quiet small">\(message.refusal.map(text.refused) ?? text.onCheck)</span> \(Message.beginning(of: message.body, 200))</p>\
            \(AttachedViews(place: AttachedPlace(ofWaiting: message.id), language: reader.language).list(message.files))
            """
        })</div>
        """
    }

    /// At the head of the thread until they are accepted; afterwards the rules stand under «Порядок», beside the number of members.
    func head(_ rules: ChatOrder.Rules, of chat: Chat) -> HTML {
        #"<p class="pins"><a class="grow" href="\#(Link.order(of: chat.id))"><b>\#(text.rules)</b> \#(Message.beginning(of: rules.text, 120))</a></p>"#
    }

    /// In place of the composer for who has not accepted the rules.
    func accept(_ rules: ChatOrder.Rules, of chat: Chat) -> HTML {
        """
        <form class="waiting flow" method="post" action="\(Link.acceptRules(of: chat.id))">\(reader.formField)<input type="hidden" name="version" value="\(rules.version)">\
        <p><b>\(text.rulesAsk)</b></p><details class="fold" open><summary>\(text.rulesVersion(rules.version))</summary><p class="text">\(rules.text)</p></details>\
        <button class="chief">\(text.accept)</button></form>
        """
    }

    func report(_ message: Message, in chat: Chat) -> HTML {
        """
        <details class="fold"><summary>\(text.report)</summary><form method="post" action="\(Link.act("report", on: message.seq, in: chat.id))">\(reader.formField)\
        <label>\(text.because)<select name="cause">\(each: ReportCause.allCases, { #"<option value="\#($0.rawValue)">\#(text.cause($0))</option>"# })</select></label>\
        <label>\(text.note)<input name="note" maxlength="\(Explanation.longest)"></label><button>\(text.report)</button></form></details>
        """
    }

    /// Where no script asks: what was written stays, and can be sent all the same.
    func ask(_ reason: Denial.Reason, about sent: SentMessage, in chat: ID<Chat>) -> HTML {
        let files = sent.files.map { String($0.number) }.joined(separator: " "), reply = sent.reply.map { [("reply", String($0))] } ?? []
        let field = Asked.field("body", messaging.yourMessage, sent.body.text, longest: Message.Body.longest, isRequired: sent.files.isEmpty)
        return ask(
            reason, to: .messages(of: chat), with: [("attempt", sent.attempt)] + (files.isEmpty ? [] : [("ready", files)]) + reply, field, back: .chat(chat))
    }

    /// What is asked about: words as they were written, or in a field where they can be written otherwise.
    enum Asked {
        case words(String)
        case field(_ name: String, _ label: String, _ value: String, longest: Int, isRequired: Bool = true)
    }

    /// The same of any form: its other fields go along as they were filled in.
    func ask(_ reason: Denial.Reason, to action: Link, with fields: [(name: String, value: String)] = [], _ asked: Asked, back: Link) -> HTML {
        shell(
            text.sendAnyway, reader, place: .chats, kind: .deep,
            """
            \(head(text.sendAnyway, back: back))<div class="narrow flow"><p data-reason="\(reason.code)">\(reason.words(reader.language))</p>\
            <form class="flow" method="post" action="\(action)">\(reader.formField)<input type="hidden" name="sure" value="1">\
            \(each: fields, { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# })\(self.asked(asked))\
            <button class="chief">\(text.sendAnyway)</button></form></div>
            """)
    }

    private func asked(_ asked: Asked) -> HTML {
        switch asked {
        case .words(let words): #"<p class="text">\#(words)</p>"#
        case .field(let name, let label, let value, let longest, let isRequired):
            """
            <label>\(label)<textarea name="\(name)" rows="4" maxlength="\(longest)"\(isRequired ? " required" as HTML : nil)>\(value)</textarea></label>
            """
        }
    }

    /// In a form that a script sends: what its button says once it was asked.
    var sureWord: HTML { #" data-sure="\#(text.sendAnyway)""# }

    func head(_ title: String, back: Link) -> HTML {
        #"<header class="head"><a class="tool" href="\#(back)" aria-label="\#(messaging.back)">\#(Icon.back)</a><div><h1>\#(title)</h1></div></header>"#
    }

    func when(_ moment: Moment) -> String {
        "\(reader.language.web.day(reader.zone.day(of: moment), today: reader.today)), \(reader.language.web.time(reader.zone.minute(of: moment)))"
    }

    func title(_ kind: Chat.Kind, _ title: String) -> String {
        Chat(id: ID(0), kind: kind, title: title, lastSeq: 0, lastAt: Moment(milliseconds: 0), readSeq: 0, members: 0).title(messaging)
    }

    // MARK: A chat's own page

    /// The rules for everyone; what can be set for who manages the chat.
    func order(_ chat: Chat, _ order: ChatOrder, notAccepted: [PersonName]?) -> HTML {
        shell(
            text.order, reader, place: .chats, kind: .deep,
            """
            \(head(text.order, back: .chat(chat.id)))<div class="narrow flow"><p>\(chat.title(messaging))</p>\
            \(order.rules.map { #"<h2>\#(text.rulesVersion($0.version))</h2><p class="text">\#($0.text)</p>"# as HTML })\
            \(notAccepted.map { manage(chat, order, $0) })\(notAccepted == nil && chat.kind != .direct ? nil : export(.export(chat.id), reader.language.keeping.exportChat))\
            \(export(.export, reader.language.keeping.exportOwn))</div>
            """)
    }

    private func export(_ link: Link, _ words: String) -> HTML {
        #"<form method="post" action="\#(link)">\#(reader.formField)<button>\#(words)</button></form>"#
    }

    private func manage(_ chat: Chat, _ order: ChatOrder, _ notAccepted: [PersonName]) -> HTML {
        """
        <form class="flow" method="post" action="\(Link.rules(of: chat.id))">\(reader.formField)<label>\(text.rules)\
        <textarea name="rules" rows="6" maxlength="\(ChatOrder.Rules.longest)" required>\(order.rules?.text ?? "")</textarea></label><button>\(text.save)</button></form>\
        \(order.rules == nil ? nil : missing(notAccepted))\
        <form class="flow" method="post" action="\(Link.order(of: chat.id))">\(reader.formField)<label>\(text.slow)<select name="slow">\
        \(each: Set([0, 10, 30, 60, 300, 900, 3_600, order.slowSeconds]).sorted(), { seconds in
            #"<option value="\#(seconds)"\#(seconds == order.slowSeconds ? " selected" as HTML : nil)>\#(text.slowChoice(seconds))</option>"#
        })</select></label>\
        <label class="check"><input type="checkbox" name="premoderated" value="1"\(order.isPremoderated ? " checked" as HTML : nil)>\(text.premoderated)</label>\
        <button class="chief">\(text.save)</button></form>
        """
    }

    private func missing(_ people: [PersonName]) -> HTML {
        guard !people.isEmpty else { return "<p>\(text.allAccepted)</p>" }
        return
            #"<details class="fold"><summary>\#(text.notAccepted): \#(people.count)</summary><ul class="lines">\#(each: people, { #"<li><span class="line">\#($0.list)</span></li>"# })</ul></details>"#
    }
}
