import Accounts
import Hummingbird
import Kernel
import Markup
import School
import Storage
import WebCore

/// The bells: reading, and setting by two sendings: what would move, then the doing. Decides nothing.
struct BellRoutes: Sendable {
    let site: Site

    func add(to bells: RouterGroup<SignedIn>) {
        bells.get(use: page)
        bells.get("usual") { _, context in try await form(.usual, .nothing, context) }
        bells.post("usual") { request, context in try await change(.usual, request, context) }
        bells.get("new") { _, context in try await form(.new, .nothing, context) }
        bells.post("new") { request, context in try await change(.new, request, context) }
        bells.get(":schedule") { _, context in try await form(.schedule(try context.id("schedule")), .nothing, context) }
        bells.post(":schedule") { request, context in try await change(.schedule(try context.id("schedule")), request, context) }
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let school = try TimetableAccess.bells(readBy: context.viewer)
        let plan = try await site.read { tx in try BellStore.plan(of: school, tx) }
        return BellViews(reader: context.reader, sets: TimetableAccess.setsBells(context.viewer)).page(plan)
    }

    private func plan(_ place: BellPlace, _ context: SignedIn) async throws -> BellPlan {
        let school = try TimetableAccess.bells(setBy: context.viewer).id
        let plan = try await site.read { tx in try BellStore.plan(of: school, tx) }
        if case .schedule(let id) = place { guard plan.schedules.contains(where: { $0.id == id }) else { throw Denial.notFound } }
        return plan
    }

    private func form(_ place: BellPlace, _ filled: Filled, _ context: SignedIn) async throws -> HTML {
        BellViews(reader: context.reader, sets: true).form(place, try await plan(place, context), filled)
    }

    private func change(_ place: BellPlace, _ request: Request, _ context: SignedIn) async throws -> Response {
        let plan = try await plan(place, context), sent = try await request.form(), (viewer, now) = (context.viewer, context.now)
        let views = BellViews(reader: context.reader, sets: true), step = sent.text("step")
        guard step != "back" else { return views.form(place, plan, Filled(form: "bells", typed: sent.typed, denial: nil)).response(to: request) }
        do {
            let change = try sent.bellChange(place)
            guard step == "do" else {
                let shifts = try await site.read { tx in try ChangeBells.preview(change, by: viewer, at: now, in: tx) }
                return views.preview(place, change, shifts, sent).response(to: request)
            }
            try await site.perform(ChangeBells(change), by: viewer, at: now)
            return .seeOther(.bells)
        } catch let denial as Denial {
            guard case .invalid = denial else { throw denial }
            let filled = Filled(form: "bells", typed: sent.typed, denial: denial)
            return views.form(place, plan, filled).response(to: request, status: .unprocessableContent)
        }
    }
}

/// Which bells a form is about.
enum BellPlace: Hashable, Sendable {
    case usual, new
    case schedule(ID<BellSchedule>)

    var schedule: ID<BellSchedule>? {
        if case .schedule(let id) = self { id } else { nil }
    }
}

extension SentForm {
    /// Rows of the form that were left empty are no bells.
    fileprivate func bellChange(_ place: BellPlace) throws -> BellChange {
        if text("act") == "remove", let id = place.schedule { return .remove(id) }
        let bells = try bells()
        guard place != .usual else { return .usual(bells) }
        let days = try (0..<BellViews.mostDays).compactMap { number in text("day-\(number)").isEmpty ? nil : try day("day-\(number)") }
        let weekdays = (1...7).filter { isChecked("weekday-\($0)") }
        return .schedule(place.schedule, BellScheduleDraft(name: text("name"), weekdays: Set(weekdays), days: Set(days), bells: bells))
    }

    private func bells() throws -> [Bell] {
        try (0...20).compactMap { number in
            let (starts, ends) = (text("starts-\(number)"), text("ends-\(number)"))
            guard !starts.isEmpty || !ends.isEmpty else { return nil }
            return Bell(number, try time("starts-\(number)", starts), try time("ends-\(number)", ends))
        }
    }

    private func time(_ name: String, _ written: String) throws -> Int {
        guard let minute = minute(of: written) else { throw Denial.invalid(field: name, .noTime) }
        return minute
    }
}
