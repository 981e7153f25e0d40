import Foundation
import Kernel

/// A ready post that a department keeps for class teachers (REQUIREMENTS C08).
public struct StockPost: Hashable, Sendable {
    static let longestTitle = 160
    public let id: ID<StockPost>
    let title: String
    let body: String
    let validFrom: Day
    let validUntil: Day
    /// The chats it is meant for: a class's, its families', or both.
    let audience: Audience
    /// How many schools and chats have used it; the department learns no names.
    let schools: Int
    let chats: Int

    public enum Audience: String, Hashable, Sendable, CaseIterable {
        case `class`, family, both
        var kinds: Set<Chat.Kind> {
            switch self {
            case .class: [.class]
            case .family: [.family]
            case .both: [.class, .family]
            }
        }
    }
}

/// A ready post as it is written.
public struct NewStockPost: Hashable, Sendable {
    public let title: String
    public let body: Message.Body
    public let validFrom: Day
    public let validUntil: Day
    public let audience: StockPost.Audience

    /// Throws `Denial.invalid` for the fields `title`, `body` and `until`.
    public init(_ title: String, _ body: String, from: Day, until: Day, for audience: StockPost.Audience) throws {
        let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty, words.unicodeScalars.count <= StockPost.longestTitle, !words.contains("\0") else {
            throw Denial.invalid(field: "title", .stockTitle)
        }
        guard until >= from else { throw Denial.invalid(field: "until", .stockUntil) }
        self.title = words
        self.body = try Message.Body(body)
        self.validFrom = from
        self.validUntil = until
        self.audience = audience
    }
}

/// How many informational posts a class teacher has made (WEEKLY_POST, REQUIREMENTS C07), counted honestly: what says almost the same as
/// an earlier post, what follows another within minutes, and a word or two do not count.
enum WeeklyPosts {
    struct Post: Hashable, Sendable {
        let body: String
        let at: Moment
    }
    /// Fewer letters are talk, not information.
    static let fewestLetters = 60
    /// What follows within so many seconds belongs to the post before.
    static let burst = 600
    /// From this share of common words on, in percent, two texts are one.
    static let sameFrom = 80

    /// `posts` are the teacher's of some weeks, in any order; counted are those from `since` on.
    static func count(_ posts: [Post], since: Moment) -> Int {
        var counted = 0, last: Moment?, known: [Set<String>] = []
        for post in posts.sorted(by: { $0.at < $1.at }) where post.body.count(where: \.isLetter) >= fewestLetters {
            let words = words(of: post.body), isBurst = last.map { Moment.seconds(from: $0, to: post.at) < burst } ?? false
            guard !isBurst, !known.contains(where: { isSame($0, words) }) else { continue }
            known.append(words)
            last = post.at
            if post.at >= since { counted += 1 }
        }
        return counted
    }

    private static func words(of text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
    private static func isSame(_ a: Set<String>, _ b: Set<String>) -> Bool {
        a.intersection(b).count * 100 >= a.union(b).count * sameFrom
    }
}
