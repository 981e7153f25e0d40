import Kernel
import Storage

/// Signs a person in whose right to it another feature has judged: by a code from the school, or from a device that is signed in already.
public struct ComeIn: Sendable {
    public let person: ID<Person>
    public let hat: (school: ID<School>, side: Side)
    public let address: String
    public let device: String?
    /// `hat` is from where the person looks first; they look from another of theirs if they have no such.
    public init(_ person: ID<Person>, as hat: (school: ID<School>, side: Side), address: String, device: String?) {
        self.person = person
        self.hat = hat
        self.address = address
        self.device = device
    }

    /// The word for the cookie. Throws `Denial.forbidden` for one who belongs to no school.
    public func run(at now: Moment, in tx: Transaction) throws -> String {
        let hats = try AccountsStore.hats(of: person, tx)
        guard let worn = hats.first(where: { $0.school.id == hat.school && $0.side == hat.side }) ?? hats.first else { throw Denial.forbidden(.noSchool) }
        let token = Token()
        let session = try SignInStore.begin(
            token, formToken: Token().text, of: person, as: worn, from: SignInPlace(address: address, device: device), at: now, tx)
        tx.tell(.signedIn(session, in: worn.school.id))
        return token.text
    }

    /// The device's former sign-in of another person ends where a new one takes its cookie.
    public static func replace(_ session: Int64, of person: ID<Person>, in tx: Transaction) throws {
        if try SignInStore.end(session, of: person, tx) { tx.end(person) }
    }

    /// Whether this sign-in of the person still holds.
    public static func isOpen(_ session: Int64, of person: ID<Person>, at now: Moment, in tx: Transaction) throws -> Bool {
        try tx.first("SELECT id FROM sign_in WHERE id = \(session) AND person_id = \(person) AND expires_at > \(now)") != nil
    }
}
