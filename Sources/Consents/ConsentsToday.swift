import Kernel
import School
import Storage
import WebCore

/// What «Сегодня» says of consents: to families what waits for their decision, to the school who is missing and what is due.
struct ConsentsToday {
    let reader: Reader
    let viewer: Viewer

    /// A department asks nobody for a consent: who works there is no member of a school.
    func parts(_ tx: Transaction) throws -> [TodayPart] {
        guard !viewer.isAboveSchools else { return [] }
        let views = TodayConsentViews(reader: reader)
        let asked = try unanswered(tx)
        let own = asked > 0 ? [TodayPart(.owed, views.unanswered(asked))] : []
        guard viewer.side == .staff, let school = try school(tx) else { return own }
        return own + [TodayPart(.rest, views.school(school))]
    }

    /// Of what is needed, or was signed on an older text: the rest is a person's own business, without a reminder.
    private func unanswered(_ tx: Transaction) throws -> Int {
        let cards = try LedgerStore.cards(of: ConsentsAccess.own(viewer, in: tx), in: viewer.school, on: reader.today, tx)
        return cards.reduce(0) { count, card in
            let me: SignedAs = card.subject.id == viewer.person ? .own : .guardian
            return count
                + card.lines.count { line in
                    guard line.signers.contains(me) else { return false }
                    if line.standing == .outdated { return true }
                    return Purpose.needed(for: card.subject.kind).contains(line.purpose) && line.last[me] == nil && !line.standing.isRefused
                }
        }
    }

    /// Pupils of whom a needed consent is missing, refusals that wait, pupils without platform lessons: as far as each is the viewer's
    /// business. Counted in one question, not derived one by one; `nil` where all is quiet.
    private func school(_ tx: Transaction) throws -> SchoolConsents? {
        let keepsAll = ConsentsAccess.keepsAll(viewer), teaches = viewer.hasAny(of: Role.teachers)
        guard keepsAll || teaches else { return nil }
        let (always, never): (SQL, SQL) = ("1 = 1", "1 = 0")
        let own: SQL = "e.class_id IN (SELECT class_id FROM class_teacher WHERE teacher_id = \(viewer.person) AND until IS NULL)"
        let seen = keepsAll ? always : own, head = keepsAll ? always : never, teacher = teaches ? always : never
        let row = try tx.one(
            """
            SELECT (SELECT COUNT(*) FROM enrolment e WHERE e.school_id = \(viewer.school) AND e.until IS NULL AND \(seen)
                    AND NOT EXISTS (SELECT 1 FROM person_access pa WHERE pa.school_id = e.school_id AND pa.person_id = e.pupil_id)) AS missing,
                (SELECT COUNT(*) FROM refusal WHERE school_id = \(viewer.school) AND outcome IS NULL AND \(head)) AS waiting,
                (SELECT MIN(due_on) FROM refusal WHERE school_id = \(viewer.school) AND outcome IS NULL) AS due,
                (SELECT COUNT(DISTINCT e.pupil_id) FROM enrolment e WHERE e.until IS NULL AND \(teacher) AND \(LessonNotes.refusesLessons(of: viewer))) AS refusing
            """)
        let found = SchoolConsents(
            missing: Int(try row.int("missing")), waiting: Int(try row.int("waiting")), due: try row.optional("due", Row.day),
            refusing: Int(try row.int("refusing")))
        return found.isQuiet ? nil : found
    }
}

/// What of consents wants a look at school.
struct SchoolConsents: Sendable {
    let missing: Int
    let waiting: Int
    let due: Day?
    let refusing: Int
    var isQuiet: Bool { missing + waiting + refusing == 0 }
}
