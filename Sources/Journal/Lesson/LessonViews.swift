import Kernel
import Markup
import School
import Timetable
import WebCore

/// A lesson's page: values to markup, nothing else.
struct LessonViews {
    let reader: Reader
    /// The reader has proved who they are within the last ten minutes.
    var isProved = false
    private var text: any JournalText { reader.language.journal }
    private var web: any WebText { reader.language.web }

    /// What a form without script brought that was not accepted: it is shown again as it was typed, with the reason beside it.
    struct Typed: Sendable {
        let fields: [String: String]
        let field: String
        let reason: Denial.Reason
    }

    func page(_ sheet: LessonSheet, typed: Typed? = nil, isSaved: Bool = false) -> HTML {
        shell(
            title(sheet.lesson), reader, place: .journal, kind: .deep, islands: sheet.isKept ? ["journal/lesson"] : [],
            """
            \(head(sheet))\(isSaved ? #"<div class="notice good" role="status">\#(text.saved)</div>"# as HTML : nil)\
            \(typed.map { errors($0, sheet) })\(sheet.isKept ? nil : sheet.closedTerm.map { closedWords($0) })\(sheet.isKept ? form(sheet, typed) : readOnly(sheet))
            """)
    }

    private func title(_ lesson: Lesson) -> String { "\(lesson.course.audience), \(lesson.course.subject), \(web.date(lesson.day))" }

    private func head(_ sheet: LessonSheet) -> HTML {
        let lesson = sheet.lesson
        let starts = web.time(reader.zone.minute(of: lesson.starts)), ends = web.time(reader.zone.minute(of: lesson.ends))
        return """
            <header class="head"><a class="tool" href="/" aria-label="\(text.backToToday)">\(Icon.back)</a><div><h1>\(lesson.course.audience) · \(lesson.course.subject)</h1>\
            <p>\(text.lessonNumber(lesson.number))<span class="more">, \(web.day(lesson.day, today: reader.today))</span>, \(starts)–\(ends)\(lesson.room.isEmpty ? "" : ", " + text.room(lesson.room))</p></div>\
            \(sheet.isKept ? SaveViews(reader: reader).state : nil)</header>
            """
    }

    private func errors(_ typed: Typed, _ sheet: LessonSheet) -> HTML {
        let name = sheet.roster.first { "mark-\($0.pupil.id.number)" == typed.field }.map { $0.pupil.name.list + ": " } ?? ""
        return
            #"<div class="errors" role="alert" tabindex="-1"><b>\#(text.notAccepted)</b> <p data-field="\#(typed.field)" data-reason="\#(typed.reason.code)">\#(name)\#(typed.reason.words(reader.language))</p></div>"#
    }

    // MARK: For the one who keeps it

    /// The button stands first, or Enter in a mark would press the first «н».
    private func form(_ sheet: LessonSheet, _ typed: Typed?) -> HTML {
        let lesson = sheet.lesson
        return """
            <form method="post" action="\(Link.lesson(lesson.id))" class="spread" autocomplete="off" data-island="journal/lesson" data-lesson="\(lesson.id.number)" \
            data-person="\(reader.viewer?.person.number ?? 0)">\
            <button class="away" name="act" value="save" tabindex="-1">\(text.save)</button>\(reader.formField)\(seen(sheet))
            \(sheet.closedTerm.map { amending($0, sheet, typed) })
            <div class="plan aside">\(plan(sheet, typed))\(saveButton)</div>
            <section class="block"><h2>\(text.pupilsHeading) <small>\(sheet.roster.count) · <a href="\(Link.course(lesson.course.id))">\(text.wholeJournal)</a></small></h2>
            \(legend)\(roster(sheet) { row($0, $1, sheet, typed) })
            <div class="bar">\(count(sheet))<button type="button" name="act" value="undo" data-undo hidden>\(Icon.Small.undo)\(text.undo)</button>\(pad)</div>\(saveButton)
            <details class="keys"><summary>\(text.keys)</summary><p>\(text.lessonKeys(letters))</p></details></section></form>
            """
    }

