import Accounts
import Kernel
import Storage

/// The school's bells are set anew. Lessons that are dated already keep their times.
public struct SetBells: Verb {
    public let bells: [Bell]
    public init(_ bells: [Bell]) { self.bells = bells }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.ruled(by: viewer)
        for (bell, next) in zip(bells, bells.dropFirst()) {
            guard bell.number < next.number, bell.ends <= next.starts else { throw Denial.invalid(field: "bells", .wrongBell) }
        }
        guard bells.allSatisfy({ $0.starts < $0.ends && $0.starts >= 0 && $0.ends <= 1440 && (0...20).contains($0.number) }) else {
            throw Denial.invalid(field: "bells", .wrongBell)
        }
        try tx.rows("DELETE FROM bell WHERE school_id = \(ruled.id)")
        for bell in bells {
            try tx.rows("INSERT INTO bell (school_id, number, starts_minute, ends_minute) VALUES (\(ruled.id), \(bell.number), \(bell.starts), \(bell.ends))")
        }
    }
}
