import Hummingbird
import Kernel
import School
import Timetable
import WebCore
import Wire

/// The journal and the diary for programs: the same verbs, stores and rights as the pages.
struct JournalAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        addLessons(to: &api)
        addChanges(to: &api)
        addReading(to: &api)
    }

    private func addLessons(to api: inout API) {
        let day = Parameter("day", .date, "The day of the lessons; today if it is missing")
        api.get("lessons", "The teacher's lessons of a day", query: [day]) { request, context -> [LessonInfo] in
            let viewer = context.viewer, day = try Self.day("day", request) ?? context.reader.today
            return try await site.read { tx in try TodayStore.lessons(of: viewer, on: day, tx) }.map { LessonInfo($0.lesson, topic: $0.topic) }
        }
        api.get("lessons/:lesson", "A lesson: its topic, homework and roster with marks and absences") { _, context -> LessonSheetInfo in
            let id: ID<Lesson> = try context.id("lesson"), viewer = context.viewer
            guard let sheet = try await site.read({ tx in try LessonStore.sheet(of: id, seenBy: viewer, tx) }) else { throw Denial.notFound }
            return LessonSheetInfo(sheet)
        }
    }

    private func addChanges(to api: inout API) {
        api.put("lessons/:lesson/pupils/:pupil/mark", "Put a mark, or remove it with null") { (body: MarkBody, _, context) -> CellInfo in
            try await body.perform(at: try context.id("lesson"), for: try context.id("pupil"), site, context)
        }
        api.put("lessons/:lesson/pupils/:pupil/attendance", "Note an absence, or take it back with null") { (body: AttendanceBody, _, context) -> CellInfo in
            try await body.perform(at: try context.id("lesson"), of: try context.id("pupil"), site, context)
        }
        api.put("lessons/:lesson/topic", "Write a lesson's topic") { (body: TopicBody, _, context) -> TopicInfo in
            try await body.perform(at: try context.id("lesson"), site, context)
        }
        api.put("lessons/:lesson/homework", "Give homework for the course's next lesson") { (body: HomeworkBody, _, context) -> HomeworkAnswer in
            try await body.perform(at: try context.id("lesson"), site, context)
        }
    }

    private func addReading(to api: inout API) {
        api.get("courses", "The courses whose journals the reader may read, in this academic year") { _, context -> [CourseInfo] in
            let viewer = context.viewer, today = context.reader.today
            return try await site.read { tx in try ClassJournalStore.courses(seenBy: viewer, on: today, tx) }.map { CourseInfo($0) }
        }
        let term = Parameter("term", .integer, "The term; that of today if it is missing")
        api.get("courses/:course/journal", "A course's journal of one term", query: [term]) { request, context -> ClassJournalInfo in
            let id: ID<Course> = try context.id("course"), viewer = context.viewer, today = context.reader.today
            let term = try Self.number("term", request).map { ID<Term>($0) }
            guard let journal = try await site.read({ tx in try ClassJournalStore.journal(of: id, term: term, today: today, seenBy: viewer, tx) }) else {
                throw Denial.notFound
            }
            return ClassJournalInfo(journal)
        }
        api.get("diaries", "The children whose diaries the reader may open") { _, context -> [ChildInfo] in
            let viewer = context.viewer
            return try await site.read { tx in try DiaryStore.children(of: viewer, tx) }.map { ChildInfo($0) }
        }
        let week = Parameter("week", .date, "Any day of the week; today if it is missing")
        api.get("diaries/:pupil", "A pupil's week", query: [week]) { request, context -> DiaryWeekInfo in
            let pupil: ID<Person> = try context.id("pupil"), viewer = context.viewer, monday = (try Self.day("week", request) ?? context.reader.today).monday
            guard let week = try await site.read({ tx in try DiaryStore.week(of: pupil, from: monday, seenBy: viewer, tx) }) else { throw Denial.notFound }
            return DiaryWeekInfo(week)
        }
    }

    private static func day(_ name: String, _ request: Request) throws -> Day? {
        try request.uri.queryParameters.get(name).map { asked in
            guard let day = Day(String(asked)) else { throw Denial.invalid(field: name, .unreadable) }
            return day
        }
    }

    private static func number(_ name: String, _ request: Request) throws -> Int64? {
        try request.uri.queryParameters.get(name).map { asked in
            guard let number = Int64(asked) else { throw Denial.invalid(field: name, .unreadable) }
            return number
        }
    }
}
