import Accounts
import Kernel
import School
import Storage

/// The school's usual bells are set anew (REQUIREMENTS E18). Dated lessons that have not begun move with them; one for whose number no
/// bell rings any more keeps its hour.
public struct SetBells: Verb {
    public let bells: [Bell]
    public init(_ bells: [Bell]) { self.bells = bells }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        _ = try ChangeBells(.usual(bells)).run(by: viewer, at: now, in: tx)
    }
}
