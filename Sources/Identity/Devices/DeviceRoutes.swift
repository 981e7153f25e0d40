import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import School
import WebCore

/// New devices, a stolen account, the call-back phrase: what needs no key of the site.
struct DeviceRoutes: Sendable {
    let site: Site

    func add(to more: RouterGroup<SignedIn>) {
        more.post("devices/:notice/known", use: know)
        more.get("stolen", use: stolen)
        more.post("stolen", use: report)
        more.get("call-phrases", use: phrases)
        more.post("call-phrases/:pupil", use: choosePhrase)
    }

    @Sendable func know(_ request: Request, _ context: SignedIn) async throws -> Response {
        let notice: ID<DeviceNotice> = try context.id("notice")
        try await site.perform(KnowDevice(notice: notice, session: context.visit.session), by: context.viewer)
        return .seeOther("/")
    }

    @Sendable func stolen(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        let children = viewer.side == .family ? try await site.read { tx in try SchoolAccess.children(of: viewer, in: tx) } : []
        return DeviceViews(reader: context.reader, viewer: viewer).stolen(children.map { ($0.pupil.id, $0.pupil.name) })
    }

    private struct StolenForm: Decodable { let person: Int64 }

    @Sendable func report(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: StolenForm.self, context: context)
        try await site.perform(ReportStolen(ID(form.person)), by: context.viewer)
        guard form.person == context.viewer.person.number else { return .seeOther("/more/stolen") }
        return GateViews(reader: context.reader.signedOut).closed().response(to: request)
    }

    @Sendable func phrases(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        let phrases = try await site.read { tx in try CallPhraseStore.phrases(for: viewer, tx) }
        return DeviceViews(reader: context.reader, viewer: viewer).phrases(phrases)
    }

    @Sendable func choosePhrase(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(ChooseCallPhrase(pupil: context.id("pupil"), words: ChooseCallPhrase.random()), by: context.viewer)
        return .seeOther("/more/call-phrases")
    }
}

extension Reader {
    /// The same reader after the sign-in has ended: the page shows no places that open nothing.
    fileprivate var signedOut: Reader { Reader(language: language, viewer: nil, formToken: "", path: path, assets: assets, now: now) }
}
