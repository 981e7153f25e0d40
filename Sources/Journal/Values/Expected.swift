import Kernel

/// What a person saw where they now change something. An undo, or a change that waited for a connection, must not wipe out what another
/// has written there since.
public enum Expected<Standing: Hashable & Sendable>: Hashable, Sendable {
    case anything
    /// Exactly this stood there; `nil` is an empty place.
    case exactly(Standing?)

    /// - Throws: `Denial.conflict` if something else stands there now.
    func check(_ standing: Standing?) throws {
        if case .exactly(let seen) = self, seen != standing { throw Denial.conflict(.changedSince) }
    }
}
