import HTTPTypes
import Kernel
import Live
import WebCore

/// The live line of a site: the same sessions as its pages, the topics of every feature.
public func siteLive(_ site: Site, session: any Session, hub: LiveHub) -> LiveEndpoint {
    LiveEndpoint(hub: hub) { request in
        try? await session.visit(of: request.headerFields, at: .now)?.viewer
    } topics: { viewer in
        try await site.read { tx in try Features.all.flatMap { try $0.topics(of: viewer, in: tx) } }
    }
}
