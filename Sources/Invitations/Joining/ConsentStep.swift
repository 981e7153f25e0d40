import Accounts
import Consents
import Kernel
import Storage

/// The one place where coming in meets the ledger of consents (REQUIREMENTS B08): what a newcomer is asked to agree to, and where the
/// answer goes.
///
/// One who is entered sees the texts at once. For one who is not, they are known only once the place is given: then, where the school
/// asks for consents first, the transaction is taken back as if nothing had been done, and the page is shown again with the texts.
/// Where it does not, whoever has agreed to nothing goes in and is reminded on «Сегодня».
enum ConsentStep {
    /// A consent as the page shows it.
    struct Text: Hashable, Sendable {
        /// Names purpose, version and whether it is for oneself or for which child; the same for one who is entered anew.
        let key: String
        let purpose: Purpose
        /// The child for whom a guardian signs; `nil` where one signs for oneself.
        let child: PersonName?
        /// The whole text; paragraphs are divided by line ends.
        let body: String
        /// The school stays closed to the person without it. A child's consents are never a condition of the guardian's own access.
        let isRequired: Bool
    }

    /// What the person has yet to agree to, as it stands now.
    struct Offer: Sendable {
        var texts: [Text] = []
        /// The school is closed to the person, and no signature of their own would open it: a pupil's guardian signs first.
        var waitsForGuardian = false
    }

    static func offer(to person: ID<Person>, as role: Role, in school: ID<School>, at now: Moment, _ tx: Transaction) throws -> Offer {
        let isClosed = try !AccessStore.isOpen(to: person, in: school, tx)
        let texts = try ConsentGate.asked(of: person, in: school, at: now, tx).map { Text($0, by: person, isClosed: isClosed) }
        return Offer(texts: texts, waitsForGuardian: isClosed && role == .pupil && !texts.contains(where: \.isRequired))
    }

    /// Signs what the person has agreed to and nothing else.
    /// - Parameter agreed: keys of the texts whose boxes were ticked.
    /// - Throws: `ConsentsWanted` where a text is to be read first or has changed since it was shown; `Denial.forbidden` where the school
    ///   stays closed to the person whatever they sign here.
    static func sign(_ agreed: Set<String>, by person: ID<Person>, as role: Role, in school: ID<School>, at now: Moment, _ tx: Transaction) throws {
        let asked = try ConsentGate.asked(of: person, in: school, at: now, tx), isClosed = try !AccessStore.isOpen(to: person, in: school, tx)
        let texts = asked.map { Text($0, by: person, isClosed: isClosed) }, stems = Set(agreed.map(Text.stem))
        let hasChanged = texts.contains { stems.contains(Text.stem($0.key)) && !agreed.contains($0.key) }
        guard !hasChanged, texts.allSatisfy({ !$0.isRequired || agreed.contains($0.key) }) else {
            throw ConsentsWanted(texts: texts, hasChanged: hasChanged)
        }
        let signed = zip(asked, texts).filter { agreed.contains($1.key) }.map(\.0)
        try ConsentGate.sign(signed, by: person, in: school, at: now, tx)
        guard try AccessStore.isOpen(to: person, in: school, tx) else { throw Denial.forbidden(role == .pupil ? .guardianFirst : .accessClosed) }
    }
}

extension ConsentStep.Text {
    init(_ asked: ConsentGate.Asked, by person: ID<Person>, isClosed: Bool) {
        let isOwn = asked.subject == person
        key = "\(asked.purpose.rawValue)-\(isOwn ? "own" : "child.\(asked.subject.number)")-\(asked.signedAs.rawValue)-\(asked.version)"
        purpose = asked.purpose
        child = isOwn ? nil : asked.subjectName
        body = asked.text
        isRequired = isOwn && isClosed
    }

    /// The key without the version.
    static func stem(_ key: String) -> Substring { key[..<(key.lastIndex(of: "-") ?? key.endIndex)] }
}

/// The newcomer has to read these texts first; nothing was done.
struct ConsentsWanted: Error {
    let texts: [ConsentStep.Text]
    /// One that was agreed to reads otherwise now.
    let hasChanged: Bool
}
