import Kernel

/// What both databases can hold.
public enum Value: Hashable, Sendable { case null, int(Int64), real(Double), text(String), bytes([UInt8]) }

/// A statement whose interpolated values are always bound, never pasted. Its literal pieces are `StaticString`s: a text
/// made at run time cannot become part of a statement.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    enum Part: Sendable { case text(String), value(Value) }
    var parts: [Part]

    public init(stringLiteral text: StaticString) { parts = [.text(text.description)] }
    public init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }
    /// The one way round the rule, for names that cannot be bound (a test's schema). Features do not use it; a test looks.
    package init(pasting text: String) { parts = [.text(text)] }

    public struct Interpolation: StringInterpolationProtocol {
        public typealias StringLiteralType = StaticString
        var parts: [Part] = []
        public init(literalCapacity: Int, interpolationCount: Int) {}
        public mutating func appendLiteral(_ text: StaticString) { parts.append(.text(text.description)) }
        public mutating func appendInterpolation<T>(_ id: ID<T>) { parts.append(.value(.int(id.number))) }
        public mutating func appendInterpolation(_ number: some BinaryInteger) { parts.append(.value(.int(Int64(number)))) }
        public mutating func appendInterpolation(_ text: String) { parts.append(.value(.text(text))) }
        public mutating func appendInterpolation(_ moment: Moment) { parts.append(.value(.int(moment.milliseconds))) }
        public mutating func appendInterpolation(_ day: Day) { parts.append(.value(.text(day.description))) }
        /// Yes and no are kept as 1 and 0.
        public mutating func appendInterpolation(_ truth: Bool) { parts.append(.value(.int(truth ? 1 : 0))) }
        public mutating func appendInterpolation(_ bytes: [UInt8]) { parts.append(.value(.bytes(bytes))) }
        public mutating func appendInterpolation<T>(_ id: ID<T>?) { parts.append(.value(id.map { .int($0.number) } ?? .null)) }
        public mutating func appendInterpolation(_ number: (some BinaryInteger)?) { parts.append(.value(number.map { .int(Int64($0)) } ?? .null)) }
        public mutating func appendInterpolation(_ text: String?) { parts.append(.value(text.map { .text($0) } ?? .null)) }
        public mutating func appendInterpolation(_ moment: Moment?) { parts.append(.value(moment.map { .int($0.milliseconds) } ?? .null)) }
        public mutating func appendInterpolation(_ day: Day?) { parts.append(.value(day.map { .text($0.description) } ?? .null)) }
        /// `(1, 2, 3)` after IN; an empty list holds nothing.
        public mutating func appendInterpolation(list items: some Sequence<Value>) {
            var isFirst = true
            for item in items {
                parts.append(.text(isFirst ? "(" : ", "))
                parts.append(.value(item))
                isFirst = false
            }
            parts.append(.text(isFirst ? "(NULL)" : ")"))
        }
        public mutating func appendInterpolation<T>(list ids: some Sequence<ID<T>>) { appendInterpolation(list: ids.map { Value.int($0.number) }) }
        /// `(…), (…)` after VALUES; each item is one row in its brackets, and there is at least one.
        public mutating func appendInterpolation(rows: some Sequence<SQL>) {
            for (place, row) in rows.enumerated() {
                if place > 0 { parts.append(.text(", ")) }
                parts += row.parts
            }
        }
        public mutating func appendInterpolation(_ value: Value) { parts.append(.value(value)) }
        /// A condition another file owns, e.g. the one a policy gives for lists.
        public mutating func appendInterpolation(_ fragment: SQL) { parts += fragment.parts }
    }

    /// The text with `$1`, `$2`, … and the values in that order. SQLite takes such a name as well, but numbers
    /// parameters by their first appearance: its driver binds by name.
    package var rendered: (text: String, values: [Value]) {
        var text = "", values: [Value] = []
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .value(let value): values.append(value); text += "$\(values.count)"
            }
        }
        return (text, values)
    }
}
