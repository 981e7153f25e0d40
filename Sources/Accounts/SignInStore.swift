import Kernel
import Storage

/// A sign-in as a request finds it.
struct KnownSignIn: Sendable {
    let id: Int64
    let viewer: Viewer
    let formToken: String
    let renewedAt: Moment
    let tokenHash: [UInt8]
    /// Whether the token is the present one and not the one before it.
    let isCurrent: Bool
    let provedAt: Moment
    let seenAt: Moment
}

/// One place where a person is signed in, for the person's own list.
public struct OpenSignIn: Hashable, Sendable {
    public let id: Int64
    public let device: String
    public let address: String
    public let beganAt: Moment
    /// When it was last used, to the hour.
    public let seenAt: Moment
}

/// The sign-ins' SQL.
public enum SignInStore {
    /// One statement: the sign-in, the person and every membership that holds today, a row for each.
    static func find(_ token: Token, at now: Moment, _ tx: Transaction) throws -> KnownSignIn? {
        let rows = try tx.rows(
            """
            SELECT s.id, s.person_id, s.school_id, s.side, s.form_token, s.renewed_at, s.token_hash, s.proved_at, s.seen_at, p.family, p.given, p.patronymic, p.language,
                   m.school_id AS at_school, m.role, c.name AS school_name, c.zone
            FROM sign_in s JOIN person p ON p.id = s.person_id
            JOIN membership m ON m.person_id = s.person_id AND m.until IS NULL JOIN school c ON c.id = m.school_id
            LEFT JOIN person_access pa ON pa.school_id = m.school_id AND pa.person_id = m.person_id
            WHERE \(AccessStore.isOpen) AND (s.token_hash = \(token.hash) OR (s.previous_hash = \(token.hash) AND s.renewed_at > \(now - SignIns.overlap))) AND s.expires_at > \(now)
            ORDER BY m.school_id, m.role
            """)
        guard let first = rows.first else { return nil }
        let hats = try Self.hats(rows)
        let (school, side) = (try first.id("school_id", of: School.self), Side(rawValue: try first.text("side")))
        // A hat that was taken away meanwhile: the person looks from another of theirs.
        guard let hat = hats.first(where: { $0.school.id == school && $0.side == side }) ?? hats.first else { return nil }
        let viewer = Viewer(
            person: try first.id("person_id"), name: try AccountsStore.name(first), hat: hat, otherHats: hats.filter { $0 != hat },
            language: try first.optional("language", Row.text).flatMap(Language.init(rawValue:)))
        let hash = try first.bytes("token_hash")
        return KnownSignIn(
            id: try first.int("id"), viewer: viewer, formToken: try first.text("form_token"), renewedAt: try first.moment("renewed_at"), tokenHash: hash,
            isCurrent: hash == token.hash, provedAt: try first.moment("proved_at"), seenAt: try first.moment("seen_at"))
    }

    /// The sides of each school, from rows of `at_school, school_name, zone, role`.
    static func hats(_ rows: [Row]) throws -> [Hat] {
        var hats: [Hat] = []
        for row in rows {
            guard let role = Role(rawValue: try row.text("role")) else { continue }
            let school = School(id: try row.id("at_school"), name: try row.text("school_name"), zone: try row.zone("zone"))
            if let index = hats.firstIndex(where: { $0.school.id == school.id && $0.side == role.side }) {
                hats[index] = Hat(school: school, side: role.side, roles: hats[index].roles.union([role]))
            } else {
                hats.append(Hat(school: school, side: role.side, roles: [role]))
            }
        }
        return hats
    }

    static func begin(_ token: Token, formToken: String, of person: ID<Person>, as hat: Hat, from place: SignInPlace, at now: Moment, _ tx: Transaction) throws
        -> Int64
    {
        try tx.one(
            """
            INSERT INTO sign_in
                (person_id, school_id, side, token_hash, form_token, began_at, renewed_at, expires_at, address, device, device_hash, proved_at, seen_at)
            VALUES (\(person), \(hat.school.id), \(hat.side.rawValue), \(token.hash), \(formToken), \(now), \(now), \(now + SignIns.life), \(place.address),
                \(place.device), \(place.deviceHash.map(Value.bytes) ?? .null), \(now), \(now)) RETURNING id
            """
        ).int("id")
    }

    /// The person has proved who they are once more.
    public static func prove(_ session: Int64, of person: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE sign_in SET proved_at = \(now) WHERE id = \(session) AND person_id = \(person)")
    }

    static func see(_ session: Int64, at now: Moment, _ tx: Transaction) throws { try tx.rows("UPDATE sign_in SET seen_at = \(now) WHERE id = \(session)") }

    /// Two requests at once: one renews, the other keeps the old token for the overlap.
    static func renew(_ known: KnownSignIn, to token: Token, at now: Moment, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            UPDATE sign_in SET previous_hash = token_hash, token_hash = \(token.hash), renewed_at = \(now), expires_at = \(now + SignIns.life)
            WHERE id = \(known.id) AND token_hash = \(known.tokenHash) RETURNING id
            """
        ).isEmpty
    }

    static func change(_ session: Int64, to hat: Hat, _ tx: Transaction) throws {
        try tx.rows("UPDATE sign_in SET school_id = \(hat.school.id), side = \(hat.side.rawValue) WHERE id = \(session)")
    }

    static func end(_ session: Int64, of person: ID<Person>, _ tx: Transaction) throws -> Bool {
        try !tx.rows("DELETE FROM sign_in WHERE id = \(session) AND person_id = \(person) RETURNING id").isEmpty
    }

    public static func endAll(of person: ID<Person>, but kept: Int64?, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM sign_in WHERE person_id = \(person) AND id <> \(kept ?? 0)")
    }

    public static func open(of person: ID<Person>, at now: Moment, _ tx: Transaction) throws -> [OpenSignIn] {
        try tx.rows(
            "SELECT id, device, address, began_at, seen_at FROM sign_in WHERE person_id = \(person) AND expires_at > \(now) ORDER BY began_at DESC, id DESC LIMIT 100"
        ).map {
            OpenSignIn(
                id: try $0.int("id"), device: try $0.text("device"), address: try $0.text("address"), beganAt: try $0.moment("began_at"),
                seenAt: try $0.moment("seen_at"))
        }
    }

    static func removeExpired(at now: Moment, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM sign_in WHERE expires_at <= \(now)")
        try tx.rows("DELETE FROM attempt WHERE since < \(now - 24 * 3600)")
    }
}
