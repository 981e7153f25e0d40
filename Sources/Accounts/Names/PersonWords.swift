import Kernel
import Storage

/// What people are found by: in every school they belong or belonged to a line with their place in the list (`school_person`), and a
/// row for each word of their name and one for their login (`person_word`). Kept in step by the statements of `AccountsStore` that
/// write names, memberships and logins, so no search looks further than its own school.
public enum PersonWords {
    /// Stands before a login among the words: only who may see logins looks behind it.
    public static let loginSign = "@"
    /// Above every word that begins with the same letters, in the order of code points both databases keep here.
    public static let last = "\u{10FFFF}"

    /// The parts of a name's key one may begin to type: «салтыков», «щедрин», «михаил».
    public static func words(of key: String) -> [String] {
        var seen: Set<String> = []
        return key.split { !$0.isLetter }.map(String.init).filter { seen.insert($0).inserted }
    }

    /// The person belongs to the school from now on, or still. `name` of somebody who has just been entered: they have no login yet.
    static func enter(_ person: ID<Person>, named name: PersonName? = nil, into school: ID<School>, _ tx: Transaction) throws {
        guard let known = try name.map({ Known(key: $0.key, words: words(of: $0.key)) }) ?? known(person, tx) else { return }
        try tx.rows(
            """
            INSERT INTO school_person (school_id, person_id, name_key, present) VALUES (\(school), \(person), \(known.key), 1)
            ON CONFLICT (school_id, person_id) DO UPDATE SET present = 1
            """)
        try add(known, of: person, in: school, tx)
    }

    /// The person has no role in the school any more: they stay in its list of those who were.
    static func leave(_ person: ID<Person>, from school: ID<School>, _ tx: Transaction) throws {
        try tx.rows(
            """
            UPDATE school_person SET present = 0 WHERE school_id = \(school) AND person_id = \(person)
            AND NOT EXISTS (SELECT id FROM membership WHERE school_id = \(school) AND person_id = \(person) AND until IS NULL)
            """)
    }

    /// Name or login has changed: everywhere the person is found anew.
    static func renew(_ person: ID<Person>, _ tx: Transaction) throws {
        guard let known = try known(person, tx) else { return }
        let schools = try tx.rows("UPDATE school_person SET name_key = \(known.key) WHERE person_id = \(person) RETURNING school_id")
        try tx.rows("DELETE FROM person_word WHERE person_id = \(person)")
        for row in schools { try add(known, of: person, in: row.id("school_id"), tx) }
    }

    /// The person is nowhere found any more.
    static func forget(_ person: ID<Person>, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM person_word WHERE person_id = \(person)")
        try tx.rows("DELETE FROM school_person WHERE person_id = \(person)")
    }

    private struct Known { let key: String, words: [String] }

    private static func known(_ person: ID<Person>, _ tx: Transaction) throws -> Known? {
        let row = try tx.first("SELECT p.name_key, q.login_key FROM person p LEFT JOIN credential q ON q.person_id = p.id WHERE p.id = \(person)")
        return try row.map {
            let key = try $0.text("name_key"), login = try $0.optional("login_key", Row.text)
            return Known(key: key, words: words(of: key) + (login.map { [loginSign + $0] } ?? []))
        }
    }

    private static func add(_ known: Known, of person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws {
        guard !known.words.isEmpty else { return }
        let rows = known.words.map { word -> SQL in "(\(school), \(word), \(person))" }
        try tx.rows(
            "INSERT INTO person_word (school_id, word_key, person_id) VALUES \(rows: rows) ON CONFLICT (school_id, word_key, person_id) DO NOTHING")
    }
}
