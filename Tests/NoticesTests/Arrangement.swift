import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Storage
import Synchronization
import TestKit
import WebCore

@testable import Notices

/// A stand-in for a push service on this machine: remembers what it was given, answers as it is told.
final class PushService: Sendable {
    struct Given: Sendable {
        let path: String
        let headers: HTTPFields
        let body: [UInt8]
        var topic: String { headers[HTTPField.Name("Topic")!] ?? "" }
    }
    private let state = Mutex<(given: [Given], answer: HTTPResponse.Status)>(([], .created))
    var given: [Given] { state.withLock { $0.given } }
    func answer(_ status: HTTPResponse.Status) { state.withLock { $0.answer = status } }

    func serve(_ test: @escaping @Sendable (_ origin: String) async throws -> Void) async throws {
        let router = Router()
        router.post("push/:device") { request, _ in
            let body = try await request.body.collect(upTo: 8192)
            return self.state.withLock { state in
                state.given.append(Given(path: request.uri.path, headers: request.headers, body: Array(buffer: body)))
                return Response(status: state.answer)
            }
        }
        try await Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0))).test(.live) { client in
            try await test("http://127.0.0.1:\(client.port!)")
        }
    }
}

/// The small school, some of whose people have added a telephone.
struct Reached: Sendable {
    let world: World
    let works: NoticesWorks
    let origin: String
    var people: World.People { world.people }
    var courier: Courier { Courier(database: world.site.database, works: works) }

    init(_ kind: TestDatabase, origin: String) async throws {
        world = try await World.open(kind)
        works = NoticesWorks(pushHosts: [origin])
        self.origin = origin
    }

    /// Signs the person in and adds a device; the key opens what is sent there.
    @discardableResult func add(_ viewer: Viewer, name: String? = nil, at now: Moment = World.now) async throws -> (
        key: P256.KeyAgreement.PrivateKey, session: Int64
    ) {
        let key = P256.KeyAgreement.PrivateKey(), name = name ?? "\(viewer.person.number)"
        let subscription = try Subscription(
            endpoint: "\(origin)/push/\(name)", p256dh: Array(key.publicKey.x963Representation).base64URL, auth: [UInt8](repeating: 7, count: 16).base64URL,
            works.hosts)
        let session = try await signIn(viewer, at: now)
        try await world.perform(AddDevice(subscription: subscription, session: session), by: viewer, at: now)
        return (key, session)
    }

    func signIn(_ viewer: Viewer, at now: Moment = World.now) async throws -> Int64 {
        let hash = Array(SHA256.hash(data: Data(UUID().uuidString.utf8)))
        return try await world.site.database.write { tx in
            try tx.one(
                """
                INSERT INTO sign_in (person_id, school_id, side, token_hash, form_token, began_at, renewed_at, expires_at, address, device)
                VALUES (\(viewer.person), \(viewer.school), \(viewer.side.rawValue), \(hash), 'form-token', \(now), \(now), \(now + 30 * 86_400), '::1', 'Firefox')
                RETURNING id
                """
            ).int("id")
        }
    }

    func tell(
        _ people: [Viewer], _ kind: NoticeKind = .message, place: String = "/chats/1", urgency: Urgency = .ordinary, mentioning: [Viewer] = [],
        by teller: Viewer? = nil, at now: Moment
    )
        async throws
    {
        let notice = Notice(
            kind, school: self.people.rita.school, people: Set(people.map(\.person)), mentioned: Set(mentioning.map(\.person)), place: place, urgency: urgency)
        try await world.site.database.write { tx in try Notices.tell(notice, by: teller, at: now, in: tx) }
    }

    func count(_ sql: SQL) async throws -> Int64 { try await world.site.read { tx in try tx.one(sql).int("n") } }
    func waiting() async throws -> Int64 { try await count("SELECT COUNT(*) AS n FROM notice WHERE sent_at IS NULL") }

    /// Minutes after midnight of the small school's Tuesday, or so many days later.
    static func at(_ hour: Int, _ minute: Int = 0, day: Int = 0) -> Moment { World.zone.moment(World.today + day, minute: hour * 60 + minute) }
}

/// Opens a message as a browser does (RFC 8291 §3), written apart from what seals it.
func opened(_ body: [UInt8], by key: P256.KeyAgreement.PrivateKey) throws -> String {
    let salt = Array(body[0..<16]), theirs = Array(body[21..<86]), sealed = Array(body[86...])
    let shared = try key.sharedSecretFromKeyAgreement(with: P256.KeyAgreement.PublicKey(x963Representation: theirs)).withUnsafeBytes { Array($0) }
    func extract(_ salt: [UInt8], _ input: [UInt8]) -> SymmetricKey {
        SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: input, using: SymmetricKey(data: salt)))
    }
    func expand(_ key: SymmetricKey, _ info: [UInt8], _ count: Int) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: info + [1], using: key).prefix(count))
    }
    let first = extract([UInt8](repeating: 7, count: 16), shared)
    let input = expand(first, Array("WebPush: info\0".utf8) + Array(key.publicKey.x963Representation) + theirs, 32), second = extract(salt, input)
    let content = expand(second, Array("Content-Encoding: aes128gcm\0".utf8), 16), nonce = expand(second, Array("Content-Encoding: nonce\0".utf8), 12)
    let box = try AES.GCM.SealedBox(nonce: .init(data: nonce), ciphertext: sealed.dropLast(16), tag: sealed.suffix(16))
    let plain = try AES.GCM.open(box, using: SymmetricKey(data: content))
    return String(decoding: plain[..<(plain.lastIndex { $0 != 0 } ?? plain.startIndex)], as: UTF8.self)
}
