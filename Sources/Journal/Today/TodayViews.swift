import Kernel
import Markup
import School
import Timetable
import WebCore

/// The journal's parts of «Сегодня»: values to markup, nothing else.
struct TodayViews {
    let reader: Reader
    private var text: any JournalText { reader.language.journal }
    private var web: any WebText { reader.language.web }

    // MARK: A teacher's day

    func timeline(_ day: [DayLesson]) -> HTML {
        #"<section class="block"><h2>\#(text.lessons)</h2><ol class="timeline">\#(each: day.indices, { "\(gap(before: $0, day))\(item(day[$0]))" })</ol></section>"#
    }

    var noLessons: HTML { #"<div class="empty"><b>\#(text.noLessonsToday)</b>\#(text.noLessonsTodayHint)</div>"# }

    /// Half an hour or more between two own lessons.
    private func gap(before index: Int, _ day: [DayLesson]) -> HTML? {
        guard index > 0, day[index - 1].isHeldByReader, day[index].isHeldByReader else { return nil }
        let ended = day[index - 1].lesson.ends, starts = day[index].lesson.starts
        guard Moment.seconds(from: ended, to: starts) >= 30 * 60 else { return nil }
        return #"<li><p class="gap"><time>\#(time(ended))</time><span>\#(text.gap(until: time(starts)))</span></p></li>"#
    }

    private func item(_ item: DayLesson) -> HTML {
        let lesson = item.lesson, (state, words) = state(item)
        return """
            <li data-state="\(state)"><a href="\(Link.lesson(lesson.id))"\(state == "now" ? #" aria-current="time""# as HTML : nil)><time datetime="\(lesson.day.description)T\(time(lesson.starts))">\
            \(time(lesson.starts))<small>\(time(lesson.ends))</small></time><b>\(lesson.course.audience) · \(lesson.course.subject)</b><small>\(hint(item))</small><span class="state">\(words)</span></a></li>

            """
    }

    private func state(_ item: DayLesson) -> (String, HTML) {
        guard item.isHeldByReader else { return ("cancelled", "\(Icon.Small.person)\(text.notYours)") }
        switch item.lesson.state(at: reader.now) {
        case .before: return ("empty", "\(text.notBegun)")
        case .now: return ("now", "\(text.goesOn((Moment.seconds(from: reader.now, to: item.lesson.ends) + 59) / 60))")
        case .after: return item.topic == nil ? ("missing", "\(Icon.Small.alert)\(text.lacksTopic)") : ("filled", "\(Icon.Small.check)\(text.filled)")
        }
    }

    private func hint(_ item: DayLesson) -> String {
        guard item.isHeldByReader else { return text.substitute(item.holder?.short ?? "") }
        let room = item.lesson.room.isEmpty ? nil : text.room(item.lesson.room)
        return [room, item.topic?.text, item.away == 0 ? nil : text.away(item.away)].compactMap { $0 }.joined(separator: " · ")
    }

    private func time(_ moment: Moment) -> String { web.time(reader.zone.minute(of: moment)) }

    /// Lessons of past days that lack their topic: the first ten, each a link to where it is written.
    func missing(_ lessons: [Lesson]) -> HTML {
        let more = lessons.count - StaffToday.longestList
        return """
            <section class="block"><h2>\(text.leftFromBefore) <small>\(text.withoutTopic(lessons.count))</small></h2><ul class="lines">\(each: lessons.prefix(StaffToday.longestList), missing)</ul>\
            \(more > 0 ? #"<p><a href="/journal">\#(text.andMore(more))</a></p>"# as HTML : nil)</section>
            """
    }

    private func missing(_ lesson: Lesson) -> HTML {
        """
        <li><a href="\(Link.lesson(lesson.id))"><span class="grow"><b>\(text.lacksTopic): \(lesson.course.audience), \(lesson.course.subject)</b>\
        <small>\(web.day(lesson.day, today: reader.today)), \(text.lessonNumber(lesson.number))</small></span><span class="go"></span></a></li>

        """
    }

    // MARK: The heads' school

    func missing(_ courses: [MissingTopics]) -> HTML {
        let count = courses.reduce(0) { $0 + $1.count }, yesterday = courses.reduce(0) { $0 + $1.yesterday }
        let more = courses.count - StaffToday.longestList
        return """
            <section class="block"><h2>\(text.notFilled) <small>\(text.thisWeek): \(count), \(text.yesterday(yesterday))</small></h2><ul class="lines">\
            \(each: courses.prefix(StaffToday.longestList), line)</ul>\(more > 0 ? #"<p><a href="/journal">\#(text.andMore(more))</a></p>"# as HTML : nil)</section>
            """
    }

    private func line(_ missing: MissingTopics) -> HTML {
        """
        <li><a href="\(Link.course(missing.course.id))"><span class="num">\(missing.count)</span><span class="grow"><b>\(missing.course.audience), \(missing.course.subject)</b>\
        <small>\(missing.course.teacherName?.short ?? "")\(missing.course.isTeacherVerified ? Icon.badge(reader.language.web.verifiedTeacher) : nil)</small></span><span class="go"></span></a></li>

        """
    }

    // MARK: A family's day

    /// One child's lessons of today; the name stands over them where there are several children.
    func lessons(of day: ChildDay, isNamed: Bool) -> HTML {
        let lines = day.today
        let times = lines.first.flatMap { first in lines.last.map { time(first.lesson.starts) + "–" + time($0.lesson.ends) } } ?? ""
        let name = isNamed ? day.child.pupil.name.given + ", " + day.child.schoolClass.name : text.lessons
        return """
            <section class="day today" aria-current="date"><h2>\(name) <small class="quiet">\(times)</small></h2>\
            \(lines.isEmpty ? #"<p class="quiet">\#(text.noLessonsToday)</p>"# as HTML : DiaryViews(reader: reader).list(lines))</section>
            <p><a class="button" href="\(Link.diary(day.child.pupil.id))">\(text.toDiary)\(isNamed ? ": " + day.child.pupil.name.given : "")</a></p>
            """
    }

    /// The marks a child got today, and what there is to do for the next day with lessons.
    func owed(by day: ChildDay, isNamed: Bool) -> HTML {
        let name = isNamed ? day.child.pupil.name.given + ". " : ""
        return "\(day.marks.isEmpty ? nil : marks(day.marks, name))\(day.nextDay.map { homework(day, for: $0, name) })"
    }

    private func marks(_ marks: [MarkNews], _ name: String) -> HTML {
        #"<section class="block"><h2>\#(name)\#(text.marksToday)</h2><ul class="lines">\#(each: marks, mark)</ul></section>"#
    }

    private func mark(_ mark: MarkNews) -> HTML {
        """
        <li><span class="line"><span class="grow"><b>\(mark.subject)</b><small>\(text.forLesson(on: web.day(mark.day, today: reader.today)))</small></span>\
        \(DiaryViews(reader: reader).mark(mark.value))</span></li>
        """
    }

    private func homework(_ day: ChildDay, for next: Day, _ name: String) -> HTML {
        let tasks = day.next.filter { !$0.homework.isEmpty }
        return """
            <section class="block"><h2>\(name)\(text.homeworkFor(web.day(next, today: reader.today)))</h2>\
            \(tasks.isEmpty ? #"<p class="quiet">\#(text.noHomework)</p>"# as HTML : #"<ul class="lines">\#(each: tasks, task)</ul>"#)</section>
            """
    }

    private func task(_ line: DiaryLine) -> HTML {
        #"<li><span class="line"><span class="grow"><b>\#(line.lesson.course.subject)</b><span class="task">\#(line.homework.map(\.text).joined(separator: "\n"))</span></span></span></li>"#
    }
}
