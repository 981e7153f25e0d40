import Kernel
import Stems
import Storage

/// The school's own words and trusted addresses.
enum WordRulesStore {
    static func rules(of school: ID<School>, _ tx: Transaction) throws -> WordRules {
        var rules = WordRules()
        for row in try tx.rows("SELECT kind, word_key FROM chat_word WHERE school_id = \(school)") {
            if try row.text("kind") == "host" { rules.hosts.insert(try row.text("word_key")) } else { rules.listed.insert(try row.text("word_key")) }
        }
        return rules
    }

    static func list(of school: ArrangedSchool, _ tx: Transaction) throws -> [ListedWord] {
        try tx.rows("SELECT id, kind, words FROM chat_word WHERE school_id = \(school.id) ORDER BY kind DESC, word_key").map { row in
            ListedWord(id: try row.id("id"), kind: ListedWord.Kind(rawValue: try row.text("kind")) ?? .word, words: try row.text("words"))
        }
    }

    /// The id under which it stands, also if it stood there before.
    static func add(_ words: String, _ kind: ListedWord.Kind, key: String, to school: ArrangedSchool, at now: Moment, _ tx: Transaction) throws -> ID<
        ListedWord
    > {
        try tx.one(
            """
            INSERT INTO chat_word (school_id, kind, words, word_key, added_by, added_at)
            VALUES (\(school.id), \(kind.rawValue), \(words), \(key), \(school.arranger), \(now))
            ON CONFLICT (school_id, kind, word_key) DO UPDATE SET words = excluded.words RETURNING id
            """
        ).id("id")
    }

    static func remove(_ id: ID<ListedWord>, from school: ArrangedSchool, _ tx: Transaction) throws -> String? {
        try tx.first("DELETE FROM chat_word WHERE id = \(id) AND school_id = \(school.id) RETURNING words")?.text("words")
    }
}
