import Accounts
import Foundation
import Kernel

/// What a school writes of a pupil who goes to another one: all that is needed there and nothing else, by names and dates, without one
/// inner number (docs/transfer.md). It may come from a stranger's program, so what is read is bounded by `checked`.
public struct TransferRecord: Hashable, Sendable, Codable {
    /// A random name: the same package is accepted once.
    let package: String
    let madeOn: Day
    let validUntil: Day
    let from: Sender
    let to: Addressee?
    let pupil: PupilPart
    let left: Leaving
    let subjects: [SubjectPart]
    let attendance: [AttendancePart]
    let homework: [Debt]
    /// What the next school has to ask the family for: `processing`, `diary`, `lessons`, `photos`, `publication`.
    let consents: [String]
    let guardians: [GuardianPart]

    struct Sender: Hashable, Sendable, Codable { let school: String }
    /// `address` is the receiving school's own address, where it has told it; without one anyone who holds the package may accept it.
    struct Addressee: Hashable, Sendable, Codable { let school: String, address: String? }
    struct PupilPart: Hashable, Sendable, Codable {
        let family: String, given: String, patronymic: String, bornOn: Day?, sex: String?
        var name: PersonName { PersonName(family: family, given: given, patronymic: patronymic) }
    }
    struct Order: Hashable, Sendable, Codable { let number: String, day: Day }
    struct Leaving: Hashable, Sendable, Codable { let schoolClass: String, year: Int?, academicYear: String, since: Day, until: Day, order: Order }
    struct SubjectPart: Hashable, Sendable, Codable { let name: String, terms: [TermPart] }
    /// `mark` is the term's own mark, where one is given already.
    struct TermPart: Hashable, Sendable, Codable { let name: String, starts: Day, ends: Day, mark: String?, marks: [MarkPart] }
    struct MarkPart: Hashable, Sendable, Codable { let on: Day, value: String }
    /// Lessons of a term: held, and missed or begun late by reason.
    struct AttendancePart: Hashable, Sendable, Codable {
        let term: String
        let lessons: Int, absent: Int, ill: Int, excused: Int, late: Int
        var missed: Int { absent + ill + excused }
    }
    struct Debt: Hashable, Sendable, Codable { let subject: String, givenOn: Day, dueOn: Day?, text: String }
    struct GuardianPart: Hashable, Sendable, Codable {
        let family: String, given: String, patronymic: String, relation: String
        var name: PersonName { PersonName(family: family, given: given, patronymic: patronymic) }
    }
}

extension TransferRecord {
    /// The same record is written the same way.
    static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}

extension TransferRecord.TermPart {
    /// Marks of the five-point scale among them.
    var numbers: [Int] { marks.compactMap { Int($0.value) }.filter { (2...5).contains($0) } }
}

extension [Int] {
    /// The mean in whole hundredths, rounded half up; `nil` where there is nothing.
    var mean: Int? { isEmpty ? nil : (reduce(0, +) * 100 + count / 2) / count }
}

extension TransferRecord {
    /// The same record, if it holds nothing that no honest one does. Throws `Denial.invalid` for the rest.
    func checked() throws -> TransferRecord {
        let names = [from.school, to?.school ?? "-", pupil.family, pupil.given, left.schoolClass, left.academicYear, left.order.number]
        let lists = [subjects.count, attendance.count, homework.count, consents.count, guardians.count]
        let texts =
            names + [package, pupil.patronymic, pupil.sex ?? "", to?.address ?? ""] + consents
            + subjects.flatMap { [$0.name] + $0.terms.flatMap { [$0.name, $0.mark ?? ""] + $0.marks.map(\.value) } } + attendance.map(\.term)
            + homework.map(\.subject) + guardians.flatMap { [$0.family, $0.given, $0.patronymic, $0.relation] }
        let counts = attendance.flatMap { [$0.lessons, $0.absent, $0.ill, $0.excused, $0.late] }
        let isHonest =
            names.allSatisfy { !$0.allSatisfy(\.isWhitespace) } && lists.allSatisfy { $0 <= 200 } && subjects.allSatisfy { $0.terms.count <= 20 }
            && subjects.allSatisfy { $0.terms.allSatisfy { $0.marks.count <= 1_000 } } && texts.allSatisfy { Self.isPlain($0, 200) }
            && homework.allSatisfy { Self.isPlain($0.text, 8_000, lines: true) } && counts.allSatisfy { (0...20_000).contains($0) }
            && left.since <= left.until && [nil, Sex.female.rawValue, Sex.male.rawValue].contains(pupil.sex) && (1...11).contains(left.year ?? 1)
        guard isHonest, package.utf8.count == ShortCode.packageLength else { throw Denial.invalid(field: "file", .unreadablePackage) }
        return self
    }

    /// No characters that are not seen or turn the writing round.
    private static func isPlain(_ text: String, _ most: Int, lines: Bool = false) -> Bool {
        text.unicodeScalars.count <= most
            && text.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control: lines && (scalar == "\n" || scalar == "\t" || scalar == "\r")
                case .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
                case .format: scalar.value == 0xAD || scalar.value == 0x200D
                default: true
                }
            }
    }
}

extension ShortCode {
    /// A package's name: 130 random bits.
    static let packageLength = 26
}
