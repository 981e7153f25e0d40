import Kernel
import Storage
import WebCore

/// Packages and records of one person row become another's. Two packages that may still be fetched are two answers to the next
/// school: one of them is withdrawn first.
enum TransferMerge {
    private static let columns: [(table: SQL, column: SQL)] = [
        ("transfer_package", "pupil_id"), ("transfer_package", "offered_by"), ("transfer_incoming", "brought_by"), ("transfer_received", "pupil_id"),
        ("transfer_received", "received_by"),
    ]

    static func run(_ from: ID<Person>, into: ID<Person>, _ tx: Transaction) throws {
        let twice = try tx.first(
            """
            SELECT f.id FROM transfer_package f JOIN transfer_package i ON i.school_id = f.school_id AND i.pupil_id = \(into) AND i.state = 'offered'
            WHERE f.pupil_id = \(from) AND f.state = 'offered'
            """)
        guard twice == nil else { throw Denial.conflict(.alreadyOffered) }
        for (table, column) in columns { try tx.rows("UPDATE \(table) SET \(column) = \(into) WHERE \(column) = \(from)") }
    }
}
