import Foundation
import Synchronization

/// Nanoseconds of the machine's steady clock.
func steadyNow() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// Counts times into buckets 3 % apart, from a microsecond to a minute and beyond; cheap enough for every delivery.
final class Timings: Sendable {
    private static let growth = log(1.03)
    private static let size = 700
    private let state = Mutex((counts: [Int](repeating: 0, count: size), count: 0))

    func add(nanoseconds: UInt64) {
        let bucket = min(Self.size - 1, max(0, Int(log(max(1, Double(nanoseconds) / 1000)) / Self.growth)))
        state.withLock {
            $0.counts[bucket] += 1
            $0.count += 1
        }
    }

    var count: Int { state.withLock(\.count) }

    /// Milliseconds that the given share of all stays under; zero if there were none.
    func milliseconds(at share: Double) -> Double {
        state.withLock { state in
            var left = Int((Double(state.count) * share).rounded(.up))
            guard left > 0 else { return 0 }
            for (bucket, count) in state.counts.enumerated() {
                left -= count
                if left <= 0 { return exp(Double(bucket + 1) * Self.growth) / 1000 }
            }
            return .infinity
        }
    }
}
