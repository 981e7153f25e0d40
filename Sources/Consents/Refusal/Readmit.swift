import Accounts
import Documents
import Kernel
import School
import Storage

/// A family that later consents: the numbered line becomes a person again. New data are entered on a signed paper; nothing is restored.
public struct Readmit: Verb {
    public let person: ID<Person>
    public let name: PersonName
    public let sex: Sex?
    public let bornOn: Day?
    /// The guardian who has signed, by name; for a pupil of 18 it is not needed.
    public let signerName: String
    public let signedOn: Day
    public let scan: Scan?
    public init(_ person: ID<Person>, name: PersonName, sex: Sex?, bornOn: Day?, signerName: String, signedOn: Day, scan: Scan? = nil) {
        self.person = person
        self.name = name
        self.sex = sex
        self.bornOn = bornOn
        self.signerName = signerName
        self.signedOn = signedOn
        self.scan = scan
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let right = try ConsentsAccess.accepting(by: viewer)
        guard try RefusalStore.line(person, in: right.school, tx) != nil else { throw Denial.notFound }
        guard signedOn <= viewer.zone.day(of: now), signedOn.year >= 2000 else { throw Denial.invalid(field: "signedOn", .signedLater) }
        try check(name.family, "family")
        try check(name.given, "given")
        _ = try RefusalStore.removeLine(person, in: right.school, tx)
        try AccountsStore.enterAnew(name, sex: sex, bornOn: bornOn, of: person, tx)
        guard let subject = try LedgerStore.subject(person, in: right.school, tx) else { throw Denial.notFound }
        try tx.leave(Trace("consents.readmitted", about: "person:\(person.number)"), by: viewer, at: now)
        let document = try scan.map { try DocumentStore.add($0, of: right.school, by: viewer.person, at: now, tx) }
        for purpose in Purpose.needed(for: subject.kind) { try sign(purpose, subject, document, right, at: now, tx) }
    }

    private func check(_ part: String, _ field: String) throws {
        guard (1...100).contains(part.unicodeScalars.count), part.contains(where: \.isLetter), !part.utf8.contains(0) else {
            throw Denial.invalid(field: field, .signerName)
        }
    }

    private func sign(_ purpose: Purpose, _ subject: Subject, _ document: ID<Document>?, _ right: AcceptingRight, at now: Moment, _ tx: Transaction) throws {
        let wording = try TextStore.current(purpose, in: right.school, tx)
        try TextStore.keep(wording, in: right.school, by: nil, at: now, tx)
        // All who signed under another age before are replaced by the last word of those who sign now.
        for signedAs in subject.signers(for: purpose, on: right.by.zone.day(of: now)) {
            let signer: PaperSigner = signedAs == .own ? .own : .named(signerName)
            let (_, id, name) = try signer.resolved(for: subject, in: right.school, tx)
            let word = SaidWord(
                subject: subject, purpose: purpose, version: wording.version, word: .agree, signedAs: signedAs, signer: id, signerName: name, how: .paper,
                signedOn: signedOn, document: document)
            try Ledger.say(word, in: right.school, by: right.by.person, at: now, tx)
        }
    }
}
