import Accounts
import Documents
import Kernel
import School
import Storage

/// The ledger's SQL. Whoever asks has the right to, see `ConsentsAccess`.
enum LedgerStore {
    // MARK: What was said

    private static let columns: SQL = """
        c.id, c.person_id, c.purpose, c.version, c.word, c.signed_as, c.signer_id, c.signer_name, c.how, c.signed_on, c.document_id, c.entered_at,
        s.family, s.given, s.patronymic
        """

    private static func entry(_ row: Row) throws -> ConsentEntry? {
        guard let purpose = Purpose(rawValue: try row.text("purpose")), let word = ConsentWord(rawValue: try row.text("word")),
            let signedAs = SignedAs(rawValue: try row.text("signed_as")), let how = ConsentEntry.How(rawValue: try row.text("how"))
        else { return nil }
        let signer = try row.optionalID("signer_id", of: Person.self)
        return ConsentEntry(
            id: try row.id("id"), person: try row.id("person_id"), purpose: purpose, version: Int(try row.int("version")), word: word, signedAs: signedAs,
            signer: signer, signerName: try signer == nil ? row.optional("signer_name", Row.text) : AccountsStore.name(row).full, how: how,
            signedOn: try row.day("signed_on"), document: try row.optionalID("document_id"), enteredAt: try row.moment("entered_at"))
    }

    /// All that was ever said of a person, the newest first.
    static func history(of person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> [ConsentEntry] {
        try tx.rows(
            """
            SELECT \(columns) FROM consent c LEFT JOIN person s ON s.id = c.signer_id
            WHERE c.school_id = \(school) AND c.person_id = \(person) ORDER BY c.id DESC LIMIT 500
            """
        ).compactMap(entry)
    }

    static func entry(_ id: ID<ConsentEntry>, in school: ID<School>, _ tx: Transaction) throws -> ConsentEntry? {
        try tx.first("SELECT \(columns) FROM consent c LEFT JOIN person s ON s.id = c.signer_id WHERE c.id = \(id) AND c.school_id = \(school)").flatMap(entry)
    }

    /// The last word of each signer for each purpose, of all people a condition on `person_id` names.
    private static func last(where people: SQL, in school: ID<School>, _ tx: Transaction) throws -> [ID<Person>: [Purpose: [SignedAs: ConsentEntry]]] {
        let rows = try tx.rows(
            """
            SELECT \(columns) FROM consent c LEFT JOIN person s ON s.id = c.signer_id
            WHERE c.id IN (SELECT MAX(id) FROM consent WHERE school_id = \(school) AND \(people) GROUP BY person_id, purpose, signed_as)
            """)
        return try rows.compactMap(entry).reduce(into: [:]) { found, entry in
            found[entry.person, default: [:]][entry.purpose, default: [:]][entry.signedAs] = entry
        }
    }

    /// How it stands with everything these people are asked. Two queries, however many they are.
    static func cards(of subjects: [Subject], in school: ID<School>, on day: Day, _ tx: Transaction) throws -> [ConsentCard] {
        guard !subjects.isEmpty else { return [] }
        // A whole school's numbers do not fit a list of bound values; there the school itself is the condition.
        let people: SQL = subjects.count > 500 ? "1 = 1" : "person_id IN \(list: subjects.map(\.id))"
        let last = try last(where: people, in: school, tx)
        let asked = last.isEmpty ? [:] : try TextStore.askedSince(in: school, tx)
        return subjects.map { subject in
            let lines = Purpose.asked(of: subject.kind).map { purpose in
                let signers = subject.signers(for: purpose, on: day), words = last[subject.id]?[purpose] ?? [:]
                return ConsentLine(
                    purpose: purpose, standing: Standing(words, signers: signers, askedSince: asked[purpose] ?? 1), signers: signers, last: words)
            }
            return ConsentCard(subject: subject, lines: lines)
        }
    }

    static func card(of subject: Subject, in school: ID<School>, on day: Day, _ tx: Transaction) throws -> ConsentCard {
        guard let card = try cards(of: [subject], in: school, on: day, tx).first else { throw Denial.notFound }
        return card
    }

    // MARK: Writing

    static func add(_ word: SaidWord, in school: ID<School>, by person: ID<Person>?, at now: Moment, _ tx: Transaction) throws -> ID<ConsentEntry> {
        try tx.one(
            """
            INSERT INTO consent (school_id, person_id, purpose, version, word, signed_as, signer_id, signer_name, how, signed_on, document_id, entered_by, entered_at)
            VALUES (\(school), \(word.subject.id), \(word.purpose.rawValue), \(word.version), \(word.word.rawValue), \(word.signedAs.rawValue), \(word.signer),
                \(word.signerName), \(word.how.rawValue), \(word.signedOn), \(word.document), \(person), \(now)) RETURNING id
            """
        ).id("id")
    }

    /// Takes out of the ledger what names people: signers who are not known here, and scans. What was said and when stays as proof.
    static func erase(_ person: ID<Person>, _ tx: Transaction) throws -> [Destroyed] {
        let scans: [ID<Document>] = try tx.rows("SELECT document_id FROM consent WHERE person_id = \(person) AND document_id IS NOT NULL").map {
            try $0.id("document_id")
        }
        let names = try tx.rows(
            """
            UPDATE consent SET signer_name = NULL, document_id = NULL
            WHERE person_id = \(person) AND (signer_name IS NOT NULL OR document_id IS NOT NULL) RETURNING id
            """
        ).count
        for scan in Set(scans) { try DocumentStore.remove(scan, tx) }
        return [Destroyed(.consent, names), Destroyed(.scan, Set(scans).count)]
    }
}

/// What is about to be written into the ledger.
struct SaidWord: Sendable {
    let subject: Subject
    let purpose: Purpose
    let version: Int
    let word: ConsentWord
    let signedAs: SignedAs
    var signer: ID<Person>?
    var signerName: String?
    var how = ConsentEntry.How.here
    let signedOn: Day
    var document: ID<Document>?
}
