import Kernel
import School
import Timetable
import Wire

// The journal's values as programs read them.

extension CourseInfo {
    init(_ course: Course) {
        self.init(
            id: course.id.number, subject: course.subject, schoolClass: course.schoolClass.name, group: course.group?.name, teacher: course.teacherName?.full)
    }
}

extension LessonInfo {
    init(_ lesson: Lesson, topic: LessonTopic?) {
        self.init(
            id: lesson.id.number, course: CourseInfo(lesson.course), day: lesson.day, number: lesson.number, startsAt: lesson.starts.milliseconds,
            endsAt: lesson.ends.milliseconds, room: lesson.room, topic: topic?.text)
    }
}

extension HomeworkInfo {
    init(_ homework: Homework) { self.init(text: homework.text.text, due: homework.due) }
}

extension LessonSheetInfo {
    init(_ sheet: LessonSheet) {
        let pupils = sheet.roster.map { line in
            RosterLineInfo(pupil: line.pupil.id.number, name: line.pupil.name.list, mark: line.entry.mark?.number, absence: line.entry.absence?.code)
        }
        self.init(
            lesson: LessonInfo(sheet.lesson, topic: sheet.record.topic), homework: sheet.record.homework.map { HomeworkInfo($0) }, mayChange: sheet.isKept,
            isClosed: sheet.closedTerm != nil, pupils: pupils)
    }
}

extension TermInfo {
    init(_ span: Span) { self.init(id: span.term?.number, name: span.name, starts: span.days.lowerBound, ends: span.days.upperBound) }
}

extension ClassJournalInfo {
    init(_ journal: ClassJournal) {
        let lessons = journal.columns.map { column in
            JournalColumnInfo(
                lesson: column.id.number, day: column.day, number: column.number, topic: column.record.topic?.text,
                homework: column.record.homework.map { HomeworkInfo($0) }, mayChange: column.isKept, isClosed: column.isClosed)
        }
        let pupils = journal.pupils.enumerated().map { number, pupil in
            JournalRowInfo(pupil: pupil.id.number, name: pupil.name.list, average: journal.average(ofRow: number), cells: journal.cells(ofRow: number))
        }
        self.init(course: CourseInfo(journal.course), term: TermInfo(journal.span), terms: journal.spans.map { TermInfo($0) }, lessons: lessons, pupils: pupils)
    }
}

extension ClassJournal {
    fileprivate func cells(ofRow number: Int) -> [JournalCellInfo] {
        zip(columns, row(number)).compactMap { column, entry in
            entry.map { JournalCellInfo(lesson: column.id.number, mark: $0.mark?.number, absence: $0.absence?.code) }
        }
    }
}

extension ChildInfo {
    init(_ child: Child) { self.init(pupil: child.pupil.id.number, name: child.pupil.name.list, schoolClass: child.schoolClass.name) }
}

extension DiaryWeekInfo {
    init(_ week: DiaryWeek) {
        let lessons = week.lines.map { line in
            DiaryLineInfo(
                lesson: LessonInfo(line.lesson, topic: line.topic), homework: line.homework.map(\.text), mark: line.entry.mark?.number,
                absence: line.entry.absence?.code)
        }
        self.init(child: ChildInfo(week.child), monday: week.monday, lessons: lessons)
    }
}
