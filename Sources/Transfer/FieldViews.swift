import Kernel
import Markup
import WebCore

/// The fields of the transfer's forms: label above, the reason for a refusal below, what was typed kept.
struct FieldViews {
    let reader: Reader
    let refused: RefusedForm

    func input(
        _ name: StaticString, _ label: String, value: String = "", type: StaticString = "text", hint: String? = nil, isNeeded: Bool = true, most: Int = 200
    )
        -> HTML
    {
        let key = name.description, why = refused.reason(key)
        return """
            <div><label for="\(key)">\(label)</label>\
            <input id="\(key)" name="\(key)" type="\(type.description)" value="\(refused.typed[key] ?? value)" maxlength="\(most)"\
            \(isNeeded ? " required" as HTML : nil)\(described(key, why, hint))>\(after(key, why, hint))</div>
            """
    }

    func select(_ name: StaticString, _ label: String, _ options: [(value: String, words: String)], chosen: String = "", hint: String? = nil) -> HTML {
        let key = name.description, why = refused.reason(key), chosen = refused.typed[key] ?? chosen
        let list: HTML =
            "\(each: options, { #"<option value="\#($0.value)"\#($0.value == chosen ? " selected" as HTML : nil)>\#($0.words)</option>"# as HTML })"
        return """
            <div><label for="\(key)">\(label)</label><select id="\(key)" name="\(key)"\(described(key, why, hint))>\(list)</select>\(after(key, why, hint))</div>
            """
    }

    func check(_ name: StaticString, _ label: String) -> HTML {
        let key = name.description, why = refused.reason(key)
        return """
            <div><label class="check"><input type="checkbox" name="\(key)" value="yes"\(described(key, why, nil))>\(label)</label>\(after(key, why, nil))</div>
            """
    }

    func file(_ name: StaticString, _ label: String, accept: StaticString, hint: String? = nil) -> HTML {
        let key = name.description, why = refused.reason(key)
        return """
            <div><label for="\(key)">\(label)</label><input id="\(key)" name="\(key)" type="file" accept="\(accept.description)" required\
            \(described(key, why, hint))>\(after(key, why, hint))</div>
            """
    }

    /// Over the form: what concerns it as a whole.
    func whole(besides fields: [String]) -> HTML? {
        refused.reason(besides: fields).map { #"<div class="errors" role="alert">\#($0.words(reader.language))</div>"# }
    }

    private func described(_ key: String, _ why: Denial.Reason?, _ hint: String?) -> HTML {
        let names = [why.map { _ in key + "-why" }, hint.map { _ in key + "-hint" }].compactMap { $0 }.joined(separator: " ")
        return "\(why == nil ? nil : #" aria-invalid="true""# as HTML)\(names.isEmpty ? nil : #" aria-describedby="\#(names)""# as HTML)"
    }
    private func after(_ key: String, _ why: Denial.Reason?, _ hint: String?) -> HTML {
        """
        \(why.map { #"<p class="why" id="\#(key)-why" role="alert">\#($0.words(reader.language))</p>"# as HTML })\
        \(hint.map { #"<p class="hint" id="\#(key)-hint">\#($0)</p>"# as HTML })
        """
    }
}
