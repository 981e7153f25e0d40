import Kernel
import Notices
import School
import Storage
import Timetable

/// What is told of the journal to pupils and families who have no page open. Calmly (PRODUCT N16): of marks only those who asked for it,
/// of homework once a day; that a child is missing today the guardians hear soon, once for the day, and not if it was a slip.
enum JournalTelling {
    static func mark(of pupil: ID<Person>, in kept: KeptLesson, at now: Moment, _ tx: Transaction) throws {
        let school = kept.lesson.course.school, people = try SchoolStore.household(of: pupil, in: school, tx)
        try Notices.tell(Notice(.mark, school: school, to: people, about: .diary(pupil)), by: nil, at: now, in: tx)
    }

    /// What was to be done for a day that has passed is no news.
    static func homework(_ homework: Homework?, in kept: KeptLesson, at now: Moment, _ tx: Transaction) throws {
        let lesson = kept.lesson, today = kept.keeper.zone.day(of: now), due = homework?.due ?? lesson.day
        guard homework != nil, due >= today else { return }
        let households = try LessonStore.householdsByDiary(of: lesson.course, during: lesson.day...max(lesson.day, due), tx)
        for (child, people) in households.sorted(by: { ($0.key?.number ?? 0) < ($1.key?.number ?? 0) }) {
            let notice = Notice(.lesson, school: lesson.course.school, to: people, about: child.map { .homework(of: $0) } ?? .ownDiary)
            try Notices.tell(notice, by: nil, at: now, in: tx)
        }
    }

    /// Called after the note was written.
    static func attendance(of pupil: ID<Person>, was: Absence?, became: Absence?, in kept: KeptLesson, at now: Moment, _ tx: Transaction) throws {
        let lesson = kept.lesson, school = lesson.course.school
        guard lesson.day == kept.keeper.zone.day(of: now), (was == .absent) != (became == .absent) else { return }
        guard try !LessonStore.isAbsent(pupil, on: lesson.day, besides: lesson.id, in: school, tx) else { return }
        let guardians = try SchoolStore.household(of: pupil, in: school, tx).subtracting([pupil])
        guard became == .absent else { return try Notices.takeBack(.diary(pupil, lesson.day), of: guardians, in: tx) }
        try Notices.tell(
            Notice(.absence, school: school, to: guardians, about: .diary(pupil, lesson.day), urgency: .important), by: nil, at: now, in: tx)
    }

    /// Whether the diary's reader was told of something in it, or waits to be.
    static func isNews(for viewer: Viewer, of child: ID<Person>, on today: Day, _ tx: Transaction) throws -> Bool {
        try Notices.isAnything(at: [.ownDiary, .diary(child), .homework(of: child), .diary(child, today)], for: viewer.person, in: tx)
    }
}

/// A reader of the diary has seen what is new in it.
struct SeeDiary: Verb {
    let child: ID<Person>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        try Notices.seen(.ownDiary, by: viewer.person, in: tx)
        try Notices.seen(.diary(child), by: viewer.person, in: tx)
        try Notices.seen(.homework(of: child), by: viewer.person, in: tx)
        try Notices.seen(.diary(child, viewer.zone.day(of: now)), by: viewer.person, in: tx)
    }
}
