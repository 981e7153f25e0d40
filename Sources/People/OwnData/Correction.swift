import Accounts
import Kernel

/// A request to put right what the school has written about a person (REQUIREMENTS B07).
struct Correction: Hashable, Sendable {
    enum Field: String, Hashable, Sendable, CaseIterable { case family, given, patronymic, sex, bornOn, other }
    enum State: String, Hashable, Sendable { case asked, made, refused }
    /// Letters of a note or a reason.
    static let longest = 500

    let id: ID<Correction>
    let person: ID<Person>
    let name: PersonName
    let asker: PersonName
    let isOwn: Bool
    let askedAt: Moment
    let field: Field
    let value: String
    let note: String
    /// The class teacher has seen the papers.
    let voucher: PersonName?
    let state: State
    let reason: String
    let answerer: PersonName?

    /// What is asked for, checked as it will be checked when it is made. Throws `Denial.invalid` for `value`.
    static func checked(_ field: Field, _ value: String) throws -> String {
        let value = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch field {
        case .family, .given: return try name(value, field)
        case .patronymic: return value.isEmpty ? "" : try name(value, field)
        case .sex:
            guard let sex = Sex.allCases.first(where: { isNamed($0, value) }) else { throw Denial.invalid(field: "value", .chooseValue) }
            return sex.rawValue
        case .bornOn:
            guard let day = day(value), day.year > 1900 else { throw Denial.invalid(field: "value", .chooseValue) }
            return day.description
        case .other:
            guard !value.isEmpty, value.count <= longest else { throw Denial.invalid(field: "value", .chooseValue) }
        }
        return value
    }

    private static func isNamed(_ sex: Sex, _ value: String) -> Bool {
        sex.rawValue == value || Language.allCases.contains { $0.own.name(sex) == value.lowercased() }
    }

    /// 2015-09-01, and 1.9.2015 as people write it.
    private static func day(_ value: String) -> Day? {
        let parts = value.split(separator: ".").compactMap { Int($0) }
        return Day(value) ?? (parts.count == 3 ? Day(year: parts[2], month: parts[1], day: parts[0]) : nil)
    }

    private static func name(_ value: String, _ field: Field) throws -> String {
        do { return try PersonName(family: value, given: "").checked().family } catch Denial.invalid(_, let reason) {
            throw Denial.invalid(field: "value", reason)
        }
    }
}
