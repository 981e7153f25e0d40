import Kernel

/// The work of one request against one consistent state. News waits here until the commit.
public final class Transaction {
    public let dialect: Dialect
    private let execute: (SQL) throws -> [Row]
    public private(set) var news: [News] = []

    package init(_ dialect: Dialect, execute: @escaping (SQL) throws -> [Row]) { self.dialect = dialect; self.execute = execute }

    @discardableResult public func rows(_ sql: SQL) throws -> [Row] { try execute(sql) }
    public func first(_ sql: SQL) throws -> Row? { try execute(sql).first }

    /// What the verbs have changed that other features have not followed yet; each fact once.
    public private(set) var facts: [Fact] = []
    public func tell(_ fact: Fact) { if toldFacts.insert(fact).inserted { facts.append(fact) } }
    private var toldFacts: Set<Fact> = []
    /// For whoever lets the features follow them.
    public func takeFacts() -> [Fact] {
        defer { (facts, toldFacts) = ([], []) }
        return facts
    }

    public func emit(_ event: LiveEvent) { news.append(.event(event)) }
    /// From here on the person's open pages follow the topic.
    public func join(_ person: ID<Person>, _ topic: Topic) { news.append(.joined(person, topic)) }
    /// From here on they do not.
    public func leave(_ person: ID<Person>, _ topic: Topic) { news.append(.left(person, topic)) }

    /// The person has signed out or lost a right: their open pages' lines end.
    public func end(_ person: ID<Person>) { news.append(.ended(person)) }
    /// For the making of a whole school, when no page is open: what was announced so far is dropped.
    public func dropNews() { news = [] }

    public var events: [LiveEvent] { news.compactMap { if case .event(let event) = $0 { event } else { nil } } }
}

extension Transaction {
    /// The one row a statement must give, e.g. after RETURNING.
    public func one(_ sql: SQL) throws -> Row {
        guard let row = try first(sql) else { throw NoRow() }
        return row
    }
}

/// A statement that always gives a row gave none.
public struct NoRow: Error {}
