import Hummingbird
import Kernel
import WebCore

/// The school's own limits. Decides nothing.
struct FileRuleRoutes: Sendable {
    let site: Site

    func add(to files: RouterGroup<SignedIn>) {
        files.get("rules", use: page)
        files.post("rules", use: set)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> Response { try await page(request, context, nil) }

    private func page(_ request: Request, _ context: SignedIn, _ refused: (Side, Denial)?) async throws -> Response {
        let school = try FilesAccess.ruling(context.viewer)
        let rules = try await site.read { tx in try Side.allCases.map { ($0, try FileRuleStore.rule(for: $0, in: school.id, tx)) } }
        return FileRuleViews(reader: context.reader).page(rules, refused).response(to: request, status: refused == nil ? .ok : .unprocessableContent)
    }

    private struct RuleForm: Decodable { let side: String?, largest: String?, quota: String?, kinds: [String]? }

    @Sendable func set(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try FilesAccess.ruling(context.viewer)
        let form = try await request.decode(as: RuleForm.self, context: context)
        guard let side = form.side.flatMap(Side.init) else { throw Denial.invalid(field: "side", .unreadable) }
        do {
            guard let largest = form.largest.flatMap(Int.init), (1...1 << 20).contains(largest) else {
                throw Denial.invalid(field: "largest", .fileRuleLargest)
            }
            guard let quota = form.quota.flatMap(Int.init), (1...1 << 22).contains(quota) else { throw Denial.invalid(field: "quota", .fileRuleQuota) }
            let rule = FileRule(largest: largest << 20, quota: quota << 20, kinds: Set((form.kinds ?? []).compactMap(FileKind.init)))
            try await site.perform(SetFileRule(side: side, rule: rule), by: context.viewer)
            return .seeOther(.fileRules)
        } catch let denial as Denial {
            guard case .invalid = denial else { throw denial }
            return try await page(request, context, (side, denial))
        }
    }
}
