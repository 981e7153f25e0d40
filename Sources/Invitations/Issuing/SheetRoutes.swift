import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// A sheet of codes, to be printed. Only its maker opens it, by the address the giving out led to.
struct SheetRoutes: Sendable {
    let site: Site

    func add(to codes: RouterGroup<SignedIn>) { codes.get("sheets/:sheet", use: page) }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<CodeSheet> = try context.id("sheet"), viewer = context.viewer
        guard let secret = request.uri.queryParameters.get("key").flatMap({ Token(sent: $0) }),
            let slips = try await site.read({ tx in try InvitationStore.sheet(id, secret: secret, madeBy: viewer, tx) })
        else { throw Denial.notFound }
        return SheetViews(reader: context.reader, address: PublicAddress(of: site, request)).page(slips, held: Done(request).held ?? 0).response(to: request)
            .unkept
    }
}

extension PublicAddress {
    init(of site: Site, _ request: Request) { self.init(set: site.address, host: request.head.authority) }
}
