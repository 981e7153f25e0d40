import Kernel
import Markup
import WebCore

/// Fields of a form with what was typed and what is wrong with it.
struct FieldViews {
    let reader: Reader
    let typed: [String: String]
    let flaws: Flaws
    init(reader: Reader, typed: [String: String] = [:], flaws: Flaws = Flaws()) {
        self.reader = reader
        self.typed = typed
        self.flaws = flaws
    }

    enum Kind: String { case text, number, date, tel, email, url, password }

    func input(
        _ name: StaticString, _ label: String, _ kind: Kind = .text, most: Int = 200, isRequired: Bool = true, hint: String? = nil,
        complete: StaticString? = nil
    ) -> HTML {
        """
        <div><label for="\(name.description)">\(label)</label><input id="\(name.description)" name="\(name.description)" type="\(kind.rawValue)" value="\(value(name))" maxlength="\(most)"\
        \(isRequired ? " required" : nil)\(complete.map { #" autocomplete="\#($0.description)""# as HTML })\(mark(name))>\(after(name, hint))</div>
        """
    }

    func area(_ name: StaticString, _ label: String, rows: Int = 4, isRequired: Bool = true, hint: String? = nil) -> HTML {
        """
        <div><label for="\(name.description)">\(label)</label><textarea id="\(name.description)" name="\(name.description)" rows="\(rows)"\(isRequired ? " required" : nil)\(mark(name))>\(value(name))</textarea>\(after(name, hint))</div>
        """
    }

    func select(_ name: StaticString, _ label: String, _ choices: [(value: String, words: String)], hint: String? = nil) -> HTML {
        """
        <div><label for="\(name.description)">\(label)</label><select id="\(name.description)" name="\(name.description)" required\(mark(name))>\
        \(value(name).isEmpty && choices.count > 1 ? #"<option value=""></option>"# as HTML : nil)\(each: choices, { option($0, value(name)) })</select>\(after(name, hint))</div>
        """
    }

    /// Check boxes whose fields are `name-value`.
    func checks(_ name: StaticString, _ label: String, _ choices: [(value: String, words: String)]) -> HTML {
        """
        <fieldset id="\(name.description)"><legend>\(label)</legend>\(each: choices, { check(name.description + "-" + $0.value, $0.words) })\(after(name, nil))</fieldset>
        """
    }

    func check(_ name: String, _ words: String) -> HTML {
        #"<label class="check"><input type="checkbox" name="\#(name)" value="1"\#(typed[name] == "1" ? " checked" as HTML : nil)>\#(words)</label>"#
    }

    /// `kept` names a file that was sent before and need not be sent again.
    func scan(_ name: StaticString, _ label: String, isRequired: Bool, hint: String, kept: String? = nil) -> HTML {
        """
        <div><label for="\(name.description)">\(label)</label>\(kept.map { #"<p class="notice good small">\#(reader.language.regions.scanKept($0))</p>"# as HTML })\
        <input id="\(name.description)" name="\(name.description)" type="file" accept="application/pdf,image/jpeg,image/png"\(isRequired && kept == nil ? " required" : nil)\(mark(name))>\(after(name, hint))</div>
        """
    }

    /// Over a form that was not accepted: how much is wrong, with a way to each field.
    func summary(_ labels: [(String, String)]) -> HTML? {
        let wrong = labels.filter { flaws.reasons[$0.0] != nil }
        guard !flaws.isEmpty else { return nil }
        return """
            <div class="errors" role="alert" tabindex="-1"><b>\(reader.language.regions.notSent(flaws.reasons.count))</b><ul>\(each: wrong, { "<li><a href=\"#\($0.0)\">\($0.1)</a></li>" })</ul></div>
            """
    }

    private func value(_ name: StaticString) -> String { typed[name.description] ?? "" }
    private func option(_ choice: (value: String, words: String), _ chosen: String) -> HTML {
        #"<option value="\#(choice.value)"\#(choice.value == chosen ? " selected" as HTML : nil)>\#(choice.words)</option>"#
    }
    private func mark(_ name: StaticString) -> HTML? {
        flaws.reasons[name.description].map { _ in #" aria-invalid="true" aria-describedby="\#(name.description)-why""# }
    }
    private func after(_ name: StaticString, _ hint: String?) -> HTML {
        """
        \(flaws.reasons[name.description].map { #"<p class="why" id="\#(name.description)-why">\#($0.words(reader.language))</p>"# as HTML })\(hint.map { #"<p class="hint">\#($0)</p>"# as HTML })
        """
    }
}
