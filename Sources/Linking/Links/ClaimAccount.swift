import Accounts
import Kernel
import School
import Storage

/// A person says which account of an outside diary is theirs (REQUIREMENTS B01, B02). Whoever knows a login need not be its owner: the
/// link is made at once only where role and name agree; else the administrator decides.
struct ClaimAccount: Verb {
    enum Outcome: String, Hashable, Sendable { case linked, admitted, asked }
    enum Place: Hashable, Sendable { case system(ID<OutsideSystem>), code(String) }
    let place: Place
    let login: String
    let diary: any OutsideDiary

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Outcome {
        guard let system = try LinkingStore.system(place, reachedBy: viewer, tx) else { throw Denial.invalid(field: "login", .noSuchAccount) }
        guard try LinkingStore.link(of: viewer.person, in: system.id, tx) == nil else { throw Denial.conflict(.linkedAlready) }
        let account = try LinkingStore.account(diary.key(of: login, salt: system.salt), in: system.id, tx)
        guard (1...200).contains(OutsideKey.normalised(login).count), let account, !account.isGone else {
            throw Denial.invalid(field: "login", .noSuchAccount)
        }
        let joining = try Joining(person: viewer.person, name: viewer.name, account: account, system: system, on: viewer.zone.day(of: now), tx: tx)
        guard joining.fits else { return try ask(joining, by: viewer, at: now, tx) }
        if !joining.isMember { try joining.admit(at: now) }
        try LinkingStore.link(account, to: viewer.person, in: system, at: now, tx)
        let trace = Trace("linking.link", about: "person:\(viewer.person.number)", became: "account:\(account.id.number)")
        try tx.leave(trace, in: system.school, by: viewer.person, at: now)
        return joining.isMember ? .linked : .admitted
    }

    private func ask(_ joining: Joining, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> Outcome {
        try LinkingStore.ask(joining.account, viewer.person, in: joining.system, at: now, tx)
        let trace = Trace("linking.asked", about: "person:\(viewer.person.number)", became: "account:\(joining.account.id.number)")
        try tx.leave(trace, in: joining.system.school, by: viewer.person, at: now)
        return .asked
    }
}

/// What an account proves of a person, and how they come into the school by it (REQUIREMENTS B03).
struct Joining {
    let account: OutsideAccount
    let system: OutsideSystem
    let person: ID<Person>
    /// The person has the account's role here already.
    let isMember: Bool
    private let name: PersonName
    private let isFree: Bool
    private let schoolClass: ID<SchoolClass>?
    private let day: Day
    private let tx: Transaction

    init(person: ID<Person>, name: PersonName, account: OutsideAccount, system: OutsideSystem, on day: Day, tx: Transaction) throws {
        (self.person, self.name, self.account, self.system, self.day, self.tx) = (person, name, account, system, day, tx)
        isMember = account.entry.role.isHeld(by: try LinkingStore.roles(of: person, in: system.school, tx))
        isFree = try LinkingStore.holder(of: account.id, tx) == nil
        schoolClass = try LinkingStore.schoolClass(named: account.entry.schoolClass, in: system.school, on: day, tx)
    }

    /// Whether nobody has to look at it: the role is theirs, or the school lets pupils and guardians in by the account alone. Then the
    /// export must say the name, and a pupil's class.
    var fits: Bool {
        guard isFree, account.fits(name) else { return false }
        guard !isMember else { return true }
        guard system.admitsAlone, !account.entry.name.isEmpty else { return false }
        return account.entry.role == .guardian || (account.entry.role == .pupil && schoolClass != nil)
    }

    /// Gives the person the role the account proves; a pupil goes into the class, unless they are in one already. Throws
    /// `Denial.conflict` for one who is in a class elsewhere, and where the role is not one an account can prove.
    func admit(at now: Moment) throws {
        guard let role = account.entry.role.granted, let school = try AccountsStore.school(system.school, tx) else { throw Denial.conflict(.roleByHand) }
        let installer = Viewer.installer(of: school)
        try AdmitPerson(person, as: role, since: day).run(by: installer, at: now, in: tx)
        if role == .pupil, let schoolClass { try EnrolPupil(person, into: schoolClass, since: day).run(by: installer, at: now, in: tx) }
    }
}
