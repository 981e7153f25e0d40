import Accounts
import Kernel
import School
import Storage

/// Who may see which people of the school, and do what with them — the only file that answers that (REQUIREMENTS A02, 1.L).
enum PeopleAccess {
    /// Reading: whom the viewer sees. Heads see everybody; other staff see their colleagues, and class teachers the pupils and families
    /// of their class. Families and pupils have no such page: for them it is not there.
    static func seen(by viewer: Viewer) throws -> SeenPeople {
        guard viewer.side == .staff else { throw Denial.notFound }
        let isHead = viewer.hasAny(of: Role.heads)
        return SeenPeople(
            school: viewer.school, viewer: viewer.person, isHead: isHead, seesLogins: (try? AccountsAccess.ruled(by: viewer)) != nil)
    }

    /// Acting on many, merging, answering requests: those who rule over the school's people.
    static func ruled(by viewer: Viewer) throws -> RuledPeople {
        let ruled = try AccountsAccess.ruled(by: viewer)
        return RuledPeople(school: ruled.id, viewer: viewer)
    }
    static func rules(_ viewer: Viewer) -> Bool { (try? AccountsAccess.ruled(by: viewer)) != nil }

    /// The log of who did what: the director and the administrator. Who has read the cards of children is for the director alone:
    /// nobody is the judge of their own reading.
    static func log(for viewer: Viewer) throws -> ReadableLog {
        guard readsLog(viewer) else { throw Denial.notFound }
        return ReadableLog(school: viewer.school, showsReadings: viewer.hasAny(of: [.director, .platformOperator]))
    }
    static func readsLog(_ viewer: Viewer) -> Bool { viewer.hasAny(of: [.director, .administrator, .platformOperator]) }

    /// Requests to correct: all of them for those who rule, those about their own class for a class teacher.
    static func corrections(for viewer: Viewer) throws -> SeenCorrections {
        guard answersCorrections(viewer) else { throw Denial.notFound }
        return SeenCorrections(school: viewer.school, viewer: viewer.person, isRuler: rules(viewer))
    }
    static func answersCorrections(_ viewer: Viewer) -> Bool { rules(viewer) || (viewer.side == .staff && viewer.has(.classTeacher)) }

    /// Own data: oneself, and a guardian's children.
    static func owned(by viewer: Viewer, in tx: Transaction) throws -> [OwnedPerson] {
        let own = OwnedPerson(id: viewer.person, name: viewer.name)
        guard viewer.side == .family else { return [own] }
        return [own]
            + (try tx.rows(
                """
                SELECT p.id, p.family, p.given, p.patronymic FROM guardian g JOIN person p ON p.id = g.pupil_id
                WHERE g.guardian_id = \(viewer.person) AND g.school_id = \(viewer.school) ORDER BY p.name_key, p.id
                """
            ).map { OwnedPerson(id: try $0.id("id"), name: try AccountsStore.name($0)) })
    }
}

/// Proof that `PeopleAccess` let the viewer see people of this school, and which.
struct SeenPeople: Sendable {
    let school: ID<Kernel.School>
    let viewer: ID<Person>
    /// Sees everybody, with all their roles and acts.
    let isHead: Bool
    let seesLogins: Bool
    fileprivate init(school: ID<Kernel.School>, viewer: ID<Person>, isHead: Bool, seesLogins: Bool) {
        self.school = school
        self.viewer = viewer
        self.isHead = isHead
        self.seesLogins = seesLogins
    }

    /// A condition on a column with a person of the school.
    func covers(_ person: SQL) -> SQL {
        isHead ? "1 = 1" : "(\(isColleague(person)) OR \(isOfOwnClass(person)))"
    }
    private func isColleague(_ person: SQL) -> SQL {
        "\(person) IN (SELECT person_id FROM membership WHERE school_id = \(school) AND until IS NULL AND role NOT IN ('pupil', 'guardian'))"
    }
    /// Pupils of the viewer's class and their guardians; never for heads, who need no class to see.
    func isOfOwnClass(_ person: SQL) -> SQL {
        let pupils: SQL = """
            SELECT e.pupil_id FROM class_teacher t JOIN enrolment e ON e.class_id = t.class_id AND e.until IS NULL AND e.school_id = \(school)
            WHERE t.teacher_id = \(viewer) AND t.until IS NULL
            """
        return "(\(person) IN (\(pupils)) OR \(person) IN (SELECT guardian_id FROM guardian WHERE school_id = \(school) AND pupil_id IN (\(pupils))))"
    }
    /// Which roles of a person are told: a colleague's children are no business of colleagues.
    func tells(role: SQL, of person: SQL) -> SQL { isHead ? "1 = 1" : "(\(role) NOT IN ('pupil', 'guardian') OR \(isOfOwnClass(person)))" }
}

/// Proof that the viewer rules over this school's people.
struct RuledPeople: Sendable {
    let school: ID<Kernel.School>
    let viewer: Viewer
    fileprivate init(school: ID<Kernel.School>, viewer: Viewer) {
        self.school = school
        self.viewer = viewer
    }
}

/// Proof that the viewer may read this school's log.
struct ReadableLog: Sendable {
    let school: ID<Kernel.School>
    let showsReadings: Bool
    fileprivate init(school: ID<Kernel.School>, showsReadings: Bool) {
        self.school = school
        self.showsReadings = showsReadings
    }
}

/// Proof that the viewer may see requests to correct, and which.
struct SeenCorrections: Sendable {
    let school: ID<Kernel.School>
    let viewer: ID<Person>
    let isRuler: Bool
    fileprivate init(school: ID<Kernel.School>, viewer: ID<Person>, isRuler: Bool) {
        self.school = school
        self.viewer = viewer
        self.isRuler = isRuler
    }

    /// A condition on `c`, a correction_request.
    var condition: SQL {
        guard !isRuler else { return "c.school_id = \(school)" }
        let pupils: SQL = """
            SELECT e.pupil_id FROM class_teacher t JOIN enrolment e ON e.class_id = t.class_id AND e.until IS NULL
            WHERE t.teacher_id = \(viewer) AND t.until IS NULL
            """
        return """
            c.school_id = \(school) AND (c.person_id IN (\(pupils))
            OR c.person_id IN (SELECT guardian_id FROM guardian WHERE school_id = \(school) AND pupil_id IN (\(pupils))))
            """
    }
}

/// Somebody whose data are the viewer's to read: themselves or their child. `PeopleAccess.owned` makes it.
struct OwnedPerson: Hashable, Sendable {
    let id: ID<Person>
    let name: PersonName
    fileprivate init(id: ID<Person>, name: PersonName) {
        self.id = id
        self.name = name
    }
}
