import Kernel
import Markup
import School
import Timetable
import WebCore

/// The journal's first page: values to markup, nothing else.
struct JournalIndexViews {
    let reader: Reader
    private var text: any JournalText { reader.language.journal }
    private var web: any WebText { reader.language.web }

    /// The day's lessons; the reader's own journals, by subject; those they keep in another's place; those of the class they lead; for the
    /// heads all classes.
    func page(_ index: JournalIndex) -> HTML {
        frame(
            """
            \(index.isEmpty ? #"<div class="empty"><b>\#(text.noCourses)</b>\#(text.noCoursesHint)</div>"# as HTML : nil)\
            \(index.day.isEmpty ? nil : TodayViews(reader: reader).timeline(index.day))\
            \(each: groups(index.own, by: \.course.subject), { group($0.name, $0.lines) { $0.course.audience } })\
            \(index.substituted.isEmpty ? nil : group(text.substitutions, index.substituted) { $0.course.audience + ", " + $0.course.subject })\
            \(each: groups(index.led, by: { text.ownClass + ", " + $0.course.schoolClass.name }), { group($0.name, $0.lines, nameInClass) })\
            \(index.classes.isEmpty ? nil : list(index.classes))\
            \(index.former.isEmpty ? nil : former(index.former))
            """)
    }

    /// «Алгебра», «Английский язык, англ. 1»
    private func nameInClass(_ line: CourseLine) -> String { [line.course.subject, line.course.group?.name].compactMap { $0 }.joined(separator: ", ") }

    /// The journals of one class, for the heads.
    func page(_ schoolClass: SchoolClass, _ lines: [CourseLine]) -> HTML {
        shell(
            "\(text.journalOf), \(schoolClass.name)", reader, place: .journal,
            """
            <header class="head"><a class="tool" href="/journal" aria-label="\(text.backToJournals)">\(Icon.back)</a><div><h1>\(text.journalOf), \(schoolClass.name)</h1></div></header>
            <div class="narrow flow">\(group(text.lessons, lines, nameInClass))</div>
            """)
    }

    private func frame(_ content: HTML) -> HTML {
        shell(
            text.journalOf, reader, place: .journal,
            #"<header class="head"><div><h1>\#(text.journalOf)</h1></div></header><div class="narrow flow">\#(content)</div>"#)
    }

    private func list(_ classes: [SchoolClass]) -> HTML {
        """
        <section class="block"><h2>\(text.classes)</h2><ul class="lines">\
        \(each: classes, { #"<li><a href="\#(Link.schoolClass($0.id))"><span class="grow"><b>\#($0.name)</b></span><span class="go"></span></a></li>"# })</ul></section>
        """
    }

    private func former(_ classes: [FormerClass]) -> HTML {
        """
        <details class="block"><summary>\(text.formerClasses)</summary><ul class="lines">\
        \(each: classes, { #"<li><a href="\#(Link.schoolClass($0.id))"><span class="grow"><b>\#($0.name)</b><small>\#($0.year)</small></span><span class="go"></span></a></li>"# })</ul></details>
        """
    }

    /// Lines under the same heading, in their order.
    private func groups(_ lines: [CourseLine], by heading: (CourseLine) -> String) -> [(name: String, lines: [CourseLine])] {
        lines.reduce(into: []) { groups, line in
            let name = heading(line)
            if let known = groups.firstIndex(where: { $0.name == name }) { groups[known].lines.append(line) } else { groups.append((name, [line])) }
        }
    }

    private func group(_ heading: String, _ lines: [CourseLine], _ name: (CourseLine) -> String) -> HTML {
        #"<section class="block"><h2>\#(heading)</h2><ul class="lines">\#(each: lines, { line($0, name($0)) })</ul></section>"#
    }

    private func line(_ line: CourseLine, _ name: String) -> HTML {
        let state: HTML? = line.missing == 0 ? nil : #"<span class="state">\#(Icon.Small.alert)\#(text.withoutTopic(line.missing))</span>"#
        let teacher = line.course.teacher == reader.viewer?.person ? nil : line.course.teacherName?.short
        let badge = teacher != nil && line.course.isTeacherVerified ? Icon.badge(web.verifiedTeacher) : nil
        let next = line.next.map(next), dot = teacher != nil && next != nil ? " · " : ""
        return """
            <li\(line.missing == 0 ? nil : #" data-state="missing""# as HTML)><a href="\(Link.course(line.course.id))"><span class="grow"><b>\(name)</b><small>\(teacher ?? "")\(badge)\(dot)\(next ?? "")</small></span>\
            \(state)<span class="go"></span></a></li>

            """
    }

    private func next(_ starts: Moment) -> String {
        guard starts > reader.now else { return text.isOn }
        return text.nextLesson(web.day(reader.zone.day(of: starts), today: reader.today), web.time(reader.zone.minute(of: starts)))
    }
}
