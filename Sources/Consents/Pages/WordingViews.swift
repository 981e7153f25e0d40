import Kernel
import Markup
import WebCore

/// The texts and the school's rule: values to markup, nothing else.
struct WordingViews {
    let reader: Reader
    private var text: any ConsentsText { reader.language.consents }

    func page(_ all: [ConsentWording]) -> HTML {
        frame(
            text.texts, back: "/consents/classes",
            """
            <p class="quiet">\(text.textsHint)</p><ul class="lines">\(each: all, { wording in #"<li><a href="\#(Link.wording(wording.purpose))"><span class="grow"><b>\#(text.title(wording.purpose))</b><small>\#(text.version(wording.version))</small></span><span class="go"></span></a></li>"# })</ul>
            """)
    }

    func page(versions: [ConsentWording], typed: String? = nil, refused: Denial? = nil) -> HTML {
        guard let current = versions.first else { return frame(text.texts, back: "/consents/texts", "") }
        let fields = PaperFields(reader: reader, typed: [:], refused: refused)
        return frame(
            text.title(current.purpose), back: "/consents/texts",
            """
            \(fields.general)<form class="flow" method="post" action="/consents/text">\(reader.formField)<input type="hidden" name="purpose" value="\(current.purpose.rawValue)">
            <input type="hidden" name="seen" value="\(current.version)">
            <div><label for="f-body">\(text.body), \(text.version(current.version))</label><textarea id="f-body" name="body" rows="14" lang="ru" maxlength="\(ConsentWording.longest)" required>\(typed ?? current.body)</textarea>\(fields.why("body"))</div>
            <div><label class="check"><input type="checkbox" name="asksAgain" value="1">\(text.asksAgain)</label><p class="hint">\(text.asksAgainHint)</p></div>
            <div class="acts"><button class="chief">\(text.saveText)</button></div></form>
            \(each: versions.dropFirst(), old)
            """)
    }

    private func old(_ wording: ConsentWording) -> HTML {
        """
        <details><summary>\(text.version(wording.version))</summary><div class="wording" lang="ru">\(each: wording.body.split(separator: "\n"), { "<p>\(String($0))</p>" })</div></details>
        """
    }

    func rule(_ rule: ConsentRule, shutOut: Int, refused: Denial?) -> HTML {
        let fields = PaperFields(reader: reader, typed: [:], refused: refused)
        return frame(
            text.rule, back: "/consents/classes",
            """
            <form class="flow" method="post" action="/consents/rule">\(reader.formField)
            <div><label class="check"><input type="checkbox" name="consentsFirst" value="1"\(rule.consentsFirst ? " checked" as HTML : nil)>\(text.consentsFirst)</label>\
            \(fields.why("consentsFirst"))<p class="hint">\(text.consentsFirstEffect(shutOut, isOn: rule.consentsFirst))</p></div>
            <div><label for="f-backupDays">\(text.backupDaysLabel)</label><input id="f-backupDays" name="backupDays" type="number" min="0" max="3650" required value="\(rule.backupDays)">\
            \(fields.why("backupDays"))<p class="hint">\(text.backupDaysHint)</p></div>
            <div class="acts"><button class="chief">\(text.save)</button></div></form>
            """)
    }

    private func frame(_ title: String, back: Link, _ content: HTML) -> HTML {
        shell(
            title, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(back)" aria-label="\(text.register)">\(Icon.back)</a><div><h1>\(title)</h1></div></header>
            <div class="narrow flow">\(content)</div>
            """)
    }
}
