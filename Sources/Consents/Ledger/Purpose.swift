import Kernel

/// What a person may agree to or not. Each is asked apart from the others and has its own effects (PRODUCT N13; 152-FZ: one consent,
/// one document, one purpose).
public enum Purpose: String, Hashable, Sendable, CaseIterable, Codable {
    /// Processing of personal data in the school's information system.
    case processing
    /// The electronic diary. Refused, the record goes on on paper (REQUIREMENTS H01–H03).
    case diary
    /// Lessons on the platform. Refused, the family answers for the programme being learnt (G17).
    case lessons
    case photos
    case publication

    /// What stands between a person and the school's pages (B08).
    static func needed(for kind: Subject.Kind) -> [Purpose] { kind == .pupil ? [.processing, .diary] : [.processing] }
    /// What a person is asked at all.
    static func asked(of kind: Subject.Kind) -> [Purpose] {
        switch kind {
        case .pupil: allCases
        case .guardian: [.processing]
        case .staff: [.processing, .photos, .publication]
        }
    }
}

/// What was said.
public enum ConsentWord: String, Hashable, Sendable, CaseIterable, Codable {
    case agree, refuse
    /// Takes back what was agreed to.
    case withdraw
}

/// As whom a consent is signed: for oneself, or as the guardian of a pupil.
public enum SignedAs: String, Hashable, Sendable, CaseIterable, Codable { case own, guardian }

/// Of whom a consent speaks.
public struct Subject: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable { case pupil, guardian, staff }
    public let id: ID<Person>
    public let name: PersonName
    public let kind: Kind
    public let bornOn: Day?
    /// «7А», of a pupil who is in one.
    public let className: String?

    /// Whole years; `nil` where the date of birth is not known.
    func age(on day: Day) -> Int? {
        bornOn.map { born in day.year - born.year - ((day.month, day.day) < (born.month, born.day) ? 1 : 0) }
    }

    /// Who must sign: under 14 the guardian, from 14 to 17 pupil and guardian, from 18 the pupil alone; of a pupil whose age is not
    /// known the guardian. Platform lessons are a matter of the guardians up to 18 (REQUIREMENTS G17).
    func signers(for purpose: Purpose, on day: Day) -> [SignedAs] {
        guard kind == .pupil else { return [.own] }
        guard let age = age(on: day), age >= 14 else { return [.guardian] }
        guard age < 18 else { return [.own] }
        return purpose == .lessons ? [.guardian] : [.guardian, .own]
    }
}
