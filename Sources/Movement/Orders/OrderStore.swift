import Accounts
import Documents
import Kernel
import Storage

/// The orders' SQL. Writing takes `RuledSchool`, reading `ReadSchool`.
enum OrderStore {
    /// The order of this number and date, written down if it is new: one order may move many people.
    static func note(_ draft: OrderDraft, in school: RuledSchool, at now: Moment, _ tx: Transaction) throws -> ID<SchoolOrder> {
        let by = school.ruler.person.number == 0 ? nil : school.ruler.person
        return try tx.one(
            """
            INSERT INTO school_order (school_id, number, dated_on, entered_by, entered_at) VALUES (\(school.id), \(draft.number), \(draft.date), \(by), \(now))
            ON CONFLICT (school_id, number, dated_on) DO UPDATE SET number = excluded.number RETURNING id
            """
        ).id("id")
    }

    /// Columns of an order `o`.
    static let columns: SQL = "o.id AS order_id, o.number AS order_number, o.dated_on, o.document_id"

    static func order(_ row: Row) throws -> SchoolOrder {
        SchoolOrder(id: try row.id("order_id"), number: try row.text("order_number"), date: try row.day("dated_on"), scan: try row.optionalID("document_id"))
    }

    static func order(_ id: ID<SchoolOrder>, in school: ReadSchool, _ tx: Transaction) throws -> SchoolOrder? {
        try tx.first("SELECT \(columns) FROM school_order o WHERE o.id = \(id) AND o.school_id = \(school.id)").map(order)
    }

    static func setScan(_ scan: ID<Document>, of order: ID<SchoolOrder>, in school: RuledSchool, _ tx: Transaction) throws -> Bool {
        try tx.first("UPDATE school_order SET document_id = \(scan) WHERE id = \(order) AND school_id = \(school.id) RETURNING id") != nil
    }
}
