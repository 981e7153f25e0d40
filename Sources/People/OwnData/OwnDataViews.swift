import Kernel
import Markup
import WebCore

/// Own data. Values to markup, nothing else.
struct OwnDataViews {
    let reader: Reader
    private var text: any OwnText { reader.language.own }
    private var web: any WebText { reader.language.web }
    /// Rows of a section that the page shows; the files have all of them.
    private static let longest = 30

    /// What was typed into the form, and why it was refused.
    struct Draft {
        var person: Int64?
        var field = ""
        var value = ""
        var note = ""
        var denial: Denial?
    }

    func page(_ people: [OwnDataOf], _ asked: [Correction], _ attempt: Attempt, _ draft: Draft = Draft()) -> HTML {
        shell(
            text.title, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/more" aria-label="\(web.more)">\(Icon.back)</a><div><h1>\(text.title)</h1>\
            <p>\(people.count > 1 ? text.hintFamily : text.hint)</p></div></header>
            <div class="narrow flow"><p class="acts"><a class="button" href="/more/data/page">\(text.asPage)</a><a class="button" href="/more/data/json">\(text.asJSON)</a></p>
            \(each: people, { person($0, isOnly: people.count == 1) })\(form(people, attempt, draft))\(asked.isEmpty ? nil : requests(asked))</div>
            """)
    }

    /// A page of its own, without the site around it: it is read from a disk.
    func file(_ people: [OwnDataOf]) -> HTML {
        """
        <!doctype html>
        <html lang="\(reader.language.rawValue)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>\(text.title)</title></head>
        <body><h1>\(text.title)</h1><p>\(reader.viewer?.hat.school.name ?? ""), \(web.date(reader.today)) \(reader.today.year)</p>
        \(each: people, { one in "<h2>\(one.person.name.full)</h2>\(each: one.sections, { section($0, longest: nil) })" })</body></html>

        """
    }

    private func person(_ one: OwnDataOf, isOnly: Bool) -> HTML {
        let sections = one.sections.filter { !$0.rows.isEmpty }
        return #"<section class="flow"><h2>\#(one.person.name.full)</h2>\#(each: sections, { folded($0) })</section>"#
    }

    private func folded(_ section: OwnData) -> HTML {
        """
        <details class="block fold"\(section.rows.count <= 3 ? " open" as HTML : nil)><summary><b>\(section.title)</b> <small>\(section.rows.count)</small></summary>\(rows(section, longest: Self.longest))</details>
        """
    }

    private func section(_ section: OwnData, longest: Int?) -> HTML {
        "<h3>\(section.title)</h3>\(section.rows.isEmpty ? "<p>\(text.nothing)</p>" : rows(section, longest: longest))"
    }

    private func rows(_ section: OwnData, longest: Int?) -> HTML {
        let shown = section.rows.prefix(longest ?? .max), more = section.rows.count - shown.count
        return """
            <ul class="lines">\(each: shown, { row in
                #"<li><span class="line"><span class="grow">\#(each: row, { #"<span><span class="quiet small">\#($0.label):</span> \#(inWords($0.value))</span>"# })</span></span></li>"#
            })</ul>\(more > 0 ? #"<p class="quiet">\#(text.more(more))</p>"# as HTML : nil)
            """
    }

    private func inWords(_ value: String) -> String { Day(value).map { "\(web.date($0)) \($0.year)" } ?? value }

    // MARK: Asking for a correction

    private func form(_ people: [OwnDataOf], _ attempt: Attempt, _ draft: Draft) -> HTML {
        """
        <section class="block flow" id="ask"><h2>\(text.ask)</h2><p class="quiet">\(text.askHint)</p>
        <form method="post" action="/more/corrections" class="flow">\(reader.formField)<input type="hidden" name="attempt" value="\(attempt.text)">
        \(about(people, draft))<div><label for="field">\(text.field)</label><select id="field" name="field">\
        \(each: Correction.Field.allCases, { #"<option value="\#($0.rawValue)"\#($0.rawValue == draft.field ? " selected" as HTML : nil)>\#(text.name($0))</option>"# })</select></div>
        <div><label for="value">\(text.value)</label><input id="value" name="value" value="\(draft.value)" maxlength="\(Correction.longest)" required\(isWrong("value", draft))>\
        \(why("value", draft))<p class="hint">\(text.valueHint)</p></div>
        <div><label for="note">\(text.note)</label><textarea id="note" name="note" rows="2" maxlength="\(Correction.longest)"\(isWrong("note", draft))>\(draft.note)</textarea>\(why("note", draft))</div>
        <div class="acts"><button class="chief">\(text.send)</button></div></form></section>
        """
    }

    private func about(_ people: [OwnDataOf], _ draft: Draft) -> HTML {
        guard people.count > 1 else { return #"<input type="hidden" name="person" value="\#(people.first?.person.id.number ?? 0)">"# }
        return """
            <div><label for="person">\(text.about)</label><select id="person" name="person">\
            \(each: people.map(\.person), { #"<option value="\#($0.id.number)"\#($0.id.number == draft.person ? " selected" as HTML : nil)>\#($0.name.full)</option>"# })</select></div>
            """
    }

    private func isWrong(_ field: String, _ draft: Draft) -> HTML? { why(field, draft).map { _ in #" aria-invalid="true""# } }
    private func why(_ field: String, _ draft: Draft) -> HTML? {
        switch draft.denial {
        case .invalid(field, let reason): #"<p class="why" role="alert">\#(reason.words(reader.language))</p>"#
        case .conflict(let reason) where field == "value": #"<p class="why" role="alert">\#(reason.words(reader.language))</p>"#
        default: nil
        }
    }

    private func requests(_ asked: [Correction]) -> HTML {
        let views = CorrectionViews(reader: reader)
        return #"<section class="block"><h2>\#(text.asked)</h2><ul class="lines">\#(each: asked, views.own)</ul></section>"#
    }
}
