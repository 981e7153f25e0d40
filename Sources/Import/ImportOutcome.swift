import Interchange

/// What an import has done, or would have done.
public struct ImportOutcome: Sendable {
    /// Under this name the other system's entries are known here.
    public let source: String
    public let counts: [ImportKind: ImportCounts]
    public let report: ImportReport
    /// Nothing was kept: it was only asked what would be.
    public let isDryRun: Bool

    public subscript(kind: ImportKind) -> ImportCounts { counts[kind] ?? ImportCounts() }

    /// True if the database is as it was before.
    public var changesNothing: Bool { counts.values.allSatisfy { $0.added == 0 && $0.changed == 0 && $0.ended == 0 } }
}

/// Carries the outcome out of a transaction that is to be undone.
struct DryRun: Error { let outcome: ImportOutcome }

/// Why an import did not begin. Nothing was changed.
public enum ImportError: Error, Equatable, Sendable {
    /// Nothing could be read; the report says why.
    case nothingRead
    /// The files do not say whose they are: `--source` must.
    case sourceNeeded
    /// The source is known, but its school or district was called otherwise: the same one renamed, or another one with the same number?
    case otherSource(String)
    /// There are several schools, and it was not said which is meant.
    case schoolNeeded([String])
    case noSuchSchool(String)
    case wrongYear(String)
}
