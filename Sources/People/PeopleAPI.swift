import Accounts
import Hummingbird
import Kernel
import WebCore
import Wire

/// The school's people for programs: the same verbs and stores as the pages.
struct PeopleAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        let filters = [
            Parameter("q", .string, "beginnings of words of the name, or of the login"), Parameter("role", .string, "a role"),
            Parameter("class", .integer, "a class: its pupils and their guardians"),
            Parameter("state", .string, PeopleQuery.State.allCases.map(\.rawValue).joined(separator: ", ")),
            Parameter("key", .string, "after the person with this key"), Parameter("after", .integer, "and this number"),
        ]
        api.get("people", "People of the school by name, fifty at once", query: filters, list)
        api.get("people/:person", "A person’s card; reading a child’s is written down", card)
        api.post("people/:person/badge", "Confirm a teacher from the staff list", confirm)
        api.delete("people/:person/badge", "Take the confirmation back", withdraw)
        api.post("people/preview", "What an act would do to each of the people; changes nothing", preview)
        api.post("people/acts", "Do one thing to many people, in one transaction", act)
        api.post("people/acts/:massAct/undo", "Undo an act within half an hour", undo)
        api.get("people/duplicates", "People who may have been entered twice", duplicates)
        api.post("people/merge", "Make two records of one human being one", merge)
        addOwn(to: &api)
    }

    private func addOwn(to api: inout API) {
        let filters = [
            Parameter("person", .integer, "what they did and what was done to them"), Parameter("kind", .string, "a kind of act"),
            Parameter("day", .date, "one day"), Parameter("before", .integer, "entries before this number"),
        ]
        api.get("log", "Who did what, the newest first", query: filters, log)
        api.get("me/data", "All that is kept about the person and their children", ownData)
        api.post("me/corrections", "Ask for a correction", ask)
        api.get("people/corrections", "Requests to correct that wait for an answer", corrections)
        api.post("people/corrections/:correction", "Answer a request to correct", answer)
    }

    // MARK: Lists and cards

    @Sendable private func list(_ request: Request, _ context: SignedIn) async throws -> PeopleList {
        let seen = try PeopleAccess.seen(by: context.viewer), query = try request.peopleQuery(role: "role"), now = context.now
        let page = try await site.read { tx in try PeopleStore.page(query, seen: seen, at: now, tx) }
        return PeopleList(people: page.lines.map(PersonInfo.init), hasMore: page.hasMore)
    }

    @Sendable private func card(_ request: Request, _ context: SignedIn) async throws -> PersonCardInfo {
        PersonCardInfo(try await site.perform(ReadCard(person: try context.id("person")), by: context.viewer))
    }

    @Sendable private func confirm(_ body: BadgeRequest, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        _ = try AccountsAccess.confirming(by: context.viewer)
        try StepUp.require(context)
        try await site.perform(ConfirmTeacher(try context.id("person"), order: body.order), by: context.viewer)
        return Nothing()
    }

    @Sendable private func withdraw(_ request: Request, _ context: SignedIn) async throws -> Nothing {
        _ = try AccountsAccess.confirming(by: context.viewer)
        try StepUp.require(context)
        try await site.perform(WithdrawBadge(from: try context.id("person")), by: context.viewer)
        return Nothing()
    }

    // MARK: Many at once

    @Sendable private func preview(_ body: MassActRequest, _ request: Request, _ context: SignedIn) async throws -> MassActInfo {
        let ruled = try PeopleAccess.ruled(by: context.viewer), act = try MassAct(kind: body.act, role: body.role), now = context.now
        let people: [ID<Person>] = body.people.map { ID($0) }
        guard people.count <= MassAct.most else { throw Denial.invalid(field: "people", .tooManyPeople) }
        let lines = try await site.read { tx in try MassPlan(act, people, ruled: ruled, at: now, tx).lines(people) }
        return MassActInfo(id: nil, lines: lines.map(MassActInfo.Line.init))
    }

    @Sendable private func act(_ body: MassActRequest, _ request: Request, _ context: SignedIn) async throws -> MassActInfo {
        let act = try MassAct(kind: body.act, role: body.role)
        if act.changesRights { try ruled(context) }
        let verb = DoMassAct(
            act: act, people: body.people.map { ID($0) }, attempt: try Attempt(sent: body.attempt))
        return try await info(of: try await site.perform(verb, by: context.viewer), context)
    }

    @Sendable private func undo(_ body: Nothing, _ request: Request, _ context: SignedIn) async throws -> MassActInfo {
        let id: ID<MassAct> = try context.id("massAct")
        try ruled(context)
        try await site.perform(UndoMassAct(act: id), by: context.viewer)
        return try await info(of: id, context)
    }

    /// Who gives or takes rights proves first who they are.
    private func ruled(_ context: SignedIn) throws {
        _ = try PeopleAccess.ruled(by: context.viewer)
        try StepUp.require(context)
    }

    private func info(of id: ID<MassAct>, _ context: SignedIn) async throws -> MassActInfo {
        let ruled = try PeopleAccess.ruled(by: context.viewer)
        guard let done = try await site.read({ tx in try MassStore.done(id, ruled, tx) }) else { throw Denial.notFound }
        return MassActInfo(id: id.number, lines: done.lines.map(MassActInfo.Line.init))
    }

    @Sendable private func duplicates(_ request: Request, _ context: SignedIn) async throws -> [DuplicateInfo] {
        let ruled = try PeopleAccess.ruled(by: context.viewer)
        return try await site.read { tx in try DuplicateStore.pairs(ruled, tx) }.map {
            DuplicateInfo(one: $0.one.id.number, other: $0.other.id.number, reasons: $0.reasons.map(\.rawValue))
        }
    }

    @Sendable private func merge(_ body: MergeRequest, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try ruled(context)
        let login = body.login.flatMap(MergePeople.KeptLogin.init) ?? .ofInto
        try await site.perform(MergePeople(from: ID(body.from), into: ID(body.into), login: login, features: site.features), by: context.viewer)
        return Nothing()
    }

    // MARK: Log and own data

    @Sendable private func log(_ request: Request, _ context: SignedIn) async throws -> LogInfo {
        let log = try PeopleAccess.log(for: context.viewer), query = try request.logQuery, zone = context.viewer.zone
        let page = try await site.read { tx in try LogStore.page(query, log, zone: zone, tx) }
        let views = LogViews(reader: context.reader)
        return LogInfo(
            lines: page.lines.map { line in
                LogInfo.Line(
                    number: line.number, at: line.at.milliseconds, by: line.byID?.number, kind: line.kind,
                    about: line.about.map(views.words).joined(separator: ", "), was: line.was.map(views.words), became: line.became.map(views.words))
            }, hasMore: page.hasMore)
    }

    @Sendable private func ownData(_ request: Request, _ context: SignedIn) async throws -> OwnDataInfo {
        let people = try await OwnDataRoutes(site: site).data(context)
        return OwnDataInfo(
            people: people.map { one in
                .init(
                    person: one.person.id.number,
                    sections: one.sections.map { .init(key: $0.key, rows: $0.rows.map { $0.map { .init(key: $0.key, value: $0.value) } }) })
            })
    }

    @Sendable private func ask(_ body: CorrectionWish, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        guard let field = Correction.Field(rawValue: body.field) else { throw Denial.invalid(field: "field", .unreadable) }
        let verb = AskCorrection(person: ID(body.person), field: field, value: body.value, note: body.note ?? "", attempt: try Attempt(sent: body.attempt))
        try await site.perform(verb, by: context.viewer)
        return Nothing()
    }

    @Sendable private func corrections(_ request: Request, _ context: SignedIn) async throws -> [CorrectionInfo] {
        let seen = try PeopleAccess.corrections(for: context.viewer)
        return try await site.read { tx in try CorrectionStore.waiting(seen, tx) }.map(CorrectionInfo.init)
    }

    @Sendable private func answer(_ body: CorrectionAnswer, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let id: ID<Correction> = try context.id("correction")
        switch body.answer {
        case "make": try await site.perform(MakeCorrection(correction: id), by: context.viewer)
        case "vouch": try await site.perform(VouchCorrection(correction: id), by: context.viewer)
        case "refuse": try await site.perform(RefuseCorrection(correction: id, reason: body.reason ?? ""), by: context.viewer)
        default: throw Denial.invalid(field: "answer", .unreadable)
        }
        return Nothing()
    }
}

