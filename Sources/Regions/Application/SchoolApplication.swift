import Accounts
import Documents
import Kernel
import Storage

/// What a school says of itself when it asks to come in (REQUIREMENTS A03, A04; S4 2.1).
struct Questionnaire: Sendable {
    let kind: OpenSchool.Kind
    let fullName: String
    let shortName: String
    let inn: String
    let address: String
    let site: String
    let phone: String
    let email: String
    let director: String
    let administrator: PersonName
    /// An e-mail address or a telephone number, to be called by people: nothing is ever sent to it.
    let contact: String
    let programmes: [Programme]
    let pupils: Int
    let staff: Int
    let zone: Zone
    let orderNumber: String
    let orderDay: Day
}

/// What an organisation teaches.
enum Programme: String, Sendable, CaseIterable {
    case preschool, primary, basic, secondary, vocational, additional

    /// As a column keeps several.
    static func list(_ text: String) -> [Programme] { text.split(separator: " ").compactMap { Programme(rawValue: String($0)) } }
}

/// A school that asks to come in.
package struct SchoolApplication: Sendable {
    enum State: String, Sendable, CaseIterable {
        case new, asked, answered, approved, refused
        var isOpen: Bool { self != .approved && self != .refused }
        static let open: [State] = [.new, .asked, .answered]
    }
    let id: ID<SchoolApplication>
    let state: State
    let municipality: Organisation
    let questionnaire: Questionnaire
    let scan: ID<Document>?
    /// Whether the scan is a picture that a page can show.
    let isScanPicture: Bool
    let submittedAt: Moment
    let school: ID<School>?
    let person: ID<Person>?
}

/// One step of an application's way.
struct ApplicationStep: Sendable {
    enum Kind: String, Sendable { case submitted, asked, answered, approved, refused, code }
    let what: Kind
    let at: Moment
    let words: String
    /// The curator; missing where the applicant did it.
    let by: PersonName?
}

/// One line of the queue.
struct ApplicationLine: Sendable {
    let id: ID<SchoolApplication>
    let state: SchoolApplication.State
    let name: String
    let municipality: String
    let submittedAt: Moment
}

extension Questionnaire {
    /// Reads the form; notes every flaw.
    init(_ form: inout FormReading, today: Day) {
        let programmes = Programme.allCases.filter { form.fields["programmes-" + $0.rawValue] == "1" }
        if programmes.isEmpty { form.flaws.note("programmes", .choose) }
        let inn = form.line("inn", most: 20)
        if !inn.isEmpty, !TaxNumber.isSound(inn) { form.flaws.note("inn", .wrongINN) }
        self.init(
            kind: form.choice("kind") ?? .general, fullName: form.line("fullName", most: 500), shortName: form.line("shortName", most: 120), inn: inn,
            address: form.line("address", most: 300), site: form.site("site"), phone: form.phone("phone"), email: form.email("email"),
            director: form.line("director"),
            administrator: PersonName(
                family: form.line("family", most: 80), given: form.line("given", most: 80), patronymic: form.line("patronymic", most: 80, isRequired: false)),
            contact: form.contact("contact"), programmes: programmes, pupils: form.number("pupils", 0...50_000), staff: form.number("staff", 1...5_000),
            zone: form.zone("zone"), orderNumber: form.line("orderNumber", most: 60), orderDay: form.day("orderDay", notAfter: today))
    }
}

/// The ИНН of an organisation: ten digits, the last of which checks the others (order ЕД-7-14/559@).
enum TaxNumber {
    private static let weights = [2, 4, 10, 3, 5, 9, 4, 6, 8]
    static func isSound(_ text: String) -> Bool {
        let digits = text.utf8.map { Int($0) - 48 }
        guard digits.count == 10, digits.allSatisfy((0...9).contains), digits.contains(where: { $0 != 0 }) else { return false }
        return zip(weights, digits).map(*).reduce(0, +) % 11 % 10 == digits[9]
    }
}
