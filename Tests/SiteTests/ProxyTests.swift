import Testing

@testable import WebCore

@Suite struct ProxyTests {
    @Test(
        "only a proxy of ours says for whom it asks",
        arguments: [
            ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
            ("127.0.0.1", nil, "127.0.0.1"),
            ("198.51.100.7", "203.0.113.9", "198.51.100.7"),
            // What the asker has written there itself stands further left.
            ("127.0.0.1", "10.0.0.1, 203.0.113.9", "203.0.113.9"),
            // Two of ours, one behind the other.
            ("127.0.0.1", "203.0.113.9, 10.0.0.5", "203.0.113.9"),
            ("127.0.0.1", "2001:db8::1", "2001:db8::1"),
            ("127.0.0.1", "nobody", "127.0.0.1"),
            ("127.0.0.1", "", "127.0.0.1"),
        ] as [(String, String?, String)])
    func client(_ peer: String, _ forwardedFor: String?, _ expected: String) {
        #expect(TrustedProxies(["127.0.0.1", "10.0.0.5"]).client(peer: peer, forwardedFor: forwardedFor) == expected)
    }
}
