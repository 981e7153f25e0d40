import Foundation
import Kernel

/// One thing said in a chat.
public struct Message: Hashable, Sendable {
    public let chat: ID<Chat>
    /// Its place in the chat: 1, 2, 3, … without a gap.
    public let seq: Int64
    let author: Author
    let clientID: ClientID
    let body: String
    let postedAt: Moment
    /// The message before it, if its reader may see that one.
    let previous: Previous?
    /// What it answers.
    var reply: Quote? = nil
    /// Whose words it passes on, as that chat called them.
    var wordsOf: String? = nil
    var editedAt: Moment? = nil
    var removal: Removal? = nil
    var isPinned = false
    /// The chat's count of changes when this message last changed; 0 if it never did.
    var change: Int64 = 0
    var signs: [Marked] = []
    var mentions: [Mention] = []
    /// What it asks of its readers besides being read.
    var part: MessagePart? = nil
    /// Files that it carries, in their order. `hasFiles` says that there are some before they are read.
    var files: [AttachedFile] = []
    var hasFiles = false
    /// What its readers are told to beware of.
    var caution: Caution? = nil

    enum Caution: String, Hashable, Sendable { case fraud, link }

    struct Author: Hashable, Sendable {
        let id: ID<Person>
        let name: PersonName
        let role: Role
        /// Whether the school has confirmed them as its teacher.
        let isVerified: Bool

        /// Teachers are addressed by name and patronymic, «Мария Сергеевна»; others stand as in the class list, «Петров Иван».
        var words: String { role.side == .staff ? name.address : name.list }
    }

    /// The beginning of an earlier message of the same chat.
    struct Quote: Hashable, Sendable {
        static let longest = 120
        let seq: Int64
        let author: String
        /// Empty where it was taken back.
        let beginning: String
    }

    /// Who took a message back: its author, one who manages the chat, or the school's term of keeping.
    enum Removal: Hashable, Sendable { case byAuthor, byManager, expired }

    /// A member named in a message; `words` is how, with the sign before it.
    struct Mention: Hashable, Sendable {
        let person: ID<Person>
        let words: String
    }

    /// Who has put a sign to a message.
    struct Marked: Hashable, Sendable {
        let sign: Sign
        let people: [ID<Person>]
    }

    struct Previous: Hashable, Sendable {
        let author: ID<Person>
        let postedAt: Moment
    }

    /// What is left of the words of a person whose data were destroyed.
    static let blotted = "—"

    /// Messages of one author within so many seconds stand together.
    static let togetherWithin = 300

    func isFirst(ofItsDayIn zone: Zone) -> Bool { previous.map { zone.day(of: $0.postedAt) != zone.day(of: postedAt) } ?? true }

    func continuesPrevious(in zone: Zone) -> Bool {
        guard let previous, previous.author == author.id, !isFirst(ofItsDayIn: zone) else { return false }
        return Moment.seconds(from: previous.postedAt, to: postedAt) <= Self.togetherWithin
    }

    /// The beginning on one line, for the list of chats.
    func preview(_ longest: Int = 80) -> String { Self.beginning(of: body, longest) }

    static func beginning(of body: String, _ longest: Int) -> String {
        let line = body.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > longest ? line.prefix(longest - 1) + "…" : line
    }
}

/// What can be put to a message in place of an answer. Few, and none that hurts.
public enum Sign: String, Hashable, Sendable, CaseIterable {
    case agree = "👍"
    case thanks = "❤️"
    case joy = "😊"
    case celebrate = "🎉"
    case done = "✅"
    case question = "❓"
}

extension Message {
    /// What a person may post: not empty, not a book.
    public struct Body: Hashable, Sendable {
        static let longest = 4_000
        public let text: String

        /// Throws `Denial.invalid` for the field `body`. Characters are counted as Unicode scalars: one visible sign may be
        /// made of thousands. `mayBeEmpty` where the message carries files: then words of nothing are no words.
        public init(_ text: String, mayBeEmpty: Bool = false) throws {
            let lines = text.utf8.contains(13) ? text.replacing("\r\n", with: "\n") : text
            let scalars = lines.unicodeScalars.drop { $0.properties.isWhitespace }.trimmingSuffix { $0.properties.isWhitespace }
            let isVisible = scalars.contains { !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint }
            guard isVisible || !mayBeEmpty else { self.text = ""; return }
            guard isVisible, scalars.count <= Self.longest, !scalars.contains("\0") else { throw Denial.invalid(field: "body", .bodyLength) }
            self.text = String(scalars)
        }
    }

    /// The sender's own name for a message, made before it is sent: what is sent twice is posted once.
    public struct ClientID: Hashable, Sendable {
        public let text: String
        /// From 8 to 64 printable ASCII signs; throws `Denial.invalid` for the field `clientID`.
        public init(_ text: String) throws {
            guard (8...64).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw Denial.invalid(field: "clientID", .clientID)
            }
            self.text = text
        }
        /// As the database has it.
        init(stored text: String) { self.text = text }
    }
}

/// Which messages of a chat are asked for.
struct Span: Hashable, Sendable {
    /// How many messages a page shows at once.
    static let page = 50
    static let most = 200

    enum Place: Hashable, Sendable { case newest, after(Int64), before(Int64), around(Int64) }
    let place: Place
    let limit: Int
    init(_ place: Place, limit: Int = page) {
        self.place = place
        self.limit = limit
    }
}

/// Messages that follow one another, the oldest first.
struct Messages: Hashable, Sendable {
    let list: [Message]
    /// Whether the reader may see some that came before these.
    let hasOlder: Bool
}

extension Substring.UnicodeScalarView {
    fileprivate func trimmingSuffix(while isDropped: (Unicode.Scalar) -> Bool) -> Self {
        guard let last = lastIndex(where: { !isDropped($0) }) else { return self[startIndex..<startIndex] }
        return self[startIndex...last]
    }
}
