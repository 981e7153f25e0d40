import Kernel

/// The text of a consent, as a school has it. A change makes a new version; the old ones stay, since people have signed them.
struct ConsentWording: Hashable, Sendable {
    let purpose: Purpose
    let version: Int
    let body: String
    /// Who has agreed to an earlier version is asked again.
    let asksAgain: Bool
    static let longest = 20_000
}
