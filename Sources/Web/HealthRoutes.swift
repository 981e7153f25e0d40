import HTTPTypes
import Hummingbird
import Kernel
import Storage
import WebCore

/// For those who run the server: is it alive, can it work, and its figures.
struct HealthRoutes: Sendable {
    let site: Site
    let metricsToken: String?

    func add(to router: Router<AppContext>) {
        router.get("health/live") { _, _ in HTTPResponse.Status.ok }
        router.get("health/ready", use: ready)
        router.get("metrics", use: metrics)
    }

    /// Ready is who can read the database.
    @Sendable func ready(_ request: Request, _ context: AppContext) async throws -> HTTPResponse.Status {
        do {
            _ = try await site.read { tx in try tx.rows("SELECT number FROM schema_migration WHERE number = 1") }
            return .ok
        } catch { return .serviceUnavailable }
    }

    @Sendable func metrics(_ request: Request, _ context: AppContext) throws -> Response {
        guard let metricsToken, request.headers[.authorization] == "Bearer " + metricsToken else { throw context.visit == nil ? Denial.signInFirst : .notFound }
        let text = Figures.shared.exposition
        return Response(status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"], body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
