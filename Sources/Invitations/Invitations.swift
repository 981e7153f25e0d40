import Accounts
import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// Codes and links by which people come in, and the requests of those who came without one.
public enum InvitationsFeature: Feature {
    public static let name = "invitations"
    public static var bundle: Bundle? { .module }
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {
        let codes = signedIn.group("codes")
        IssuingRoutes(site: site).add(to: codes)
        SheetRoutes(site: site).add(to: codes)
        ReminderRoutes(site: site).add(to: codes)
        RequestRoutes(site: site).add(to: codes)
        DeviceRoutes(site: site).add(to: signedIn.group("more"))
        signedIn.get("welcome") { request, context in try await WelcomeRoutes(site: site).show(request, context) }
    }
    public static func addOperations(to api: inout API, of site: Site) { InvitationsAPI(site: site).add(to: &api) }

    /// What a stranger with a code may do. `works` and `session` are the site's own.
    public static func addEntrance(
        to router: Router<AppContext>, of site: Site, _ works: PasswordWorks, _ session: any Session, _ threshold: any Threshold = OpenThreshold()
    ) {
        JoinRoutes(site: site, works: works, session: session, threshold: threshold).add(to: router)
        AskRoutes(site: site).add(to: router)
        PassRoutes(site: site, session: session).add(to: router)
    }

    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] {
        let text = reader.language.invitations
        let device = Door(text.secondDevice, .secondDevice, in: .own, hint: text.secondDeviceHint)
        guard InvitationsAccess.mayIssue(viewer) else { return [device] }
        return [Door(text.codes, .codes, in: .school, hint: text.codesHint), device]
    }

    public static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart] {
        let views = ReminderViews(reader: reader), children = try ReminderStore.children(of: viewer, on: reader.today, tx)
        guard InvitationsAccess.mayIssue(viewer) else { return children.isEmpty ? [] : [TodayPart(.owed, views.today(children))] }
        let reminded = viewer.has(.classTeacher) ? try ReminderStore.classes(ledBy: viewer, on: reader.today, tx) : []
        let tasks = reminded.isEmpty ? [] : [TodayPart(.owed, views.today(reminded))]
        let come = try RosterStore.come(seenBy: viewer, on: reader.today, tx), waiting = come.asking
        guard waiting > 0 || come.came < come.all else { return tasks }
        return tasks + [TodayPart(.owed, IssuingViews(reader: reader).today(come, waiting: waiting))]
    }

    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { try InvitationsErasure(person: person, tx: tx).run() }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try InvitationsMerge(from, into, tx).run() }
    public static func part(_ parting: Parting, in tx: Transaction) throws {
        try parting.move("code_sheet", "made_by", in: tx)
        try parting.move("come_reminder", "reminded_by", in: tx)
        try parting.move("device_pass", "person_id", in: tx)
        try parting.move("invitation", "person_id", "pupil_id", "issued_by", "used_by", "ended_by", in: tx)
        try parting.move("join_request", "decided_by", in: tx)
    }
}
