import Accounts
import Kernel
import Storage

/// How long something may take: the regulation's own length unless the school has set another (REQUIREMENTS 1.K, A32–A33).
public enum Deadline: String, Sendable, CaseIterable, Codable {
    /// A class's data are checked at least once in so many calendar months.
    case dataCheck
    /// What a class teacher has reported is done within so many working days.
    case report
    /// So many days of a week are working days, from Monday on.
    case workingWeek

    public var byDefault: Int {
        switch self {
        case .dataCheck: 1
        case .report: 2
        case .workingWeek: 6
        }
    }
    public var shortest: Int { self == .workingWeek ? 5 : 1 }
    public var longest: Int {
        switch self {
        case .dataCheck: 12
        case .report: 30
        case .workingWeek: 6
        }
    }

    static func lengths(in school: ID<School>, _ tx: Transaction) throws -> [Deadline: Int] {
        try tx.rows("SELECT name, length FROM deadline WHERE school_id = \(school)").reduce(into: [:]) {
            if let deadline = Deadline(rawValue: try $1.text("name")) { $0[deadline] = Int(try $1.int("length")) }
        }
    }
    func length(in school: ID<School>, _ tx: Transaction) throws -> Int { try Self.lengths(in: school, tx)[self] ?? byDefault }
}

/// The school sets how long something may take.
public struct SetDeadline: Verb {
    public let deadline: Deadline
    public let length: Int
    public init(_ deadline: Deadline, _ length: Int) {
        self.deadline = deadline
        self.length = length
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        guard (deadline.shortest...deadline.longest).contains(length) else { throw Denial.invalid(field: deadline.rawValue, .wrongLength) }
        try tx.rows(
            """
            INSERT INTO deadline (school_id, name, length) VALUES (\(ruled.id), \(deadline.rawValue), \(length))
            ON CONFLICT (school_id, name) DO UPDATE SET length = excluded.length
            """)
        try tx.leave(Trace("movement.deadline", about: "deadline:\(deadline.rawValue)", became: "\(length)"), by: viewer, at: now)
    }
}
