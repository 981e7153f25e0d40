import Kernel
import Markup
import WebCore

/// What a page knows of a form that was sent and refused: which one, what was typed, and why not. Empty for one nobody has sent yet.
public struct Filled: Sendable {
    public let form: String
    public let typed: [String: String]
    public let denial: Denial?
    public static let nothing = Filled(form: "", typed: [:], denial: nil)
    public init(form: String, typed: [String: String], denial: Denial?) {
        self.form = form
        self.typed = typed
        self.denial = denial
    }

    /// The same for one of the page's several forms.
    public func of(_ form: String) -> Filled { form == self.form ? self : .nothing }
}

/// The fields of one form as markup: label above, what was typed kept, the reason of a refusal beside the field.
public struct Fields {
    public let reader: Reader
    public let filled: Filled
    /// Distinguishes the forms of one page.
    private let prefix: String
    public init(_ reader: Reader, _ filled: Filled, _ prefix: String = "f") {
        self.reader = reader
        self.filled = filled.of(prefix)
        self.prefix = prefix
    }

    public var isRefused: Bool { filled.denial != nil }

    /// Why the whole form was refused, over it.
    public var trouble: HTML? {
        let words: String? =
            switch filled.denial {
            case .conflict(let reason), .forbidden(let reason): reason.words(reader.language)
            case .invalid("", let reason): reason.words(reader.language)
            default: nil
            }
        return words.map { #"<div class="errors" role="alert" tabindex="-1"><p>\#($0)</p></div>"# }
    }

    public func text(_ name: String, _ label: String, _ value: String = "", hint: String? = nil, isNeeded: Bool = true, most: Int = 100) -> HTML {
        """
        <div><label for="\(prefix)-\(name)">\(label)</label><input id="\(prefix)-\(name)" name="\(name)" value="\(filled.typed[name] ?? value)" maxlength="\(most)"\
        \(isNeeded ? " required" as HTML : nil)\(marks(name, hint))>\(under(name, hint))</div>

        """
    }

    public func day(_ name: String, _ label: String, _ value: Day?, hint: String? = nil) -> HTML {
        """
        <div><label for="\(prefix)-\(name)">\(label)</label><input id="\(prefix)-\(name)" name="\(name)" type="date" value="\(filled.typed[name] ?? value?.description ?? "")" required\
        \(marks(name, hint))>\(under(name, hint))</div>

        """
    }

    public func choice(_ name: String, _ label: String, _ options: [(value: String, words: String)], chosen: String? = nil, hint: String? = nil) -> HTML {
        let chosen = filled.typed[name] ?? chosen ?? ""
        return """
            <div><label for="\(prefix)-\(name)">\(label)</label><select id="\(prefix)-\(name)" name="\(name)"\(marks(name, hint))>\
            \(each: options, { option($0.value, $0.words, isChosen: $0.value == chosen) })</select>\(under(name, hint))</div>

            """
    }

    public func area(_ name: String, _ label: String, hint: String? = nil, most: Int = 1000) -> HTML {
        """
        <div><label for="\(prefix)-\(name)">\(label)</label><textarea id="\(prefix)-\(name)" name="\(name)" rows="3" maxlength="\(most)"\(marks(name, hint))>\(filled.typed[name] ?? "")</textarea>\
        \(under(name, hint))</div>

        """
    }

    /// A paper as a scan or a photo; the form must be a multipart one.
    public func file(_ name: String, _ label: String) -> HTML {
        """
        <div><label for="\(prefix)-\(name)">\(label)</label><input id="\(prefix)-\(name)" name="\(name)" type="file" accept="application/pdf,image/jpeg,image/png" required\
        \(marks(name, nil))>\(under(name, nil))</div>

        """
    }

    private func option(_ value: String, _ words: String, isChosen: Bool) -> HTML {
        #"<option value="\#(value)"\#(isChosen ? " selected" as HTML : nil)>\#(words)</option>"#
    }

    private func reason(_ name: String) -> String? {
        guard case .invalid(let field, let reason)? = filled.denial, field == name else { return nil }
        return reason.words(reader.language)
    }

    private func marks(_ name: String, _ hint: String?) -> HTML? {
        if reason(name) != nil { return #" aria-invalid="true" aria-describedby="\#(prefix)-\#(name)-why""# }
        return hint.map { _ in #" aria-describedby="\#(prefix)-\#(name)-hint""# }
    }

    private func under(_ name: String, _ hint: String?) -> HTML? {
        if let reason = reason(name) { return #"<p class="why" id="\#(prefix)-\#(name)-why">\#(reason)</p>"# }
        return hint.map { #"<p class="hint" id="\#(prefix)-\#(name)-hint">\#($0)</p>"# }
    }
}
