import Accounts
import Hummingbird
import Kernel
import WebCore
import Wire

/// What is urgent, for programs.
struct UrgentAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        api.get("urgent", "What one was urgently told and has not said to have seen") { _, context -> [UrgentInfo] in
            let (viewer, now) = (context.viewer, context.now)
            return try await site.read { tx in try UrgentStore.unseen(by: viewer, at: now, tx) }.map(\.info)
        }
        api.post("urgent/:urgent/seen", "Say that one has seen it") { (_: Nothing, _, context) in
            try await site.perform(SeeUrgent(notice: try context.id("urgent")), by: context.viewer)
            return Nothing()
        }
        api.get("notices/urgent", "What was urgent in the school, for those who may send it") { _, context -> [SentUrgentInfo] in
            let school = try NoticesAccess.alarmed(by: context.viewer)
            return try await site.read { tx in try UrgentStore.sent(in: school, tx) }.map {
                SentUrgentInfo(notice: $0.notice.info, to: $0.audience.rawValue, people: $0.people, seen: $0.seen)
            }
        }
        api.post("notices/urgent/forecast", "To how many something urgent would go; changes nothing") {
            (body: UrgentAudienceBody, _, context) -> UrgentForecastInfo in
            let school = try NoticesAccess.alarmed(by: context.viewer), now = context.now
            let audience = try UrgentAudience(body.to, classes: body.classes ?? [])
            let forecast = try await site.read { tx in try UrgentStore.forecast(audience, in: school, at: now, tx) }
            return UrgentForecastInfo(people: forecast.people, reachable: forecast.reachable, sentThisMonth: forecast.sentThisMonth)
        }
        api.post("notices/urgent", "Tell something urgent, by night as well, with the reason; wants a fresh proof") {
            (body: UrgentBody, _, context) -> UrgentSent in
            _ = try NoticesAccess.alarmed(by: context.viewer)
            try StepUp.require(context)
            let audience = try UrgentAudience(body.to, classes: body.classes ?? [])
            let urgent = try SendUrgent(body.words, because: body.reason, to: audience, attempt: body.attempt)
            return UrgentSent(id: try await site.perform(urgent, by: context.viewer).number)
        }
    }
}

extension UrgentNotice {
    fileprivate var info: UrgentInfo { UrgentInfo(id: id.number, words: words, reason: reason, sender: sender.full, sentAt: sentAt.milliseconds) }
}
