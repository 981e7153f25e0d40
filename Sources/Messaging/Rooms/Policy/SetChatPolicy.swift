import Accounts
import Kernel
import Storage

/// The heads of a school say who may write to whom. Chats of two that stand go on only as far as the rules then reach.
struct SetChatPolicy: Verb {
    let rules: [ChatRule: ChatRule.Reach]
    init(_ rules: [ChatRule: ChatRule.Reach]) { self.rules = rules }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let school = try MessagingAccess.ruledChats(by: viewer), was = try PolicyStore.policy(of: school.id, tx)
        for (rule, reach) in rules.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where was[rule] != reach {
            guard rule.choices.contains(reach) else { throw Denial.invalid(field: rule.rawValue, .unknownRule) }
            try PolicyStore.set(rule, reach, in: school, tx)
            try tx.leave(Trace("messaging.rule", about: "rule:\(rule.rawValue)", was: was[rule].rawValue, became: reach.rawValue), by: viewer, at: now)
        }
    }
}

enum PolicyStore {
    static func policy(of school: ID<School>, _ tx: Transaction) throws -> ChatPolicy {
        let pairs = try tx.rows("SELECT name, reach FROM chat_rule WHERE school_id = \(school)").compactMap { row -> (ChatRule, ChatRule.Reach)? in
            guard let rule = ChatRule(rawValue: try row.text("name")), let reach = ChatRule.Reach(rawValue: try row.text("reach")) else { return nil }
            return (rule, reach)
        }
        return ChatPolicy(chosen: Dictionary(pairs) { $1 })
    }

    static func set(_ rule: ChatRule, _ reach: ChatRule.Reach, in school: ChatRuledSchool, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO chat_rule (school_id, name, reach) VALUES (\(school.id), \(rule.rawValue), \(reach.rawValue))
            ON CONFLICT (school_id, name) DO UPDATE SET reach = excluded.reach
            """)
    }
}
