import Accounts
import Kernel
import Markup
import School
import WebCore

/// What is urgent, for who writes it and for who reads it.
struct UrgentViews {
    let reader: Reader
    private var text: any NoticesText { reader.language.notices }

    private func stamp(_ moment: Moment) -> String {
        "\(reader.language.web.day(reader.zone.day(of: moment), today: reader.today)), \(reader.language.web.time(reader.zone.minute(of: moment)))"
    }

    // MARK: Writing

    func form(classes: [SchoolClass], sent: [SentUrgent], thisMonth: Int, _ refused: RefusedForm) -> HTML {
        let fields = FieldViews(reader: reader, refused: refused)
        return shell(
            text.urgent, reader, place: .more,
            """
            \(reader.head(text.urgent))<div class="narrow flow"><p>\(text.urgentWords)</p><p class="hint">\(text.urgentSent(thisMonth))</p>
            \(fields.whole(besides: ["words", "reason", "to", "classes"]))
            <form method="post" action="/more/notices/urgent/preview" class="flow">\(reader.formField)
            \(fields.area("words", text.urgentWhat, most: SendUrgent.longestWords, hint: text.urgentWhatHint))
            \(fields.area("reason", text.urgentWhy, rows: 2, most: NoticesAccess.longestReason, hint: text.urgentWhyHint))
            \(fields.select("to", text.urgentTo, UrgentAudience.Kind.allCases.map { ($0.rawValue, text.audience($0)) }))
            \(classes.isEmpty ? nil : chosen(classes, refused, fields))
            <div class="acts"><button class="chief">\(text.urgentLook)</button></div></form>
            \(sent.isEmpty ? nil : history(sent))</div>
            """)
    }

    private func chosen(_ classes: [SchoolClass], _ refused: RefusedForm, _ fields: FieldViews) -> HTML {
        let why = fields.reasons["classes"]
        return """
            <fieldset id="classes"\(why == nil ? nil : #" aria-describedby="classes-why""# as HTML)><legend>\(text.urgentClasses)</legend><div class="tools">\(each: classes, { one in
                #"<label class="check"><input type="checkbox" name="classes[]" value="\#(one.id.number)"\#(refused.typed["class-\(one.id.number)"] == nil ? nil : " checked" as HTML)>\#(one.name)</label>"#
            })</div>\(why.map { #"<p class="why" id="classes-why" role="alert">\#($0.words(reader.language))</p>"# as HTML })</fieldset>
            """
    }

    private func history(_ sent: [SentUrgent]) -> HTML {
        """
        <section class="block" aria-labelledby="h-sent"><h2 id="h-sent">\(text.urgentBefore)</h2><ul class="lines">\(each: sent, { one in
            """
            <li><a class="line" href="\(Link.urgent(one.notice.id))"><span class="grow"><b>\(one.notice.words)</b><small>\(stamp(one.notice.sentAt)) · \(one.notice.sender.short) · \(text.audience(one.audience)) · \(text.urgentSeen(one.seen, of: one.people))</small></span></a></li>
            """ as HTML
        })</ul></section>
        """
    }

    func preview(_ urgent: SendUrgent, _ forecast: UrgentForecast) -> HTML {
        let classes: [ID<SchoolClass>] = if case .classes(let ids) = urgent.audience { ids.sorted { $0.number < $1.number } } else { [] }
        return shell(
            text.urgent, reader, place: .more,
            """
            \(reader.head(text.urgent, back: .newUrgent))<div class="narrow flow">
            <div class="notice" role="status"><b>\(text.urgentGoesTo(forecast.people))</b> \(text.urgentReaches(forecast.reachable, of: forecast.people))</div>
            \(words(urgent.words, urgent.reason))<p class="hint">\(text.urgentSent(forecast.sentThisMonth))</p>
            <form method="post" action="/more/notices/urgent" class="flow">\(reader.formField)
            <input type="hidden" name="words" value="\(urgent.words)"><input type="hidden" name="reason" value="\(urgent.reason)">\
            <input type="hidden" name="to" value="\(urgent.audience.kind.rawValue)"><input type="hidden" name="attempt" value="\(urgent.attempt)">\
            \(each: classes, { #"<input type="hidden" name="classes[]" value="\#($0.number)">"# as HTML })
            <div class="acts"><button class="chief">\(text.urgentSend)</button>\
            <button name="act" value="change" formaction="/more/notices/urgent/preview">\(text.urgentChange)</button></div></form></div>
            """)
    }

    // MARK: Reading

    private func words(_ words: String, _ reason: String) -> HTML {
        #"<section class="block flow"><p class="urgent-words"><b>\#(words)</b></p><p>\#(text.urgentBecause(reason))</p></section>"#
    }

    func page(_ notice: UrgentNotice, isSeen: Bool) -> HTML {
        shell(
            text.urgent, reader, place: .today,
            """
            \(reader.head(text.urgent, back: "/"))<div class="narrow flow">\(words(notice.words, notice.reason))
            <p class="hint">\(notice.sender.full) · \(stamp(notice.sentAt))</p>\(isSeen ? nil : seen(notice))</div>
            """)
    }

    private func seen(_ notice: UrgentNotice) -> HTML {
        #"<form method="post" action="\#(Link.seeUrgent(notice.id))" class="acts">\#(reader.formField)<button class="chief">\#(text.urgentGot)</button></form>"#
    }

    /// On «Сегодня», over everything else.
    func today(_ notices: [UrgentNotice]) -> HTML {
        """
        <section class="block flow" data-state="missing" aria-labelledby="h-urgent"><h2 id="h-urgent">\(text.urgentNow)</h2>\(each: notices, { one in
            """
            <div class="flow"><p class="urgent-words"><b>\(one.words)</b></p><p>\(text.urgentBecause(one.reason))</p><p class="hint">\(one.sender.short) · \(stamp(one.sentAt))</p>\(seen(one))</div>
            """ as HTML
        })</section>
        """
    }
}
