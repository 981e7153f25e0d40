import Kernel
import Stems

/// What a person looks for among the messages they see.
struct Search: Hashable, Sendable {
    static let page = 30
    static let mostWords = 8
    /// From so many letters on the last word may still be going on: «контр» finds «контрольная».
    static let shortestBeginning = 4

    let text: String
    /// All of them stand in the message.
    let stems: [String]
    /// The last of the stems is looked for as the beginning of one.
    let lastIsBeginning: Bool
    var chat: ID<Chat>? = nil
    var author: ID<Person>? = nil
    var from: Day? = nil
    var until: Day? = nil
    /// The place after which the page before ended.
    var before: Int64? = nil

    init(_ text: String) {
        self.text = text
        let words = Stems.words(of: text).prefix(Self.mostWords), last = words.last.map { Stems.folded(text[$0.range]) } ?? ""
        var known: Set<String> = []
        stems = words.reversed().map(\.stem).filter { known.insert($0).inserted }.reversed()
        lastIsBeginning = last.count >= Self.shortestBeginning && !(text.last?.isWhitespace ?? true)
    }

    /// Whether a word of a message is one of those looked for.
    func means(_ word: StemmedWord) -> Bool {
        stems.contains(word.stem) || (lastIsBeginning && stems.last.map { word.stem.hasPrefix($0) } == true)
    }
}

/// One message that was found, with the chat it stands in.
struct FoundMessage: Hashable, Sendable {
    let chat: Chat
    let message: Message
    /// Its place in the order of the index.
    let place: Int64
}

/// What was found, the newest first.
struct Found: Hashable, Sendable {
    let list: [FoundMessage]
    let hasMore: Bool
}
