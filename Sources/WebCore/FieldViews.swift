import Kernel
import Markup

/// A form that was refused: why, and what was typed, so that nothing is lost.
public struct RefusedForm: Sendable {
    public var denial: Denial?
    public var typed: [String: String]
    public static let none = RefusedForm()
    public init(denial: Denial? = nil, typed: [String: String] = [:]) {
        self.denial = denial
        self.typed = typed
    }

    /// The reason, if it concerns this field.
    public func reason(_ field: String) -> Denial.Reason? {
        if case .invalid(let wrong, let reason) = denial, wrong == field { reason } else { nil }
    }
    /// The reason, if it concerns none of the fields by itself.
    public func reason(besides fields: [String]) -> Denial.Reason? {
        switch denial {
        case .invalid(let wrong, let reason): fields.contains(wrong) ? nil : reason
        case .conflict(let reason), .forbidden(let reason): reason
        default: nil
        }
    }
}

/// The fields of all forms: label above, the reason for a refusal below, what was typed kept. A field's name is its id; `name-why` is the
/// id of the reason, `name-hint` that of the hint, and both describe the field to who cannot see them.
public struct FieldViews: Sendable {
    public let reader: Reader
    public let typed: [String: String]
    /// By field: what is wrong with it.
    public let reasons: [String: Denial.Reason]
    private let refused: RefusedForm

    public init(reader: Reader, refused: RefusedForm) {
        self.reader = reader
        self.refused = refused
        typed = refused.typed
        if case .invalid(let field, let reason) = refused.denial { reasons = [field: reason] } else { reasons = [:] }
    }
    /// Several fields may be at fault at once.
    public init(reader: Reader, typed: [String: String], reasons: [String: Denial.Reason]) {
        self.reader = reader
        self.typed = typed
        self.reasons = reasons
        refused = .none
    }

    public enum Kind: String, Sendable { case text, number, date, tel, email, url, password }

    /// - Parameters:
    ///   - value: what stands there before anything was typed.
    ///   - most: characters at most.
    ///   - complete: what the browser may fill in.
    ///   - isLiteral: a login or a code: no capital is put in, no spelling is checked.
    ///   - isNumeric: digits alone: a telephone shows their keys.
    public func input(
        _ name: String, _ label: String, _ kind: Kind = .text, value: String = "", most: Int = 200, isRequired: Bool = true, hint: String? = nil,
        complete: String? = nil, isLiteral: Bool = false, isNumeric: Bool = false
    ) -> HTML {
        """
        <div><label for="\(name)">\(label)</label><input id="\(name)" name="\(name)" type="\(kind.rawValue)" value="\(kind == .password ? "" : typed[name] ?? value)" maxlength="\(most)"\
        \(isRequired ? " required" as HTML : nil)\(complete.map { #" autocomplete="\#($0)""# as HTML })\(isLiteral ? #" autocapitalize="none" spellcheck="false""# as HTML : nil)\
        \(isNumeric ? #" inputmode="numeric""# as HTML : nil)\(described(name, hint))>\(after(name, hint))</div>
        """
    }

    public func area(_ name: String, _ label: String, rows: Int = 4, most: Int = 20_000, isRequired: Bool = true, hint: String? = nil) -> HTML {
        """
        <div><label for="\(name)">\(label)</label><textarea id="\(name)" name="\(name)" rows="\(rows)" maxlength="\(most)"\(isRequired ? " required" as HTML : nil)\(described(name, hint))>\(typed[name] ?? "")</textarea>\
        \(after(name, hint))</div>
        """
    }

    /// - Parameters:
    ///   - chosen: what is chosen at first; without it the reader has to choose where there are several.
    ///   - nothing: the words of a first choice that means none.
    public func select(
        _ name: String, _ label: String, _ choices: [(value: String, words: String)], chosen: String? = nil, nothing: String? = nil, hint: String? = nil
    ) -> HTML {
        let value = typed[name] ?? chosen ?? "", mustChoose = chosen == nil && nothing == nil
        let first: HTML? =
            nothing.map { #"<option value="">\#($0)</option>"# } ?? (mustChoose && value.isEmpty && choices.count > 1 ? #"<option value=""></option>"# : nil)
        return """
            <div><label for="\(name)">\(label)</label><select id="\(name)" name="\(name)"\(mustChoose ? " required" as HTML : nil)\(described(name, hint))>\(first)\
            \(each: choices, { #"<option value="\#($0.value)"\#($0.value == value ? " selected" as HTML : nil)>\#($0.words)</option>"# as HTML })</select>\(after(name, hint))</div>
            """
    }

    /// Check boxes whose fields are `name-value`.
    public func checks(_ name: String, _ label: String, _ choices: [(value: String, words: String)]) -> HTML {
        #"<fieldset id="\#(name)"><legend>\#(label)</legend>\#(each: choices, { check(name + "-" + $0.value, $0.words) })\#(after(name, nil))</fieldset>"#
    }

    public func check(_ name: String, _ words: String, value: String = "1") -> HTML {
        #"<label class="check"><input type="checkbox" name="\#(name)" value="\#(value)"\#(typed[name] == value ? " checked" as HTML : nil)\#(described(name, nil))>\#(words)</label>\#(after(name, nil))"#
    }

    /// - Parameter kept: says that a file was sent before and need not be sent again.
    public func file(_ name: String, _ label: String, accept: String, isRequired: Bool = true, hint: String? = nil, kept: HTML? = nil) -> HTML {
        """
        <div><label for="\(name)">\(label)</label>\(kept)<input id="\(name)" name="\(name)" type="file" accept="\(accept)"\(isRequired && kept == nil ? " required" as HTML : nil)\
        \(described(name, hint))>\(after(name, hint))</div>
        """
    }

    /// Over the form: what concerns it as a whole.
    public func whole(besides fields: [String]) -> HTML? {
        refused.reason(besides: fields).map { #"<div class="errors" role="alert">\#($0.words(reader.language))</div>"# }
    }

    private func described(_ name: String, _ hint: String?) -> HTML {
        let why = reasons[name], names = [why.map { _ in name + "-why" }, hint.map { _ in name + "-hint" }].compactMap { $0 }.joined(separator: " ")
        return "\(why == nil ? nil : #" aria-invalid="true""# as HTML)\(names.isEmpty ? nil : #" aria-describedby="\#(names)""# as HTML)"
    }

    /// One reason is said aloud at once; several are told by the summary over the form.
    private func after(_ name: String, _ hint: String?) -> HTML {
        """
        \(reasons[name].map { #"<p class="why" id="\#(name)-why"\#(reasons.count == 1 ? #" role="alert""# as HTML : nil)>\#($0.words(reader.language))</p>"# as HTML })\
        \(hint.map { #"<p class="hint" id="\#(name)-hint">\#($0)</p>"# as HTML })
        """
    }
}
