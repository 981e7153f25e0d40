import Accounts
import Kernel
import Notices
import Storage

/// What is told of an account's safety to those who have no page open: always, at once, by night as well (PRODUCT N14). A push or a letter
/// says that there is news, and where; never what.
enum Safety {
    /// A sign-in from a browser that was not known.
    static func newDevice(heardBy people: Set<ID<Person>>, in school: ID<School>, at now: Moment, _ tx: Transaction) throws {
        try Notices.tell(Notice(.security, school: school, to: people, about: .firstScreen), by: nil, at: now, in: tx)
    }

    static func newPassword(of person: ID<Person>, in school: ID<School>, at now: Moment, _ tx: Transaction) throws {
        try Notices.tell(Notice(.security, school: school, to: [person], about: .ownPassword), by: nil, at: now, in: tx)
    }

    /// A second step was added, given up or taken away.
    static func newFactors(of person: ID<Person>, in school: ID<School>, at now: Moment, _ tx: Transaction) throws {
        try Notices.tell(Notice(.security, school: school, to: [person], about: .factors), by: nil, at: now, in: tx)
    }

    /// In every school of the person: they and their guardians, and those who give the account back (REQUIREMENTS B13).
    static func stolen(_ person: ID<Person>, heardBy people: Set<ID<Person>>, at now: Moment, _ tx: Transaction) throws {
        let schools = try tx.rows("SELECT DISTINCT school_id FROM membership WHERE person_id = \(person) AND until IS NULL ORDER BY school_id")
        for school in try schools.map({ try $0.id("school_id", of: School.self) }) {
            try Notices.tell(Notice(.security, school: school, to: people, about: .firstScreen), by: nil, at: now, in: tx)
            let desk = try AccountsStore.people(as: [.administrator, .operator], in: school, tx).subtracting(people)
            let notice = Notice(.task, school: school, to: desk, about: .entranceDesk, urgency: .important)
            try Notices.tell(notice, by: nil, at: now, in: tx)
        }
    }
}
