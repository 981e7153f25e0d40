import Accounts
import Kernel
import Storage

/// The administrator puts right by what a person is proved elsewhere, as the family handed it over (REQUIREMENTS B07).
public struct CorrectCard: Verb {
    let person: ID<Person>
    /// `nil` leaves the number as it is: it is not shown, so it is not typed again.
    let snils: Snils?
    let email: EmailAddress?
    /// The number is taken away.
    let isSnilsRemoved: Bool
    let keys: IdentityKeys

    public init(of person: ID<Person>, snils: Snils?, email: EmailAddress?, isSnilsRemoved: Bool = false, _ keys: IdentityKeys) {
        self.person = person
        self.snils = snils
        self.email = email
        self.isSnilsRemoved = isSnilsRemoved
        self.keys = keys
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try IdentityAccess.ruled(person, by: viewer, in: tx)
        let was = try CardStore.card(of: person, keys, tx)
        let became = IdentityCard(snils: isSnilsRemoved ? nil : snils ?? was.snils, email: email)
        guard became != was else { return }
        if let number = became.snils, let owner = try CardStore.owner(of: number, keys, tx), owner != person {
            throw Denial.invalid(field: "snils", .snilsTaken)
        }
        try CardStore.set(became, of: ruled.person, at: now, keys, tx)
        // The values themselves stay out of the trace: nobody could erase them there.
        let fields = [was.snils == became.snils ? nil : "snils", was.email == became.email ? nil : "email"].compactMap(\.self).joined(separator: " ")
        try tx.leave(Trace("identity.card", about: "person:\(person.number)", became: fields), by: viewer, at: now)
    }
}
