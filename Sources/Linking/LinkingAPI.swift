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
