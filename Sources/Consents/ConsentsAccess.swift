import Accounts
import Kernel
import School
import Storage

/// Who may see, sign, enter and accept what — the only file that answers that.
///
/// * A person signs for themselves; a guardian for the children the school has linked with them, from the family's side.
/// * Papers are entered by the operator, the administrator and the director, and by a class teacher for the own class.
/// * A refusal of the electronic diary is accepted, and so the data destroyed, by the director or the administrator.
public enum ConsentsAccess {
    private static let keepers: Set<Role> = [.operator, .administrator, .director, .platformOperator]
    private static let accepters: Set<Role> = [.administrator, .director, .platformOperator]

    static func keepsAll(_ viewer: Viewer) -> Bool { viewer.hasAny(of: keepers) }
    static func accepts(_ viewer: Viewer) -> Bool { viewer.hasAny(of: accepters) }

    // MARK: Families and everyone for themselves

    /// Those whose consents the viewer sees from their present side: their own, and on the family's side the children's.
    static func own(_ viewer: Viewer, in tx: Transaction) throws -> [Subject] {
        let (oneself, children) = try LedgerStore.household(of: viewer.person, in: viewer.school, tx)
        return (viewer.side == .family ? children : []) + [oneself.map { viewed($0, from: viewer.side) }].compactMap { $0 }
    }

    /// One person is a teacher from one side and a mother from the other: each side asks its own.
    private static func viewed(_ subject: Subject, from side: Side) -> Subject {
        let kind: Subject.Kind =
            switch side {
            case .pupil: .pupil;
            case .staff: .staff;
            case .family: .guardian
            }
        return Subject(id: subject.id, name: subject.name, kind: kind, bornOn: subject.bornOn, className: subject.className)
    }

    /// Signing: the person of whom the consent speaks, and as whom the viewer signs.
    /// - Throws: `notFound` for one whose consents are not the viewer's to see; `forbidden` where another must sign.
    static func signed(_ person: ID<Person>, _ purpose: Purpose, by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> SigningRight {
        guard let subject = try own(viewer, in: tx).first(where: { $0.id == person }), Purpose.asked(of: subject.kind).contains(purpose) else {
            throw Denial.notFound
        }
        let signedAs: SignedAs = person == viewer.person ? .own : .guardian
        guard subject.signers(for: purpose, on: viewer.zone.day(of: now)).contains(signedAs) else {
            throw Denial.forbidden(signedAs == .own ? .guardianSigns : .pupilSigns)
        }
        return SigningRight(subject: subject, purpose: purpose, signedAs: signedAs, school: viewer.school)
    }

    // MARK: The school

    /// A class whose register the viewer keeps.
    static func kept(_ schoolClass: ID<SchoolClass>, by viewer: Viewer, in tx: Transaction) throws -> SchoolClass {
        guard let found = try classes(of: viewer, in: tx).first(where: { $0.id == schoolClass }) else { throw Denial.notFound }
        return found
    }

    /// The classes whose registers the viewer keeps: all that have pupils now, or the own.
    static func classes(of viewer: Viewer, in tx: Transaction) throws -> [SchoolClass] {
        guard viewer.side == .staff else { return [] }
        let all = try SchoolStore.classes(of: viewer.school, tx)
        let shown = Set(
            try tx.rows("SELECT DISTINCT class_id FROM enrolment WHERE school_id = \(viewer.school) AND until IS NULL").map {
                try $0.id("class_id", of: SchoolClass.self)
            })
        if keepsAll(viewer) { return all.filter { shown.contains($0.id) } }
        let own = Set(
            try tx.rows("SELECT class_id FROM class_teacher WHERE teacher_id = \(viewer.person) AND until IS NULL").map {
                try $0.id("class_id", of: SchoolClass.self)
            })
        return all.filter { own.contains($0.id) }
    }

    /// Entering papers: the person, if the viewer keeps their register.
    static func entered(for person: ID<Person>, by viewer: Viewer, in tx: Transaction) throws -> KeptSubject {
        guard viewer.side == .staff, let subject = try LedgerStore.subject(person, in: viewer.school, tx) else { throw Denial.notFound }
        guard try keepsAll(viewer) || isOfOwnClass(person, to: viewer, in: tx) else { throw Denial.notFound }
        return KeptSubject(subject: subject, school: viewer.school)
    }

    /// A pupil of the class teacher's own class, or a guardian of one.
    private static func isOfOwnClass(_ person: ID<Person>, to viewer: Viewer, in tx: Transaction) throws -> Bool {
        try tx.first(
            """
            SELECT e.pupil_id FROM enrolment e JOIN class_teacher t ON t.class_id = e.class_id AND t.teacher_id = \(viewer.person) AND t.until IS NULL
            WHERE e.school_id = \(viewer.school) AND e.until IS NULL
            AND (e.pupil_id = \(person) OR e.pupil_id IN (SELECT pupil_id FROM guardian WHERE guardian_id = \(person) AND school_id = \(viewer.school)))
            """) != nil
    }

    /// Texts and the school's rule.
    static func ruled(by viewer: Viewer) throws -> RuledSchool {
        guard viewer.side == .staff else { throw Denial.notFound }
        return try AccountsAccess.ruled(by: viewer)
    }

    /// The register of refusals and acts is read by those who keep all papers.
    static func readsRefusals(_ viewer: Viewer) throws {
        guard viewer.side == .staff, keepsAll(viewer) else { throw Denial.notFound }
    }

    /// Accepting a refusal, which destroys data; letting a family come back.
    static func accepting(by viewer: Viewer) throws -> AcceptingRight {
        guard viewer.side == .staff, keepsAll(viewer) else { throw Denial.notFound }
        guard accepts(viewer) else { throw Denial.forbidden(.onlyHeadsAccept) }
        return AcceptingRight(school: viewer.school, by: viewer)
    }
}

/// Proof that `ConsentsAccess` let the viewer sign this for this person.
struct SigningRight: Sendable {
    let subject: Subject
    let purpose: Purpose
    let signedAs: SignedAs
    let school: ID<School>
    fileprivate init(subject: Subject, purpose: Purpose, signedAs: SignedAs, school: ID<School>) {
        self.subject = subject
        self.purpose = purpose
        self.signedAs = signedAs
        self.school = school
    }
}

/// Proof that `ConsentsAccess` let the viewer keep this person's papers.
struct KeptSubject: Sendable {
    let subject: Subject
    let school: ID<School>
    fileprivate init(subject: Subject, school: ID<School>) {
        self.subject = subject
        self.school = school
    }
}

/// Proof that `ConsentsAccess` let the viewer accept refusals in this school.
struct AcceptingRight: Sendable {
    let school: ID<School>
    let by: Viewer
    fileprivate init(school: ID<School>, by viewer: Viewer) {
        self.school = school
        by = viewer
    }
}
