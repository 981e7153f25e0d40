import Kernel
import School
import Storage
import Timetable
import WebCore

/// One child's day and the next one with lessons.
struct ChildDay: Sendable {
    let child: Child
    let today: [DiaryLine]
    let nextDay: Day?
    let next: [DiaryLine]
    let marks: [MarkNews]
}

/// What the journal has to say to pupils and families on the first screen. The number of queries does not grow with the family.
struct FamilyToday {
    let reader: Reader
    let viewer: Viewer

    func parts(_ tx: Transaction) throws -> [TodayPart] {
        let days = try days(tx), views = TodayViews(reader: reader)
        let isNamed = days.count > 1
        return days.map { TodayPart(.now, views.lessons(of: $0, isNamed: isNamed)) } + days.map { TodayPart(.owed, views.owed(by: $0, isNamed: isNamed)) }
    }

    private func days(_ tx: Transaction) throws -> [ChildDay] {
        let children = try DiaryStore.children(of: viewer, tx), pupils = children.map(\.pupil.id), today = reader.today
        let nextDays = try DiaryStore.nextDays(of: pupils, after: today, seenBy: viewer, tx)
        let wanted = Set(nextDays.values).union([today]).map { Value.text($0.description) }
        let lines = try DiaryStore.lines(of: pupils, on: "l.held_on IN \(list: wanted)", seenBy: viewer, tx)
        let marks = try DiaryStore.marks(of: pupils, since: reader.zone.moment(today, minute: 0), seenBy: viewer, tx)
        return children.map { child in
            let own = lines.filter { $0.child == child.pupil.id }, next = nextDays[child.pupil.id]
            return ChildDay(
                child: child, today: own.filter { $0.lesson.day == today }, nextDay: next, next: own.filter { $0.lesson.day == next },
                marks: marks.filter { $0.child == child.pupil.id })
        }
    }
}
