import Files
import Kernel
import Logging
import WebCore

/// What the server does by itself, once a minute, until its task is cancelled: features clear away and go on with what waits
/// (`Feature.tidy`), and once a day look for what a node that died has left.
struct Housekeeping: Sendable {
    let site: Site
    private let logger = Logger(label: "zvonok.housekeeping")
    init(site: Site) { self.site = site }

    func run() async {
        for minute in 0... {
            do {
                try await site.tidy()
                if minute % 1_440 == 10 { try await FilesFeature.findOrphans(site) }
            } catch { logger.error("housekeeping failed", metadata: ["error": "\(error)"]) }
            do { try await Task.sleep(for: .seconds(60)) } catch { return }
        }
    }
}
