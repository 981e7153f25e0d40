import Kernel
import Markup
import WebCore

struct TodayConsentViews {
    let reader: Reader
    private var text: any ConsentsText { reader.language.consents }

    func unanswered(_ count: Int) -> HTML { section(text.consents, line("/consents", text.unanswered(count))) }

    func school(_ found: SchoolConsents) -> HTML {
        let due = found.due.map { reader.language.web.date($0) } ?? ""
        return section(
            text.register,
            """
            \(found.waiting > 0 ? line("/consents/refusals", text.waitingRefusals(found.waiting, due: due)) : nil)\
            \(found.missing > 0 ? line("/consents/classes", text.missing(found.missing)) : nil)\(found.refusing > 0 ? line("/consents/notes", text.lessonRefusals(found.refusing)) : nil)
            """)
    }

    private func section(_ title: String, _ lines: HTML) -> HTML { #"<section class="block"><h2>\#(title)</h2><ul class="lines">\#(lines)</ul></section>"# }
    private func line(_ link: Link, _ words: String) -> HTML {
        #"<li><a href="\#(link)"><span class="grow">\#(words)</span><span class="go"></span></a></li>"#
    }
}
