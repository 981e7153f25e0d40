import CLibPQ
import Foundation
import Storage

/// One connection to the server. Belongs to the thread that opened it; all calls block.
final class PostgresConnection {
    private let handle: OpaquePointer
    private var prepared: [String: String] = [:]
    private static let mostPrepared = 512

    init(_ connectionString: String) throws {
        guard let handle = PQconnectdb(connectionString) else { throw PostgresError(state: "08001", message: "out of memory") }
        guard PQstatus(handle) == CONNECTION_OK else {
            defer { PQfinish(handle) }
            throw PostgresError(state: "08001", message: String(cString: PQerrorMessage(handle)))
        }
        self.handle = handle
        PQsetNoticeProcessor(handle, { _, _ in }, nil)  // notices are for a person at a prompt
    }
    deinit { PQfinish(handle) }

    var isLost: Bool { PQstatus(handle) != CONNECTION_OK }
    var isIdle: Bool { PQtransactionStatus(handle) == PQTRANS_IDLE }

    /// The same server again: a new session, so nothing prepared is left.
    func reconnect() throws {
        prepared = [:]
        PQreset(handle)
        if isLost { throw PostgresError(state: "08001", message: String(cString: PQerrorMessage(handle))) }
    }

    @discardableResult func run(_ sql: SQL) throws -> [Row] {
        let (text, values) = sql.rendered
        let name = try prepare(text)
        let texts = try values.map { try $0.forPostgres() }
        let owned = texts.map { $0.map { strdup($0) } ?? nil }
        defer { owned.forEach { free($0) } }
        return try answer(PQexecPrepared(handle, name, Int32(values.count), owned.map { UnsafePointer($0) }, nil, nil, 0))
    }

    private func prepare(_ text: String) throws -> String {
        if let known = prepared[text] { return known }
        if prepared.count == Self.mostPrepared { try forgetPrepared() }
        let name = "s\(prepared.count)"
        _ = try answer(PQprepare(handle, name, text, 0, nil))
        prepared[text] = name
        return name
    }

    /// Also the cure for "cached plan must not change result type" after another node has changed the schema.
    func forgetPrepared() throws {
        prepared = [:]
        _ = try answer(PQexec(handle, "DEALLOCATE ALL"))
    }

    private func answer(_ result: OpaquePointer?) throws -> [Row] {
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK: return []
        case PGRES_TUPLES_OK:
            let columns = (0..<PQnfields(result)).map { String(cString: PQfname(result, $0)) }
            return (0..<PQntuples(result)).map { row in Row(columns, (0..<Int32(columns.count)).map { Value(result, row, $0) }) }
        default:
            let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? "08006"
            throw PostgresError(state: state, message: String(cString: PQerrorMessage(handle)))
        }
    }

    /// What others have announced on channels this connection listens to. Waits up to `milliseconds` for the first.
    func notifications(waiting milliseconds: Int32) throws -> [String] {
        var found = pendingNotifications()
        guard found.isEmpty else { return found }
        var descriptor = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, milliseconds) > 0 else { return [] }
        guard PQconsumeInput(handle) == 1, !isLost else { throw PostgresError(state: "08006", message: String(cString: PQerrorMessage(handle))) }
        found = pendingNotifications()
        return found
    }

    private func pendingNotifications() -> [String] {
        var found: [String] = []
        while let notification = PQnotifies(handle) {
            found.append(String(cString: notification.pointee.extra))
            PQfreemem(notification)
        }
        return found
    }
}
