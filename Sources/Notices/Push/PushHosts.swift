import Foundation

/// The push services that may be asked. A browser names the address it wants to be told by, so without this list a stranger's form
/// could make the server ask for any address, also inside the school's own network.
public struct PushHosts: Sendable {
    /// Those of the browsers there are.
    public static let known = ["fcm.googleapis.com", "updates.push.services.mozilla.com", "*.push.apple.com", "*.notify.windows.com"]
    /// Longer addresses no service gives.
    static let longest = 1000

    private let hosts: Set<String>
    private let endings: [String]
    private let origins: Set<String>

    /// Hosts, hosts with `*.` in front for all below them, and whole origins (`http://127.0.0.1:8090`) for a stand-in on this machine.
    public init(_ names: [String] = known) {
        hosts = Set(names.filter { !$0.hasPrefix("*.") && !$0.contains("://") })
        endings = names.filter { $0.hasPrefix("*.") }.map { String($0.dropFirst()) }
        origins = Set(names.filter { $0.contains("://") })
    }

    /// The origin of an address that may be asked, as VAPID names it (RFC 8292 §2); `nil` for any other.
    func origin(of endpoint: String) -> String? {
        guard endpoint.utf8.count <= Self.longest, endpoint.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let parts = URLComponents(string: endpoint),
            let scheme = parts.scheme, let host = parts.host?.lowercased(), parts.user == nil, parts.password == nil, parts.fragment == nil
        else { return nil }
        let origin = "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
        if origins.contains(origin) { return origin }
        guard scheme == "https", parts.port == nil, hosts.contains(host) || endings.contains(where: { host.hasSuffix($0) && host.count > $0.count })
        else { return nil }
        return origin
    }
}
