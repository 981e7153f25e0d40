import Accounts
import Kernel
import School
import Storage

/// A school accepts a pupil with the record that was sent: the person is found or made, enrolled into the class, and what came is kept
/// beside the journal, not in it (REQUIREMENTS A28–A30). The same package twice is once.
struct AcceptPackage: Verb {
    let incoming: ID<Incoming>
    /// Who of the school's people the pupil is; without one a new person is made. Where the installation itself knows, it is not asked.
    let person: ID<Person>?
    let schoolClass: ID<SchoolClass>
    let since: Day
    /// The clerk has compared the sender's fingerprint.
    let isChecked: Bool
    let key: InstallationKey

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Person> {
        let office = try TransferAccess.office(of: viewer), today = viewer.zone.day(of: now)
        if let done = try PreviousStore.accepted(from: incoming, in: office, tx) { return done }
        let found = try Admission(office: office, own: key.publicKey, today: today, tx: tx).incoming(incoming)
        guard isChecked || !found.trust.needsCheck else { throw Denial.invalid(field: "checked", .fingerprintNotChecked) }
        try check(found, office, on: today, tx)
        let pupil = try pupil(of: found, office, at: now, tx)
        try enrol(pupil, by: viewer, at: now, tx)
        let receipt = try Receipt(package: found.record.package, on: today, by: office.name, signedWith: key)
        try PreviousStore.keep(found, of: pupil, receipt: receipt, by: office, tx)
        try ReceivingStore.remember(found.package.key, ofSchool: found.record.from.school, on: today, by: office, tx)
        try settle(found, pupil, office, at: now, on: today, tx)
        return pupil
    }

    private func check(_ found: Incoming, _ office: TransferOffice, on today: Day, _ tx: Transaction) throws {
        guard try ReceivingStore.classes(of: office, on: today, tx).contains(where: { $0.id == schoolClass }) else {
            throw Denial.invalid(field: "class", .noSuchClass)
        }
        guard since > found.record.left.until, since <= today + 120 else { throw Denial.invalid(field: "since", .sinceOutside) }
    }

    /// Throws `Denial.conflict` where the pupil is still in a class: the sending school ends that, not this one.
    private func enrol(_ pupil: ID<Person>, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        guard try tx.first("SELECT id FROM enrolment WHERE pupil_id = \(pupil) AND until IS NULL") == nil else { throw Denial.conflict(.stillInClass) }
        try EnrolPupil(pupil, into: schoolClass, since: since).run(by: viewer, at: now, in: tx)
    }

    private func pupil(of found: Incoming, _ office: TransferOffice, at now: Moment, _ tx: Transaction) throws -> ID<Person> {
        if let sent = found.sent {
            // The package is the right: it holds the person as the installation knows them.
            try AdmitPerson(sent.pupil, as: .pupil, since: since).run(by: .installer(of: office.clerk.hat.school), at: now, in: tx)
            return sent.pupil
        }
        guard let person else { return try register(found.record.pupil, by: office.clerk, at: now, tx) }
        guard found.alike.contains(where: { $0.id == person }) else { throw Denial.invalid(field: "person", .noSuchPerson) }
        try GrantRole(.pupil, to: person, since: since).run(by: office.clerk, at: now, in: tx)
        return person
    }

    private func register(_ part: TransferRecord.PupilPart, by clerk: Viewer, at now: Moment, _ tx: Transaction) throws -> ID<Person> {
        try RegisterPerson(part.name, as: .pupil, since: since, sex: part.sex.flatMap(Sex.init(rawValue:)), bornOn: part.bornOn).run(by: clerk, at: now, in: tx)
    }

    /// The sender sees it, the trace stands in both schools, what lay ready is gone.
    private func settle(_ found: Incoming, _ pupil: ID<Person>, _ office: TransferOffice, at now: Moment, on today: Day, _ tx: Transaction) throws {
        let trace = Trace("transfer.accepted", about: "person:\(pupil.number)", became: "class:\(schoolClass.number)")
        try tx.leave(trace, by: office.clerk, at: now)
        _ = try ReceivingStore.remove(incoming, of: office, tx)
        guard let sent = found.sent else { return }
        guard try SendingStore.settle(sent.id, as: .accepted, on: today, by: office.name, tx) else { throw Denial.conflict(.withdrawnMeanwhile) }
        try tx.leave(Trace("transfer.accepted", about: "person:\(pupil.number)", was: "package:\(sent.id.number)"), in: sent.school, by: nil, at: now)
    }
}
