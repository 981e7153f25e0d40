/// Why a pupil was not at a lesson, or not from its beginning. The four codes have fixed meanings; only their letters are a matter of language.
public enum Absence: String, Hashable, Sendable, CaseIterable {
    /// «н»: nobody knows why.
    case absent
    /// «б»
    case ill
    /// «у»: for a good reason.
    case excused
    /// «о»: came, but late.
    case late

    /// What a code counts as, whatever a school calls it.
    public enum Meaning: Sendable { case away, present }

    public var meaning: Meaning { self == .late ? .present : .away }
    /// Who was away got no mark at that lesson, and who has a mark was not away.
    public var isAway: Bool { meaning == .away }
    /// Away, and the school knows why.
    public var isJustified: Bool { self == .ill || self == .excused }
}
