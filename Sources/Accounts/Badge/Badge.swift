import Kernel
import Storage

/// A verified teacher's badge (REQUIREMENTS A34, A35): the school has compared the person with its staff list. Holds in one school,
/// as long as the person has a role there that teaches or leads.
public enum Badge {
    /// Whom a school may confirm: those who teach, and its director.
    public static let roles: Set<Role> = Role.teachers.union([.director])

    /// A column `name` that is 1 for a verified person and 0 for any other.
    public static func column(of person: SQL, in school: SQL, as name: SQL) -> SQL {
        "(SELECT COUNT(*) FROM teacher_badge WHERE teacher_badge.person_id = \(person) AND teacher_badge.school_id = \(school)) AS \(name)"
    }

    public static func isGiven(to person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT person_id FROM teacher_badge WHERE school_id = \(school) AND person_id = \(person)") != nil
    }

    /// Those of the school who have one.
    public static func holders(in school: ID<School>, _ tx: Transaction) throws -> Set<ID<Person>> {
        Set(try tx.rows("SELECT person_id FROM teacher_badge WHERE school_id = \(school)").map { try $0.id("person_id") })
    }

    static func mayHold(_ person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> Bool {
        let roles = roles.map { Value.text($0.rawValue) }
        return try tx.first("SELECT id FROM membership WHERE school_id = \(school) AND person_id = \(person) AND until IS NULL AND role IN \(list: roles)")
            != nil
    }

    /// Takes it away. `false` if there was none.
    static func remove(from person: ID<Person>, in school: ID<School>, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> Bool {
        let removed = try tx.rows("DELETE FROM teacher_badge WHERE school_id = \(school) AND person_id = \(person) RETURNING person_id")
        guard !removed.isEmpty else { return false }
        try tx.leave(Trace("accounts.badge", about: "person:\(person.number)", was: "verified"), by: viewer, at: now)
        tx.tell(.badge(of: person, in: school))
        return true
    }
}

extension Fact {
    /// A person has become a verified teacher of the school, or is one no longer.
    public static func badge(of person: ID<Person>, in school: ID<School>) -> Fact { Fact("accounts.badge", in: school, about: person.number) }
    /// Whose badge has changed, if that is what the fact says.
    public var badge: ID<Person>? { name == "accounts.badge" ? ID(number) : nil }
}
