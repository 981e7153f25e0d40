import Kernel
import Storage

/// The one place where coming in meets consents (REQUIREMENTS B08): what a newcomer is asked to agree to, and where the answer goes.
///
/// Nothing is asked for here yet, and a school that wants consents first keeps its pages closed until they are there; the ledger of
/// consents takes both calls over.
enum ConsentStep {
    /// A consent as the page shows it: its number in the ledger, and its words.
    struct Text: Hashable, Sendable {
        let id: Int64
        let title: String
        let words: String
    }

    /// What a newcomer is asked. `signer` is missing for one who is not entered yet; `pupil` is the child for whom a guardian signs.
    static func needed(for role: Role, pupil: ID<Person>?, signer: ID<Person>?, in school: ID<School>, _ tx: Transaction) throws -> [Text] { [] }

    /// The newcomer has agreed to these. Runs in the transaction in which the code is used.
    static func sign(_ texts: [Int64], for pupil: ID<Person>?, by signer: ID<Person>, in school: ID<School>, at now: Moment, _ tx: Transaction) throws {}
}
