import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebCore

/// The texts and the school's rule. Reads requests, runs verbs, shows views. Decides nothing.
struct WordingRoutes: Sendable {
    let site: Site

    func add(to consents: RouterGroup<SignedIn>) {
        consents.get("texts", use: texts)
        consents.get("text", use: text)
        consents.post("text", use: change)
        consents.get("rule", use: rule)
        consents.post("rule", use: setRule)
    }

    @Sendable func texts(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        _ = try ConsentsAccess.ruled(by: viewer)
        let all = try await site.read { tx in try Purpose.allCases.map { try TextStore.current($0, in: viewer.school, tx) } }
        return WordingViews(reader: context.reader).page(all)
    }

    @Sendable func text(_ request: Request, _ context: SignedIn) async throws -> HTML {
        WordingViews(reader: context.reader).page(versions: try await versions(try request.purpose, context))
    }

    private func versions(_ purpose: Purpose, _ context: SignedIn) async throws -> [ConsentWording] {
        let viewer = context.viewer
        _ = try ConsentsAccess.ruled(by: viewer)
        return try await site.read { tx in try TextStore.versions(purpose, in: viewer.school, tx) }
    }

    private struct TextForm: Decodable { let purpose: String, body: String, seen: Int, asksAgain: String? }

    @Sendable func change(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: TextForm.self, context: context)
        guard let purpose = Purpose(rawValue: form.purpose) else { throw Denial.notFound }
        do {
            try await site.perform(
                ChangeWording(purpose, body: form.body, asksAgain: form.asksAgain != nil, seen: form.seen), by: context.viewer, at: context.now)
        } catch let denial as Denial {
            guard denial.staysOnPage else { throw denial }
            return WordingViews(reader: context.reader).page(versions: try await versions(purpose, context), typed: form.body, refused: denial).response(
                to: request, status: .unprocessableContent)
        }
        return .seeOther("/consents/texts")
    }

    @Sendable func rule(_ request: Request, _ context: SignedIn) async throws -> HTML { try await rulePage(context) }

    private func rulePage(_ context: SignedIn, refused: Denial? = nil) async throws -> HTML {
        let viewer = context.viewer
        _ = try ConsentsAccess.ruled(by: viewer)
        let (rule, people) = try await site.read { tx in (try ConsentRule.of(viewer.school, tx), try ConsentRule.withoutConsent(in: viewer.school, tx)) }
        return WordingViews(reader: context.reader).rule(rule, shutOut: people, refused: refused)
    }

    private struct RuleForm: Decodable { let consentsFirst: String?, backupDays: Int }

    @Sendable func setRule(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: RuleForm.self, context: context)
        do {
            try await site.perform(SetConsentRule(consentsFirst: form.consentsFirst != nil, backupDays: form.backupDays), by: context.viewer, at: context.now)
        } catch let denial as Denial {
            guard denial.staysOnPage else { throw denial }
            return try await rulePage(context, refused: denial).response(to: request, status: .unprocessableContent)
        }
        return .seeOther("/consents/rule")
    }
}
