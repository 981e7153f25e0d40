import Accounts
import Kernel
import School
import Storage

/// What other features ask of consents.
///
///     let asked = try ConsentGate.asked(of: guardian, in: school, at: now, tx)   // shown with their texts before access opens
///     try ConsentGate.sign(asked, by: guardian, in: school, at: now, tx)         // in the transaction that opens it
///     guard try ConsentGate.mayComeIn(guardian, in: school, at: now, tx) else …  // REQUIREMENTS B08
///
/// It judges no rights: whoever asks has made sure who the person is (by a code, a sign-in).
public enum ConsentGate {
    /// One consent that a person has yet to sign before access opens to them.
    public struct Asked: Hashable, Sendable {
        /// Of whom it speaks: the person themselves, or a child of theirs.
        public let subject: ID<Person>
        public let subjectName: PersonName
        public let purpose: Purpose
        public let signedAs: SignedAs
        public let version: Int
        /// The whole text, in Russian, as the school has it: paragraphs divided by line ends.
        public let text: String
    }

    /// What this person must sign before access opens: their own consent to processing, a guardian also the children's, a pupil from 14
    /// also their own. Empty where nothing is missing. What was refused is not asked again here: that is said at school.
    public static func asked(of person: ID<Person>, in school: ID<School>, at now: Moment, _ tx: Transaction) throws -> [Asked] {
        let day = try day(in: school, at: now, tx)
        let (oneself, children) = try LedgerStore.household(of: person, in: school, tx)
        let cards = try LedgerStore.cards(of: [oneself].compactMap { $0 } + children, in: school, on: day, tx)
        return try cards.flatMap { card in
            let me: SignedAs = card.subject.id == person ? .own : .guardian
            return try Purpose.needed(for: card.subject.kind).compactMap { purpose -> Asked? in
                guard let line = card[purpose], line.signers.contains(me), line.last[me] == nil || line.standing == .outdated else { return nil }
                let wording = try TextStore.current(purpose, in: school, tx)
                return Asked(
                    subject: card.subject.id, subjectName: card.subject.name, purpose: purpose, signedAs: me, version: wording.version, text: wording.body)
            }
        }
    }

    /// The person agrees to all of these, as a part of the caller's transaction.
    /// - Throws: `Denial.conflict` where a text has changed since it was shown.
    public static func sign(_ asked: [Asked], by person: ID<Person>, in school: ID<School>, at now: Moment, _ tx: Transaction) throws {
        let day = try day(in: school, at: now, tx)
        for one in asked {
            guard let subject = try LedgerStore.subject(one.subject, in: school, tx) else { throw Denial.notFound }
            let wording = try TextStore.current(one.purpose, in: school, tx)
            guard wording.version == one.version else { throw Denial.conflict(.wordingChanged) }
            try TextStore.keep(wording, in: school, by: nil, at: now, tx)
            let word = SaidWord(
                subject: subject, purpose: one.purpose, version: one.version, word: .agree, signedAs: one.signedAs, signer: person, signedOn: day)
            try Ledger.say(word, in: school, by: person, at: now, tx)
        }
    }

    /// Whether a login or a code may open the school to this person now: every consent that is asked of them is given, and none
    /// is refused. Stricter than `AccountsAccess.isOpen`, which lets those in who came before consents were kept here.
    public static func mayComeIn(_ person: ID<Person>, in school: ID<School>, at now: Moment, _ tx: Transaction) throws -> Bool {
        guard let subject = try LedgerStore.subject(person, in: school, tx) else { return false }
        let card = try LedgerStore.card(of: subject, in: school, on: try day(in: school, at: now, tx), tx)
        return Purpose.needed(for: subject.kind).allSatisfy { card[$0]?.standing.holds == true }
    }

    /// Whether this purpose is agreed to for the person, by all who must. Of one who was never asked: no.
    public static func has(_ purpose: Purpose, for person: ID<Person>, in school: ID<School>, at now: Moment, _ tx: Transaction) throws -> Bool {
        guard let subject = try LedgerStore.subject(person, in: school, tx) else { return false }
        return try LedgerStore.card(of: subject, in: school, on: try day(in: school, at: now, tx), tx)[purpose]?.standing.holds == true
    }

    /// Those of a class for whom the purpose was refused or taken back: who takes no part in platform lessons, whose photo is not shown.
    /// For photos and publication ask `has`: there silence is a no as well.
    public static func refused(_ purpose: Purpose, in schoolClass: ID<SchoolClass>, of school: ID<School>, at now: Moment, _ tx: Transaction) throws
        -> Set<ID<Person>>
    {
        let pupils = try LedgerStore.pupils(of: schoolClass, in: school, tx)
        let cards = try LedgerStore.cards(of: pupils, in: school, on: try day(in: school, at: now, tx), tx)
        return Set(cards.filter { $0[purpose]?.standing.isRefused == true }.map(\.subject.id))
    }

    private static func day(in school: ID<School>, at now: Moment, _ tx: Transaction) throws -> Day {
        (try AccountsStore.school(school, tx)?.zone ?? .moscow).day(of: now)
    }
}