extension PersonInfo {
    fileprivate init(_ line: PersonLine) {
        self.init(
            id: line.id.number, name: line.name.full, key: line.place.key, roles: line.roles.map(\.rawValue), classes: line.classes,
            isVerified: line.isVerified, hasLogin: line.hasLogin)
    }
}

extension PersonCardInfo {
    fileprivate init(_ card: PersonCard) {
        self.init(
            id: card.id.number, name: card.name.full, bornOn: card.bornOn?.description,
            roles: card.roles.map { Span(name: $0.role.rawValue, since: $0.since.description, until: $0.until?.description) },
            classes: card.classes.map { Span(name: $0.name, since: $0.since.description, until: $0.until?.description) },
            guardians: card.guardians.map(\.id.number), children: card.children.map(\.id.number), isVerified: card.verified != nil, login: card.signIn?.login)
    }
}

extension MassActInfo.Line {
    fileprivate init(_ line: MassAct.Line) { self.init(person: line.person.number, fate: line.fate.rawValue, isUndone: line.isUndone) }
}

extension CorrectionInfo {
    fileprivate init(_ asked: Correction) {
        self.init(
            id: asked.id.number, person: asked.person.number, field: asked.field.rawValue, value: asked.value, note: asked.note,
            state: asked.state.rawValue, reason: asked.reason)
    }
}
