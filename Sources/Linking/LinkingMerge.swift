import Kernel
import Storage

/// Outside accounts of one person row become another's. One person has one account in a system: where both have one, that of `into`
/// stays, and the other is free to be linked again.
enum LinkingMerge {
    static func run(_ from: ID<Person>, into: ID<Person>, _ tx: Transaction) throws {
        for table in ["account_link", "link_request"] as [SQL] {
            try tx.rows("DELETE FROM \(table) WHERE person_id = \(from) AND system_id IN (SELECT system_id FROM \(table) WHERE person_id = \(into))")
            try tx.rows("UPDATE \(table) SET person_id = \(into) WHERE person_id = \(from)")
        }
        // Who has an account in a system asks for none there.
        try tx.rows("DELETE FROM link_request WHERE person_id = \(into) AND system_id IN (SELECT system_id FROM account_link WHERE person_id = \(into))")
        try tx.rows("UPDATE outside_upload SET uploaded_by = \(into) WHERE uploaded_by = \(from)")
    }
}
