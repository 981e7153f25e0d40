import Accounts
import Kernel
import Storage
import WebCore

/// What the school keeps about a person's place in it, in plain words.
struct SchoolOwnData {
    let reader: Reader
    private var text: any SchoolText { reader.language.school }

    func sections(of person: ID<Person>, _ tx: Transaction) throws -> [OwnData] {
        guard let school = reader.viewer?.school else { return [] }
        return [
            OwnData("classes", text.ownClasses, try classes(of: person, in: school, tx)),
            OwnData("guardians", text.guardians, try relatives("pupil_id", "guardian_id", of: person, in: school, tx)),
            OwnData("children", text.children, try relatives("guardian_id", "pupil_id", of: person, in: school, tx)),
            OwnData("courses", text.ownCourses, try courses(of: person, in: school, tx)),
        ]
    }

    private func classes(of person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> [[OwnData.Field]] {
        try tx.rows(
            """
            SELECT c.name, e.since, e.until FROM enrolment e JOIN school_class c ON c.id = e.class_id
            WHERE e.pupil_id = \(person) AND e.school_id = \(school) ORDER BY e.since, e.id
            """
        ).map { row in
            [.init("class", text.ownClass, try row.text("name")), .init("since", text.ownSince, try row.text("since"))]
                + (try row.optional("until", Row.text).map { [.init("until", text.until, $0)] } ?? [])
        }
    }

    private func relatives(_ own: SQL, _ other: SQL, of person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> [[OwnData.Field]] {
        try tx.rows(
            """
            SELECT p.family, p.given, p.patronymic FROM guardian g JOIN person p ON p.id = g.\(other)
            WHERE g.\(own) = \(person) AND g.school_id = \(school) ORDER BY p.name_key, p.id
            """
        ).map { [.init("name", text.personName, try AccountsStore.name($0).full)] }
    }

    private func courses(of person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> [[OwnData.Field]] {
        try SchoolStore.courses(where: "k.teacher_id = \(person) AND k.school_id = \(school)", tx).map {
            [.init("subject", text.subject, $0.subject), .init("class", text.ownClass, $0.audience)]
        }
    }
}
