import CSQLite
import Storage

/// A prepared statement, used again and again.
final class Statement {
    private let text: String
    private let database: OpaquePointer
    private let handle: OpaquePointer
    private let columns: [String]
    /// Which value each of SQLite's parameters takes: it numbers `$2 … $1` by appearance, so their names decide.
    private let order: [Int]

    init(_ text: String, on database: OpaquePointer) throws {
        var made: OpaquePointer?
        var rest: UnsafePointer<CChar>?
        let (result, hasRest) = text.withCString { start in
            let result = sqlite3_prepare_v3(database, start, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, &rest)
            return (result, rest.map { String(cString: $0).contains { !$0.isWhitespace } } ?? false)
        }
        guard result == SQLITE_OK, let made else {
            throw SQLiteError(code: sqlite3_extended_errcode(database), message: String(cString: sqlite3_errmsg(database)), statement: text)
        }
        guard !hasRest else { sqlite3_finalize(made); throw SQLiteError(code: SQLITE_MISUSE, message: "one statement at a time", statement: text) }
        self.text = text
        self.database = database
        handle = made
        columns = (0..<sqlite3_column_count(made)).map { String(cString: sqlite3_column_name(made, $0)) }
        order = (0..<sqlite3_bind_parameter_count(made)).map { index in
            sqlite3_bind_parameter_name(made, index + 1).flatMap { Int(String(cString: $0 + 1)) } ?? Int(index) + 1
        }
    }

    private var isFinished = false
    /// Lets go of SQLite's own part; the statement cannot run any more.
    func finish() {
        guard !isFinished else { return }
        isFinished = true
        sqlite3_finalize(handle)
    }
    deinit { finish() }

    func run(_ values: [Value]) throws -> [Row] {
        defer { sqlite3_reset(handle); sqlite3_clear_bindings(handle) }
        for (index, number) in order.enumerated() { try bind(values[number - 1], at: Int32(index + 1)) }
        var rows: [Row] = []
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: rows.append(Row(columns, (0..<Int32(columns.count)).map(value)))
            case SQLITE_DONE: return rows
            default: throw failure
            }
        }
    }

    private var failure: SQLiteError {
        SQLiteError(code: sqlite3_extended_errcode(database), message: String(cString: sqlite3_errmsg(database)), statement: text)
    }

    private func bind(_ value: Value, at index: Int32) throws {
        let result: Int32
        switch value {
        case .null: result = sqlite3_bind_null(handle, index)
        case .int(let number): result = sqlite3_bind_int64(handle, index, number)
        case .real(let number): result = sqlite3_bind_double(handle, index, number)
        case .text(let text): result = sqlite3_bind_text(handle, index, text, Int32(text.utf8.count), Self.copied)
        case .bytes(let bytes) where bytes.isEmpty: result = sqlite3_bind_zeroblob(handle, index, 0)
        case .bytes(let bytes): result = sqlite3_bind_blob64(handle, index, bytes, sqlite3_uint64(bytes.count), Self.copied)
        }
        guard result == SQLITE_OK else { throw failure }
    }

    /// SQLITE_TRANSIENT, a macro that does not cross into Swift: SQLite keeps a copy of its own.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    private func value(_ column: Int32) -> Value {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: .int(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: .real(sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            .text(
                String(
                    decoding: UnsafeBufferPointer(start: sqlite3_column_text(handle, column), count: Int(sqlite3_column_bytes(handle, column))), as: UTF8.self))
        case SQLITE_BLOB: .bytes(Array(UnsafeRawBufferPointer(start: sqlite3_column_blob(handle, column), count: Int(sqlite3_column_bytes(handle, column)))))
        default: .null
        }
    }
}
