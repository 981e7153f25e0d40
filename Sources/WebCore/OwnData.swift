import Kernel

/// One section of what the school keeps about a person: shown to them in plain words, given to them as a file (REQUIREMENTS B07, H04).
public struct OwnData: Sendable {
    /// Stable name for programs: `marks`.
    public let key: String
    public let title: String
    public let rows: [[Field]]
    public init(_ key: String, _ title: String, _ rows: [[Field]]) {
        self.key = key
        self.title = title
        self.rows = rows
    }

    /// One thing known: its stable name, its name for people, what it is.
    public struct Field: Sendable, Hashable {
        public let key: String
        public let label: String
        /// A date is kept as 2026-09-01; a page says it as people do.
        public let value: String
        public init(_ key: String, _ label: String, _ value: String) {
            self.key = key
            self.label = label
            self.value = value
        }
    }
}
