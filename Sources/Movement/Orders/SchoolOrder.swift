import Documents
import Kernel

/// A director's order, by which people come, go and are appointed.
public struct SchoolOrder: Hashable, Sendable {
    public let id: ID<SchoolOrder>
    public let number: String
    public let date: Day
    public let scan: ID<Document>?
}

/// An order as a person writes it down.
public struct OrderDraft: Hashable, Sendable {
    public let number: String
    public let date: Day
    /// 1 to 40 characters without line ends. Throws `Denial.invalid` for the field `order`.
    public init(number: String, date: Day) throws {
        guard !number.isEmpty, number.count <= 40, number.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw Denial.invalid(field: "order", .orderNumber)
        }
        self.number = number
        self.date = date
    }

    /// Nothing is done by an order that has not been signed yet.
    func check(today: Day) throws {
        guard date <= today else { throw Denial.invalid(field: "orderDate", .orderInFuture) }
    }
}
