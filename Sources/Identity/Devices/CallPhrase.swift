import Accounts
import Kernel
import School
import Storage

/// Two words that a family and the class teacher alone know: whoever calls «из школы» says them (PRODUCT N14).
struct CallPhrase: Hashable, Sendable {
    let pupil: ID<Person>
    let name: PersonName
    let words: String?
}

enum CallPhraseStore {
    static func phrases(for viewer: Viewer, _ tx: Transaction) throws -> [CallPhrase] {
        try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic, c.words FROM enrolment e JOIN person p ON p.id = e.pupil_id
            LEFT JOIN call_phrase c ON c.pupil_id = e.pupil_id AND c.school_id = e.school_id
            WHERE e.school_id = \(viewer.school) AND e.until IS NULL AND \(IdentityAccess.seesPhrase("e.pupil_id", viewer)) ORDER BY p.name_key, p.id
            """
        ).map { CallPhrase(pupil: try $0.id("id"), name: try AccountsStore.name($0), words: try $0.optional("words", Row.text)) }
    }
}

/// A family takes a new call-back phrase for a child.
struct ChooseCallPhrase: Verb {
    let pupil: ID<Person>
    let words: String

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard viewer.side == .family, try CallPhraseStore.phrases(for: viewer, tx).contains(where: { $0.pupil == pupil }) else { throw Denial.notFound }
        try tx.rows(
            """
            INSERT INTO call_phrase (school_id, pupil_id, words) VALUES (\(viewer.school), \(pupil), \(words))
            ON CONFLICT (school_id, pupil_id) DO UPDATE SET words = excluded.words
            """)
        try tx.leave(Trace("identity.call-phrase", about: "person:\(pupil.number)"), by: viewer, at: now)
    }

    /// «синий трамвай»: 48 × 48 pairs, easy to say and to hear over a bad line. Not a password: it is told only to who asks for it.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        let (first, second) = (CallPhraseWords.first, CallPhraseWords.second)
        return first[Int.random(in: 0..<first.count, using: &generator)] + " " + second[Int.random(in: 0..<second.count, using: &generator)]
    }
}
