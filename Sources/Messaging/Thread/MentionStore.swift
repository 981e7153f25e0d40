import Accounts
import Foundation
import Kernel
import Storage

/// Members named in a message: «@Вера Верина», «@Мария Сергеевна», as the chat itself calls them.
enum MentionStore {
    /// Writes down who is named; whoever was named in the words before and is no longer is no longer noted.
    @discardableResult static func note(_ body: Message.Body, seq: Int64, in chat: ID<Chat>, _ tx: Transaction) throws -> [Message.Mention] {
        try tx.rows("DELETE FROM mention WHERE chat_id = \(chat) AND seq = \(seq)")
        guard body.text.contains("@") else { return [] }
        let found = mentions(in: body.text, of: try candidates(in: chat, tx))
        for mention in found {
            try tx.rows("INSERT INTO mention (chat_id, seq, person_id, words) VALUES (\(chat), \(seq), \(mention.person), \(mention.words))")
        }
        return found
    }

    /// Each member once; longer names are looked for first, so that «@Иван Петров» is not «@Иван». The words are as they were typed.
    static func mentions(in text: String, of candidates: [(person: ID<Person>, words: String)]) -> [Message.Mention] {
        var left = text, named: [ID<Person>: Message.Mention] = [:]
        for candidate in candidates.sorted(by: { $0.words.count > $1.words.count }) where named[candidate.person] == nil {
            guard let range = left.range(of: "@" + candidate.words, options: .caseInsensitive) else { continue }
            guard range.upperBound == left.endIndex || !left[range.upperBound].isLetter else { continue }
            named[candidate.person] = Message.Mention(person: candidate.person, words: String(left[range]))
            left.replaceSubrange(range, with: "\n")
        }
        return named.values.sorted { $0.person.number < $1.person.number }
    }

    private static func candidates(in chat: ID<Chat>, _ tx: Transaction) throws -> [(person: ID<Person>, words: String)] {
        try tx.rows(
            """
            SELECT me.person_id, p.family, p.given, p.patronymic FROM chat_member me JOIN person p ON p.id = me.person_id
            WHERE me.chat_id = \(chat) AND me.present = 1 ORDER BY me.person_id
            """
        ).flatMap { row -> [(person: ID<Person>, words: String)] in
            let id: ID<Person> = try row.id("person_id"), name = try AccountsStore.name(row)
            return [name.list, "\(name.given) \(name.family)", name.address].filter { !$0.isEmpty }.map { (id, $0) }
        }
    }
}
