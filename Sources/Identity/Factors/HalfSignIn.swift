import Accounts
import Kernel
import Storage
import WebCore

/// A first proof was right, a second is awaited. Opens nothing but the page that asks for it.
struct HalfSignIn: Sendable {
    /// For so many seconds.
    static let life = 600
    static let cookie = "zvonok-half"
    let arrival: Arrival
    private let mark: [UInt8]

    static func begin(_ arrival: Arrival, at now: Moment, _ tx: Transaction) throws -> String {
        let token = Token()
        try tx.rows("DELETE FROM half_sign_in WHERE until <= \(now)")
        try tx.rows(
            """
            INSERT INTO half_sign_in (token_mark, person_id, proof, address, device, device_hash, next, until)
            VALUES (\(token.hash), \(arrival.person), \(arrival.proof.rawValue), \(arrival.place.address), \(arrival.place.device),
                \(arrival.place.deviceHash.map(Value.bytes) ?? .null), \(arrival.next.map { String($0.prefix(2000)) }), \(now + life))
            """)
        return token.text
    }

    static func find(_ sent: String?, at now: Moment, _ tx: Transaction) throws -> HalfSignIn? {
        guard let token = sent.flatMap({ Token(sent: $0) }),
            let row = try tx.first(
                "SELECT person_id, proof, address, device, device_hash, next FROM half_sign_in WHERE token_mark = \(token.hash) AND until > \(now)"),
            let proof = Arrival.Proof(rawValue: try row.text("proof"))
        else { return nil }
        let place = SignInPlace(address: try row.text("address"), device: try row.text("device"), deviceHash: try row.optional("device_hash", Row.bytes))
        return HalfSignIn(arrival: Arrival(try row.id("person_id"), by: proof, from: place, next: try row.optional("next", Row.text)), mark: token.hash)
    }

    func end(_ tx: Transaction) throws -> Bool { try !tx.rows("DELETE FROM half_sign_in WHERE token_mark = \(mark) RETURNING person_id").isEmpty }
}

/// One who has given a first proof gives the second. Not a `Verb`: nobody is the viewer yet.
struct ConfirmSignIn: Sendable {
    let half: String?
    let proof: @Sendable (ID<Person>) -> SecondProof?
    let keys: IdentityKeys

    /// The sign-in. Throws `Denial.notFound` where no first proof is waiting, else what was refused.
    func run(in site: Site, at now: Moment) async throws -> (Arrived, next: String?) {
        let (arrived, next) = try await site.database.write { tx -> (Arrived, String?) in
            guard let half = try HalfSignIn.find(half, at: now, tx) else { return (.refused(.notFound), nil) }
            let arrival = half.arrival
            guard let proof = proof(arrival.person) else { return (.refused(.invalid(field: "code", .wrongCode)), nil) }
            if let denial = try proof.refusal(of: arrival.person, at: now, keys, in: tx) { return (.refused(denial), nil) }
            // The account may have been closed while its thief looked for the second factor.
            if let denial = try StolenStore.refusal(of: arrival, tx) { return (.refused(denial), nil) }
            guard try half.end(tx) else { return (.refused(.notFound), nil) }
            return (.signedIn(try arrival.begin(of: site.features, at: now, in: tx)), arrival.next)
        }
        if case .refused(let denial) = arrived { throw denial }
        return (arrived, next)
    }
}
