import Documents
import Kernel

/// One line of the ledger: who said what for whom, on which text, when and how. Never changed.
struct ConsentEntry: Hashable, Sendable {
    enum How: String, Hashable, Sendable { case here, paper }
    let id: ID<ConsentEntry>
    let person: ID<Person>
    let purpose: Purpose
    let version: Int
    let word: ConsentWord
    let signedAs: SignedAs
    let signer: ID<Person>?
    /// As it stood when the line is read; on paper it may be one who is not known here. Missing once it was destroyed.
    let signerName: String?
    let how: How
    let signedOn: Day
    let document: ID<Document>?
    let enteredAt: Moment
}

/// How it stands with one purpose for one person: what all their entries come to.
enum Standing: Hashable, Sendable {
    case agreed
    /// Agreed to an earlier text; the new one asks again. What was agreed still holds until it is answered.
    case outdated
    /// One of those who must sign has refused or taken back.
    case refused(ConsentWord)
    /// These have not said anything yet.
    case missing([SignedAs])

    var isRefused: Bool { if case .refused = self { true } else { false } }
    /// Agreed, be it to an earlier text.
    var holds: Bool { self == .agreed || self == .outdated }

    /// As programs read it.
    var name: String {
        switch self {
        case .agreed: "agreed"
        case .outdated: "outdated"
        case .refused: "refused"
        case .missing: "missing"
        }
    }

    /// What stands is the last word of each who must sign.
    /// - Parameter last: the last entry of each signer for this purpose.
    init(_ last: [SignedAs: ConsentEntry], signers: [SignedAs], askedSince version: Int) {
        let words = signers.map { last[$0] }
        if let no = words.compactMap({ $0 }).first(where: { $0.word != .agree }) {
            self = .refused(no.word)
        } else if words.contains(where: { $0 == nil }) {
            self = .missing(signers.filter { last[$0] == nil })
        } else {
            self = words.allSatisfy { ($0?.version ?? 0) >= version } ? .agreed : .outdated
        }
    }
}

/// Everything one person's page of consents shows.
struct ConsentCard: Sendable {
    let subject: Subject
    let lines: [ConsentLine]
    subscript(_ purpose: Purpose) -> ConsentLine? { lines.first { $0.purpose == purpose } }
}

struct ConsentLine: Sendable {
    let purpose: Purpose
    let standing: Standing
    let signers: [SignedAs]
    /// The last word of each who has signed.
    let last: [SignedAs: ConsentEntry]
}
