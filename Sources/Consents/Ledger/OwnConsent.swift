/// One consent as the person who decides sees it.
struct OwnConsent: Sendable {
    let subject: Subject
    let line: ConsentLine
    let wording: ConsentWording
    let history: [ConsentEntry]

    /// A no has effects that cannot be undone: it is asked twice.
    var needsCare: Bool { Purpose.needed(for: subject.kind).contains(line.purpose) }
}
