import HTTPTypes
import Kernel
import Storage
import WebCore

/// Recognises people by the cookie or bearer token of a sign-in.
public struct SignIns: Session {
    let database: any Database
    /// Behind TLS the cookie is bound to the host and never sent in the clear.
    public let isSecure: Bool
    public init(database: any Database, isSecure: Bool) {
        self.database = database
        self.isSecure = isSecure
    }

    /// A cookie is changed for a new one once in so many seconds, so a copied one dies of itself.
    static let renewal = 24 * 3600
    /// After the change the old one is good for a little longer: other requests of the page may be under way.
    static let overlap = 120
    /// Last use is noted once in so many seconds: a page does not wait for a write.
    static let noting = 3600
    /// A sign-in that nobody uses for so long ends.
    static let life = 30 * 24 * 3600

    var cookieName: String { isSecure ? "__Host-zvonok" : "zvonok" }

    public func cookie(_ value: String) -> String {
        "\(cookieName)=\(value); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(value.isEmpty ? 0 : Self.life)" + (isSecure ? "; Secure" : "")
    }

    public func visit(of headers: HTTPFields, at now: Moment) async throws -> Visit? {
        let (sent, isByCookie) = sentToken(headers)
        guard let token = sent else { return nil }
        guard let known = try await database.read({ tx in try SignInStore.find(token, at: now, tx) }) else { return nil }
        let isOld = isByCookie && known.isCurrent && Moment.seconds(from: known.renewedAt, to: now) > Self.renewal
        let renewed = isOld ? try await renew(known, now) : nil
        if Moment.seconds(from: known.seenAt, to: now) > Self.noting { try await database.write { tx in try SignInStore.see(known.id, at: now, tx) } }
        return Visit(
            viewer: known.viewer, session: known.id, formToken: known.formToken, isByCookie: isByCookie, renewedCookie: renewed,
            provedAt: known.provedAt)
    }

    private func sentToken(_ headers: HTTPFields) -> (Token?, isByCookie: Bool) {
        if let bearer = headers[.authorization], bearer.hasPrefix("Bearer ") { return (Token(sent: bearer.dropFirst(7)), false) }
        let cookies = (headers[.cookie] ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
        let name = cookieName + "="
        return (cookies.first { $0.hasPrefix(name) }.flatMap { Token(sent: $0.dropFirst(name.count)) }, true)
    }

    private func renew(_ known: KnownSignIn, _ now: Moment) async throws -> String? {
        let token = Token()
        let isRenewed = try await database.write { tx in try SignInStore.renew(known, to: token, at: now, tx) }
        return isRenewed ? token.text : nil
    }
}