    /// What a closed term asks for, within the form: each change that is sent takes the reason along.
    private func amending(_ term: Term, _ sheet: LessonSheet, _ typed: Typed?) -> HTML {
        """
        <div class="notice warn flow" data-closed><p><b>\(closing(term))</b> \(text.closedHint)</p>\
        <div><label for="reason">\(text.amendReason)</label><input id="reason" name="reason" maxlength="\(Amendment.longest)" value="\(typed?.fields["reason"] ?? "")"></div>\
        <p><a href="\(StepUp.place(thenTo: .lesson(sheet.lesson.id)))" data-prove>\(isProved ? text.proveOnceMore : text.proveFirst)</a></p></div>
        """
    }

    private func closedWords(_ term: Term) -> HTML { #"<div class="notice" data-closed><p>\#(closing(term))</p></div>"# }

    private func closing(_ term: Term) -> String {
        text.closedTerm(term.name, on: term.closing.map { web.date(reader.zone.day(of: $0.at)) } ?? "", by: term.closing?.by.short ?? "")
    }

    /// What the page showed, so that a form without script changes only what was changed on it.
    private func seen(_ sheet: LessonSheet) -> HTML {
        let marks = sheet.roster.compactMap { line in line.entry.mark.map { "\(line.pupil.id.number):\($0.number)" } }.joined(separator: " ")
        return """
            <input type="hidden" name="was-marks" value="\(marks)"><input type="hidden" name="was-topic" value="\(sheet.record.topic?.text ?? "")">\
            <input type="hidden" name="was-homework" value="\(sheet.record.homework?.text.text ?? "")">
            """
    }

    private func plan(_ sheet: LessonSheet, _ typed: Typed?) -> HTML {
        let topic = typed?.fields["topic"] ?? sheet.record.topic?.text ?? ""
        let homework = typed?.fields["homework"] ?? sheet.record.homework?.text.text ?? ""
        let due = sheet.record.homework?.due ?? sheet.nextDay
        return """
            <div><label for="topic">\(text.topic)</label><input id="topic" name="topic" maxlength="\(LessonTopic.longest)" value="\(topic)"></div>
            <div><label for="homework">\(due.map { text.homework(for: web.date($0)) } ?? text.homework)</label>\
            <textarea id="homework" name="homework" rows="3" maxlength="\(Homework.Text.longest)">\(homework)</textarea></div>
            """
    }

    private var saveButton: HTML { #"<noscript><p class="acts"><button class="chief" name="act" value="save">\#(text.save)</button></p></noscript>"# }
    private var letters: String { Absence.allCases.map(text.letter).joined(separator: " ") }
    private var legend: HTML { #"<p class="legend">\#(each: Absence.allCases, { "<span><b>\(text.letter($0))</b> \(text.word($0))</span>" })</p>"# }

    private func roster(_ sheet: LessonSheet, _ row: (Int, RosterLine) -> HTML) -> HTML {
        guard !sheet.roster.isEmpty else { return #"<div class="empty">\#(text.noPupils)</div>"# }
        return #"<ol class="roster">\#(each: sheet.roster.enumerated(), { row($0.offset + 1, $0.element) })</ol>"#
    }

    private func row(_ number: Int, _ line: RosterLine, _ sheet: LessonSheet, _ typed: Typed?) -> HTML {
        let id = line.pupil.id.number, notes = sheet.notes.filter { $0.pupil == line.pupil.id }
        guard !notes.contains(where: \.isKeptOnPaper) else { return "<li>\(name(number, line.pupil))\(each: notes, note)</li>" }
        return """
            <li id="p\(id)" data-pupil="\(id)">\(name(number, line.pupil))
            <span class="att" role="group" aria-label="\(text.attendance(of: line.pupil.name.list))">\(each: Absence.allCases, { button($0, line) })</span>
            \(sheet.hasMarks ? field(line, typed) : nil)\(each: notes, note)</li>

            """
    }

    private func name(_ number: Int, _ pupil: Pupil) -> HTML {
        #"<span class="name"><small>\#(number)</small> <b>\#(pupil.name.family)</b> <small>\#(pupil.name.given)</small></span>"#
    }

    private func note(_ note: PupilNote) -> HTML { #"<span class="note quiet small">\#(note.words)</span>"# }

    /// Pressed again it takes the note back; the value says outright which of the two it does, so an old page does neither by accident.
    private func button(_ code: Absence, _ line: RosterLine) -> HTML {
        let isPressed = line.entry.absence == code
        return """
            <button name="attendance" value="\(line.pupil.id.number):\(isPressed ? "" : code.rawValue)" data-code="\(code.rawValue)" aria-pressed="\(isPressed ? "true" : "false")" \
            aria-label="\(text.word(code))">\(text.letter(code))</button>
            """
    }

    private func field(_ line: RosterLine, _ typed: Typed?) -> HTML {
        let id = line.pupil.id.number
        let value = typed?.fields["mark-\(id)"] ?? line.entry.mark.map { "\($0.number)" } ?? ""
        let isRefused = typed?.field == "mark-\(id)"
        return """
            <input class="mark" name="mark-\(id)" inputmode="numeric" maxlength="1" pattern="[2-5]" autocomplete="off" enterkeyhint="next" \
            aria-label="\(text.mark(of: line.pupil.name.list))" value="\(value)"\(isRefused ? #" aria-invalid="true""# as HTML : nil)>
            """
    }

    private func count(_ sheet: LessonSheet) -> HTML {
        let away = sheet.roster.count { $0.entry.absence?.isAway == true }, late = sheet.roster.count { $0.entry.absence == .late }
        return #"<span class="quiet small" data-count="\#(text.count(away: "{away}", late: "{late}"))">\#(text.count(away: "\(away)", late: "\(late)"))</span>"#
    }

    /// Under the thumb, where there is no keyboard with digits at hand.
    private var pad: HTML {
        """
        <template data-pad><div class="pad" role="group"><p><b></b></p>\
        \(each: Mark.Value.scale.reversed(), { #"<button type="button" data-digit="\#($0)">\#($0)</button>"# })\
        <button type="button" data-digit="">\(text.erase)</button></div></template>
        """
    }

    // MARK: For those who only read it

    private func readOnly(_ sheet: LessonSheet) -> HTML {
        let homework = sheet.record.homework
        return """
            <div class="spread"><div class="plan aside"><div><b>\(text.topic)</b><p>\(sheet.record.topic?.text ?? text.nothingWritten)</p></div>
            <div><b>\(homework?.due.map { text.homework(for: web.date($0)) } ?? text.homework)</b><p class="task">\(homework?.text.text ?? text.nothingWritten)</p></div></div>
            <section class="block"><h2>\(text.pupilsHeading) <small>\(sheet.roster.count) · <a href="\(Link.course(sheet.lesson.course.id))">\(text.wholeJournal)</a></small></h2>
            \(roster(sheet) { readOnly($0, $1, sheet) })</section></div>
            """
    }

    private func readOnly(_ number: Int, _ line: RosterLine, _ sheet: LessonSheet) -> HTML {
        let absence = line.entry.absence, mark = line.entry.mark
        return """
            <li>\(name(number, line.pupil))<span class="quiet">\(absence.map(text.word) ?? "")</span>\
            <span class="m">\(mark.map { #"<span class="away">\#(text.mark) </span>\#($0.number)"# as HTML })</span>\
            \(each: sheet.notes.filter { $0.pupil == line.pupil.id }, note)</li>
            """
    }
}

/// The line that says whether all is saved. Its words are in the page, its script chooses among them; without script there is none, since
/// nothing is saved by itself then.
struct SaveViews {
    let reader: Reader
    private var text: any JournalText { reader.language.journal }

    var state: HTML {
        """
        <output class="save"><template data-for="saved">\(Icon.Small.check)<span>\(text.saved)</span></template>\
        <template data-for="saving"><span>\(text.saving)</span></template><template data-for="failed">\(Icon.Small.alert)<span>\(text.notSaved)</span></template></output>
        """
    }
}
