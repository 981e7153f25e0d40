/// The shape of a JSON value, as OpenAPI 3.1 writes it.
public indirect enum Schema: Sendable, Hashable {
    case integer, number, string, boolean, date
    case choice([String])
    case list(Schema)
    case object([Field])

    public struct Field: Sendable, Hashable {
        public let name: String
        public let schema: Schema
        public let isOptional: Bool
        public init(_ name: String, _ schema: Schema, isOptional: Bool = false) {
            self.name = name
            self.schema = schema
            self.isOptional = isOptional
        }
    }

    /// The shape of a type, found by letting it decode itself from a decoder that answers every question and remembers it.
    public static func of<T: Decodable>(_ type: T.Type) -> Schema {
        if let known = known(type) { return known }
        let memory = SchemaMemory()
        _ = try? T(from: SchemaDecoder(memory: memory))
        return memory.schema
    }

    private static func known(_ type: Any.Type) -> Schema? {
        switch type {
        case is String.Type: .string
        case is Bool.Type: .boolean
        case is Double.Type: .number
        case is Int.Type, is Int64.Type: .integer
        default: (type as? any Described.Type)?.schema
        }
    }
}

/// A type whose JSON is not told by its fields: a date, a choice among words.
public protocol Described {
    static var schema: Schema { get }
    /// Any value, with which a description can go on.
    static var sample: Self { get }
}

extension Described where Self: CaseIterable & RawRepresentable, RawValue == String {
    public static var schema: Schema { .choice(allCases.map(\.rawValue)) }
    public static var sample: Self {
        guard let first = allCases.first else { preconditionFailure("a choice has at least one case") }
        return first
    }
}

extension Schema {
    /// As OpenAPI 3.1 (JSON Schema 2020-12) writes it.
    public var json: JSON {
        switch self {
        case .integer: ["type": "integer"]
        case .number: ["type": "number"]
        case .string: ["type": "string"]
        case .boolean: ["type": "boolean"]
        case .date: ["type": "string", "format": "date"]
        case .choice(let words): ["type": "string", "enum": .list(words.map(JSON.text))]
        case .list(let item): ["type": "array", "items": item.json]
        case .object(let fields):
            [
                "type": "object",
                "properties": .object(Dictionary(fields.map { ($0.name, $0.schema.json) }, uniquingKeysWith: { a, _ in a })),
                "required": .list(fields.filter { !$0.isOptional }.map { .text($0.name) }),
            ]
        }
    }
}

/// A JSON value put together in code.
public indirect enum JSON: Sendable, Encodable, ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
    ExpressibleByBooleanLiteral
{
    case text(String), truth(Bool), list([JSON]), object([String: JSON])
    public init(stringLiteral value: String) { self = .text(value) }
    public init(booleanLiteral value: Bool) { self = .truth(value) }
    public init(arrayLiteral elements: JSON...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(Dictionary(elements, uniquingKeysWith: { a, _ in a })) }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .truth(let truth): try container.encode(truth)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }
}
