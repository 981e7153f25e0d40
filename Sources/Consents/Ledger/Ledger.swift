import Accounts
import Kernel
import School
import Storage

/// The one way into the ledger: an entry, and all that follows from it in the same transaction.
enum Ledger {
    /// Writes what was said, unless it is what stands already (a double click, a second tab), and brings access and refusals in line.
    /// - Returns: whether anything was written.
    @discardableResult
    static func say(_ word: SaidWord, in school: ID<School>, by person: ID<Person>?, at now: Moment, _ tx: Transaction) throws -> Bool {
        let day = word.signedOn
        let before = try LedgerStore.card(of: word.subject, in: school, on: day, tx)
        guard try isNew(word, before[word.purpose]?.last[word.signedAs]) else { return false }
        let entry = try LedgerStore.add(word, in: school, by: person, at: now, tx)
        let trace = Trace(
            "consents.\(word.word.rawValue)", about: "person:\(word.subject.id.number)", became: "\(word.purpose.rawValue) consent:\(entry.number)")
        try tx.leave(trace, in: school, by: person, at: now)
        try follow(word.subject, in: school, at: now, tx)
        return true
    }

    private static func isNew(_ word: SaidWord, _ last: ConsentEntry?) throws -> Bool {
        guard let last else { return word.word != .withdraw }
        if word.document != nil, last.document == nil { return true }
        guard word.word == .agree else { return last.word == .agree }
        return last.word != .agree || last.version < word.version
    }

    /// Access and the refusal that waits are what the last words say, whatever came before (REQUIREMENTS B08, H01).
    private static func follow(_ subject: Subject, in school: ID<School>, at now: Moment, _ tx: Transaction) throws {
        // One may have signed from the family's side and work here as well: what follows is judged by the whole person.
        let subject = try LedgerStore.subject(subject.id, in: school, tx) ?? subject
        let zone = try AccountsStore.school(school, tx)?.zone ?? .moscow, today = zone.day(of: now)
        let card = try LedgerStore.card(of: subject, in: school, on: today, tx)
        let needed = Purpose.needed(for: subject.kind).compactMap { card[$0] }
        let wasOpen = try AccessStore.isOpen(to: subject.id, in: school, tx)
        try AccessStore.set(isOpen(needed), to: subject.id, in: school, tx)
        let isOpen = try AccessStore.isOpen(to: subject.id, in: school, tx)
        if let no = needed.first(where: { $0.standing.isRefused }), case .refused(let word) = no.standing {
            try RefusalStore.open(of: subject, no.purpose, word, in: school, on: today, tx)
        } else {
            try RefusalStore.takeBack(of: subject.id, in: school, at: now, tx)
        }
        if wasOpen != isOpen { try tell(subject, in: school, isOpen: isOpen, tx) }
    }

    private static func isOpen(_ needed: [ConsentLine]) -> Bool? {
        if needed.contains(where: { $0.standing.isRefused }) { return false }
        return needed.allSatisfy { $0.standing.holds } ? true : nil
    }

    /// Chats follow the class lists; open pages end, those of the guardians too, whose children's diary has opened or closed.
    static func tell(_ subject: Subject, in school: ID<School>, isOpen: Bool, _ tx: Transaction) throws {
        if !isOpen { try AccessStore.signOutEverywhere(subject.id, tx) }
        let rows = try tx.rows(
            """
            SELECT e.class_id, g.guardian_id FROM enrolment e LEFT JOIN guardian g ON g.pupil_id = e.pupil_id AND g.school_id = e.school_id
            WHERE e.school_id = \(school) AND e.until IS NULL
            AND (e.pupil_id = \(subject.id) OR e.pupil_id IN (SELECT pupil_id FROM guardian WHERE guardian_id = \(subject.id) AND school_id = \(school)))
            """)
        for row in rows {
            tx.tell(.classList(try row.id("class_id"), in: school))
            if subject.kind == .pupil, let guardian = try row.optionalID("guardian_id", of: Person.self) { tx.end(guardian) }
        }
        if subject.kind == .staff { tx.tell(.staff(of: school)) }
        tx.tell(.person(subject.id, in: school))
    }
}
