import Kernel
import Storage
import Timetable
import WebCore

/// What the journal has to say to teachers and heads on the first screen.
struct StaffToday {
    let reader: Reader
    let viewer: Viewer
    /// How far back a lesson without a topic is still asked for. It is to be written within two days (REQUIREMENTS E07); what is older than
    /// these two weeks is the deputy's business.
    static let daysBack = 14
    static let longestList = 10

    func parts(_ tx: Transaction) throws -> [TodayPart] {
        let views = TodayViews(reader: reader), (today, now) = (reader.today, reader.now)
        var parts: [TodayPart] = []
        let isTeacher = viewer.hasAny(of: Role.teachers)
        let day = isTeacher ? try TodayStore.lessons(of: viewer, on: today, tx) : []
        if isTeacher { parts.append(TodayPart(.now, day.isEmpty ? views.noLessons : views.timeline(day))) }
        // The day's own lessons say for themselves, in the timeline, what they lack.
        let missing =
            isTeacher ? try TodayStore.withoutTopic(of: viewer, since: today - Self.daysBack, today: today, at: now, tx).filter { $0.day < today } : []
        if !missing.isEmpty { parts.append(TodayPart(.owed, views.missing(missing))) }
        let ofSchool = try TodayStore.withoutTopicInSchool(viewer, since: min(today.monday, today - 1), today: today, at: now, tx)
        if !ofSchool.isEmpty { parts.append(TodayPart(.owed, views.missing(ofSchool))) }
        return parts
    }
}
