import Accounts
import Kernel

/// What everybody in a school may read of it (REQUIREMENTS A13), and of the departments above it.
package struct SchoolCard: Sendable {
    package struct Contents: Sendable {
        package var fullName = ""
        package var address = ""
        package var site = ""
        package var phone = ""
        package var email = ""
        /// The head as the organisation names them.
        package var director = ""
        /// How to reach the first line of help, the administrator (REQUIREMENTS I02); for a department its curator.
        package var help = ""
        var programmes: [Programme] = []
        package var pupils: Int?
        package var staff: Int?
        /// A region's own order of things, shown to who applies (REQUIREMENTS A36).
        var procedure = ""
    }
    let organisation: Organisation
    let kind: OpenSchool.Kind
    let inn: String?
    let contents: Contents
}

extension SchoolCard.Contents {
    /// With nothing said yet.
    package static let empty = SchoolCard.Contents()

    init(_ form: Questionnaire) {
        self.init(
            fullName: form.fullName, address: form.address, site: form.site, phone: form.phone, email: form.email, director: form.director, help: form.contact,
            programmes: form.programmes, pupils: form.pupils, staff: form.staff)
    }

    /// The names of what differs: a trace keeps them and no values, so that it never holds a person's name.
    func differences(from was: Self) -> [String] {
        [
            ("fullName", fullName != was.fullName), ("address", address != was.address), ("site", site != was.site), ("phone", phone != was.phone),
            ("email", email != was.email), ("director", director != was.director), ("help", help != was.help), ("programmes", programmes != was.programmes),
            ("pupils", pupils != was.pupils), ("staff", staff != was.staff), ("procedure", procedure != was.procedure),
        ].filter(\.1).map(\.0)
    }
}

/// One who answers for something in the school by an order (REQUIREMENTS A06, A10, A45).
package struct Appointment: Sendable {
    package enum Duty: String, Sendable, CaseIterable { case administrator, connecting, accompanying }
    package struct Order: Sendable {
        let number: String
        let day: Day
        package init(_ number: String, _ day: Day) {
            self.number = number
            self.day = day
        }
    }
    let id: ID<Appointment>
    let person: ID<Person>
    let name: PersonName
    let duty: Duty
    let order: Order
}
