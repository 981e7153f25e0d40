import Accounts
import Interchange
import Kernel

extension RosterImport {
    func settlePeople() throws {
        let demographics = Dictionary(bundle.demographics.filter { $0.status == .active }.map { ($0.user, $0) }, uniquingKeysWith: { first, _ in first })
        try run.begin(.people, of: bundle.users.count)
        for user in bundle.users {
            if user.status == .active { try settle(user, demographics[user.id]) }
            try run.tick()
        }
    }

    private func settle(_ user: OneRoster.User, _ more: OneRoster.Demographics?) throws {
        var grants: [(wanted: RosterRoles.Wanted, school: ID<School>)] = []
        for wanted in roles.wanted[user.id, default: []] {
            guard let school = try school(wanted.grant.school) else {
                run.refuse(.role, .unknownHere, at: wanted.place, value: wanted.grant.school.text)
                continue
            }
            grants.append((wanted, school))
        }
        if try person(user.id) != nil {
            // They must belong to the school before their name is put right there.
            try settle(grants, of: user)
            try settle(user, more, nil)
        } else if let first = grants.first {
            try settle(user, more, first)
            try settle(grants, of: user)
        } else {
            run.refuse(.person, .noMembership, at: user.origin.place, value: user.id.text)
        }
    }

    /// `first` is the role with which one who is new is entered.
    private func settle(_ user: OneRoster.User, _ more: OneRoster.Demographics?, _ first: (wanted: RosterRoles.Wanted, school: ID<School>)?) throws {
        let name = PersonName(family: user.familyName, given: user.givenName, patronymic: user.middleName ?? "")
        let sex = more?.sex.flatMap(Sex.init), bornOn = more?.birthDate?.asDay.flatMap { $0 <= today ? $0 : nil }
        let values = [name.family, name.given, name.patronymic, sex?.rawValue, bornOn?.description]
        try run.settle(.person, user.id.text, values, at: user.origin.place) {
            guard let first else { throw Denial.notFound }
            let since = try first.wanted.since ?? run.today(in: first.school)
            let person = try run.perform(RegisterPerson(name, as: first.wanted.grant.role, since: since, sex: sex, bornOn: bornOn), in: first.school)
            try settle(first.wanted, of: user, person, .added(person.number))
            return .added(person.number)
        } change: { number in
            guard let school = try ImportStore.schools(of: ID(number), run.tx).first else { throw Denial.notFound }
            try run.perform(CorrectPerson(ID(number), name: name, sex: sex, bornOn: bornOn), in: school)
            return number
        }
    }

    private func settle(_ grants: [(wanted: RosterRoles.Wanted, school: ID<School>)], of user: OneRoster.User) throws {
        guard let person = try person(user.id) else { return }
        for (wanted, school) in grants {
            let key = RosterRoles.key(user.id, wanted.grant.school, wanted.grant.role)
            guard try !keptAway.holds(person, from: school, run.tx) else {
                run.see(.role, key)
                run.refuse(.role, .familyRefused, at: wanted.place, value: user.id.text)
                continue
            }
            try run.settle(.role, key, [], at: wanted.place) {
                let since = try wanted.since ?? run.today(in: school)
                let isNew = try run.perform(AdmitPerson(person, as: wanted.grant.role, since: since), in: school)
                return isNew ? .added(person.number) : .found(person.number)
            }
        }
    }

    private func settle(_ wanted: RosterRoles.Wanted, of user: OneRoster.User, _ person: ID<Person>, _ settled: ImportRun.Settled) throws {
        try run.settle(.role, RosterRoles.key(user.id, wanted.grant.school, wanted.grant.role), [], at: wanted.place) { settled }
    }
}

extension Sex {
    init?(_ listed: OneRoster.Listed<OneRoster.Sex>) {
        switch listed {
        case .known(.male): self = .male
        case .known(.female): self = .female
        default: return nil
        }
    }
}
