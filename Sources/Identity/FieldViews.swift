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
        let why = reason(reader, refused), id = name.description
        return """
            <div><label for="\(id)">\(label)</label><input id="\(id)" name="\(id)" type="\(kind.description)" value="\(value)" autocomplete="\(autocomplete.description)" autocapitalize="none" spellcheck="false" maxlength="\(longest)"\
            \(isNumeric ? #" inputmode="numeric""# as HTML : nil)\(isRequired ? " required" as HTML : nil)\(why.map { _ in #" aria-invalid="true" aria-describedby="why-\#(id)""# as HTML })>
            \(why.map { #"<p class="why" id="why-\#(id)" role="alert">\#($0)</p>"# as HTML })\(hint.map { #"<p class="hint">\#($0)</p>"# as HTML })</div>
            """
    }

    private func reason(_ reader: Reader, _ denial: Denial?) -> String? {
        guard case .invalid(let field, let reason)? = denial, field == name.description else { return nil }
        return reason.words(reader.language)
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
