import AsyncHTTPClient
import Foundation
import Kernel
import Logging
import NIOCore
import NIOHTTP1

/// The ways out of the house: push services and the mail. Short patience, no redirects, nothing of what happened in what is sent.
public struct NoticesWorks: Sendable {
    let key: PushKey
    let hosts: PushHosts
    let mail: MailCommand?
    /// What people type to come here; letters need it for their links.
    let address: String?
    private let logger = Logger(label: "notices")

    /// With a key that nobody keeps: for tests, and for a site that is only looked at.
    public init(pushHosts: [String] = PushHosts.known) {
        key = PushKey()
        hosts = PushHosts(pushHosts)
        mail = nil
        address = nil
    }

    /// - Parameters:
    ///   - vault: the folder with `push.key`, which is made at the first start.
    ///   - mailCommand: a program with its arguments that takes a whole letter, as sendmail -t does; mailFrom: its sender.
    public init(vault: URL, pushHosts: [String], mailCommand: String?, mailFrom: String?, address: String?) throws {
        key = try PushKey(in: vault)
        hosts = PushHosts(pushHosts)
        self.address = address.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        if let mailCommand, let mailFrom, address != nil { mail = try MailCommand(mailCommand, from: mailFrom) } else { mail = nil }
    }

    private static let patience = TimeAmount.seconds(10)
    /// Seconds a push service may keep a message for a telephone that is switched off: as long as it is news.
    private static let keeping = 12 * 3600
    private static let client = HTTPClient(
        eventLoopGroupProvider: .singleton, configuration: .init(redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5), read: .seconds(10))))

    func push(_ parcel: Parcel, to device: PushDevice, at now: Moment) async -> Handed {
        do {
            guard let request = try request(parcel, to: device, at: now) else { return .gone }
            let response = try await Self.client.execute(request, timeout: Self.patience)
            let handed = Handed(pushStatus: Int(response.status.code))
            if case .refused = handed { logger.warning("a push service refused a message", metadata: ["status": "\(response.status.code)"]) }
            return handed
        } catch { return .failed }
    }

    /// `nil` where the device's service is no longer one that may be asked.
    func request(_ parcel: Parcel, to device: PushDevice, at now: Moment) throws -> HTTPClientRequest? {
        guard let origin = hosts.origin(of: device.endpoint) else { return nil }
        var request = HTTPClientRequest(url: device.endpoint)
        request.method = .POST
        request.headers.add(name: "Authorization", value: try key.authorization(for: origin, contact: contact, at: now))
        request.headers.add(name: "Content-Encoding", value: "aes128gcm")
        request.headers.add(name: "Content-Type", value: "application/octet-stream")
        request.headers.add(name: "TTL", value: "\(Self.keeping)")
        request.headers.add(name: "Urgency", value: parcel.isUrgent ? "high" : "normal")
        request.headers.add(name: "Topic", value: key.topic(parcel.name))
        let message = try PushCipher.seal(PushMessage(parcel).bytes, publicKey: device.publicKey, secret: device.secret)
        request.body = .bytes(ByteBuffer(bytes: message))
        return request
    }

    /// Whom a push service may write to (RFC 8292 §2.1).
    private var contact: String? { mail.map { "mailto:" + $0.from } ?? address.flatMap { $0.hasPrefix("https://") ? $0 : nil } }

    func write(_ parcel: Parcel, to mail: MailAddress, at now: Moment) async -> Handed {
        guard let command = self.mail, let address else { return .refused }
        let letter = Letter.news(parcel, to: mail, from: command.from, site: address, name: key.topic(parcel.name), at: now)
        return await command.send(letter) ? .taken : .failed
    }
}

extension Handed {
    /// RFC 8030 §5, §7.3, §8.4.
    init(pushStatus status: Int) {
        switch status {
        case 200..<300: self = .taken
        case 404, 410: self = .gone
        case 408, 425, 429, 500...: self = .failed
        default: self = .refused
        }
    }
}

/// What is told through a push service, which may be abroad: that there is something, and a number that only its owner can look up.
struct PushMessage: Codable, Equatable {
    let title: String
    let body: String
    let path: String
    let tag: String

    init(_ parcel: Parcel) {
        let text = parcel.language.notices
        title = text.product
        body = text.news
        path = parcel.path
        tag = parcel.name
    }

    var bytes: [UInt8] {
        let coder = JSONEncoder()
        coder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? coder.encode(self)).map { Array($0) } ?? []
    }
}
