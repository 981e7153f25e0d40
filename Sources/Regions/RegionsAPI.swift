import Accounts
import Hummingbird
import Kernel
import Storage
import WebCore
import Wire

/// The card, the acts and the department's lists for programs: the same verbs and stores as the pages.
struct RegionsAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        let after = [Parameter("after", .integer, "how many come before; 0 if not said")]
        api.get("school/card", "The card of the person's school or department", card)
        api.get("acts", "The school's valid documents and those of the departments above it, the newest first", acts)
        api.get("acts/:localAct/text", "One document with its text", act)
        api.post("acts/:localAct/read", "The person has read a document; done again it stays as it was", read)
        api.get("acts/:localAct/readers", "How many of each part of the school have read a document", readers)
        api.get("department/schools", "The curator's schools in figures, 50 at a time", query: after, schools)
        api.get("department/applications", "Applications that wait for the curator, the longest waiting first, 50 at a time", query: after, applications)
    }

    @Sendable private func card(_ request: Request, _ context: SignedIn) async throws -> SchoolCardInfo {
        let viewer = context.viewer
        guard let card = try await site.read({ tx in try CardStore.card(of: viewer.school, tx) }) else { throw Denial.notFound }
        return SchoolCardInfo(card)
    }

    @Sendable private func acts(_ request: Request, _ context: SignedIn) async throws -> LocalActList {
        let viewer = context.viewer
        return LocalActList(acts: try await site.read { tx in try ActStore.list(seenBy: viewer, ended: false, tx) }.map { LocalActInfo($0, text: nil) })
    }

    private func find(_ context: SignedIn) async throws -> LocalAct {
        let id: ID<LocalAct> = try context.id("localAct"), viewer = context.viewer
        guard let act = try await site.read({ tx in try ActStore.find(id, seenBy: viewer, tx) }) else { throw Denial.notFound }
        return act
    }

    @Sendable private func act(_ request: Request, _ context: SignedIn) async throws -> LocalActInfo {
        let act = try await find(context)
        return LocalActInfo(act, text: act.contents.body)
    }

    @Sendable private func read(_ body: Nothing, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(Acquaint(act: try context.id("localAct")), by: context.viewer, at: context.now)
        return Nothing()
    }

    @Sendable private func readers(_ request: Request, _ context: SignedIn) async throws -> ActReaders {
        let act = try await find(context), viewer = context.viewer
        let lines = try await site.read { tx in
            let classes = try RegionsAccess.controlled(by: viewer, in: tx)
            guard act.school == viewer.school else { throw Denial.notFound }
            return try ActStore.readers(of: act, in: classes, tx)
        }
        return ActReaders(parts: lines.map { ActReaders.Part(part: $0.group.rawValue, className: $0.className, people: $0.people, read: $0.read) })
    }

    @Sendable private func schools(_ request: Request, _ context: SignedIn) async throws -> DepartmentSchools {
        let viewer = context.viewer, place = request.place
        let lines = try await site.read { tx in try OrganisationStore.schools(of: RegionsAccess.curated(by: viewer, in: tx), after: place, tx) }
        return DepartmentSchools(
            schools: lines.prefix(OrganisationStore.schoolsOnPage).map {
                DepartmentSchools.Line(school: $0.id.number, name: $0.name, isActivated: $0.hasCome, people: $0.people, peopleCome: $0.peopleCome)
            }, hasMore: lines.count > OrganisationStore.schoolsOnPage)
    }

    @Sendable private func applications(_ request: Request, _ context: SignedIn) async throws -> ApplicationList {
        let viewer = context.viewer, place = request.place
        let lines = try await site.read { tx in
            try ApplicationStore.queue([.new, .answered], seenBy: RegionsAccess.curated(by: viewer, in: tx), after: place, tx)
        }
        return ApplicationList(
            applications: lines.prefix(ApplicationStore.onPage).map {
                ApplicationList.Line(
                    application: $0.id.number, name: $0.name, municipality: $0.municipality, state: $0.state.rawValue, submittedAt: $0.submittedAt.milliseconds)
            }, hasMore: lines.count > ApplicationStore.onPage)
    }
}

extension SchoolCardInfo {
    fileprivate init(_ card: SchoolCard) {
        let c = card.contents, organisation = card.organisation
        self.init(
            school: organisation.id.number, name: organisation.name, level: organisation.level.rawValue, kind: card.kind.rawValue,
            zone: organisation.zone.identifier, fullName: c.fullName, inn: card.inn, address: c.address, site: c.site, phone: c.phone, email: c.email,
            director: c.director, help: c.help, programmes: c.programmes.map(\.rawValue))
    }
}

extension LocalActInfo {
    fileprivate init(_ act: LocalAct, text: String?) {
        self.init(
            act: act.id.number, publisher: act.schoolName, kind: act.contents.kind.rawValue, title: act.contents.title, number: act.contents.number,
            day: act.contents.day.description, text: text, hasScan: act.scan != nil, readAt: act.readAt?.milliseconds,
            acceptedAt: act.acceptedAt?.milliseconds)
    }
}
