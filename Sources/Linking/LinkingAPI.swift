import Hummingbird
import Interchange
import Kernel
import WebCore
import Wire

/// The linking for programs: the same verbs, stores and rights as the pages.
struct LinkingAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        let scope = Parameter("scope", .choice(["school", "all"]), "One's own school, or all schools for whoever runs the installation")
        api.get("linking/shares", "The share of linked people by role", query: [scope]) { request, context -> LinkSharesInfo in
            let viewer = context.viewer, office = try LinkingAccess.office(of: viewer), isAll = request.uri.queryParameters.get("scope") == "all"
            guard !isAll || LinkingAccess.seesAllSchools(viewer) else { throw Denial.notFound }
            let shares = try await site.read { tx in isAll ? try LinkingStore.sharesOfAll(tx) : try LinkingStore.shares(of: office.school, tx) }
            return LinkSharesInfo(
                asOf: context.reader.today,
                shares: shares.map { LinkShareInfo(role: $0.role.rawValue, people: $0.people, linked: $0.linked, percent: $0.percent) })
        }
        addOwn(to: &api)
        addOffice(to: &api)
        api.get("linking/systems", "The outside diaries the school works with") { _, context -> [OutsideSystemInfo] in
            let viewer = context.viewer
            return try await site.read { tx in try LinkingStore.systems(of: viewer.school, tx) }.map { OutsideSystemInfo(id: $0.id.number, name: $0.name) }
        }
        api.post("linking/systems/:system/roster", "Take an export of an outside diary: CSV or JSON as text") {
            (body: RosterBody, _, context) -> RosterReportInfo in
            let id: ID<OutsideSystem> = try context.id("system"), office = try LinkingAccess.office(of: context.viewer)
            let file = UploadedFile(name: body.isJSON ? "roster.json" : "roster.csv", bytes: Array(body.text.utf8))
            let verb = try UploadRoster(of: file, to: id, isSure: body.isSure, in: context.language)
            let upload = try await site.perform(verb, by: context.viewer)
            guard let found = try await site.read({ tx in try LinkingStore.report(upload, of: office, tx) }) else { throw Denial.notFound }
            return RosterReportInfo(found.report)
        }
    }

    private func addOffice(to api: inout API) {
        api.post("linking/systems", "Name an outside diary the school works with") { (body: SystemBody, _, context) -> OutsideSystemInfo in
            OutsideSystemInfo(id: try await site.perform(AddSystem(name: body.name), by: context.viewer).number, name: body.name)
        }
        api.put("linking/systems/:system/admission", "Whether a linked account alone lets pupils and guardians in") { (body: AdmissionBody, _, context) in
            try await site.perform(ChangeAdmission(system: try context.id("system"), admitsAlone: body.admitsAlone), by: context.viewer)
            return Nothing()
        }
        api.put("linking/accounts/:account/person", "Link an account with one of the school's people, or part it with null") { (body: PersonBody, _, context) in
            let account: ID<OutsideAccount> = try context.id("account")
            if let person = body.person {
                try await site.perform(LinkPerson(account: account, person: ID(person)), by: context.viewer)
            } else {
                try await site.perform(EndLink(account: account), by: context.viewer)
            }
            return Nothing()
        }
        api.get("linking/requests", "Who waits for the administrator to be linked") { _, context -> [LinkRequestInfo] in
            let office = try LinkingAccess.office(of: context.viewer)
            return try await site.read { tx in try LinkingStore.requests(to: office, tx) }.map(LinkRequestInfo.init)
        }
        api.put("linking/requests/:request/answer", "Confirm or refuse a wish to be linked") { (body: AnswerBody, _, context) in
            let id: ID<LinkRequest> = try context.id("request"), office = try LinkingAccess.office(of: context.viewer)
            if body.isConfirmed, let asked = try await site.read({ tx in try LinkingStore.request(id, of: office, tx) }), asked.givesStaffRole {
                try StepUp.require(context)
            }
            try await site.perform(AnswerRequest(request: id, isConfirmed: body.isConfirmed), by: context.viewer)
            return Nothing()
        }
    }

    private func addOwn(to api: inout API) {
        api.get("links", "One's own linked accounts") { _, context -> [OwnLinkInfo] in
            let viewer = context.viewer
            return try await site.read { tx in try LinkingStore.own(of: viewer, tx) }.map(OwnLinkInfo.init)
        }
        api.post("links", "Say which outside account is one's own") { (body: ClaimBody, _, context) -> ClaimedInfo in
            let outcome = try await LinkingDoor(site: site).claim(body.login, system: body.system, code: body.code, by: context.viewer, at: context.now)
            return ClaimedInfo(outcome: outcome.rawValue)
        }
        api.delete("links/:account", "Part from an outside account") { _, context in
            try await site.perform(EndOwnLink(account: try context.id("account")), by: context.viewer)
            return Nothing()
        }
    }
}

extension LinkRequestInfo {
    init(_ request: LinkRequest) {
        let entry = request.account.entry
        self.init(
            id: request.id.number, person: request.person.number, name: request.name.full, account: request.account.id.number, role: entry.role.rawValue,
            schoolClass: entry.schoolClass, exportedName: entry.name, isMember: request.isMember, isTaken: request.holder != nil)
    }
}

extension OwnLinkInfo {
    init(_ link: OwnLink) {
        let isAsked = if case .asked = link.state { true } else { false }
        self.init(account: link.account.number, system: link.system, school: link.school, state: isAsked ? "asked" : "linked")
    }
}

extension RosterReportInfo {
    init(_ report: RosterReport) {
        self.init(
            added: report.added, changed: report.changed, gone: report.gone, same: report.same, refused: report.refused,
            flaws: report.flaws.map { RosterFlawInfo(line: $0.line, field: $0.field, code: $0.code) })
    }
}
