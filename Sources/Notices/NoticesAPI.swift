import Accounts
import Hummingbird
import Kernel
import WebCore
import Wire

/// Notices for programs: the same verbs, stores and rights as the pages.
struct NoticesAPI: Sendable {
    let site: Site
    let works: NoticesWorks

    func add(to api: inout API) {
        addChoice(to: &api)
        addDevices(to: &api)
        addLetters(to: &api)
        addHours(to: &api)
        UrgentAPI(site: site).add(to: &api)
    }

    private func addChoice(to api: inout API) {
        api.get("notices/choice", "How one wants to be reached") { _, context -> NoticeChoiceInfo in
            let viewer = context.viewer
            let (choice, levels) = try await site.read { tx in (try ChoiceStore.choice(of: viewer, tx), try ChoiceStore.levels(of: [viewer.person], tx)) }
            return NoticeChoiceInfo(
                from: choice.own.map { context.language.web.time($0.from) }, until: choice.own.map { context.language.web.time($0.until) },
                worksLate: choice.worksLate, pace: choice.pace.rawValue,
                levels: NoticeKind.chosen.map { NoticeLevelInfo(kind: $0.rawValue, level: levels.level(of: viewer.person, $0.rawValue).rawValue) })
        }
        api.put("notices/choice", "Say how one wants to be reached: quiet hours as 21:00, pace soon, morning or weekly, levels all, mentions, digest or none") {
            (body: NoticeChoiceInfo, _, context) in
            guard let pace = NoticePace(rawValue: body.pace) else { throw Denial.invalid(field: "pace", .unreadable) }
            let choice = Choice(own: try ClockTime.hours(from: body.from ?? "", until: body.until ?? ""), worksLate: body.worksLate, pace: pace)
            let levels = try body.levels.reduce(into: [NoticeKind: NoticeLevel]()) { levels, said in
                guard let kind = NoticeKind(rawValue: said.kind), let level = NoticeLevel(rawValue: said.level) else {
                    throw Denial.invalid(field: "levels", .unreadable)
                }
                levels[kind] = level
            }
            try await site.perform(ChangeChoice(choice: choice, levels: levels), by: context.viewer)
            return Nothing()
        }
        api.post("notices/trial", "Send oneself a notice to see whether it arrives") { (_: Nothing, _, context) in
            try await site.perform(TryNotices(), by: context.viewer)
            return Nothing()
        }
    }

    private func addDevices(to api: inout API) {
        api.get("notices/key", "The key with which a browser subscribes (RFC 8292)") { _, _ in PushKeyInfo(key: works.key.publicKey) }
        api.get("notices/devices", "The devices on which one is told") { _, context -> [NoticeDeviceInfo] in
            let (person, session) = (context.viewer.person, context.visit.session)
            return try await site.read { tx in try PushStore.all(of: person, tx) }.map {
                NoticeDeviceInfo(
                    id: $0.id.number, device: context.language.device($0.name), addedAt: $0.addedAt.milliseconds, isThis: $0.session == session)
            }
        }
        api.post("notices/devices", "Be told on this device while the sign-in lasts: what the browser's Push API gives") {
            (body: NoticeDeviceBody, _, context) -> NoticeDeviceKnown in
            let subscription = try Subscription(endpoint: body.endpoint, p256dh: body.p256dh, auth: body.auth, works.hosts)
            let added = try await site.perform(AddDevice(subscription: subscription, session: context.visit.session), by: context.viewer)
            return NoticeDeviceKnown(id: added.number)
        }
        api.delete("notices/devices/:device", "Be told no more on a device") { _, context in
            try await site.perform(RemoveDevice(device: try context.id("device")), by: context.viewer)
            return Nothing()
        }
    }

    private func addLetters(to api: inout API) {
        api.get("notices/mail", "The address for letters") { _, context -> NoticeMailInfo in
            let person = context.viewer.person
            let mail = try await site.read { tx in try MailStore.address(of: person, tx) }
            return NoticeMailInfo(address: mail?.text, isConfirmed: mail?.confirmedAt != nil)
        }
        api.put("notices/mail", "Name the address for letters; a letter asks its owner") { (body: NoticeMailBody, _, context) in
            try await LetterDoor(site: site, works: works).name(body.address, by: context.viewer, context.language, at: context.now)
            return Nothing()
        }
        api.delete("notices/mail", "Get no more letters") { _, context in
            try await site.perform(ForgetAddress(), by: context.viewer)
            return Nothing()
        }
    }

    private func addHours(to api: inout API) {
        api.get("notices/school-hours", "The school's quiet hours") { _, context -> QuietHoursInfo in
            let school = context.viewer.school
            let hours = try await site.read { tx in try ChoiceStore.quiet(of: school, tx) }
            return QuietHoursInfo(
                from: context.language.web.time(hours.from), until: context.language.web.time(hours.until), isSundayQuiet: hours.isSundayQuiet)
        }
        api.put("notices/school-hours", "Set the school's quiet hours") { (body: QuietHoursInfo, _, context) in
            _ = try NoticesAccess.hours(by: context.viewer)
            guard let hours = try ClockTime.hours(from: body.from, until: body.until, isSundayQuiet: body.isSundayQuiet) else {
                throw Denial.invalid(field: "until", .nightLength)
            }
            try await site.perform(SetSchoolHours(hours: hours), by: context.viewer)
            return Nothing()
        }
    }
}
