import Accounts
import Kernel
import Markup
import WebCore

/// Requests to correct: one's own with their state, and the queue of those who answer. Values to markup, nothing else.
struct CorrectionViews {
    let reader: Reader
    private var text: any OwnText { reader.language.own }
    private var web: any WebText { reader.language.web }

    func own(_ asked: Correction) -> HTML {
        let state = [text.state(asked.state), asked.reason, asked.voucher.map { text.vouched($0.short) } ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
        return #"<li><span class="line"><span class="grow"><b>\#(wish(asked))</b><small>\#(asked.name.list) · \#(state)</small></span></span></li>"#
    }

    /// On the first screen of those who answer.
    func waiting(_ count: Int) -> HTML {
        """
        <section class="block"><h2>\(text.today)</h2><ul class="lines"><li><a href="\(Link.corrections)"><span class="grow"><b>\(text.queueCount(count))</b></span>\
        <span class="go"></span></a></li></ul></section>
        """
    }

    func queue(_ waiting: [Correction], _ viewer: Viewer) -> HTML {
        shell(
            text.queue, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.people)" aria-label="\(reader.language.people.people)">\(Icon.back)</a><div><h1>\(text.queue)</h1></div></header>
            <div class="narrow flow">\(waiting.isEmpty ? #"<div class="empty"><b>\#(text.queueEmpty)</b>\#(text.queueEmptyHint)</div>"# as HTML : nil)\
            <ul class="lines">\(each: waiting, { line($0, PeopleAccess.rules(viewer)) })</ul></div>
            """)
    }

    private func line(_ asked: Correction, _ rules: Bool) -> HTML {
        let day = web.day(reader.zone.day(of: asked.askedAt), today: reader.today)
        return """
            <li><div class="flow pair"><p><a href="\(Link.person(asked.person))"><b>\(asked.name.full)</b></a><br>\(wish(asked))\
            \(asked.note.isEmpty ? nil : #"<br><span class="quiet">\#(asked.note)</span>"# as HTML)</p>
            <p class="quiet small">\(text.askedBy(asked.asker.short, day))\(asked.voucher.map { " · \(text.vouched($0.short))" as HTML })</p>
            \(rules ? make(asked) : asked.voucher == nil ? act(asked, "vouch", text.vouch) : nil)\(refuse(asked))</div></li>

            """
    }

    private func make(_ asked: Correction) -> HTML? { asked.isOwn ? #"<p class="quiet">\#(text.ownRequest)</p>"# : act(asked, "make", text.make) }

    private func act(_ asked: Correction, _ act: String, _ word: String) -> HTML {
        #"<form method="post" action="\#("/people/corrections/\(asked.id.number)/\(act)" as Link)" class="acts">\#(reader.formField)<button class="chief">\#(word)</button></form>"#
    }

    private func refuse(_ asked: Correction) -> HTML {
        """
        <details class="fold"><summary>\(text.refuse)</summary><form method="post" action="\("/people/corrections/\(asked.id.number)/refuse" as Link)" class="flow">\(reader.formField)
        <div><label for="reason-\(asked.id.number)">\(text.reason)</label><input id="reason-\(asked.id.number)" name="reason" maxlength="\(Correction.longest)" required></div>
        <div class="acts"><button>\(text.refuse)</button></div></form></details>
        """
    }

    /// «фамилию: Иванова»
    private func wish(_ asked: Correction) -> String {
        let value: String =
            switch asked.field {
            case .sex: Sex(rawValue: asked.value).map { text.name($0) } ?? asked.value
            case .bornOn: Day(asked.value).map { "\(web.date($0)) \($0.year)" } ?? asked.value
            default: asked.value
            }
        return text.name(asked.field).capitalizedFirst + ": " + value
    }
}
