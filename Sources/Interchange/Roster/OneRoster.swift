/// The entries of a roster, as OneRoster 1.1 and 1.2 and Microsoft's School Data Sync 2.1 have them.
public enum OneRoster {
    /// Which of the formats the files follow; told by their headers and the manifest.
    public enum Dialect: String, Sendable, CaseIterable {
        case oneRoster, schoolDataSync
    }

    /// The name an entry has in the system it comes from, typed by what it names.
    public struct SourcedID<Named>: Hashable, Sendable, CustomStringConvertible {
        public let text: String
        public init(_ text: String) { self.text = text }
        public var description: String { text }
    }

    /// Where an entry stands.
    public struct Origin: Hashable, Sendable {
        public let file: String
        public let line: Int
        public init(file: String, line: Int) { self.file = file; self.line = line }
    }

    public enum Status: String, Hashable, Sendable, CaseIterable {
        case active
        /// OneRoster 1.0's word, still met: there, but not in use.
        case inactive
        /// `tobedeleted`: the other system has deleted it and says so.
        case deleted = "tobedeleted"
    }

    /// A word of a list that the format gives, or one that the list does not have.
    public enum Listed<Words: RawRepresentable<String> & CaseIterable & Hashable & Sendable>: Hashable, Sendable {
        case known(Words)
        case unknown(String)

        /// Letter case is not looked at.
        public init(_ text: String) {
            let word = Words.allCases.first { $0.rawValue.lowercased() == text.lowercased() }
            self = word.map(Listed.known) ?? .unknown(text)
        }
    }

    /// A person's name in a further system, `{LDAP:12}`.
    public struct ExternalID: Hashable, Sendable {
        public let system: String, text: String
        public init(system: String, text: String) { self.system = system; self.text = text }
    }
}

/// What every kind of entry has.
protocol RosterEntry: Sendable {
    associatedtype Key: Hashable & Sendable
    /// What no second entry may have.
    var key: Key { get }
    /// The key for people.
    var keyText: String { get }
    var origin: OneRoster.Origin { get }
    var status: OneRoster.Status { get }
}
