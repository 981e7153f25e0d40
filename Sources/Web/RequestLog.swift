import HTTPTypes
import Hummingbird
import Logging
import Metrics
import WebCore

/// One line a request in the log, with the number that error pages show; and the figures of each route.
struct RequestLog: RouterMiddleware {
    func handle(_ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let took = start.duration(to: .now)
        let route = context.endpointPath ?? "none"
        let labels = [("method", request.method.rawValue), ("route", route), ("status", String(response.status.code))]
        Counter(label: "zvonok_requests_total", dimensions: labels).increment()
        Timer(label: "zvonok_request_seconds", dimensions: [("route", route)]).record(duration: took)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(route)", "status": "\(response.status.code)",
                "milliseconds": "\(Double(took.components.attoseconds / 1_000_000_000_000) / 1000 + Double(took.components.seconds) * 1000)",
            ])
        return response
    }
}
