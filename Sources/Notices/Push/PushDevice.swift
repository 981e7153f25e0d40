import Crypto
import Kernel
import Storage

/// A browser that wants to be told.
public struct PushDevice: Hashable, Sendable {
    let id: ID<PushDevice>
    let endpoint: String
    let publicKey: [UInt8]
    let secret: [UInt8]
    /// What the browser said of itself when it was added.
    let name: String
    let addedAt: Moment
    /// The sign-in by which it was added.
    let session: Int64

    var channel: String { "push:\(id.number)" }
}

/// What a browser gives to be told by, as the Push API has it.
struct Subscription: Hashable, Sendable {
    let endpoint: String
    let publicKey: [UInt8]
    let secret: [UInt8]

    init(endpoint: String, p256dh: String, auth: String, _ hosts: PushHosts) throws {
        guard hosts.origin(of: endpoint) != nil else { throw Denial.invalid(field: "endpoint", .unknownService) }
        guard let key = [UInt8](base64URL: p256dh), let secret = [UInt8](base64URL: auth), secret.count == 16,
            (try? P256.KeyAgreement.PublicKey(x963Representation: key)) != nil
        else { throw Denial.invalid(field: "keys", .badKeys) }
        self.endpoint = endpoint
        publicKey = key
        self.secret = secret
    }
}

/// A person wants to be told on this device, while this sign-in lasts.
struct AddDevice: Verb {
    let subscription: Subscription
    let session: Int64

    /// The oldest makes way.
    static let most = 10

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<PushDevice> {
        let id = try PushStore.add(subscription, session: session, of: viewer, at: now, tx)
        for device in try PushStore.all(of: viewer.person, tx).dropFirst(Self.most) { try PushStore.forget(device.id, of: viewer.person, tx) }
        return id
    }
}

/// A person wants to hear nothing more on a device.
struct RemoveDevice: Verb {
    let device: ID<PushDevice>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard try PushStore.forget(device, of: viewer.person, tx) else { throw Denial.notFound }
    }
}

/// A person sends themselves a notice to see whether it arrives: at once, quiet hours or not.
struct TryNotices: Verb {
    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let hasMail = try MailStore.confirmed(of: viewer.person, tx) != nil
        guard try hasMail || !PushStore.live(of: viewer.person, at: now, tx).isEmpty else { throw Denial.conflict(.nowhereToSend) }
        try OutboxStore.putTrial(for: viewer, at: now, tx)
    }
}
