import Foundation
import Synchronization

/// How far the work is, on standard error: one line drawn anew at a terminal, else a line for each step.
final class ProgressLine: Sendable {
    private let isQuiet: Bool
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let last = Mutex("")

    init(isQuiet: Bool = false) { self.isQuiet = isQuiet }

    /// `share` is 0…1; `detail` is shown at a terminal only, it changes too often for a log.
    @Sendable func show(_ step: String, _ share: Double, detail: String = "") {
        guard !isQuiet else { return }
        let text = isTerminal ? bar(step + detail, share) : step + "\n"
        let isNew = last.withLock { last in
            defer { last = text }
            return last != text
        }
        if isNew { complain(text) }
    }

    /// Clears the bar away before what is printed next.
    func end() { if isTerminal, !isQuiet { complain("\r\u{1B}[K") } }

    private func bar(_ words: String, _ share: Double) -> String {
        let width = 40, done = Int(min(1, max(0, share)) * Double(width)), percent = String(Int(share * 100))
        let filled = String(repeating: "#", count: done) + String(repeating: "-", count: width - done)
        // Back to the line's beginning; what a longer step left behind it is wiped out.
        return "\r[\(filled)] \(String(repeating: " ", count: max(0, 3 - percent.count)))\(percent) %  \(words)\u{1B}[K"
    }
}
