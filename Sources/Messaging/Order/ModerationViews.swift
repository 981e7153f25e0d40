import Kernel
import Markup
import WebCore

/// The pages of those who decide, and of those about whom it was decided.
struct ModerationViews {
    let reader: Reader
    private var parts: OrderViews { OrderViews(reader: reader) }
    private var text: any OrderText { reader.language.order }

    private func page(_ title: String, back: Link = .chats, _ inside: HTML) -> HTML {
        shell(title, reader, place: .chats, kind: .deep, #"\#(parts.head(title, back: back))<div class="narrow flow">\#(inside)</div>"#)
    }

    /// What waits for a decision; reports lead to a page of their own, where a little around the message is shown.
    func queue(_ cases: [ReportCase], _ waiting: [WaitingMessage], _ appeals: [Decision]) -> HTML {
        guard !(cases.isEmpty && waiting.isEmpty && appeals.isEmpty) else { return page(text.moderation, #"<div class="empty"><b>\#(text.noCases)</b></div>"#) }
        return page(
            text.moderation,
            """
            \(cases.isEmpty ? nil : "<h2>\(text.reports)</h2>\(reports(cases))" as HTML)\
            \(waiting.isEmpty ? nil : "<h2>\(text.waiting)</h2>\(each: waiting, judge)" as HTML)\
            \(appeals.isEmpty ? nil : "<h2>\(text.appeals)</h2>\(each: appeals, answer)" as HTML)
            """)
    }

    private func reports(_ cases: [ReportCase]) -> HTML {
        """
        <ul class="lines">\(each: cases, { entry in
            """
            <li><a href="\(Link.moderation(entry.report))"><span class="grow"><small>\(entry.chat.title(parts.messaging)) · \(entry.author.list) · \
            \(text.cause(entry.cause))</small><span>\(Message.beginning(of: entry.body, 120))</span></span><span class="end small">\(parts.when(entry.at))</span></a></li>
            """
        })</ul>
        """
    }

    private func judge(_ message: WaitingMessage) -> HTML {
        """
        <section class="block flow"><p class="quiet small">\(parts.title(message.chatKind, message.chatTitle)) · \(message.author.list) · \(parts.when(message.at))</p>\
        \(message.body.isEmpty ? nil : #"<p class="text">\#(message.body)</p>"# as HTML)\
        \(AttachedViews(place: AttachedPlace(ofWaiting: message.id), language: reader.language).list(message.files))\
        <form method="post" action="\(Link.waiting(message.id))">\(reader.formField)<button class="chief" name="publish" value="1">\(text.publish)</button></form>\
        <details class="fold"><summary>\(text.refuse)</summary><form method="post" action="\(Link.waiting(message.id))">\(reader.formField)\
        <label>\(text.reason)<input name="reason" maxlength="\(Explanation.longest)" required></label><button>\(text.refuse)</button></form></details></section>
        """
    }

    private func answer(_ decision: Decision) -> HTML {
        """
        <section class="block"><p class="quiet small">\(parts.title(decision.chatKind, decision.chatTitle)) · \(decision.author.list) · \(text.measure(decision.measure))</p>\
        <p>\(text.because): \(decision.reason)</p><p>\(text.appealed(decision.appeal ?? ""))</p>\
        <form class="flow" method="post" action="\(Link.answerAppeal(decision.id))">\(reader.formField)\
        <label>\(text.because)<input name="text" maxlength="\(Explanation.longest)" required></label>\
        <div class="acts"><button name="lifts" value="0">\(text.uphold)</button><button name="lifts" value="1">\(text.lift)</button></div></form></section>
        """
    }

    func decide(_ entry: ReportCase, around: [Message]) -> HTML {
        page(
            text.cause(entry.cause), back: .moderation,
            """
            <p class="quiet small">\(entry.chat.title(parts.messaging)) · \(entry.author.list) · \(parts.when(entry.at))</p><p class="text"><b>\(entry.body)</b></p>\
            \(AttachedViews(place: AttachedPlace(ofReported: entry.report), language: reader.language).list(around.first { $0.seq == entry.seq }?.files ?? []))\
            \(entry.note.isEmpty ? nil : "<p>\(entry.note)</p>" as HTML)\
            <details class="fold"><summary>\(text.around)</summary><ol class="lines">\(each: around, { message in
                #"<li><span class="line"><span class="grow"><small>\#(message.author.words)</small><span>\#(message.caption(400))</span></span></span></li>"#
            })</ol></details>\
            <form class="flow" method="post" action="\(Link.moderation(entry.report))">\(reader.formField)\
            <fieldset><legend>\(text.decide)</legend>\(each: Measure.allCases, { measure in
                #"<label class="check"><input type="radio" name="measure" value="\#(measure.rawValue)" required>\#(text.measure(measure))</label>"#
            })</fieldset><label>\(text.hours)<input type="number" name="hours" value="24" min="1" max="\(DecideReport.mostHours)"></label>\
            <label>\(text.reason)<input name="reason" maxlength="\(Explanation.longest)" required></label><button class="chief">\(text.decide)</button></form>
            """)
    }

    /// Of one's own messages and reports.
    func decisions(_ decisions: [Decision], _ reports: [OwnReport]) -> HTML {
        page(
            text.decisions,
            """
            \(decisions.isEmpty ? #"<div class="empty"><b>\#(text.noDecisions)</b></div>"# as HTML : "\(each: decisions, own)")\
            \(reports.isEmpty ? nil : #"<h2>\#(text.myReports)</h2><ul class="lines">\#(each: reports, line)</ul>"# as HTML)
            """)
    }

    private func line(_ report: OwnReport) -> HTML {
        """
        <li><span class="line"><span class="grow"><span>\(text.cause(report.cause))</span><small>\(report.measure.map(text.measure) ?? text.reportOpen)\
        \(report.reason.isEmpty ? nil : ". \(report.reason)" as HTML)</small></span><span class="end small">\(parts.when(report.at))</span></span></li>
        """
    }

    private func own(_ decision: Decision) -> HTML {
        """
        <section class="block"><p class="quiet small">\(parts.title(decision.chatKind, decision.chatTitle)) · \(parts.when(decision.at))</p>\
        <p><b>\(text.measure(decision.measure))</b>\(decision.until.map { " \(text.until(parts.when($0)))" as HTML })\(decision.isLifted ? " · \(text.lifted)" as HTML : nil)</p>\
        <p>\(text.because): \(decision.reason)</p>\(decision.appeal.map { "<p>\(text.appealed($0))</p>" as HTML })\
        \(decision.answer.map { "<p>\(text.answered($0))</p>" as HTML })\(decision.appeal == nil ? appeal(decision) : nil)</section>
        """
    }

    private func appeal(_ decision: Decision) -> HTML {
        """
        <details class="fold"><summary>\(text.appeal)</summary><form method="post" action="\(Link.appeal(decision.id))">\(reader.formField)\
        <label>\(text.because)<input name="text" maxlength="\(Explanation.longest)" required></label><button>\(text.appeal)</button></form></details>
        """
    }

    func words(_ words: [ListedWord]) -> HTML {
        page(
            text.words,
            """
            <p class="quiet">\(text.wordsHint)</p>\(add(.word, text.word))\(add(.host, text.host))
            <ul class="lines">\(each: words, { word in
                """
                <li><span class="line"><span class="grow"><span>\(word.words)</span><small>\(word.kind == .word ? text.word : text.host)</small></span>\
                <form method="post" action="\(Link.unlist(word.id))">\(reader.formField)<button class="link small">\(text.remove)</button></form></span></li>
                """
            })</ul>
            """)
    }

    private func add(_ kind: ListedWord.Kind, _ label: String) -> HTML {
        """
        <form method="post" action="\(Link.chatWords)">\(reader.formField)<input type="hidden" name="kind" value="\(kind.rawValue)"><label>\(label)</label>\
        <div class="acts find"><input name="words" maxlength="200" aria-label="\(label)" required><button>\(text.add)</button></div></form>
        """
    }

    /// By month, the newest first; numbers only.
    func statistics(_ months: [(month: String, counts: [Measure: Int], lifted: Int)]) -> HTML {
        page(
            text.statistics,
            """
            <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">\(text.month)</th>\(each: Measure.allCases, { #"<th scope="col">\#(text.measure($0))</th>"# })\
            <th scope="col">\(text.lifted)</th></tr></thead><tbody>\(each: months, { month in
                #"<tr><th scope="row">\#(month.month)</th>\#(each: Measure.allCases, { "<td>\(month.counts[$0] ?? 0)</td>" })<td>\#(month.lifted)</td></tr>"#
            })</tbody></table></div>
            """)
    }
}
