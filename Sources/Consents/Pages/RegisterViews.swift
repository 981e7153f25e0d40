import Kernel
import Markup
import School
import WebCore

/// The school's register: values to markup, nothing else.
struct RegisterViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any ConsentsText { reader.language.consents }

    func page(_ rows: [ClassRow]) -> HTML {
        frame(
            text.register, back: "/more",
            """
            \(rows.isEmpty ? #"<div class="empty"><b>\#(text.noClasses)</b></div>"# as HTML : #"<p class="quiet">\#(text.countsLegend)</p>\#(table(head(text.schoolClass), "\(each: rows, row)"))"# as HTML)\(ConsentsAccess.keepsAll(viewer) ? more : nil)
            """)
    }

    private var more: HTML {
        """
        <ul class="lines">\(link("/consents/staff", text.staff, nil))\(link("/consents/refusals", text.refusals, text.refusalsHint))\
        \(link("/consents/texts", text.texts, text.textsHint))\(link("/consents/rule", text.rule, nil))</ul>
        """
    }

    private func link(_ link: Link, _ title: String, _ hint: String?) -> HTML {
        #"<li><a href="\#(link)"><span class="grow"><b>\#(title)</b>\#(hint.map { "<small>\($0)</small>" as HTML })</span><span class="go"></span></a></li>"#
    }

    private func row(_ row: ClassRow) -> HTML {
        """
        <tr><th scope="row"><a href="\(Link.consents(ofClass: row.schoolClass.id.number))">\(row.schoolClass.name)</a></th>\
        \(each: Purpose.allCases, { count($0, row.missing[$0] ?? 0, of: row.pupils) })</tr>
        """
    }

    private func count(_ purpose: Purpose, _ missing: Int, of all: Int) -> HTML {
        missing == 0
            ? #"<td class="quiet" data-label="\#(text.short(purpose))">\#(text.allSigned)</td>"#
            : #"<td data-standing="missing" data-label="\#(text.short(purpose))">\#(text.missingOf(missing, all))</td>"#
    }

    private func head(_ first: String, _ purposes: [Purpose] = Purpose.allCases) -> HTML {
        #"<tr><th scope="col">\#(first)</th>\#(each: purposes, { #"<th scope="col"><abbr title="\#(text.title($0))">\#(text.short($0))</abbr></th>"# })</tr>"#
    }

    private func table(_ head: HTML, _ rows: HTML) -> HTML {
        #"<div class="scroll" tabindex="0" role="region" aria-label="\#(text.register)"><table class="register"><thead>\#(head)</thead><tbody>\#(rows)</tbody></table></div>"#
    }

    // MARK: One class, the staff

    func page(_ register: ClassRegister) -> HTML {
        frame(
            text.register + ", " + register.schoolClass.name, back: "/consents/classes",
            """
            <p class="quiet">\(text.legend)</p>
            \(table(head(text.pupil), "\(each: register.cards, { card($0) })\(each: register.lines, paperLine)"))
            <form class="flow" method="get" action="\("/consents/classes/\(register.schoolClass.id.number)/blanks" as Link)"><div><label for="purpose">\(text.blanks)</label>
            <select id="purpose" name="purpose">\(each: Purpose.allCases, { #"<option value="\#($0.rawValue)">\#(text.title($0))</option>"# })</select></div>
            <p class="acts"><button>\(text.printBlanks)</button></p></form>
            <p class="printed">\(text.printedBy(viewer.name.short, text.longDate(reader.today)))</p>
            """)
    }

    func staff(_ cards: [ConsentCard]) -> HTML {
        frame(
            text.staff, back: "/consents/classes",
            table(head(text.staff, Purpose.asked(of: .staff)), "\(each: cards, { card($0) })"))
    }

    private func card(_ card: ConsentCard) -> HTML {
        """
        <tr><th scope="row"><a href="\(Link.papers(of: card.subject.id))">\(card.subject.name.list)</a></th>\(each: card.lines, cell)</tr>

        """
    }

    private func cell(_ line: ConsentLine) -> HTML {
        #"<td data-standing="\#(line.standing.name)" data-label="\#(text.short(line.purpose))"><abbr title="\#(text.standing(line.standing))">\#(text.cell(line.standing))</abbr></td>"#
    }

    private func paperLine(_ line: PaperLine) -> HTML {
        let name = "№ \(line.number)"
        let shown: HTML = ConsentsAccess.accepts(viewer) ? #"<a href="\#(Link.line(line.person))">\#(name)</a>"# : "\(name)"
        return #"<tr><th scope="row">\#(shown)</th><td colspan="\#(Purpose.allCases.count)">\#(text.onPaperLine)</td></tr>"#
    }

    func notes(_ notes: [LessonNotes.OfClass]) -> HTML {
        frame(
            text.lessonNotes, back: "/more",
            """
            <p class="quiet">\(text.lessonNotesHint)</p>\(notes.isEmpty ? #"<div class="empty"><b>\#(text.noLessonNotes)</b></div>"# as HTML : nil)\
            \(each: notes, note)
            """)
    }

    private func note(_ note: LessonNotes.OfClass) -> HTML {
        let list = { (names: [PersonName]) in names.map(\.list).joined(separator: ", ") }
        return """
            <section class="block"><h2>\(note.schoolClass.name)</h2>\(note.notInLessons.isEmpty ? nil : "<p>\(text.notInLessons(list(note.notInLessons)))</p>" as HTML)\
            \(note.noPhotos.isEmpty ? nil : "<p>\(text.noPhotos(list(note.noPhotos)))</p>" as HTML)</section>
            """
    }

    private func frame(_ title: String, back: Link, _ content: HTML) -> HTML {
        shell(
            title, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(back)" aria-label="\(text.backToConsents)">\(Icon.back)</a><div><h1>\(title)</h1></div></header>
            <div class="flow">\(content)</div>
            """)
    }
}
