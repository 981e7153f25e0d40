import Kernel
import Storage

/// The SQL of the schools' own limits.
enum FileRuleStore {
    static func rule(for side: Side, in school: ID<School>, _ tx: Transaction) throws -> FileRule {
        try tx.first("SELECT largest, quota, kinds FROM file_rule WHERE school_id = \(school) AND side = \(side.rawValue)").map { row in
            FileRule(
                largest: Int(try row.int("largest")), quota: Int(try row.int("quota")),
                kinds: Set(try row.text("kinds").split(separator: " ").compactMap { FileKind(rawValue: String($0)) }))
        } ?? .standard(for: side)
    }

    static func set(_ rule: FileRule, for side: Side, in school: RulingSchool, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO file_rule (school_id, side, largest, quota, kinds) VALUES (\(school.id), \(side.rawValue), \(rule.largest), \(rule.quota), \(rule.words))
            ON CONFLICT (school_id, side) DO UPDATE SET largest = excluded.largest, quota = excluded.quota, kinds = excluded.kinds
            """)
    }
}

extension FileRule {
    /// The kinds as the database keeps them.
    var words: String { kinds.map(\.rawValue).sorted().joined(separator: " ") }
}
