/// The little of CBOR (RFC 8949) that passkeys speak, read strictly: definite lengths, shortest forms, no tags, no floats, no doubled
/// keys, nothing left over. What a browser sends may come from anywhere.
indirect enum CBOR: Hashable, Sendable {
    case int(Int64)
    case bytes([UInt8])
    case text(String)
    case list([CBOR])
    case map([CBOR: CBOR])
    case bool(Bool)
    case null

    /// `nil` for anything but one whole value.
    init?(_ bytes: [UInt8]) {
        guard let (value, length) = Self.first(of: bytes[...]), length == bytes.count else { return nil }
        self = value
    }

    /// The value at the beginning and how many bytes it takes.
    static func first(of bytes: ArraySlice<UInt8>) -> (CBOR, length: Int)? {
        var reader = Reader(rest: bytes)
        guard let value = reader.value(depth: 0) else { return nil }
        return (value, bytes.count - reader.rest.count)
    }

    subscript(_ key: CBOR) -> CBOR? {
        guard case .map(let map) = self else { return nil }
        return map[key]
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>
        private static let deepest = 8
        init(rest: ArraySlice<UInt8>) { self.rest = rest }

        mutating func value(depth: Int) -> CBOR? {
            guard depth <= Self.deepest, let head = rest.popFirst() else { return nil }
            if head >> 5 == 7 { return simple(head) }
            guard let argument = argument(head & 31) else { return nil }
            switch head >> 5 {
            case 0: return Int64(exactly: argument).map(CBOR.int)
            case 1: return Int64(exactly: argument).map { .int(-1 - $0) }
            case 2: return take(argument).map { .bytes(Array($0)) }
            case 3: return take(argument).flatMap { String(validating: $0, as: UTF8.self) }.map(CBOR.text)
            case 4: return list(argument, depth)
            case 5: return map(argument, depth)
            default: return nil
            }
        }

        private func simple(_ head: UInt8) -> CBOR? {
            switch head {
            case 0xF4: .bool(false)
            case 0xF5: .bool(true)
            case 0xF6: .null
            default: nil
            }
        }

        private mutating func argument(_ short: UInt8) -> UInt64? {
            if short < 24 { return UInt64(short) }
            guard short <= 27, let bytes = take(1 << UInt64(short - 24)) else { return nil }
            let number = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let least: [UInt64] = [24, 1 << 8, 1 << 16, 1 << 32]
            return number >= least[Int(short - 24)] ? number : nil
        }

        private mutating func take(_ count: UInt64) -> ArraySlice<UInt8>? {
            guard let count = Int(exactly: count), count <= rest.count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }

        private mutating func list(_ count: UInt64, _ depth: Int) -> CBOR? {
            // Each element takes at least a byte: a length that cannot be is not allocated.
            guard count <= rest.count else { return nil }
            var items: [CBOR] = []
            for _ in 0..<count {
                guard let item = value(depth: depth + 1) else { return nil }
                items.append(item)
            }
            return .list(items)
        }

        private mutating func map(_ count: UInt64, _ depth: Int) -> CBOR? {
            guard count <= rest.count / 2 else { return nil }
            var items: [CBOR: CBOR] = [:]
            for _ in 0..<count {
                guard let key = value(depth: depth + 1), let item = value(depth: depth + 1), items.updateValue(item, forKey: key) == nil else { return nil }
            }
            return .map(items)
        }
    }
}
