import Accounts
import Kernel
import School
import Storage

/// What a teacher must know of the pupils they teach: who takes no part in platform lessons (REQUIREMENTS G17), whose picture must not
/// be taken.
struct LessonNotes: Sendable {
    struct OfClass: Sendable {
        let schoolClass: SchoolClass
        let notInLessons: [PersonName]
        let noPhotos: [PersonName]
    }

    /// The viewer's classes with such pupils, in the order of classes. The last word of each signer decides, as everywhere.
    static func all(for viewer: Viewer, on day: Day, _ tx: Transaction) throws -> [OfClass] {
        let classes = try SchoolStore.classes(of: viewer.school, tx)
        let found = try tx.rows(
            "SELECT DISTINCT e.class_id FROM enrolment e WHERE e.until IS NULL AND \(taught(by: viewer)) AND \(hasRefused)"
        ).map { try $0.id("class_id", of: SchoolClass.self) }
        return try classes.filter { found.contains($0.id) }.compactMap { schoolClass in
            let cards = try LedgerStore.cards(of: LedgerStore.pupils(of: schoolClass.id, in: viewer.school, tx), in: viewer.school, on: day, tx)
            func names(_ purpose: Purpose) -> [PersonName] { cards.filter { $0[purpose]?.standing.isRefused == true }.map(\.subject.name) }
            let notes = OfClass(schoolClass: schoolClass, notInLessons: names(.lessons), noPhotos: names(.photos))
            return notes.notInLessons.isEmpty && notes.noPhotos.isEmpty ? nil : notes
        }
    }

    /// Those who take no part in platform lessons.
    static func notInLessons(among pupils: [ID<Person>], in school: ID<School>, on day: Day, _ tx: Transaction) throws -> [ID<Person>] {
        let asked = try tx.rows(
            """
            SELECT DISTINCT person_id FROM consent WHERE school_id = \(school) AND person_id IN \(list: pupils) AND purpose = 'lessons' AND word <> 'agree'
            """
        ).map { try $0.id("person_id", of: Person.self) }
        guard !asked.isEmpty else { return [] }
        let cards = try LedgerStore.cards(of: LedgerStore.subjects(asked, in: school, tx), in: school, on: day, tx)
        return cards.filter { $0[.lessons]?.standing.isRefused == true }.map(\.subject.id)
    }

    /// Those whose record is kept on paper, or is about to be.
    static func onPaper(among pupils: [ID<Person>], in school: ID<School>, _ tx: Transaction) throws -> [ID<Person>] {
        try tx.rows("SELECT person_id FROM person_access WHERE school_id = \(school) AND person_id IN \(list: pupils) AND is_open = 0").map {
            try $0.id("person_id")
        }
    }

    /// A condition on an enrolment `e`: the viewer teaches the pupil, who takes no part in platform lessons.
    static func refusesLessons(of viewer: Viewer) -> SQL {
        """
        \(taught(by: viewer)) AND EXISTS (SELECT 1 FROM consent c WHERE c.school_id = e.school_id AND c.person_id = e.pupil_id
            AND c.purpose = 'lessons' AND \(isLast) AND c.word <> 'agree')
        """
    }

    private static let isLast: SQL = """
        NOT EXISTS (SELECT 1 FROM consent n WHERE n.school_id = c.school_id AND n.person_id = c.person_id AND n.purpose = c.purpose
            AND n.signed_as = c.signed_as AND n.id > c.id)
        """
    private static let hasRefused: SQL = """
        EXISTS (SELECT 1 FROM consent c WHERE c.school_id = e.school_id AND c.person_id = e.pupil_id AND c.purpose IN ('lessons', 'photos') AND c.word <> 'agree')
        """
    private static func taught(by viewer: Viewer) -> SQL {
        """
        e.school_id = \(viewer.school) AND (e.class_id IN (SELECT class_id FROM course WHERE teacher_id = \(viewer.person))
            OR e.class_id IN (SELECT class_id FROM class_teacher WHERE teacher_id = \(viewer.person) AND until IS NULL))
        """
    }
}
