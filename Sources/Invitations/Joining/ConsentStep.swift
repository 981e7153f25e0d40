import Kernel
import Storage

/// The one place where coming in meets consents (REQUIREMENTS B08): what a newcomer is asked to agree to, and where the answer goes.
/// It speaks for the ledger of consents, which is not asked yet: nothing is wanted here, and the register on paper has the column.
///
/// One who is entered sees the texts at once. For one who is not, they are known only once the place is given: then the transaction is
/// taken back as if nothing had been done, and the page is shown again with the texts.
enum ConsentStep {
    /// A consent as the page shows it.
    struct Text: Hashable, Sendable {
        /// Names purpose, version and whether it is for oneself or for a child; the same for one who is entered anew.
        let key: String
        let title: String
        let words: String
    }

    /// What the person has yet to agree to before the school opens to them.
    static func asked(of person: ID<Person>, in school: ID<School>, at now: Moment, _ tx: Transaction) throws -> [Text] { [] }

    /// The person agrees to these. Throws `ConsentsWanted` where something is missing.
    static func sign(_ agreed: Set<String>, by person: ID<Person>, in school: ID<School>, at now: Moment, _ tx: Transaction) throws {
        let asked = try asked(of: person, in: school, at: now, tx)
        guard asked.allSatisfy({ agreed.contains($0.key) }) else { throw ConsentsWanted(texts: asked) }
    }
}

/// The newcomer has to see these texts first; nothing was done.
struct ConsentsWanted: Error { let texts: [ConsentStep.Text] }
