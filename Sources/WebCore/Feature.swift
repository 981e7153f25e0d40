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
    /// Brings the feature's own state in line with what others have changed, in the same transaction. `person` is who has asked
    /// for the change, for the trace; the right to it was judged where it was made.
    static func follow(_ facts: [Fact], by person: ID<Person>?, at now: Moment, in tx: Transaction) throws
    /// The feature's places beside the four at hand, on the page «Ещё».
    static func doors(for reader: Reader, _ viewer: Viewer) -> [Door]
    /// The feature's part of the first screen, «Сегодня».
    static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart]
    /// What staff must know of pupils at a lesson, e.g. that one takes no part in lessons on the platform.
    static func notes(on pupils: [ID<Person>], for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [PupilNote]
    /// Destroys what the feature's own tables and traces hold of the person (152-FZ, REQUIREMENTS H02) and says how much that was.
    /// Rows that others need stay, without the person's data: what a person did to others keeps its author's number. Who asks for
    /// it judges the right and ends memberships; called for a person of whom nothing is left to destroy it does nothing.
    static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed]
    /// What the feature holds of a pupil, to be printed: the paper that goes on where the electronic record ends (REQUIREMENTS H02, H03).
    /// Whoever asks has judged that the reader may have it.
    static func onPaper(_ pupil: ID<Person>, for reader: Reader, in tx: Transaction) throws -> [PaperPart]
    /// Two rows of one human being become one: everything this feature keeps of `from` belongs to `into` afterwards. Throws
    /// `Denial.conflict` where something would be lost. The right to it was judged by whoever asks.
    static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws
    /// One human being becomes two rows, see `Parting`: everything this feature keeps of the person in that school belongs to the new
    /// row afterwards, and nothing elsewhere changes. Whoever merges also parts. The right to it was judged by whoever asks.
    static func part(_ parting: Parting, in tx: Transaction) throws
    /// All this feature keeps about a person in the reader's school. Whoever asks has made sure that the reader may read it.
    static func ownData(of person: ID<Person>, for reader: Reader, in tx: Transaction) throws -> [OwnData]
    /// Clears away what commits have left outside the database, and goes on with what waits. Called each minute and after an erasure,
    /// by every node.
    static func tidy(_ site: Site, at now: Moment) async throws
}

extension Feature {
    public static var bundle: Bundle? { nil }
    public static func addOperations(to api: inout API, of site: Site) {}
    public static func topics(of viewer: Viewer, in tx: Transaction) throws -> [Topic] { [] }
    public static func follow(_ facts: [Fact], by person: ID<Person>?, at now: Moment, in tx: Transaction) throws {}
    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] { [] }
    public static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart] { [] }
    public static func notes(on pupils: [ID<Person>], for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [PupilNote] { [] }
    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { [] }
    public static func onPaper(_ pupil: ID<Person>, for reader: Reader, in tx: Transaction) throws -> [PaperPart] { [] }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws {}
    public static func part(_ parting: Parting, in tx: Transaction) throws {}
    public static func ownData(of person: ID<Person>, for reader: Reader, in tx: Transaction) throws -> [OwnData] { [] }
    public static func tidy(_ site: Site, at now: Moment) async throws {}
}

/// The way to a place of a feature, as «Ещё» shows it.
public struct Door: Sendable {
    public enum Group: Int, Sendable, CaseIterable {
        /// What concerns the person alone.
        case own
        /// What concerns the school: people, classes, papers.
        case school
    }
    public let group: Group
    public let link: Link
    public let title: String
    public let hint: String?
    public init(_ title: String, _ link: Link, in group: Group, hint: String? = nil) {
        self.title = title
        self.link = link
        self.group = group
        self.hint = hint
    }
}

/// A few words beside a pupil's name in a list that staff work with.
public struct PupilNote: Hashable, Sendable {
    public let pupil: ID<Person>
    public let words: String
    /// Nothing is written of the pupil here: the record goes on on paper.
    public let isKeptOnPaper: Bool
    public init(_ pupil: ID<Person>, _ words: String, isKeptOnPaper: Bool = false) {
        self.pupil = pupil
        self.words = words
        self.isKeptOnPaper = isKeptOnPaper
    }
}

/// What one feature holds of a person, as a section of a printed sheet.
public struct PaperPart: Sendable {
    public let html: HTML
    public init(_ html: HTML) { self.html = html }
}

/// One section of «Сегодня»; the smaller the number, the higher it stands: what is now, what is unread, what is owed.
public struct TodayPart: Sendable {
    public enum Rank: Int, Sendable, Comparable {
        /// Told by the school's head to be read before all else.
        case urgent
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
