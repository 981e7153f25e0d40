import Accounts
import Kernel
import Storage

/// What a person has to prove themselves with beside the password.
struct Factors: Hashable, Sendable {
    struct Key: Hashable, Sendable {
        let id: ID<Passkey>
        let name: String
        let addedAt: Moment
        let usedAt: Moment?
    }
    let hasAuthenticator: Bool
    let passkeys: [Key]
    let recoveryCodes: Int
    var isEmpty: Bool { !hasAuthenticator && passkeys.isEmpty }
}

/// The second factors' SQL.
enum FactorStore {
    private static func purpose(_ person: ID<Person>) -> String { "authenticator of \(person.number)" }

    static func factors(of person: ID<Person>, _ tx: Transaction) throws -> Factors {
        let passkeys = try tx.rows("SELECT id, name, added_at, used_at FROM passkey WHERE person_id = \(person) ORDER BY id").map {
            Factors.Key(
                id: try $0.id("id"), name: try $0.text("name"), addedAt: try $0.moment("added_at"), usedAt: try $0.optional("used_at", Row.moment))
        }
        return Factors(
            hasAuthenticator: try tx.first("SELECT person_id FROM authenticator WHERE person_id = \(person) AND confirmed_at IS NOT NULL") != nil,
            passkeys: passkeys, recoveryCodes: Int(try tx.one("SELECT COUNT(*) AS n FROM recovery_code WHERE person_id = \(person)").int("n")))
    }

    /// Begins anew while it was not confirmed; one that works is not overwritten.
    static func begin(_ secret: [UInt8], of person: ID<Person>, _ keys: IdentityKeys, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            INSERT INTO authenticator (person_id, secret_sealed, last_step) VALUES (\(person), \(keys.seal(secret, for: purpose(person))), 0)
            ON CONFLICT (person_id) DO UPDATE SET secret_sealed = excluded.secret_sealed, last_step = 0 WHERE authenticator.confirmed_at IS NULL
            RETURNING person_id
            """
        ).isEmpty
    }

    static func authenticator(of person: ID<Person>, isConfirmed: Bool, _ keys: IdentityKeys, _ tx: Transaction) throws -> (code: OneTimeCode, last: Int64)? {
        let row = try tx.first(
            "SELECT secret_sealed, last_step FROM authenticator WHERE person_id = \(person) AND (confirmed_at IS NOT NULL) = (\(isConfirmed) = 1)")
        guard let row, let secret = keys.unseal(try row.bytes("secret_sealed"), for: purpose(person)) else { return nil }
        return (OneTimeCode(secret: secret), try row.int("last_step"))
    }

    /// The step is used up: the same digits are not taken twice. False if another request was quicker.
    static func use(step: Int64, of person: ID<Person>, _ tx: Transaction) throws -> Bool {
        try !tx.rows("UPDATE authenticator SET last_step = \(step) WHERE person_id = \(person) AND last_step < \(step) RETURNING person_id").isEmpty
    }

    static func confirm(of person: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE authenticator SET confirmed_at = \(now) WHERE person_id = \(person)")
    }

    static func removeAuthenticator(of person: ID<Person>, _ tx: Transaction) throws -> Bool {
        try !tx.rows("DELETE FROM authenticator WHERE person_id = \(person) RETURNING person_id").isEmpty
    }

    static func setRecoveryCodes(_ codes: [String], of person: ID<Person>, _ keys: IdentityKeys, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM recovery_code WHERE person_id = \(person)")
        for code in codes { try tx.rows("INSERT INTO recovery_code (person_id, code_mark) VALUES (\(person), \(mark(code, person, keys)))") }
    }

    static func useRecoveryCode(_ typed: String, of person: ID<Person>, _ keys: IdentityKeys, _ tx: Transaction) throws -> Bool {
        try !tx.rows("DELETE FROM recovery_code WHERE person_id = \(person) AND code_mark = \(mark(typed, person, keys)) RETURNING person_id").isEmpty
    }

    private static func mark(_ code: String, _ person: ID<Person>, _ keys: IdentityKeys) -> [UInt8] {
        keys.mark(RecoveryCode.key(code), for: "recovery code of \(person.number)")
    }

    static func addPasskey(_ made: PasskeyRegistration, named name: String, of person: ID<Person>, at now: Moment, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            INSERT INTO passkey (person_id, credential_id, public_key, counter, name, added_at)
            VALUES (\(person), \(made.credentialID), \(made.publicKey), \(made.counter), \(name), \(now))
            ON CONFLICT (credential_id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    static func removePasskey(_ passkey: ID<Passkey>, of person: ID<Person>, _ tx: Transaction) throws -> Bool {
        try !tx.rows("DELETE FROM passkey WHERE id = \(passkey) AND person_id = \(person) RETURNING id").isEmpty
    }

    static func credentialIDs(of person: ID<Person>, _ tx: Transaction) throws -> [[UInt8]] {
        try tx.rows("SELECT credential_id FROM passkey WHERE person_id = \(person) ORDER BY id").map { try $0.bytes("credential_id") }
    }

    static func passkey(_ credential: [UInt8], of person: ID<Person>, _ tx: Transaction) throws -> (id: Int64, publicKey: [UInt8], counter: Int64)? {
        try tx.first("SELECT id, public_key, counter FROM passkey WHERE credential_id = \(credential) AND person_id = \(person)").map {
            (try $0.int("id"), try $0.bytes("public_key"), try $0.int("counter"))
        }
    }

    static func use(passkey: Int64, counter: Int64, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE passkey SET counter = \(counter), used_at = \(now) WHERE id = \(passkey)")
    }

    /// All second factors go: the phone and the paper are lost.
    static func removeAll(of person: ID<Person>, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM authenticator WHERE person_id = \(person)")
        try tx.rows("DELETE FROM passkey WHERE person_id = \(person)")
        try tx.rows("DELETE FROM recovery_code WHERE person_id = \(person)")
        try tx.rows("DELETE FROM half_sign_in WHERE person_id = \(person)")
    }
}
