import Accounts
import Kernel
import Storage

/// What an act would do to each of the people, found without doing it. Five statements, however many people.
struct MassPlan {
    let act: MassAct
    let ruled: RuledPeople
    private var roles: [ID<Person>: Set<Role>] = [:]
    private var names: [ID<Person>: PersonName] = [:]
    private var elsewhere: Set<ID<Person>> = []
    private var verified: Set<ID<Person>> = []
    private var signedIn: Set<ID<Person>> = []
    private var teaching: Set<ID<Person>> = []

    init(_ act: MassAct, _ people: [ID<Person>], ruled: RuledPeople, at now: Moment, _ tx: Transaction) throws {
        self.act = act
        self.ruled = ruled
        let school = ruled.school
        for row in try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic FROM school_person s JOIN person p ON p.id = s.person_id
            WHERE s.school_id = \(school) AND s.present = 1 AND s.person_id IN \(list: people)
            """)
        { names[try row.id("id")] = try AccountsStore.name(row) }
        for row in try tx.rows("SELECT person_id, school_id, role FROM membership WHERE until IS NULL AND person_id IN \(list: people)") {
            let person: ID<Person> = try row.id("person_id")
            if try row.id("school_id") == school {
                roles[person, default: []].formUnion(Role(rawValue: try row.text("role")).map { [$0] } ?? [])
            } else {
                elsewhere.insert(person)
            }
        }
        verified = try Badge.holders(in: school, tx)
        signedIn = try Self.people("SELECT person_id FROM sign_in WHERE school_id = \(school) AND expires_at > \(now) AND person_id IN \(list: people)", tx)
        teaching = try Self.people("SELECT teacher_id AS person_id FROM course WHERE school_id = \(school) AND teacher_id IN \(list: people)", tx)
    }

    private static func people(_ sql: SQL, _ tx: Transaction) throws -> Set<ID<Person>> { Set(try tx.rows(sql).map { try $0.id("person_id") }) }

    /// In the order they were chosen; a person chosen twice is one.
    func lines(_ people: [ID<Person>]) -> [MassAct.Line] {
        var seen: Set<ID<Person>> = []
        return people.filter { seen.insert($0).inserted }.map { person in
            MassAct.Line(person: person, name: names[person] ?? PersonName(family: "", given: ""), fate: fate(of: person), hadBadge: verified.contains(person))
        }
    }

    private func fate(of person: ID<Person>) -> MassAct.Fate {
        // Who is unknown here is not told apart from who is nowhere.
        guard names[person] != nil else { return .notHere }
        let roles = roles[person, default: []]
        switch act.kind {
        case .giveRole: return giving(to: roles)
        case .endRole: return ending(person, roles)
        case .confirm: return verified.contains(person) ? .already : roles.isDisjoint(with: Badge.roles) ? .notATeacher : .done
        case .endSignIns: return person == ruled.viewer.person ? .oneself : signedIn.contains(person) ? .done : .already
        }
    }

    private func giving(to roles: Set<Role>) -> MassAct.Fate {
        guard let role = act.role, !roles.contains(role) else { return .already }
        if roles.contains(.pupil) { return .isPupil }
        return roles.contains { $0.side == .staff } ? .done : .isFamily
    }

    private func ending(_ person: ID<Person>, _ roles: Set<Role>) -> MassAct.Fate {
        guard let role = act.role, roles.contains(role) else { return .already }
        if person == ruled.viewer.person { return .oneself }
        let remaining = roles.subtracting([role])
        if remaining.contains(.classTeacher), remaining.filter({ $0.side == .staff }).count == 1 { return .leadsClass }
        // Lessons without anyone to hold them: the courses go to another first.
        if Role.teachers.contains(role), teaching.contains(person), remaining.isDisjoint(with: Role.teachers) { return .teaches }
        return .done
    }
}
