import Accounts
import Hummingbird
import Kernel
import School
import Storage
import WebCore
import Wire

/// Codes for programs: the same verbs, stores and rights as the pages.
struct InvitationsAPI: Sendable {
    let site: Site
    private static let mostListed = 500

    func add(to api: inout API) {
        addGiving(to: &api)
        addTakingBack(to: &api)
        let before = Parameter("before", .integer, "Only codes given out before the one of this number")
        api.get("codes", "Codes given out, the newest first, at most 500", query: [before]) { request, context -> [InvitationInfo] in
            let viewer = context.viewer, now = context.now, before = request.uri.queryParameters.get("before").flatMap { Int64($0) }.map { ID<Invitation>($0) }
            guard InvitationsAccess.mayIssue(viewer) else { throw Denial.notFound }
            return try await site.read { tx in try InvitationStore.invitations(seenBy: viewer, before: before, limit: Self.mostListed, tx) }.map {
                InvitationInfo($0, at: now)
            }
        }
    }

    private func addGiving(to api: inout API) {
        api.post("codes/classes/:class", "Give codes to those of a class who have not come") { (body: CodesBody, _, context) -> SheetInfo in
            SheetInfo(try await site.perform(IssueCodes(to: .schoolClass(try context.id("class")), anew: body.anew ?? false), by: context.viewer))
        }
        api.post("codes/classes/:class/reminder", "Remind those of a class who have not come") { (_: Nothing, _, context) -> AbsentInfo in
            AbsentInfo(absent: try await site.perform(RemindClass(try context.id("class")), by: context.viewer, at: context.now))
        }
        api.post("codes/staff", "Give codes to those of the staff who have not come") { (body: CodesBody, _, context) -> SheetInfo in
            SheetInfo(try await site.perform(IssueCodes(to: .staff, anew: body.anew ?? false), by: context.viewer))
        }
        api.post("codes/people/:person", "Give one person a code, for the first login or for a new password") { (_: CodesBody, _, context) -> SheetInfo in
            SheetInfo(try await site.perform(IssueCode(to: try context.id("person")), by: context.viewer))
        }
        api.post("codes", "Invite people who are not entered yet") { (body: InviteBody, _, context) -> SheetInfo in
            guard let role = Role(rawValue: body.role) else { throw Denial.invalid(field: "role", .chooseRole) }
            if role.side == .staff, InvitationsAccess.roles(invitedBy: context.viewer).contains(role) { try StepUp.require(context) }
            return SheetInfo(
                try await site.perform(
                    InvitePeople(role, schoolClass: body.schoolClass.map { ID($0) }, pupil: body.pupil.map { ID($0) }, count: body.count ?? 1),
                    by: context.viewer))
        }
    }

    private func addTakingBack(to api: inout API) {
        api.delete("codes/:invitation", "Take back a code that nobody has used") { _, context -> Nothing in
            try await site.perform(RevokeCode(try context.id("invitation")), by: context.viewer)
            return Nothing()
        }
        api.delete("codes/classes/:class", "Take back a class's unused codes") { _, context -> RevokedInfo in
            RevokedInfo(revoked: try await site.perform(RevokeCodes(of: try context.id("class")), by: context.viewer))
        }
        api.delete("codes", "Take back all unused codes") { _, context -> RevokedInfo in
            RevokedInfo(revoked: try await site.perform(RevokeCodes(), by: context.viewer))
        }
    }
}

extension SheetInfo {
    init(_ sheet: IssuedSheet) {
        self.init(codes: sheet.codes.map { FreshCodeInfo(invitation: $0.id.number, code: $0.code.grouped) }, held: sheet.skipped)
    }
}

extension InvitationInfo {
    init(_ code: Invitation, at now: Moment) {
        self.init(
            id: code.id.number, state: code.state(at: now).rawValue, purpose: code.purpose.rawValue, role: code.role.rawValue, person: code.person?.number,
            name: code.name?.full, schoolClass: code.schoolClass?.id.number, pupil: code.pupil?.id.number, issuedBy: code.issuedBy?.full,
            issuedAt: code.issuedAt.milliseconds, expiresAt: code.expiresAt.milliseconds, usedBy: code.usedBy?.full, usedAt: code.usedAt?.milliseconds)
    }
}
