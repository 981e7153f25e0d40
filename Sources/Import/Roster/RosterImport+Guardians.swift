import Accounts
import Interchange
import Kernel
import School

extension RosterImport {
    /// Who may read whose diary. Only legal representatives, and only of pupils.
    func planGuardians() throws {
        let users = Set(bundle.users.map(\.id))
        var orgs: [Int64: OrgID] = [:]
        for (key, entry) in try run.keys.all(.school) { orgs[entry.number] = OrgID(key) }
        for entry in bundle.relationships where entry.status == .active {
            guard roles.isActive(entry.guardian) || !users.contains(entry.guardian) else { continue }
            guard entry.kind != .relative else {
                run.refuse(.guardian, .relative, at: entry.origin.place, value: entry.guardian.text)
                continue
            }
            var wards = roles.schools(of: entry.ward, as: .pupil)
            if wards.isEmpty, !users.contains(entry.ward), let ward = try person(entry.ward) {
                wards = try ImportStore.schools(of: ward, as: .pupil, run.tx).compactMap { orgs[$0.number] }
            }
            if wards.isEmpty, !users.contains(entry.ward) || roles.isActive(entry.ward) {
                run.refuse(.guardian, .wardNotPupil, at: entry.origin.place, value: entry.ward.text)
            }
            for school in wards {
                links.append(GuardianLink(ward: entry.ward, guardian: entry.guardian, school: school, place: entry.origin.place))
                roles.add(.guardian, to: entry.guardian, in: school, since: nil, at: entry.origin.place)
            }
        }
    }

    func settleGuardians() throws {
        try run.begin(.guardians, of: links.count)
        for link in links {
            try settle(link)
            try run.tick()
        }
    }

    private func settle(_ link: GuardianLink) throws {
        guard let ward = try person(link.ward), let guardian = try person(link.guardian), let school = try school(link.school) else {
            return run.refuse(.guardian, .unknownHere, at: link.place, value: link.guardian.text)
        }
        let key = ImportKeys.key(link.ward.text, link.guardian.text, link.school.text)
        guard try ![ward, guardian].contains(where: { try keptAway.holds($0, from: school, run.tx) }) else {
            run.see(.guardian, key)
            return run.refuse(.guardian, .familyRefused, at: link.place, value: link.guardian.text)
        }
        try run.settle(.guardian, key, [], at: link.place) {
            try run.atomically {
                // One who is not in these files may have been something else in the school so far.
                try run.perform(AdmitPerson(guardian, as: .guardian, since: run.today(in: school)), in: school)
                try run.perform(LinkGuardian(guardian, to: ward), in: school)
            }
            return .added(guardian.number)
        }
    }
}
