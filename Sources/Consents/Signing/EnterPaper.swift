import Documents
import Kernel
import School
import Storage

/// A paper that was signed at school is entered, with its scan if there is one (REQUIREMENTS B08, H01).
public struct EnterPaper: Verb {
    public let person: ID<Person>
    public let purpose: Purpose
    public let agrees: Bool
    public let signer: PaperSigner
    public let signedOn: Day
    public let scan: Scan?
    public init(for person: ID<Person>, _ purpose: Purpose, agrees: Bool, signer: PaperSigner, signedOn: Day, scan: Scan? = nil) {
        self.person = person
        self.purpose = purpose
        self.agrees = agrees
        self.signer = signer
        self.signedOn = signedOn
        self.scan = scan
    }

    @discardableResult
    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Bool {
        let kept = try ConsentsAccess.entered(for: person, by: viewer, in: tx)
        let (subject, school) = (kept.subject, kept.school)
        guard Purpose.asked(of: subject.kind).contains(purpose) else { throw Denial.invalid(field: "purpose", .notAsked) }
        guard signedOn <= viewer.zone.day(of: now), signedOn.year >= 2000 else {
            throw Denial.invalid(field: "signedOn", .signedLater)
        }
        let (signedAs, id, name) = try signer.resolved(for: subject, in: school, tx)
        guard subject.signers(for: purpose, on: signedOn).contains(signedAs) else {
            throw Denial.invalid(field: "signer", signedAs == .own ? .guardianSigns : .pupilSigns)
        }
        let wording = try TextStore.current(purpose, in: school, tx)
        try TextStore.keep(wording, in: school, by: nil, at: now, tx)
        let last = try LedgerStore.card(of: subject, in: school, on: viewer.zone.day(of: now), tx)[purpose]?.last[signedAs]
        var word = SaidWord(
            subject: subject, purpose: purpose, version: wording.version, word: ConsentWord(agrees, after: last), signedAs: signedAs, signer: id,
            signerName: name, how: .paper, signedOn: signedOn)
        if let scan, try needsScan(word, last) { word.document = try DocumentStore.add(scan, of: school, by: viewer.person, at: now, tx) }
        return try Ledger.say(word, in: school, by: viewer.person, at: now, tx)
    }

    /// A paper sent twice is kept once.
    private func needsScan(_ word: SaidWord, _ last: ConsentEntry?) throws -> Bool {
        guard let last else { return true }
        let isSame = (last.word == .agree) == agrees && last.version == word.version
        return !isSame || last.document == nil
    }
}

/// Who has signed a paper.
public enum PaperSigner: Hashable, Sendable {
    /// The person of whom the consent speaks.
    case own
    /// A guardian the school has linked with the pupil.
    case guardian(ID<Person>)
    /// A guardian who is not known here (yet), by name.
    case named(String)

    func resolved(for subject: Subject, in school: ID<School>, _ tx: Transaction) throws -> (SignedAs, ID<Person>?, String?) {
        switch self {
        case .own: return (.own, subject.id, nil)
        case .guardian(let id):
            guard subject.kind == .pupil, try LedgerStore.guardians(of: subject.id, in: school, tx).contains(where: { $0.id == id }) else {
                throw Denial.invalid(field: "signer", .noSuchGuardian)
            }
            return (.guardian, id, nil)
        case .named(let name):
            let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard (2...200).contains(name.unicodeScalars.count), name.contains(where: \.isLetter), !name.utf8.contains(0) else {
                throw Denial.invalid(field: "signerName", .signerName)
            }
            return (.guardian, nil, name)
        }
    }
}
