import NIOCore

/// Which machines in front of the server may say for whom they ask (`X-Forwarded-For`). From anyone else the word is not taken, or
/// whoever guesses passwords would come from a new address each time.
public struct TrustedProxies: Hashable, Sendable {
    let addresses: Set<String>
    public init(_ addresses: Set<String> = []) { self.addresses = addresses }

    /// Who is asking: the nearest address that is no proxy of ours. What is no address is not taken.
    func client(peer: String, forwardedFor: String?) -> String {
        guard addresses.contains(peer), let forwardedFor else { return peer }
        let chain = forwardedFor.split(separator: ",").map { String($0.drop { $0 == " " }.prefix { $0 != " " }) }
        guard let nearest = chain.last(where: { !addresses.contains($0) }), (try? SocketAddress(ipAddress: nearest, port: 0)) != nil else { return peer }
        return nearest
    }
}
