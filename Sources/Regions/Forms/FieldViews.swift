import Markup
import WebCore

/// What these forms have besides the fields of all forms.
extension FieldViews {
    init(reader: Reader, typed: [String: String] = [:], flaws: Flaws = Flaws()) { self.init(reader: reader, typed: typed, reasons: flaws.reasons) }

    /// `kept` names a file that was sent before and need not be sent again.
    func scan(_ name: String, _ label: String, isRequired: Bool, hint: String, kept: String? = nil) -> HTML {
        file(
            name, label, accept: "application/pdf,image/jpeg,image/png", isRequired: isRequired, hint: hint,
            kept: kept.map { #"<p class="notice good small">\#(reader.language.regions.scanKept($0))</p>"# })
    }

    /// Over a form that was not accepted: how much is wrong, with a way to each field.
    func summary(_ labels: [(String, String)]) -> HTML? {
        let wrong = labels.filter { reasons[$0.0] != nil }
        guard !reasons.isEmpty else { return nil }
        return """
            <div class="errors" role="alert" tabindex="-1"><b>\(reader.language.regions.notSent(reasons.count))</b><ul>\(each: wrong, { "<li><a href=\"#\($0.0)\">\($0.1)</a></li>" })</ul></div>
            """
    }
}
