import Crypto
import Foundation
import Kernel

/// A way to a provider and back, begun in one browser: the words that must come back unchanged.
struct OutsideWay: Codable, Sendable {
    enum Purpose: String, Codable, Sendable { case signIn, proveAgain }
    static let cookie = "zvonok-way"
    /// For so many seconds the way back is open.
    static let life = 600

    let provider: String
    let purpose: Purpose
    /// The sign-in that is proved again.
    let session: Int64?
    let next: String?
    let state: String
    let nonce: String
    let verifier: String

    init(to provider: Provider, for purpose: Purpose, session: Int64? = nil, next: String?) {
        self.provider = provider.key
        self.purpose = purpose
        self.session = session
        self.next = next.map { String($0.prefix(1000)) }
        // ЕСИА wants a UUID for its state; it is as unguessable as any.
        state = UUID().uuidString.lowercased()
        nonce = [UInt8].random(32).base64URL
        verifier = [UInt8].random(32).base64URL
    }

    /// The proof that whoever brings the code began the way (RFC 7636).
    var challenge: String { Array(SHA256.hash(data: Array(verifier.utf8))).base64URL }
}
