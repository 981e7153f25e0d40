import Foundation

/// Chance that falls the same way every time (SplitMix64): the same label gives the same school.
struct Dice: Sendable {
    private var state: UInt64

    /// Each part of the school throws its own dice, so that a change in one part leaves the others as they were.
    init(_ label: String) {
        // FNV-1a: `Hasher` is seeded anew in every process.
        state = label.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// 0 ≤ x < 1
    mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
    mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }
    mutating func happens(_ probability: Double) -> Bool { share() < probability }

    /// One of a list that must not be empty.
    mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }
    /// The same, where the list begins with what is most frequent.
    mutating func pickByFrequency<T>(_ items: [T]) -> T { items[Int(pow(share(), 1.6) * Double(items.count))] }

    mutating func shuffled<T>(_ items: [T]) -> [T] {
        var items = items
        for place in items.indices.dropFirst().reversed() { items.swapAt(place, below(place + 1)) }
        return items
    }

    /// About the normal distribution: mean 0, deviation 1.
    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + share() } }
}
