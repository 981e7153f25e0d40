import Hummingbird
import Kernel
import Storage
import WebCore
import Wire

/// The bells for programs: the same verbs, stores and rights as the pages.
struct TimetableAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        api.get("school/bells", "The usual bells and those of other names, with the days on which they hold") { _, context -> BellsInfo in
            let school = try TimetableAccess.bells(readBy: context.viewer)
            return BellsInfo(try await site.read { tx in try BellStore.plan(of: school, tx) })
        }
        api.put("school/bells", "Set the usual bells; with `preview`, only say which lessons would move") { (body: BellsBody, _, context) -> BellChangeInfo in
            try await change(.usual(try body.bells.map { try $0.bell }), isPreview: body.preview == true, context)
        }
        api.post("school/bells", "Add bells that hold on some weekdays or single days") { (body: BellScheduleBody, _, context) -> BellChangeInfo in
            try await change(.schedule(nil, try body.draft), isPreview: body.preview == true, context)
        }
        api.put("school/bells/:schedule", "Change bells that have a name") { (body: BellScheduleBody, _, context) -> BellChangeInfo in
            try await change(.schedule(try context.id("schedule"), try body.draft), isPreview: body.preview == true, context)
        }
        api.delete("school/bells/:schedule", "Remove bells that have a name; their days ring as usual") { _, context -> BellChangeInfo in
            try await change(.remove(try context.id("schedule")), isPreview: false, context)
        }
    }

    private func change(_ change: BellChange, isPreview: Bool, _ context: SignedIn) async throws -> BellChangeInfo {
        let (viewer, now) = (context.viewer, context.now)
        let shifts =
            isPreview
            ? try await site.read { tx in try ChangeBells.preview(change, by: viewer, at: now, in: tx) }
            : try await site.perform(ChangeBells(change), by: viewer, at: now)
        return BellChangeInfo(isDone: !isPreview, shifts: shifts.map { LessonShiftInfo($0) })
    }
}

extension BellBody {
    fileprivate var bell: Bell {
        get throws {
            guard let starts = minute(of: starts) else { throw Denial.invalid(field: "starts-\(number)", .noTime) }
            guard let ends = minute(of: ends) else { throw Denial.invalid(field: "ends-\(number)", .noTime) }
            return Bell(number, starts, ends)
        }
    }
    init(_ bell: Bell) { self.init(number: bell.number, starts: clock(bell.starts), ends: clock(bell.ends)) }
}

extension BellScheduleBody {
    fileprivate var draft: BellScheduleDraft {
        get throws { BellScheduleDraft(name: name, weekdays: Set(weekdays), days: Set(days), bells: try bells.map { try $0.bell }) }
    }
}

extension BellsInfo {
    init(_ plan: BellPlan) {
        self.init(
            usual: plan.usual.map { BellBody($0) },
            schedules: plan.schedules.map { schedule in
                BellScheduleInfo(
                    id: schedule.id.number, name: schedule.name, weekdays: schedule.weekdays.sorted(), days: schedule.days.sorted(),
                    bells: schedule.bells.map { BellBody($0) })
            })
    }
}

extension LessonShiftInfo {
    init(_ shift: LessonShift) {
        self.init(
            day: shift.day, number: shift.number, starts: shift.starts.milliseconds, ends: shift.ends.milliseconds,
            newStarts: shift.becomes?.starts.milliseconds, newEnds: shift.becomes?.ends.milliseconds, lessons: shift.lessons)
    }
}
