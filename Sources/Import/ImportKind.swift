/// What an import makes, in the order of its report. The raw values stand in `import_key` and never change.
public enum ImportKind: String, Sendable, CaseIterable {
    case school, year, term, person, role, subject
    case schoolClass = "class"
    case classTeacher, group, course, enrolment
    /// A pupil's place in a study group.
    case seat
    case guardian, bells, slot, load
    /// The lock of a source, and what its own name was.
    case root
    /// A department: its number is its school's.
    case place
    /// A class of the other system: its number is its school's.
    case section

    /// Those that people hear of.
    public static let shown = allCases.filter { ![.root, .place, .section].contains($0) }
}

/// How many things of a kind an import has added, changed, left alone, ended and refused.
public struct ImportCounts: Hashable, Sendable {
    public internal(set) var added = 0, changed = 0, unchanged = 0, ended = 0, refused = 0
    public init(added: Int = 0, changed: Int = 0, unchanged: Int = 0, ended: Int = 0, refused: Int = 0) {
        (self.added, self.changed, self.unchanged, self.ended, self.refused) = (added, changed, unchanged, ended, refused)
    }
    public var isEmpty: Bool { self == ImportCounts() }
}
