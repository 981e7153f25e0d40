import Accounts
import Kernel
import Stems
import Storage

/// The school's own list takes in a word or an address, or lets one go.
struct ListWord: Verb {
    let kind: ListedWord.Kind
    let words: String
    let key: String
    /// Throws `Denial.invalid` for the field `words` unless it is one word, or a host.
    init(_ words: String, _ kind: ListedWord.Kind) throws {
        let plain = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.kind = kind
        self.words = plain
        switch kind {
        case .word:
            let stems = Stems.of(plain)
            guard stems.count == 1, plain.count <= 60 else { throw Denial.invalid(field: "words", .unknownWord) }
            key = stems[0]
        case .host:
            let host = WordRules.host(of: plain) ?? WordRules.host(of: "https://" + plain) ?? ""
            guard host.contains("."), host.utf8.count <= 200, !host.contains(where: \.isWhitespace) else { throw Denial.invalid(field: "words", .unknownWord) }
            key = host
        }
    }

    @discardableResult func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<ListedWord> {
        let school = try MessagingAccess.arranged(by: viewer)
        let id = try WordRulesStore.add(words, kind, key: key, to: school, at: now, tx)
        try tx.leave(Trace("messaging.word", about: "school:\(school.id.number)", became: words), by: viewer, at: now)
        return id
    }
}

struct UnlistWord: Verb {
    let id: ID<ListedWord>
    init(_ id: ID<ListedWord>) { self.id = id }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let school = try MessagingAccess.arranged(by: viewer)
        guard let words = try WordRulesStore.remove(id, from: school, tx) else { throw Denial.notFound }
        try tx.leave(Trace("messaging.word", about: "school:\(school.id.number)", was: words), by: viewer, at: now)
    }
}
