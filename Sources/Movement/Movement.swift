import Accounts
import Foundation
import Hummingbird
import Kernel
import School
import Storage
import WebCore

/// Who comes, goes and moves, by which order; the yearly promotion; what must be checked and by when.
public enum MovementFeature: Feature {
    public static let name = "movement"
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {
        let movement = signedIn.group("movement")
        MovementRoutes(site: site).add(to: movement)
        AppointmentRoutes(site: site).add(to: movement)
        PromotionRoutes(site: site).add(to: movement)
        DeadlineRoutes(site: site).add(to: movement)
    }
    public static func addOperations(to api: inout API, of site: Site) { MovementAPI(site: site).add(to: &api) }

    public static func follow(_ facts: [Fact], by person: ID<Person>?, at now: Moment, in tx: Transaction) throws {
        let schools = Set(facts.filter { $0.isStaff || $0.classList != nil }.map(\.school))
        for school in schools { try AppointmentStore.settle(school, at: now, tx) }
    }

    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] {
        let text = reader.language.movement
        guard MovementAccess.sees(viewer) else {
            return viewer.side == .staff && viewer.has(.classTeacher) ? [Door(text.tasks, .tasks, in: .school, hint: text.tasksHint)] : []
        }
        return [
            Door(text.book, .book, in: .school, hint: text.bookHint), Door(text.appointments, .appointments, in: .school, hint: text.appointmentsHint),
            Door(text.promotion, .promotion, in: .school, hint: text.promotionHint), Door(text.tasks, .tasks, in: .school, hint: text.tasksHint),
        ]
    }

    public static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart] {
        try MovementToday(reader: reader, viewer: viewer).parts(tx)
    }

    public static func tidy(_ site: Site, at now: Moment) async throws {
        try await DuePlans<PlannedMovement>(site: site, now: now).run(by: { .installer(of: $0) }) { CarryOutPlan($0) }
        try await DuePlans<StaffPlan>(site: site, now: now).run(by: CarryOutStaffPlan.doer) { CarryOutStaffPlan(plan: $0) }
        try await DueChecks(site: site, now: now).run()
    }

    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { try MovementErasure(person: person, tx: tx).run() }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try MovementMerge(from, into, tx).run() }
    public static func part(_ parting: Parting, in tx: Transaction) throws { try MovementMerge.part(parting, tx) }
}
