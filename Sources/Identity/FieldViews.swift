import Kernel
import Markup
import WebCore

/// One field of a form with its label, its hint and what is wrong with it.
struct Field {
    let name: StaticString
    let label: String
    var kind: StaticString = "text"
    var value = ""
    var hint: String?
    var autocomplete: StaticString = "off"
    var isNumeric = false
    var isRequired = true
    var longest = 200

    func html(_ reader: Reader, _ refused: Denial? = nil) -> HTML {
        FieldViews(reader: reader, refused: RefusedForm(denial: refused)).input(
            name.description, label, FieldViews.Kind(rawValue: kind.description) ?? .text, value: value, most: longest, isRequired: isRequired, hint: hint,
            complete: autocomplete.description, isLiteral: true, isNumeric: isNumeric)
    }
}

extension Reader {
    /// What is wrong, where it belongs to no field of these.
    func refusal(_ denial: Denial?, besides fields: Set<String> = []) -> HTML? {
        switch denial {
        case .invalid(let field, let reason)? where !fields.contains(field): errors(reason.words(language))
        case .forbidden(let reason)?, .conflict(let reason)?: errors(reason.words(language))
        case .wait(let seconds)?: errors(language.web.waitTitle + ". " + language.web.wait(seconds))
        default: nil
        }
    }
    private func errors(_ words: String) -> HTML { #"<div class="errors" role="alert" tabindex="-1"><p>\#(words)</p></div>"# }

    /// The head of a page one goes into from «Ещё».
    func head(_ title: String, back: Link = "/more") -> HTML {
        #"<header class="head"><a class="tool" href="\#(back)" aria-label="\#(language.web.more)">\#(Icon.back)</a><div><h1>\#(title)</h1></div></header>"#
    }
    func said(_ moment: Moment) -> String {
        language.web.day(zone.day(of: moment), today: today) + ", " + language.web.time(zone.minute(of: moment))
    }
}
