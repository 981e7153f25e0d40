import Accounts
import Kernel
import School
import Storage

/// Who may see and change how people prove themselves — the only file that answers that.
public enum IdentityAccess {
    /// Acting on how a person signs in: whoever rules over the school's people, and nobody of one school where the person belongs to
    /// another as well: by another's card one could sign in as them there. A person of another school is unknown here.
    static func ruled(_ person: ID<Person>, by viewer: Viewer, in tx: Transaction) throws -> RuledPerson {
        let ruled = try AccountsAccess.ruled(by: viewer)
        guard let name = try name(of: person, in: ruled, tx) else { throw Denial.notFound }
        let isElsewhere = try tx.first("SELECT id FROM membership WHERE person_id = \(person) AND school_id <> \(ruled.id) AND until IS NULL") != nil
        guard viewer.has(.platformOperator) || !isElsewhere else { throw Denial.forbidden(.belongsElsewhere) }
        return RuledPerson(person: person, school: ruled.id, name: name)
    }

    private static func name(of person: ID<Person>, in ruled: RuledSchool, _ tx: Transaction) throws -> PersonName? {
        try tx.first(
            """
            SELECT family, given, patronymic FROM person
            WHERE id = \(person) AND id IN (SELECT person_id FROM membership WHERE school_id = \(ruled.id) AND person_id = \(person) AND until IS NULL)
            """
        ).map(AccountsStore.name)
    }

    /// Closing an account that was stolen (REQUIREMENTS B13): its owner, the owner's guardian, or whoever rules over the school's
    /// people. It only closes, and traces show who did it.
    static func mayClose(_ person: ID<Person>, by viewer: Viewer, in tx: Transaction) throws -> ClosableAccount {
        if person == viewer.person { return ClosableAccount(person: person) }
        if viewer.side == .family, try isChild(person, of: viewer, in: tx) { return ClosableAccount(person: person) }
        if viewer.side == .staff, let ruled = try? AccountsAccess.ruled(by: viewer), try name(of: person, in: ruled, tx) != nil {
            return ClosableAccount(person: person)
        }
        throw Denial.notFound
    }

    /// One who has just proved by login and password that the account is theirs.
    static func ownAccount(_ proved: ID<Person>) -> ClosableAccount { ClosableAccount(person: proved) }

    private static func isChild(_ person: ID<Person>, of viewer: Viewer, in tx: Transaction) throws -> Bool {
        try tx.first("SELECT pupil_id FROM guardian WHERE pupil_id = \(person) AND guardian_id = \(viewer.person) AND school_id = \(viewer.school)") != nil
    }

    /// Whose new devices the viewer is told of: a condition on a column with the person's number. One's own; from the side of the
    /// family, also the children's (PRODUCT N14).
    static func hearsOfDevices(_ person: SQL, _ viewer: Viewer) -> SQL {
        guard viewer.side == .family else { return "\(person) = \(viewer.person)" }
        return """
            \(person) IN (SELECT pupil_id FROM guardian WHERE guardian_id = \(viewer.person) AND school_id = \(viewer.school)
                UNION ALL SELECT id FROM person WHERE id = \(viewer.person))
            """
    }

    /// Whose accounts may need a second factor: those who work in a school, wherever they look from now.
    static func isStaff(_ person: ID<Person>, in tx: Transaction) throws -> Bool {
        try roles(of: person, in: tx).contains { $0.side == .staff }
    }

    static func roles(of person: ID<Person>, in tx: Transaction) throws -> Set<Role> {
        try Set(tx.rows("SELECT role FROM membership WHERE person_id = \(person) AND until IS NULL").compactMap { Role(rawValue: try $0.text("role")) })
    }

    /// A second factor is one's own matter, and offered to those who work in a school.
    static func mayHaveFactors(_ viewer: Viewer) throws {
        guard viewer.side == .staff else { throw Denial.notFound }
    }

    /// The pupils whose call-back phrase the viewer sees: a family its own, a class teacher those of the class.
    static func seesPhrase(_ pupil: SQL, _ viewer: Viewer) -> SQL {
        switch viewer.side {
        case .family: SchoolAccess.isOwn(pupil, to: viewer)
        case .pupil: "1 = 0"
        case .staff:
            """
            \(pupil) IN (SELECT e.pupil_id FROM enrolment e JOIN class_teacher t ON t.class_id = e.class_id AND t.until IS NULL
                WHERE e.school_id = \(viewer.school) AND e.until IS NULL AND t.teacher_id = \(viewer.person))
            """
        }
    }
}

/// Proof that `IdentityAccess` let the viewer change how this person signs in.
struct RuledPerson: Sendable {
    let person: ID<Person>
    let school: ID<School>
    let name: PersonName
    fileprivate init(person: ID<Person>, school: ID<School>, name: PersonName) {
        self.person = person
        self.school = school
        self.name = name
    }
}

/// Proof that the viewer may close this account.
struct ClosableAccount: Sendable {
    let person: ID<Person>
    fileprivate init(person: ID<Person>) { self.person = person }
}
