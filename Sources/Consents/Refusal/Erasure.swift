import Accounts
import Kernel
import School
import Storage
import WebCore

/// What an erasure has come to.
struct Erased: Sendable {
    let person: ID<Person>
    let alias: PersonName
    let className: String?
    /// By person: the pupil, and the guardians who had no one else here.
    var lines: [(person: ID<Person>, destroyed: [Destroyed])]
}

/// Destroys people's data in every feature, in one transaction.
struct Erasure {
    let school: ID<School>
    let day: Day
    let now: Moment
    let features: [any Feature.Type]
    let tx: Transaction

    /// The pupil stays in the class as a number: lists, timetables and the teacher's routine hold, and nothing says who it is. The links
    /// with the guardians end; one who has no other child here is no guardian any more, and if they are nothing else, they are erased too.
    func pupil(_ pupil: Subject) throws -> Erased {
        // The account goes with the refusal, wherever else the pupil is known; that school may give a new one.
        let subject = try parted(pupil, takesAccount: true)
        let schoolClass = try tx.first("SELECT class_id FROM enrolment WHERE pupil_id = \(subject.id) AND school_id = \(school) AND until IS NULL")?
            .id("class_id", of: SchoolClass.self)
        let guardians = try LedgerStore.guardians(of: subject.id, in: school, tx)
        let number = try schoolClass.map { try RefusalStore.number(for: subject.id, in: $0, tx) } ?? Int(subject.id.number)
        // Told before the links are gone: the guardians' chats and pages follow as well.
        try Ledger.tell(subject, in: school, isOpen: false, tx)
        var erased = Erased(person: subject.id, alias: Alias.number(number), className: subject.className, lines: [(subject.id, try erase(subject.id))])
        try AccountsStore.setAlias(erased.alias, of: subject.id, tx)
        try RefusalStore.addLine(subject.id, number, in: schoolClass, of: school, tx)
        for guardian in guardians { if let line = try released(guardian.id) { erased.lines.append(line) } }
        return erased
    }

    /// A guardian who has taken back the consent to the processing of their own data.
    func guardian(_ guardian: Subject) throws -> Erased {
        let subject = try parted(guardian, takesAccount: try !AccountsStore.isKnown(guardian.id, elsewhereThan: school, now: true, tx))
        try Ledger.tell(subject, in: school, isOpen: false, tx)
        let ended = try AccountsStore.endMemberships(of: subject.id, as: .guardian, on: day, in: school, tx)
        let alias = Alias.number(Int(subject.id.number))
        return Erased(person: subject.id, alias: alias, className: nil, lines: [(subject.id, try erase(subject.id) + [Destroyed(.membership, ended)])])
    }

    private func released(_ guardian: ID<Person>) throws -> (person: ID<Person>, destroyed: [Destroyed])? {
        let others = try tx.first("SELECT pupil_id FROM guardian WHERE guardian_id = \(guardian) AND school_id = \(school)")
        guard others == nil else { return nil }
        let ended = try AccountsStore.endMemberships(of: guardian, as: .guardian, on: day, in: school, tx)
        tx.tell(.person(guardian, in: school))
        tx.end(guardian)
        // One who works here, or has, stays: their data have other grounds.
        let works = try tx.first("SELECT id FROM membership WHERE person_id = \(guardian) AND school_id = \(school) AND role <> 'guardian'")
        guard works == nil else { return (guardian, [Destroyed(.membership, ended)]) }
        let guardian = try parted(guardian, takesAccount: try !AccountsStore.isKnown(guardian, elsewhereThan: school, now: true, tx))
        try AccessStore.set(false, to: guardian, in: school, tx)
        try RefusalStore.takeBack(of: guardian, in: school, at: now, tx)
        return (guardian, try erase(guardian) + [Destroyed(.membership, ended)])
    }

    /// Who is to be destroyed: the person, or, where another school knows them or has known them, a row of this school's own, to which
    /// all it has of them goes.
    private func parted(_ person: ID<Person>, takesAccount: Bool) throws -> ID<Person> {
        guard try AccountsStore.isKnown(person, elsewhereThan: school, tx) else { return person }
        let parting = Parting(of: person, to: try AccountsStore.double(of: person, tx), in: school, takesAccount: takesAccount)
        for feature in features { try feature.part(parting, in: tx) }
        return parting.line
    }

    private func parted(_ subject: Subject, takesAccount: Bool) throws -> Subject {
        Subject(
            id: try parted(subject.id, takesAccount: takesAccount), name: subject.name, kind: subject.kind, bornOn: subject.bornOn,
            className: subject.className)
    }

    private func erase(_ person: ID<Person>) throws -> [Destroyed] {
        var counts: [DataKind: Int] = [:]
        // Accounts comes first among the features and holds the name: whoever finds a person's words by it goes before.
        for feature in features.reversed() { for one in try feature.erase(person, in: tx) { counts[one.kind, default: 0] += one.count } }
        return DataKind.allCases.compactMap { kind in counts[kind].flatMap { $0 > 0 ? Destroyed(kind, $0) : nil } }
    }
}
