import Kernel
import Markup
import WebCore

/// What each side of the school's life may send.
struct FileRuleViews {
    let reader: Reader
    private var text: any FilesText { reader.language.files }

    func page(_ rules: [(Side, FileRule)], _ refused: (Side, Denial)?) -> HTML {
        shell(
            text.rules, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/more" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(text.rules)</h1><p>\(text.rulesHint)</p></div></header>
            <div class="narrow flow">\(each: rules, { form($0.0, $0.1, refused) })</div>
            """)
    }

    private func form(_ side: Side, _ rule: FileRule, _ refusal: (Side, Denial)?) -> HTML {
        let refused = refusal.flatMap { $0.0 == side ? $0.1 : nil }
        return """
            <form method="post" action="\(Link.fileRules)" class="block flow">\(reader.formField)<input type="hidden" name="side" value="\(side.rawValue)"><h2>\(text.side(side))</h2>
            \(number("largest", text.largest, rule.largest >> 20, side, refused))\(number("quota", text.quota, rule.quota >> 20, side, refused))
            <fieldset><legend>\(text.allowed)</legend>\(each: FileKind.allCases, { check($0, rule) })</fieldset>
            <div class="acts"><button class="chief">\(text.save)</button></div></form>
            """
    }

    private func number(_ name: StaticString, _ label: String, _ value: Int, _ side: Side, _ refused: Denial?) -> HTML {
        let key = name.description, id = "\(side.rawValue)-\(key)"
        let why: String? = if case .invalid(key, let reason) = refused { reason.words(reader.language) } else { nil }
        return """
            <div><label for="\(id)">\(label)</label><input id="\(id)" name="\(key)" inputmode="numeric" value="\(value)" required maxlength="8"\(why == nil ? nil : #" aria-invalid="true""# as HTML)>\
            \(why.map { #"<p class="why" role="alert">\#($0)</p>"# as HTML })</div>
            """
    }

    private func check(_ kind: FileKind, _ rule: FileRule) -> HTML {
        """
        <label class="check"><input type="checkbox" name="kinds[]" value="\(kind.rawValue)"\(rule.kinds.contains(kind) ? " checked" as HTML : nil)>\(text.kind(kind))</label>
        """
    }
}
