import Accounts
import Kernel
import Markup
import QR
import School
import WebCore

/// Refusals and paper lines: values to markup, nothing else.
struct RefusalViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any ConsentsText { reader.language.consents }

    func page(_ refusals: [Refusal], _ lines: [PaperLine]) -> HTML {
        let (open, closed) = (refusals.filter { $0.outcome == nil }, refusals.filter { $0.outcome != nil })
        return frame(
            text.refusals, back: "/more",
            """
            \(refusals.isEmpty && lines.isEmpty ? #"<div class="empty"><b>\#(text.noRefusals)</b>\#(text.refusalsHint)</div>"# as HTML : nil)\
            \(section(text.waiting, open.map(line)))\(section(text.paperLines, lines.map(line)))\(section(text.closed, closed.map(line)))
            """)
    }

    private func section(_ title: String, _ lines: [HTML]) -> HTML? {
        lines.isEmpty ? nil : #"<section class="block"><h2>\#(title)</h2><ul class="lines">\#(each: lines, { $0 })</ul></section>"#
    }

    private func line(_ refusal: Refusal) -> HTML {
        let state = refusal.outcome.map { text.outcome($0) } ?? text.received(short(refusal.receivedOn), due: short(refusal.dueOn))
        let link: Link = refusal.act.map { .act($0) } ?? .refusal(refusal.id)
        return """
            <li><a href="\(link)"><span class="grow"><b>\(refusal.name.list)\(refusal.className.map { ", " + $0 } ?? "")</b>\
            <small>\(text.refusal(refusal.purpose, refusal.word)) · \(state)</small></span><span class="go"></span></a></li>
            """
    }

    private func line(_ line: PaperLine) -> HTML {
        let name = ["№ \(line.number)", line.className].compactMap { $0 }.joined(separator: ", ")
        guard ConsentsAccess.accepts(viewer) else { return #"<li><span class="line"><span class="grow"><b>\#(name)</b></span></span></li>"# }
        return """
            <li><a href="\(Link.line(line.person))"><span class="grow"><b>\(name)</b><small>\(text.readmit)</small></span><span class="go"></span></a></li>
            """
    }

    private func short(_ day: Day) -> String { reader.language.web.date(day) }

    // MARK: One refusal

    func page(_ refusal: Refusal, _ kind: Subject.Kind, refused: Denial? = nil) -> HTML {
        let state = refusal.outcome.map { text.outcome($0) } ?? text.received(text.longDate(refusal.receivedOn), due: text.longDate(refusal.dueOn))
        let fields = PaperFields(reader: reader, typed: [:], refused: refused)
        return frame(
            refusal.name.list, back: "/consents/refusals",
            """
            <p><b>\(text.refusal(refusal.purpose, refusal.word))</b>\(refusal.className.map { ", " + $0 } ?? "")</p><p>\(state)</p>\(fields.general)
            \(refusal.act.map { #"<p class="acts"><a class="button" href="\#(Link.act($0))">\#(text.toAct)</a></p>"# as HTML })\
            \(refusal.outcome == nil ? decision(refusal, kind, fields) : nil)
            """)
    }

    private func decision(_ refusal: Refusal, _ kind: Subject.Kind, _ fields: PaperFields) -> HTML {
        let sheet: Link = "/consents/refusals/\(refusal.id.number)/sheet", accept: Link = "/consents/refusals/\(refusal.id.number)/accept"
        let printed: HTML = """
            <label class="check"><input type="checkbox" name="printed" value="1" required>\(text.sheetIsPrinted)</label>\(fields.why("printed"))
            """
        return """
            \(kind == .pupil ? #"<div class="notice warn">\#(text.printSheetFirst)</div><p class="acts"><a class="button" href="\#(sheet)">\#(text.sheet)</a></p>"# as HTML : nil)
            <section class="block"><h2>\(text.willHappenHeading)</h2><ul class="lines">\(each: text.willHappen(kind), { #"<li><span class="line"><span class="grow">\#($0)</span></span></li>"# })</ul></section>
            \(ConsentsAccess.accepts(viewer) ? #"<form class="flow" method="post" action="\#(accept)">\#(reader.formField)\#(kind == .pupil ? printed : nil)<p class="acts"><button class="danger">\#(text.accept)</button></p></form>"# as HTML : #"<p class="quiet">\#(text.onlyHeadsAcceptHint)</p>"#)
            """
    }

    func sheet(_ refusal: Refusal, _ subject: Subject, _ parts: [PaperPart], _ check: SheetCheck) -> HTML {
        shell(
            text.sheet, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.refusal(refusal.id))" aria-label="\(text.refusals)">\(Icon.back)</a><div><h1>\(text.sheet)</h1>\
            <p>\(subject.name.full)\(subject.className.map { ", " + $0 } ?? "")</p></div></header>
            <div class="paper narrow flow"><p>\(viewer.hat.school.name)</p>\(subject.bornOn.map { "<p>\(text.bornOn): \(text.longDate($0))</p>" as HTML })\
            \(each: parts, \.html)<p class="printed">\(text.printedBy(viewer.name.short, text.longDate(reader.today)))</p>
            <div class="sheet-check">\(QRViews.drawing(check.line, words: text.sheetCheck))<p class="small"><b>\(text.sheetCheck)</b> <code>\(check.line)</code></p></div></div>
            """)
    }

    // MARK: A numbered line

    func line(_ line: PaperLine, _ fields: PaperFields) -> HTML {
        let name = ["№ \(line.number)", line.className].compactMap { $0 }.joined(separator: ", ")
        let sheet: Link = "/consents/lines/\(line.person.number)/sheet"
        let sexes = [("", text.unknown)] + Sex.allCases.map { ($0.rawValue, text.sex($0 == .female)) }
        return frame(
            "№ \(line.number)", back: "/consents/refusals",
            """
            <p><b>\(name)</b></p><p class="acts"><a class="button" href="\(sheet)">\(text.emptySheet)</a></p><h2>\(text.readmit)</h2><p class="quiet">\(text.readmitHint)</p>\(fields.general)
            <form class="flow" method="post" enctype="multipart/form-data" action="\(Link.line(line.person))">\(reader.formField)
            \(fields.input("family", text.family, isRequired: true))\(fields.input("given", text.given, isRequired: true))\(fields.input("patronymic", text.patronymic))
            \(fields.select("sex", text.sex, sexes))\(fields.date("bornOn", text.bornOn, initial: nil, isRequired: false))
            \(fields.input("signerName", text.signerNameLabel))\(fields.date("signedOn", text.signedOn, initial: reader.today))
            \(fields.file("scan", text.scan, hint: text.scanHint))<div class="acts"><button class="chief">\(text.readmit)</button></div></form>
            """)
    }

    /// The paper journal of a numbered line: the class's subjects, with room to write (REQUIREMENTS H03).
    func emptySheet(_ line: PaperLine, _ courses: [Course]) -> HTML {
        shell(
            text.emptySheet, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.line(line.person))" aria-label="\(text.refusals)">\(Icon.back)</a><div><h1>\(text.emptySheet)</h1>\
            <p>№ \(line.number)\(line.className.map { ", " + $0 } ?? "")</p></div></header>
            <div class="paper flow"><p>\(viewer.hat.school.name)</p><div class="scroll"><table class="empty-sheet"><tbody>\(each: courses, sheetRow)</tbody></table></div>
            <p class="printed">\(text.printedBy(viewer.name.short, text.longDate(reader.today)))</p></div>
            """)
    }

    private func sheetRow(_ course: Course) -> HTML {
        """
        <tr><th scope="row">\(course.subject)\(course.teacherName.map { ", " + $0.short } ?? "")</th>\(each: 1...12, { _ in "<td></td>" })</tr>
        """
    }

    private func frame(_ title: String, back: Link, _ content: HTML) -> HTML {
        shell(
            title, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(back)" aria-label="\(text.refusals)">\(Icon.back)</a><div><h1>\(title)</h1></div></header>
            <div class="narrow flow">\(content)</div>
            """)
    }
}
