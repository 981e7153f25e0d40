import Kernel
import Markup
import WebCore

/// An academic year with its terms and classes, as those who arrange it see it: values to markup, nothing else.
struct YearViews {
    let reader: Reader
    let rules: Bool
    let closes: Bool
    private var text: any SchoolText { reader.language.school }
    private var web: any WebText { reader.language.web }

    func page(_ sheet: YearSheet, _ filled: Filled) -> HTML {
        shell(
            sheet.year.name, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.structure(sheet.year.id))" aria-label="\(text.structure)">\(Icon.back)</a><div><h1>\(text.yearTitle(sheet.year.name))</h1></div></header>
            <div class="narrow flow">\(rules ? dates(sheet.year, filled) : nil)<section class="block"><h2>\(text.terms)</h2>\(rules ? nil : plain(sheet.terms))</section>
            \(sheet.terms.isEmpty ? nil : closings(sheet.terms, filled))
            \(rules ? "\(each: sheet.terms, { term($0, filled) })\(newTerm(sheet, filled))\(newClass(sheet, filled))" as HTML : nil)</div>
            """)
    }

    private func plain(_ terms: [Term]) -> HTML {
        """
        <ul class="lines">\(each: terms, { term in
            #"<li><span class="line"><span class="grow">\#(term.name)</span><span class="small">\#(web.date(term.starts)) – \#(web.date(term.ends))</span></span></li>"#
        })</ul>
        """
    }

    // MARK: Closing

    private func closings(_ terms: [Term], _ filled: Filled) -> HTML {
        """
        <section class="block"><h2>\(text.closings)</h2><p class="hint">\(text.closingsHint)</p>\(Fields(reader, filled, "closing").trouble)
        <ul class="lines">\(each: terms, closing)</ul></section>
        """
    }

    private func closing(_ term: Term) -> HTML {
        let state: String =
            if let closing = term.closing {
                text.closed(on: date(reader.zone.day(of: closing.at)), by: closing.by.short)
            } else { term.ends > reader.today ? text.goesOn(until: web.date(term.ends)) : text.notClosed }
        return """
            <li><span class="line"><span class="grow"><b>\(term.name)</b><small>\(state)</small></span>\(closes ? act(term) : nil)</span></li>

            """
    }

    private func act(_ term: Term) -> HTML? {
        guard term.closing != nil || term.ends <= reader.today else { return nil }
        let link: Link = term.closing == nil ? "/school/terms/\(term.id.number)/close" : "/school/terms/\(term.id.number)/reopen"
        return
            #"<form method="post" action="\#(link)">\#(reader.formField)<button>\#(term.closing == nil ? text.closeTerm : text.reopenTerm)<span class="away"> \#(term.name)</span></button></form>"#
    }

    private func date(_ day: Day) -> String { web.date(day) + (day.year == reader.today.year ? "" : " \(day.year)") }

    private func dates(_ year: AcademicYear, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "year")
        return """
            <form class="flow" method="post" action="\(Link.academicYear(year.id))">\(reader.formField)\(fields.trouble)<div class="tools">\(fields.day("starts", text.begins, year.starts))\
            \(fields.day("ends", text.ends, year.ends))</div><div class="acts"><button>\(text.save)</button></div></form>
            """
    }

    private func term(_ term: Term, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "term-\(term.id.number)")
        return """
            <form class="flow" method="post" action="\("/school/terms/\(term.id.number)" as Link)">\(reader.formField)\(fields.trouble)<div class="tools">\(fields.text("name", text.termName(term.kind), term.name))\
            \(fields.day("starts", text.begins, term.starts))\(fields.day("ends", text.ends, term.ends))</div><div class="acts"><button>\(text.save)</button></div></form>

            """
    }

    private func newTerm(_ sheet: YearSheet, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "term")
        return """
            <section class="block"><h2>\(text.addTerm)</h2><form class="flow" method="post" action="\("/school/years/\(sheet.year.id.number)/terms" as Link)">\(reader.formField)\(fields.trouble)
            \(fields.choice("kind", text.kind, Term.Kind.allCases.map { ($0.rawValue, text.termName($0)) }, chosen: sheet.terms.first?.kind.rawValue))\
            \(fields.text("name", text.name))\(fields.day("starts", text.begins, nil))\(fields.day("ends", text.ends, nil))
            <div class="acts"><button>\(text.add)</button></div></form></section>
            """
    }

    private func newClass(_ sheet: YearSheet, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "class")
        return """
            <section class="block"><h2>\(text.addClass)</h2><form class="flow" method="post" action="\("/school/years/\(sheet.year.id.number)/classes" as Link)">\(reader.formField)\(fields.trouble)
            \(fields.text("name", text.className, hint: text.classNameHint))\(fields.text("year", text.parallel, hint: text.parallelHint, isNeeded: false, most: 2))
            <div class="acts"><button class="chief">\(text.add)</button></div></form></section>
            """
    }
}
