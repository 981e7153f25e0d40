import Kernel

/// One answer row, read by column name. A wrong name or type is a programming error and says which.
public struct Row: Sendable {
    private let columns: [String]  // shared by all rows of an answer
    private let values: [Value]
    package init(_ columns: [String], _ values: [Value]) { self.columns = columns; self.values = values }

    public subscript(_ name: String) -> Value? { columns.firstIndex(of: name).map { values[$0] } }

    public func int(_ name: String) throws -> Int64 {
        guard case .int(let number)? = self[name] else { throw RowError(column: name, wanted: "int", row: self) }
        return number
    }
    public func text(_ name: String) throws -> String {
        guard case .text(let text)? = self[name] else { throw RowError(column: name, wanted: "text", row: self) }
        return text
    }
    public func bool(_ name: String) throws -> Bool { try int(name) != 0 }
    public func bytes(_ name: String) throws -> [UInt8] {
        guard case .bytes(let bytes)? = self[name] else { throw RowError(column: name, wanted: "bytes", row: self) }
        return bytes
    }
    public func day(_ name: String) throws -> Day {
        guard let day = Day(try text(name)) else { throw RowError(column: name, wanted: "a date", row: self) }
        return day
    }
    public func zone(_ name: String) throws -> Zone {
        guard let zone = Zone(try text(name)) else { throw RowError(column: name, wanted: "a time zone", row: self) }
        return zone
    }
    /// What may be missing: `nil` for NULL, an error for a wrong name or type.
    public func optional<T>(_ name: String, _ read: (Row) -> (String) throws -> T) throws -> T? {
        guard let value = self[name] else { throw RowError(column: name, wanted: "a column", row: self) }
        return value == .null ? nil : try read(self)(name)
    }
    public func optionalID<T>(_ name: String, of: T.Type = T.self) throws -> ID<T>? { try optional(name, Row.int).map { ID($0) } }
    public func id<T>(_ name: String, of: T.Type = T.self) throws -> ID<T> { ID(try int(name)) }
    public func moment(_ name: String) throws -> Moment { Moment(milliseconds: try int(name)) }
}

public struct RowError: Error { public let column, wanted: String; public let row: Row }
