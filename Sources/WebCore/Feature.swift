import Foundation
import Hummingbird
import Kernel
import Markup
import Storage

/// What a feature hands to the site. Everything else in it is its own business.
public protocol Feature: Sendable {
    static var name: String { get }
    /// Where its scripts and styles are, if it has any.
    static var bundle: Bundle? { get }
    static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site)
    /// The same verbs and stores for programs, under `/api/v1`.
    static func addOperations(to api: inout API, of site: Site)
    /// What the person's open pages follow, as the database has it now.
    static func topics(of viewer: Viewer, in tx: Transaction) throws -> [Topic]
    /// The feature's part of the first screen, «Сегодня».
    static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart]
}

extension Feature {
    public static var bundle: Bundle? { nil }
    public static func addOperations(to api: inout API, of site: Site) {}
    public static func topics(of viewer: Viewer, in tx: Transaction) throws -> [Topic] { [] }
    public static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart] { [] }
}

/// One section of «Сегодня»; the smaller the number, the higher it stands: what is now, what is unread, what is owed.
public struct TodayPart: Sendable {
    public enum Rank: Int, Sendable, Comparable {
        case now, unread, owed, rest
        public static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
    }
    public let rank: Rank
    public let html: HTML
    public init(_ rank: Rank, _ html: HTML) {
        self.rank = rank
        self.html = html
    }
}
