import Accounts
import Kernel
import School
import Storage

/// Everyone of a class or of the staff who has not come yet gets a code (REQUIREMENTS A19–A22, B08–B10). A child without any guardian
/// in the list gets one more, for a guardian who will say their own name.
///
/// The codes are made of a secret that only whoever asked gets back: with it the sheet can be printed again, without it nobody
/// knows the codes, since the database keeps but their hashes.
public struct IssueCodes: Verb {
    public let group: CodeGroup
    /// Only these of them; `nil` is all who have not come.
    public let people: Set<ID<Person>>?
    /// Whether those whose code is still good get a new one in its stead: the sheet was lost.
    public let isAnew: Bool
    let secret: Token
    public init(to group: CodeGroup, only people: Set<ID<Person>>? = nil, anew isAnew: Bool = false, secret: Token = Token()) {
        self.group = group
        self.people = people
        self.isAnew = isAnew
        self.secret = secret
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> IssuedSheet {
        let issuing = try InvitationsAccess.issuing(to: group, by: viewer, in: tx)
        let roster = try RosterStore.roster(of: group, in: issuing.school, at: now, tx)
        var seen: Set<ID<Person>> = []
        // A guardian of two children of the class stands in two lines and gets one code.
        let absent = roster.lines.filter { line in
            line.login == nil && people?.contains(line.person) != false && (try? InvitationsAccess.issuing(to: line, by: viewer)) != nil
                && seen.insert(line.person).inserted
        }
        let meant = absent.filter { isAnew || $0.open == nil }
        let guardians = missingGuardians(roster)
        let skipped = absent.count - meant.count + guardians.held
        let slips = slips(meant, guardians.pupils, roster)
        guard !slips.isEmpty else { return IssuedSheet(sheet: nil, codes: [], skipped: skipped) }
        try InvitationStore.end(codesOf: meant.map(\.person), by: viewer, at: now, tx)
        if isAnew { try end(guardians.replaced, by: viewer, at: now, tx) }
        let sheet = try InvitationStore.addSheet(secret, of: schoolClass, issuing, at: now, tx)
        let codes = try slips.enumerated().map { place, slip in
            try InvitationStore.add(slip, Code(of: secret, place: place), on: sheet, place: place, issuing, at: now, tx)
        }
        try tx.leave(
            Trace("invitations.sheet", about: schoolClass.map { "class:\($0.number)" } ?? "staff", became: "sheet:\(sheet.number)"), by: viewer, at: now)
        return IssuedSheet(sheet: sheet, codes: codes, skipped: skipped)
    }

    private var schoolClass: ID<SchoolClass>? {
        if case .schoolClass(let id) = group { id } else { nil }
    }

    /// The children for a guardian of whom a code is to be made.
    private func missingGuardians(_ roster: Roster) -> (pupils: Set<ID<Person>>, replaced: [ID<Invitation>], held: Int) {
        let linked = Set(roster.lines.filter { $0.pupil?.id != $0.person }.compactMap(\.pupil?.id))
        let alone = Set(roster.pupils.map(\.id)).subtracting(linked).filter { people?.contains($0) != false }
        let awaited = roster.awaited.filter { alone.contains($0.pupil) }
        guard !isAnew else { return (alone, awaited.map(\.code.id), 0) }
        return (alone.subtracting(awaited.map(\.pupil)), [], Set(awaited.map(\.pupil)).count)
    }

    /// In the list's order, each family together.
    private func slips(_ meant: [RosterLine], _ alone: Set<ID<Person>>, _ roster: Roster) -> [Slip] {
        let lines = Set(meant.map(\.person))
        var done: Set<ID<Person>> = [], slips: [Slip] = []
        for line in roster.lines {
            if lines.contains(line.person), done.insert(line.person).inserted {
                slips.append(Slip(purpose: .claim, role: line.role, person: line.person, schoolClass: schoolClass))
            }
            if line.pupil?.id == line.person, alone.contains(line.person) {
                slips.append(Slip(purpose: .join, role: .guardian, schoolClass: schoolClass, pupil: line.person))
            }
        }
        return slips
    }

    private func end(_ codes: [ID<Invitation>], by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        _ = try InvitationStore.revoke(where: "i.id IN \(list: codes)", seenBy: viewer, at: now, tx)
    }
}
