import Kernel
import Markup
import School
import WebCore

/// Checks, reports and their deadlines: values to markup, nothing else.
struct DeadlineViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any MovementText { reader.language.movement }
    private var web: any WebText { reader.language.web }

    func page(_ sheet: TaskSheet, _ filled: Filled) -> HTML {
        let isHead = MovementAccess.sees(viewer)
        return shell(
            text.tasks, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/more" aria-label="\(web.more)">\(Icon.back)</a><div><h1>\(text.tasks)</h1></div></header>
            <div class="narrow flow">\(sheet.led.isEmpty ? nil : "\(each: sheet.led, { own($0, then: "tasks") })")\(isHead ? heads(sheet, filled) : nil)
            \(sheet.own.isEmpty ? nil : list(text.ownReports, sheet.own))</div>
            """)
    }

    private func heads(_ sheet: TaskSheet, _ filled: Filled) -> HTML {
        """
        \(sheet.open.isEmpty ? #"<div class="empty"><b>\#(text.noReports)</b>\#(text.noReportsHint)</div>"# : list(text.openReports, sheet.open))
        <section class="block"><h2>\(text.checksTitle(web.month(Month(of: reader.today).number)))</h2><ul class="lines">\(each: sheet.checks.sorted { rank($0) < rank($1) }, check)</ul></section>
        \(sheet.closed.isEmpty ? nil : list(text.closedReports, sheet.closed))\(MovementAccess.moves(viewer) ? "\(deadlines(sheet, filled))\(movedDays(sheet.moved, filled))" as HTML : nil)
        """
    }

    private func rank(_ check: CheckState) -> Int {
        switch check.state {
        case .overdue: 0
        case .due: 1
        case .done: 2
        }
    }

    private func check(_ check: CheckState) -> HTML {
        let leaders = check.leaders.map(\.short).joined(separator: ", ")
        return """
            <li\(check.state == .overdue ? #" data-state="missing""# as HTML : nil)><span class="line"><span class="grow"><b>\(check.schoolClass.name)</b><small>\(leaders.isEmpty ? text.noLeader : leaders)</small></span>
            <span class="state small">\(state(check))</span></span></li>

            """
    }

    private func state(_ check: CheckState) -> HTML {
        switch check.state {
        case .done: "\(Icon.Small.check)\(check.lastMonth.map { text.checkedFor(web.month($0.number)) } ?? text.notYet)"
        case .due(let day): "\(text.dueBy(web.date(day)))"
        case .overdue: "\(Icon.Small.alert)\(text.overdue)"
        }
    }

    // MARK: A class teacher's own

    /// One tap says that all is as it was; the other way is to report.
    func own(_ check: CheckState, then: String) -> HTML {
        """
        <section class="block"><h2>\(text.checkTitle(check.schoolClass.name)) <small class="state">\(state(check))</small></h2>
        <div class="acts">\(check.state == .done ? nil : """
        <form method="post" action="\(Link.check(check.schoolClass.id))">\(reader.formField)<input type="hidden" name="then" value="\(then)"><button class="chief">\(text.nothingChanged)</button></form>
        """ as HTML)<a class="button" href="\(Link.reporting(check.schoolClass.id))">\(text.reportChange)</a></div></section>
        """
    }

    func form(_ schoolClass: SchoolClass, _ pupils: [Pupil], _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "report")
        return shell(
            text.reportChange, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.tasks)" aria-label="\(text.tasks)">\(Icon.back)</a><div><h1>\(text.reportChange)</h1><p>\(schoolClass.name)</p></div></header>
            <form class="narrow flow" method="post" action="/movement/reports">\(reader.formField)<input type="hidden" name="class" value="\(schoolClass.id.number)">\(fields.trouble)
            \(fields.choice("kind", text.whatHappened, ChangeReport.Kind.allCases.map { ($0.rawValue, text.kind($0)) }))\
            \(fields.choice("pupil", text.pupil, [("", text.notInList)] + pupils.map { ("\($0.id.number)", $0.name.full) }))\
            \(fields.area("note", text.note, hint: text.noteHint))<div class="acts"><button class="chief">\(text.send)</button></div></form>
            """)
    }

    // MARK: Reports

    func list(_ title: String, _ reports: [ChangeReport]) -> HTML {
        #"<section class="block"><h2>\#(title) <small>\#(reports.count)</small></h2><ul class="lines">\#(each: reports, line)</ul></section>"#
    }

    private func line(_ report: ChangeReport) -> HTML {
        let isOverdue = report.isOverdue(on: reader.today)
        return """
            <li\(isOverdue ? #" data-state="missing""# as HTML : nil)><a href="\(Link.report(report.id))"><span class="grow"><b>\(report.schoolClass.name) · \(text.kind(report.kind))</b>
            <small>\([report.pupil?.name.list, report.note.isEmpty ? nil : String(report.note.prefix(80))].compactMap { $0 }.joined(separator: " – "))</small></span>\
            <span class="state small">\(state(report))</span><span class="go"></span></a></li>

            """
    }

    private func state(_ report: ChangeReport) -> HTML {
        switch report.state {
        case .open where report.isOverdue(on: reader.today): "\(Icon.Small.alert)\(text.overdueSince(web.date(report.due)))"
        case .open: "\(text.dueBy(web.date(report.due)))"
        case .done: "\(Icon.Small.check)\(text.done)"
        case .refused: "\(text.refused)"
        }
    }

    func report(_ report: ChangeReport, _ filled: Filled) -> HTML {
        shell(
            text.kind(report.kind), reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.tasks)" aria-label="\(text.tasks)">\(Icon.back)</a><div><h1>\(report.schoolClass.name) · \(text.kind(report.kind))</h1>
            <p>\(report.reporter.full), \(web.day(reader.zone.day(of: report.at), today: reader.today))</p></div></header>
            <div class="narrow flow">\(report.pupil.map { "<p><b>\($0.name.full)</b></p>" as HTML })\(report.note.isEmpty ? nil : "<p>\(report.note)</p>" as HTML)<p class="state">\(state(report))</p>
            \(report.answer.isEmpty ? nil : #"<div class="notice">\#(report.answer)</div>"# as HTML)\(report.state == .open && MovementAccess.moves(viewer) ? closing(report, filled) : nil)</div>
            """)
    }

    private func closing(_ report: ChangeReport, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "close"), way = report.kind == .arrived ? Link.newPupil : Link.moving(report.schoolClass.id)
        return """
            <p class="acts"><a class="button chief" href="\(way)">\(report.kind == .arrived ? text.newPupil : text.toMovement)</a></p>
            <form class="flow" method="post" action="\(Link.report(report.id))">\(reader.formField)\(fields.trouble)\(fields.area("answer", text.answer, hint: text.answerHint))
            <div class="acts"><button name="act" value="done" class="chief">\(text.markDone)</button><button name="act" value="refused" class="danger">\(text.refuse)</button></div></form>
            """
    }

    private func deadlines(_ sheet: TaskSheet, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "deadlines")
        return """
            <section class="block"><h2>\(text.deadlines)</h2><form class="flow" method="post" action="/movement/deadlines">\(reader.formField)\(fields.trouble)
            \(each: Deadline.allCases, { fields.text($0.rawValue, text.deadline($0), "\(sheet.lengths[$0] ?? $0.byDefault)", most: 2) })
            <p class="hint">\(text.workingDaysRule)</p><div class="acts"><button>\(text.save)</button></div></form></section>
            """
    }

    private func movedDays(_ days: [MovedDay], _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "moved"), kinds = [("free", text.dayOff), ("working", text.workingDay)]
        return """
            <section class="block"><h2>\(text.movedDays)</h2><ul class="lines">\(each: days, movedDay)</ul>
            <form class="flow" method="post" action="\(Link.movedDays)">\(reader.formField)\(fields.trouble)\(fields.day("day", text.day, nil))\(fields.choice("is", text.dayIs, kinds))\
            \(fields.text("note", text.byWhat, hint: text.byWhatHint, isNeeded: false, most: 200))<div class="acts"><button>\(text.save)</button></div></form></section>
            """
    }

    private func movedDay(_ day: MovedDay) -> HTML {
        """
        <li><span class="line"><span class="grow"><b>\(web.date(day.day)) \(day.day.year)</b><small>\([day.isWorking ? text.workingDay : text.dayOff, day.note].filter { !$0.isEmpty }.joined(separator: " · "))</small></span>
        <form method="post" action="\(Link.movedDays)">\(reader.formField)<input type="hidden" name="day" value="\(day.day.description)"><input type="hidden" name="is" value="usual">\
        <button aria-label="\(text.takeAway): \(web.date(day.day))">\(text.takeAway)</button></form></span></li>

        """
    }
}
