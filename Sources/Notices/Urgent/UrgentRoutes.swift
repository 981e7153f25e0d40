import Accounts
import Hummingbird
import Kernel
import Markup
import School
import Storage
import WebCore

/// «Срочное уведомление»: written, looked over, sent; and read by those it is for. Decides nothing.
struct UrgentRoutes: Sendable {
    let site: Site

    func add(to signedIn: RouterGroup<SignedIn>) {
        signedIn.get("urgent/:urgent", use: one)
        signedIn.post("urgent/:urgent/seen", use: see)
        let urgent = signedIn.group("more/notices/urgent")
        urgent.get(use: form)
        urgent.post("preview", use: preview)
        urgent.post(use: send)
    }

    @Sendable func one(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let id: ID<UrgentNotice> = try context.id("urgent"), viewer = context.viewer
        guard let found = try await site.read({ tx in try UrgentStore.notice(id, seenBy: viewer, tx) }) else { throw Denial.notFound }
        return UrgentViews(reader: context.reader).page(found.notice, isSeen: found.isSeen)
    }

    @Sendable func see(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(SeeUrgent(notice: try context.id("urgent")), by: context.viewer)
        return .seeOther("/")
    }

    private struct UrgentForm: Decodable {
        let words: String?
        let reason: String?
        let to: String?
        let classes: [Int64]?
        let attempt: String?
        let act: String?
        var audience: UrgentAudience { get throws { try UrgentAudience(to ?? "", classes: classes ?? []) } }
        func verb() throws -> SendUrgent { try SendUrgent(words ?? "", because: reason ?? "", to: try audience, attempt: attempt ?? "") }
        var typed: [String: String] {
            var typed = ["words": words ?? "", "reason": reason ?? "", "to": to ?? ""]
            for one in classes ?? [] { typed["class-\(one)"] = "1" }
            return typed
        }
    }

    private struct Desk: Sendable {
        let classes: [SchoolClass]
        let sent: [SentUrgent]
        let thisMonth: Int
    }

    private func desk(_ school: AlarmedSchool, at now: Moment) async throws -> Desk {
        try await site.read { tx in
            Desk(
                classes: try SchoolStore.classes(of: school.id, tx), sent: try UrgentStore.sent(in: school, tx),
                thisMonth: try UrgentStore.sentThisMonth(in: school, at: now, tx))
        }
    }

    @Sendable func form(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let school = try NoticesAccess.alarmed(by: context.viewer)
        try StepUp.require(context)
        return try await form(context, school, .none)
    }

    private func form(_ context: SignedIn, _ school: AlarmedSchool, _ refused: RefusedForm) async throws -> HTML {
        let desk = try await desk(school, at: context.now)
        return UrgentViews(reader: context.reader).form(classes: desk.classes, sent: desk.sent, thisMonth: desk.thisMonth, refused)
    }

    /// Changes nothing: says to how many it would go.
    @Sendable func preview(_ request: Request, _ context: SignedIn) async throws -> Response {
        let school = try NoticesAccess.alarmed(by: context.viewer), now = context.now
        let form = try await request.decode(as: UrgentForm.self, context: context)
        try StepUp.require(context)
        do {
            guard form.act != "change" else { throw Denial.invalid(field: "", .unreadable) }
            let urgent = try SendUrgent(form.words ?? "", because: form.reason ?? "", to: try form.audience, attempt: form.attempt ?? Token().text)
            let forecast = try await site.read { tx in try UrgentStore.forecast(urgent.audience, in: school, at: now, tx) }
            return UrgentViews(reader: context.reader).preview(urgent, forecast).response(to: request)
        } catch let denial as Denial {
            guard case .invalid(let field, _) = denial else { throw denial }
            let refused = RefusedForm(denial: field.isEmpty ? nil : denial, typed: form.typed)
            return try await self.form(context, school, refused).response(to: request, status: field.isEmpty ? .ok : .unprocessableContent)
        }
    }

    @Sendable func send(_ request: Request, _ context: SignedIn) async throws -> Response {
        let school = try NoticesAccess.alarmed(by: context.viewer)
        let form = try await request.decode(as: UrgentForm.self, context: context)
        try StepUp.require(context)
        do {
            return .seeOther(.urgent(try await site.perform(try form.verb(), by: context.viewer)))
        } catch let denial as Denial {
            switch denial {
            case .invalid, .conflict:
                return try await self.form(context, school, RefusedForm(denial: denial, typed: form.typed))
                    .response(to: request, status: .unprocessableContent)
            default: throw denial
            }
        }
    }
}
