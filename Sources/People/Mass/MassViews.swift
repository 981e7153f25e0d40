import Kernel
import Markup
import WebCore

/// Doing one thing to many people: what would change, what has changed. Values to markup, nothing else.
struct MassViews {
    let reader: Reader
    private var text: any MassText { reader.language.mass }
    private var web: any WebText { reader.language.web }

    /// What would become of whom. The form carries the very people, so exactly these are acted on.
    func preview(_ act: MassAct, _ lines: [MassAct.Line], _ attempt: Attempt) -> HTML {
        let will = lines.filter { $0.fate == .done }
        return frame(
            text.title,
            """
            <p><b>\(sentence(act))</b><br>\(text.count(will.count, of: lines.count))</p>\(act.kind == .endSignIns ? #"<p class="notice warn">\#(text.cannotUndo)</p>"# as HTML : nil)
            \(will.isEmpty ? #"<div class="empty"><b>\#(text.nothingToDo)</b></div>"# as HTML : form(act, will, attempt))\
            \(group(text.refused, lines.filter(\.fate.isRefused)))\(group(text.will, will))\(group(text.already, lines.filter { $0.fate == .already }))
            """)
    }

    private func form(_ act: MassAct, _ lines: [MassAct.Line], _ attempt: Attempt) -> HTML {
        """
        <form method="post" action="/people/acts" class="acts">\(reader.formField)<input type="hidden" name="attempt" value="\(attempt.text)">\
        <input type="hidden" name="act" value="\(act.kind.rawValue)"><input type="hidden" name="role" value="\(act.role?.rawValue ?? "")">\
        \(each: lines, { #"<input type="hidden" name="person[]" value="\#($0.person.number)">"# })\
        <button class="chief">\(text.doIt(lines.count))</button><a class="button" href="\(Link.people)">\(text.cancel)</a></form>
        """
    }

    func done(_ done: MassAct.Done) -> HTML {
        frame(
            done.undoneAt == nil ? text.isDone : text.isUndone,
            """
            <p><b>\(sentence(done.act))</b><br>\(text.doneBy(done.by.short, time(done.at)))</p>\(undo(done))\
            \(group(text.refused, done.lines.filter(\.fate.isRefused)))\(group(text.will, done.lines.filter { $0.fate == .done }))\
            \(group(text.already, done.lines.filter { $0.fate == .already }))
            """)
    }

    private func undo(_ done: MassAct.Done) -> HTML? {
        guard done.canBeUndone(at: reader.now) else { return nil }
        return """
            <form method="post" action="\("/people/acts/\(done.id.number)/undo" as Link)" class="flow">\(reader.formField)<div class="acts"><button>\(Icon.Small.undo)\(text.undo)</button></div>\
            <p class="hint">\(text.undoHint(web.time(reader.zone.minute(of: done.at + MassAct.undoable))))</p></form>
            """
    }

    // MARK: Parts

    private func frame(_ title: String, _ body: HTML) -> HTML {
        shell(
            title, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.people)" aria-label="\(text.toPeople)">\(Icon.back)</a><div><h1>\(title)</h1></div></header>
            <div class="narrow flow">\(body)</div>
            """)
    }

    private func sentence(_ act: MassAct) -> String { text.sentence(act.kind, act.role.map { web.role($0) }) }

    private func time(_ moment: Moment) -> String {
        "\(web.day(reader.zone.day(of: moment), today: reader.today)), \(web.time(reader.zone.minute(of: moment)))"
    }

    private func group(_ heading: String, _ lines: [MassAct.Line]) -> HTML? {
        guard !lines.isEmpty else { return nil }
        return #"<section class="block"><h2>\#(heading) <small>\#(lines.count)</small></h2><ul class="lines">\#(each: lines, line)</ul></section>"#
    }

    private func line(_ line: MassAct.Line) -> HTML {
        let why = line.isUndone ? text.undone : line.fate == .done ? "" : text.fate(line.fate)
        return #"<li><span class="line"><span class="grow"><b>\#(line.name.full)</b><small>\#(why)</small></span></span></li>"#
    }
}
