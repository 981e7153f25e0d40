import Kernel
import Markup
import School
import Timetable
import WebCore

/// The class journal's page: values to markup, nothing else.
struct ClassJournalViews {
    let reader: Reader
    private var text: any JournalText { reader.language.journal }
    private var web: any WebText { reader.language.web }

    func page(_ journal: ClassJournal) -> HTML {
        let course = journal.course, isKept = journal.columns.contains(where: \.isKept)
        return shell(
            "\(text.journalOf), \(course.audience), \(course.subject)", reader, place: .journal, kind: .deep, islands: ["journal/class-journal"],
            """
            <header class="head"><a class="tool" href="/journal" aria-label="\(text.backToJournals)">\(Icon.back)</a><div><h1>\(course.audience) · \(course.subject)</h1>\
            <p>\(journal.span.name) · \(text.pupils(journal.pupils.count))\(teacher(course))</p></div>\(isKept ? SaveViews(reader: reader).state : nil)</header>
            \(journal.spans.count > 1 ? terms(journal) : nil)\(journal.columns.contains(where: \.isClosed) ? closed(journal, isKept) : nil)\
            \(journal.columns.isEmpty ? nothing : content(journal))
            """)
    }

    /// Said in words over the table: its cells do not answer to keys.
    private func closed(_ journal: ClassJournal, _ isKept: Bool) -> HTML {
        #"<div class="notice" data-closed><p>\#(text.closedColumns)\#(isKept ? " " + text.changeOnLessonPage : "")</p></div>"#
    }

    private func teacher(_ course: Course) -> HTML? {
        course.teacherName.map { #"<span class="more"> · \#($0.full)\#(course.isTeacherVerified ? Icon.badge(web.verifiedTeacher) : nil)</span>"# }
    }

    private func terms(_ journal: ClassJournal) -> HTML {
        #"<nav class="switch" aria-label="\#(text.terms)">\#(each: journal.spans, { term($0, isHere: $0 == journal.span, journal.course) })</nav>"#
    }

    private func term(_ span: Span, isHere: Bool, _ course: Course) -> HTML {
        let link = span.term.map { Link.course(course.id, $0) } ?? .course(course.id)
        return #"<a href="\#(link)"\#(isHere ? #" aria-current="page""# as HTML : nil)>\#(span.name)</a>"#
    }

    private var nothing: HTML { #"<div class="empty"><b>\#(text.noLessons)</b>\#(text.noLessonsHint)</div>"# }

    private func content(_ journal: ClassJournal) -> HTML {
        let letters = Absence.allCases.map(text.letter).joined(separator: " ")
        return """
            \(strip(journal))<div class="frame" data-island="journal/class-journal" data-course="\(journal.course.id.number)" data-person="\(reader.viewer?.person.number ?? 0)" \
            data-path="\(Link.grid(journal.course.id, journal.span.term))" data-letters="\(Absence.allCases.map { "\($0.rawValue):\(text.letter($0))" }.joined(separator: " "))" \
            data-point="\(text.hundredths(0).contains(",") ? "," : ".")" data-marks="\(journal.course.schoolClass.hasMarks ? "yes" : "no")">\(JournalGrid(reader: reader, journal: journal).html)</div>
            <p class="why" role="alert" data-why hidden></p><p class="keys">\(text.gridKeys(letters))</p>
            \(topics(journal))<p class="printed">\(printed)</p>
            """
    }

    private var printed: String {
        text.printed(web.date(reader.today), web.time(reader.zone.minute(of: reader.now)), reader.viewer?.name.short ?? "")
    }

    /// The lessons, newest first, for a thumb: what the table's head is on a desktop.
    private func strip(_ journal: ClassJournal) -> HTML {
        let columns = journal.columns.reversed().filter { $0.day <= reader.today } + journal.columns.filter { $0.day > reader.today }
        return #"<nav class="strip" aria-label="\#(text.lessons)">\#(each: columns, dayLink)</nav>"#
    }

    private func dayLink(_ column: JournalColumn) -> HTML {
        let day = column.day
        return """
            <a href="\(Link.lesson(column.id))" aria-label="\(text.openLesson(on: web.date(day)))"\(day == reader.today ? #" aria-current="date""# as HTML : nil)>\
            <b>\(day.day)</b><small>\(web.weekdayShort(day.weekday))</small></a>
            """
    }

    private func topics(_ journal: ClassJournal) -> HTML {
        #"<section class="block narrow"><h2>\#(text.topicsAndHomework)</h2><ul class="lines">\#(each: journal.columns.filter { $0.day <= reader.today }.reversed(), topic)</ul></section>"#
    }

    private func topic(_ column: JournalColumn) -> HTML {
        let isMissing = column.record.topic == nil && column.ends <= reader.now
        let heading = column.record.topic?.text ?? (isMissing ? text.noTopic : text.nothingWritten)
        let homework = column.record.homework.map { ($0.due.map { text.homework(for: web.date($0)) } ?? text.homework) + ": " + $0.text.text }
        return """
            <li\(isMissing ? #" data-state="missing""# as HTML : nil)><a href="\(Link.lesson(column.id))"><span class="grow"><b>\(web.date(column.day)) · \(heading)</b>\
            \(homework.map { "<small>\($0)</small>" as HTML })</span><span class="go"></span></a></li>

            """
    }
}
