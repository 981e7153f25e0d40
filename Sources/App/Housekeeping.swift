import Kernel
import Logging
import WebCore

/// What the server does by itself, once a minute, until its task is cancelled: features clear away and go on with what waits
/// (`Feature.tidy`).
struct Housekeeping: Sendable {
    let site: Site
    private let logger = Logger(label: "zvonok.housekeeping")
    init(site: Site) { self.site = site }

    func run() async {
        while !Task.isCancelled {
            do { try await site.tidy() } catch { logger.error("housekeeping failed", metadata: ["error": "\(error)"]) }
            do { try await Task.sleep(for: .seconds(60)) } catch { return }
        }
    }
}
