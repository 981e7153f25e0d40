/// What a type asked for while it decoded itself.
final class SchemaMemory {
    var fields: [Schema.Field] = []
    var item: Schema?
    var single: Schema?
    var schema: Schema { single ?? item.map(Schema.list) ?? .object(fields) }
}

/// Answers every question of a `Decodable` type with a harmless value and remembers the question.
struct SchemaDecoder: Decoder {
    let memory: SchemaMemory
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> { KeyedDecodingContainer(SchemaKeys(memory: memory)) }
    func unkeyedContainer() -> any UnkeyedDecodingContainer { SchemaItems(memory: memory) }
    func singleValueContainer() -> any SingleValueDecodingContainer { SchemaSingle(memory: memory) }

    /// A harmless value of the type, and its shape.
    static func sample<T: Decodable>(_ type: T.Type) throws -> (T, Schema) {
        if let plain = plain(type) { return plain }
        let memory = SchemaMemory()
        return (try T(from: SchemaDecoder(memory: memory)), memory.schema)
    }

    private static func plain<T>(_ type: T.Type) -> (T, Schema)? {
        let candidates: [(Any, Schema)] = [("", .string), (false, .boolean), (0 as Int, .integer), (0 as Int64, .integer), (0 as Double, .number)]
        if let described = type as? any Described.Type { return (described.sample as? T).map { ($0, described.schema) } }
        return candidates.lazy.compactMap { candidate in (candidate.0 as? T).map { ($0, candidate.1) } }.first
    }
}

private struct SchemaKeys<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let memory: SchemaMemory
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }
    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try note(type, key, isOptional: false) }
    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? { try note(type, key, isOptional: true) }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try note(type, key, isOptional: true) }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try note(type, key, isOptional: true) }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try note(type, key, isOptional: true) }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try note(type, key, isOptional: true) }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try note(type, key, isOptional: true) }

    private func note<T: Decodable>(_ type: T.Type, _ key: Key, isOptional: Bool) throws -> T {
        let (value, schema) = try SchemaDecoder.sample(type)
        memory.fields.append(Schema.Field(key.stringValue, schema, isOptional: isOptional))
        return value
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedDecodingContainer<Nested> {
        KeyedDecodingContainer(SchemaKeys<Nested>(memory: SchemaMemory()))
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer { SchemaItems(memory: SchemaMemory()) }
    func superDecoder() -> any Decoder { SchemaDecoder(memory: SchemaMemory()) }
    func superDecoder(forKey key: Key) -> any Decoder { SchemaDecoder(memory: SchemaMemory()) }
}

private struct SchemaItems: UnkeyedDecodingContainer {
    let memory: SchemaMemory
    var codingPath: [any CodingKey] { [] }
    var count: Int? { 1 }
    var isAtEnd: Bool { currentIndex > 0 }
    var currentIndex = 0
    mutating func decodeNil() -> Bool { false }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        currentIndex += 1
        let (value, schema) = try SchemaDecoder.sample(type)
        memory.item = schema
        return value
    }
    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(SchemaKeys<Key>(memory: SchemaMemory()))
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer { SchemaItems(memory: SchemaMemory()) }
    mutating func superDecoder() -> any Decoder { SchemaDecoder(memory: SchemaMemory()) }
}

private struct SchemaSingle: SingleValueDecodingContainer {
    let memory: SchemaMemory
    var codingPath: [any CodingKey] { [] }
    func decodeNil() -> Bool { false }
    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let (value, schema) = try SchemaDecoder.sample(type)
        memory.single = schema
        return value
    }
}
