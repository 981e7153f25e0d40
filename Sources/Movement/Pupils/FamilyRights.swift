import Accounts
import Kernel
import School
import Storage

/// What a pupil and the guardians may in the school, taken away with the pupil's leaving and given back with the return.
struct FamilyRights {
    let school: RuledSchool
    let viewer: Viewer
    let now: Moment
    let tx: Transaction

    /// True if the pupil was none of the school's before.
    func give(_ pupil: ID<Person>, since day: Day) throws -> Bool {
        let known = try tx.first("SELECT id FROM membership WHERE person_id = \(pupil) AND school_id = \(school.id) AND role = 'pupil' AND until IS NULL")
        guard known == nil else { return false }
        try GrantRole(.pupil, to: pupil, since: day).run(by: viewer, at: now, in: tx)
        return true
    }

    /// Takes the school from the pupil and from guardians who have no other child in it; remembers them at the movement.
    func take(from pupil: ID<Person>, on day: Day, notedAt line: ID<PupilMovement>?) throws {
        let guardians = try tx.rows("SELECT guardian_id FROM guardian WHERE pupil_id = \(pupil) AND school_id = \(school.id) ORDER BY guardian_id").map {
            try $0.id("guardian_id", of: Person.self)
        }
        for guardian in guardians {
            if let line { try MovementStore.noteGuardian(guardian, lostOn: day, at: line, tx) }
            try UnlinkGuardian(guardian, from: pupil).run(by: viewer, at: now, in: tx)
            let other = try tx.first("SELECT pupil_id FROM guardian WHERE guardian_id = \(guardian) AND school_id = \(school.id) LIMIT 1")
            if other == nil { try end(.guardian, of: guardian, on: day) }
        }
        try end(.pupil, of: pupil, on: day)
    }

    private func end(_ role: Role, of person: ID<Person>, on day: Day) throws {
        // Whoever has lost the role already has nothing more to lose.
        do { try EndRole(role, of: person, on: day).run(by: viewer, at: now, in: tx) } catch Denial.notFound {}
        try SignOutLeaver(person).run(by: viewer, at: now, in: tx)
    }

    /// Those whom the pupil's last leaving has cut off.
    func restoreGuardians(of pupil: ID<Person>, since day: Day) throws {
        guard let line = try MovementStore.lastLeaving(of: pupil, in: school, tx) else { return }
        try restoreGuardians(of: pupil, lostAt: line, since: day)
    }

    func restoreGuardians(of pupil: ID<Person>, lostAt line: ID<PupilMovement>, since day: Day) throws {
        for guardian in try MovementStore.guardians(lostAt: line, tx) {
            // One who is no longer known to the school stays out.
            do {
                try GrantRole(.guardian, to: guardian, since: day).run(by: viewer, at: now, in: tx)
                try LinkGuardian(guardian, to: pupil).run(by: viewer, at: now, in: tx)
            } catch Denial.notFound {}
        }
    }
}
