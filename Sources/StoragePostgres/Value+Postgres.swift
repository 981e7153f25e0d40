import CLibPQ
import Storage

extension Value {
    /// The value as the server reads text; the type is what the statement makes of it.
    func forPostgres() throws -> String? {
        switch self {
        case .null: return nil
        case .int(let number): return String(number)
        case .real(let number): return String(number)
        case .text(let text):
            // C strings end at a zero, and the server refuses one in text anyway: say so instead of cutting the text short.
            guard !text.utf8.contains(0) else { throw PostgresError(state: "22021", message: "a text holds a zero byte") }
            return text
        case .bytes(let bytes): return "\\x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }

    init(_ result: OpaquePointer?, _ row: Int32, _ column: Int32) {
        guard PQgetisnull(result, row, column) == 0, let raw = PQgetvalue(result, row, column) else { self = .null; return }
        let text = String(decoding: UnsafeRawBufferPointer(start: raw, count: Int(PQgetlength(result, row, column))), as: UTF8.self)
        self =
            switch PQftype(result, column) {
            case 16: .int(text == "t" ? 1 : 0)  // bool
            case 20, 21, 23, 26: .int(Int64(text) ?? 0)  // int8, int2, int4, oid
            case 700, 701, 1700: .real(Double(text) ?? 0)  // float4, float8, numeric
            case 17: .bytes(Self.bytes(fromHex: text))  // bytea
            default: .text(text)
            }
    }

    private static func bytes(fromHex text: String) -> [UInt8] {
        let digits = text.utf8.dropFirst(2).map { UInt8(($0 & 15) + ($0 >> 6) * 9) }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
