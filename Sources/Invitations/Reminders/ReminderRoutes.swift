import Hummingbird
import Kernel
import Markup
import School
import Storage
import WebCore

/// Reminding a class, and the slips that are printed for those who have not come. Decides nothing.
struct ReminderRoutes: Sendable {
    let site: Site

    func add(to codes: RouterGroup<SignedIn>) {
        codes.post("classes/:class/remind", use: remind)
        codes.get("classes/:class/reminders", use: slips)
    }

    @Sendable func remind(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<SchoolClass> = try context.id("class")
        try await site.perform(RemindClass(id), by: context.viewer, at: context.now)
        return .seeOther("/codes/classes/\(id.number)")
    }

    @Sendable func slips(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let id: ID<SchoolClass> = try context.id("class"), (viewer, now) = (context.viewer, context.now)
        let found = try await site.read { tx in
            try RosterStore.schoolClass(id, seenBy: viewer, tx).map { ($0, try RosterStore.roster(of: .schoolClass(id), in: viewer.school, at: now, tx)) }
        }
        guard let found, InvitationsAccess.mayIssue(viewer) else { throw Denial.notFound }
        return ReminderViews(reader: context.reader).slips(found.0, found.1, address: PublicAddress(of: site, request))
    }
}
