import Kernel
import Markup
import School
import Timetable
import WebCore

/// The diary: values to markup, nothing else.
struct DiaryViews {
    let reader: Reader
    private var text: any JournalText { reader.language.journal }
    private var web: any WebText { reader.language.web }

    func page(_ week: DiaryWeek) -> HTML {
        let child = week.child, inside = self.days(week)
        return shell(
            "\(web.diary), \(range(week.monday))", reader, place: .diary, islands: ["journal/diary"],
            """
            <header class="head"><div><h1>\(web.diary)</h1><p>\(child.pupil.name.list), \(child.schoolClass.name)\(week.term.map { " · " + $0.name } ?? "")</p></div></header>
            <div class="tools">\(week.children.count > 1 ? children(week) : nil)\(weeks(week))</div>
            <div class="week" data-island="journal/diary" data-path="\(Link.week(child.pupil.id, week.monday))" data-fingerprint="\(inside.fingerprint)">\(inside)</div>
            """)
    }

    var nothing: HTML {
        shell(
            web.diary, reader, place: .diary,
            """
            <header class="head"><div><h1>\(web.diary)</h1></div></header>
            <div class="narrow flow"><div class="empty"><b>\(text.noDiary)</b>\(text.noDiaryHint)</div></div>
            """)
    }

    private func children(_ week: DiaryWeek) -> HTML {
        #"<nav class="switch" aria-label="\#(text.child)">\#(each: week.children, { child($0, isHere: $0 == week.child, week.monday) })</nav>"#
    }

    private func child(_ child: Child, isHere: Bool, _ monday: Day) -> HTML {
        #"<a href="\#(Link.diary(child.pupil.id, monday))"\#(isHere ? #" aria-current="page""# as HTML : nil)>\#(child.pupil.name.given) <small>\#(child.schoolClass.name)</small></a>"#
    }

    private func weeks(_ week: DiaryWeek) -> HTML {
        let id = week.child.pupil.id, last = week.monday - 7, next = week.monday + 7
        return """
            <nav class="pages" aria-label="\(text.weeks)"><a class="button" href="\(Link.diary(id, last))" rel="prev">\(Icon.Small.back)<span>\(days(last))<span class="away"> \(web.month(last.month)), \(text.lastWeek)</span></span></a>\
            <h2>\(range(week.monday))</h2>\
            <a class="button" href="\(Link.diary(id, next))" rel="next"><span>\(days(next))<span class="away"> \(web.month(next.month)), \(text.nextWeek)</span></span>\(Icon.Small.forward)</a></nav>
            """
    }

    /// «9–14»
    private func days(_ monday: Day) -> String { "\(monday.day)–\((monday + 5).day)" }
    /// «9–14 ноября», «30 ноября – 5 декабря»
    private func range(_ monday: Day) -> String {
        let saturday = monday + 5
        return monday.month == saturday.month ? "\(monday.day)–\(web.date(saturday))" : "\(web.date(monday)) – \(web.date(saturday))"
    }

    /// The week alone, for a page that is open already.
    func days(_ week: DiaryWeek) -> HTML { "\(each: week.days, { day($0, week.lines(on: $0)) })" }

    private func day(_ day: Day, _ lines: [DiaryLine]) -> HTML {
        let isToday = day == reader.today, name = web.weekday(day.weekday)
        let heading: HTML = """
            <h2>\(name.prefix(1).uppercased() + name.dropFirst()) <small class="quiet">\(isToday ? web.day(day, today: day) + ", " : "")\(web.date(day))</small></h2>
            """
        return """
            <section class="day\(isToday ? " today" : "")"\(isToday ? #" id="today" aria-current="date""# as HTML : nil)>\(heading)\
            \(lines.isEmpty ? #"<p class="quiet">\#(text.noLessons(on: day))</p>"# as HTML : list(lines))</section>

            """
    }

    /// A day's lessons; `isNow` shows which of them is on.
    func list(_ lines: [DiaryLine]) -> HTML { "<ol>\(each: lines, line)</ol>" }

    private func line(_ line: DiaryLine) -> HTML {
        let lesson = line.lesson
        let times = web.time(reader.zone.minute(of: lesson.starts)) + "–" + web.time(reader.zone.minute(of: lesson.ends))
        let about = [times, lesson.state(at: reader.now) == .now ? text.isOn : nil, line.topic?.text].compactMap { $0 }.joined(separator: " · ")
        let task = line.homework.map(\.text).joined(separator: "\n")
        return """
            <li><span class="n">\(lesson.number)</span><b>\(lesson.course.subject)</b><span class="got">\(line.entry.mark.map(mark))\(line.entry.absence.map(absence))</span>\
            \(task.isEmpty ? nil : #"<span class="task">\#(task)</span>"# as HTML)<span class="reason">\(about)</span></li>

            """
    }

    func mark(_ value: Mark.Value) -> HTML { #"<span class="m"><span class="away">\#(text.mark) </span>\#(value.number)</span>"# }
    private func absence(_ code: Absence) -> HTML { #"<abbr class="a" title="\#(text.word(code))">\#(text.letter(code))</abbr>"# }
}
