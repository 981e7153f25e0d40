import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// «Уведомления»: the person's own, and the school's hours. Decides nothing.
struct NoticesRoutes: Sendable {
    let site: Site

    func add(to signedIn: RouterGroup<SignedIn>) {
        signedIn.get("n/:news", use: open)
        let notices = signedIn.group("more/notices")
        notices.post(use: change)
        notices.post("devices/:device/remove", use: removeDevice)
        notices.post("mail/remove", use: forgetAddress)
        notices.post("trial", use: trial)
        notices.get("school", use: school)
        notices.post("school", use: setHours)
    }

    /// Where a push or a letter leads: the place itself, which judges whether its reader may see it.
    @Sendable func open(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<WaitingNotice> = try context.id("news"), viewer = context.viewer
        guard let place = try await site.database.write({ tx in try OutboxStore.open(id, by: viewer, tx) }).flatMap(Link.init(returning:)) else {
            throw Denial.notFound
        }
        return .seeOther(place)
    }

    private struct ChoiceForm: Decodable {
        let from: String?, until: String?, late: String?, pace: String?
        let message: String?, mark: String?, lesson: String?, absence: String?, announcement: String?, task: String?, call: String?
        var levels: [NoticeKind: NoticeLevel] {
            let said: [(NoticeKind, String?)] = [
                (.message, message), (.mark, mark), (.lesson, lesson), (.absence, absence), (.announcement, announcement), (.task, task), (.call, call),
            ]
            return said.reduce(into: [:]) { $0[$1.0] = $1.1.flatMap(NoticeLevel.init(rawValue:)) }
        }
    }

    @Sendable func change(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: ChoiceForm.self, context: context)
        let own = try ClockTime.hours(from: form.from ?? "", until: form.until ?? "")
        let choice = Choice(own: own, worksLate: form.late == "yes", pace: form.pace.flatMap(NoticePace.init(rawValue:)) ?? .soon)
        try await site.perform(ChangeChoice(choice: choice, levels: form.levels), by: context.viewer)
        return .seeOther("/more/notices?done=saved")
    }

    @Sendable func removeDevice(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(RemoveDevice(device: try context.id("device")), by: context.viewer)
        return .seeOther(.notices)
    }

    @Sendable func forgetAddress(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(ForgetAddress(), by: context.viewer)
        return .seeOther(.notices)
    }

    @Sendable func trial(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(TryNotices(), by: context.viewer)
        return .seeOther("/more/notices?done=tried")
    }

    @Sendable func school(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let school = try NoticesAccess.hours(by: context.viewer)
        let hours = try await site.read { tx in try ChoiceStore.quiet(of: school.id, tx) }
        return SchoolHoursViews(reader: context.reader).page(hours, isSaved: request.uri.queryParameters.get("done") == "saved")
    }

    private struct HoursForm: Decodable { let from: String?, until: String?, sunday: String? }

    @Sendable func setHours(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try NoticesAccess.hours(by: context.viewer)
        let form = try await request.decode(as: HoursForm.self, context: context)
        guard let hours = try ClockTime.hours(from: form.from ?? "", until: form.until ?? "", isSundayQuiet: form.sunday == "yes") else {
            throw Denial.invalid(field: "until", .nightLength)
        }
        try await site.perform(SetSchoolHours(hours: hours), by: context.viewer)
        return .seeOther("/more/notices/school?done=saved")
    }
}

/// What needs the ways out of the house: devices and letters.
struct NoticesWorkRoutes: Sendable {
    let site: Site
    let works: NoticesWorks

    func add(to notices: RouterGroup<SignedIn>) {
        notices.get(use: page)
        notices.post("devices", use: addDevice)
        notices.post("mail", use: nameAddress)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer, key = works.key.publicKey, hasMail = works.mail != nil, session = context.visit.session
        let shown = try await site.read { tx in
            let levels = try ChoiceStore.levels(of: [viewer.person], tx)
            return NoticesPage(
                choice: try ChoiceStore.choice(of: viewer, tx), school: try ChoiceStore.quiet(of: viewer.school, tx),
                levels: NoticeKind.chosen.filter { $0 != .absence || viewer.side == .family }.map { ($0, levels.level(of: viewer.person, $0.rawValue)) },
                devices: try PushStore.all(of: viewer.person, tx),
                session: session, mail: try MailStore.address(of: viewer.person, tx), hasMail: hasMail, key: key)
        }
        return NoticesViews(reader: context.reader, viewer: viewer).page(shown, done: request.uri.queryParameters.get("done"))
    }

    /// A browser's own script sends it as the browser has it.
    @Sendable func addDevice(_ request: Request, _ context: SignedIn) async throws -> Response {
        let body = try await request.decode(as: DeviceForm.self, context: context)
        let subscription = try Subscription(endpoint: body.endpoint, p256dh: body.p256dh, auth: body.auth, works.hosts)
        try await site.perform(AddDevice(subscription: subscription, session: context.visit.session), by: context.viewer)
        return .seeOther(.notices)
    }

    private struct DeviceForm: Decodable { let endpoint: String, p256dh: String, auth: String }
    private struct AddressForm: Decodable { let address: String }

    @Sendable func nameAddress(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: AddressForm.self, context: context)
        try await LetterDoor(site: site, works: works).name(form.address, by: context.viewer, context.language, at: context.now)
        return .seeOther("/more/notices?done=asked")
    }
}

/// Takes an address and asks its owner.
struct LetterDoor: Sendable {
    let site: Site
    let works: NoticesWorks

    func name(_ address: String, by viewer: Viewer, _ language: Language, at now: Moment) async throws {
        guard let command = works.mail, let place = works.address else { throw Denial.conflict(.noMail) }
        let named = try await site.perform(NameAddress(address), by: viewer)
        let letter = Letter.question(to: named, language, from: command.from, site: place, at: now)
        guard await command.send(letter) else { throw Denial.conflict(.letterNotTaken) }
    }
}

/// What a letter's link opens, for whoever has the letter.
struct LetterRoutes: Sendable {
    let site: Site

    func add(to mail: RouterGroup<AppContext>) {
        mail.get(":word", use: page)
        mail.post(":word", use: answer)
    }

    @Sendable func page(_ request: Request, _ context: AppContext) async throws -> HTML {
        let word = try context.parameters.require("word"), now = context.reader.now
        guard let address = try await site.read({ tx in try MailStore.address(word: word, at: now, tx) }) else { throw Denial.notFound }
        return LetterViews(reader: context.reader).page(address)
    }

    private struct AnswerForm: Decodable { let act: String? }

    /// A mail program that ends the letters by itself sends no `act` (RFC 8058).
    @Sendable func answer(_ request: Request, _ context: AppContext) async throws -> HTML {
        let word = try context.parameters.require("word"), now = context.reader.now
        let form = try await request.decode(as: AnswerForm.self, context: context)
        let answer = form.act.flatMap(AnswerLetter.Answer.init(rawValue:)) ?? .end
        try await site.database.write { tx in try AnswerLetter(word: word, answer: answer).run(at: now, in: tx) }
        return LetterViews(reader: context.reader).answered(answer)
    }
}
