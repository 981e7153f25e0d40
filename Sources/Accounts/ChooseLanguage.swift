import Kernel
import Storage

/// A person chooses in which language the product speaks to them.
struct ChooseLanguage: Verb {
    let language: Language

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        try AccountsStore.setLanguage(language, of: viewer.person, tx)
    }
}
