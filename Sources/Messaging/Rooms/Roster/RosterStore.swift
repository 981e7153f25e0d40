import Accounts
import Kernel
import School
import Storage

/// The SQL of the chats that follow the school's lists, beside `MembershipStore`'s.
enum RosterStore {
    static let sideOfRole: SQL = "CASE x.role WHEN 'pupil' THEN 'pupil' WHEN 'guardian' THEN 'family' ELSE 'staff' END"

    // MARK: The school's channel

    static func isSchool(_ school: ArrangedSchool, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT id FROM school WHERE id = \(school.id) AND level = 'school'") != nil
    }

    static func channel(of school: ArrangedSchool, _ tx: Transaction) throws -> LockedChat? {
        guard let row = try tx.first("SELECT id FROM chat WHERE school_id = \(school.id) AND kind = 'school'") else { return nil }
        return try MembershipStore.locked(row.id("id"), school, tx)
    }

    static func makeChannel(of school: ArrangedSchool, at now: Moment, _ tx: Transaction) throws -> LockedChat {
        let id: ID<Chat> = try tx.one(
            """
            INSERT INTO chat (school_id, kind, title, posting, last_at) VALUES (\(school.id), 'school', '', 'managers', \(now))
            ON CONFLICT (school_id) WHERE kind = 'school' DO UPDATE SET title = excluded.title RETURNING id
            """
        ).id("id")
        return try MembershipStore.locked(id, school, tx)
    }

    static func everyone(in school: ArrangedSchool, among people: [ID<Person>]?, _ tx: Transaction) throws -> [Member] {
        let some: SQL = people.map { " AND person_id IN \(list: $0)" } ?? ""
        return try MembershipStore.members(
            """
            SELECT person_id, role FROM membership
            WHERE school_id = \(school.id) AND until IS NULL\(some) AND \(AccountsAccess.isOpen(to: "membership.person_id", in: school.id))
            """, tx)
    }

    // MARK: Those who have left the school

    /// One member's place in a chat.
    struct Placed {
        let chat: ID<Chat>
        let person: ID<Person>
        let role: String
        let isOwner: Bool
    }

    /// Who is in a chat of this school from a side on which they have no role any more.
    static func leftBehind(in school: ArrangedSchool, among people: [ID<Person>]?, _ tx: Transaction) throws -> [Placed] {
        let some: SQL = people.map { " AND m.person_id IN \(list: $0)" } ?? ""
        return try tx.rows(
            """
            SELECT m.chat_id, m.person_id, m.role, c.owner_id FROM chat_member m JOIN chat c ON c.id = m.chat_id
            WHERE m.school_id = \(school.id) AND m.present = 1\(some) AND NOT EXISTS (SELECT x.id FROM membership x
                WHERE x.person_id = m.person_id AND x.school_id = m.school_id AND x.until IS NULL AND \(sideOfRole) = m.side)
            ORDER BY m.chat_id, m.person_id
            """
        ).map { row in
            let person: ID<Person> = try row.id("person_id")
            return Placed(chat: try row.id("chat_id"), person: person, role: try row.text("role"), isOwner: try row.optionalID("owner_id") == person)
        }
    }

    /// The next who answers for a chat that was put together by hand: who helps to manage it, then staff, then who has been in it longest.
    /// A chat with nobody left is over.
    static func handOn(_ chat: ID<Chat>, at now: Moment, _ tx: Transaction) throws {
        let next = try tx.first(
            """
            SELECT person_id FROM chat_member WHERE chat_id = \(chat) AND present = 1
            ORDER BY manages DESC, CASE side WHEN 'staff' THEN 0 ELSE 1 END, joined_at, person_id LIMIT 1
            """)
        guard let next: ID<Person> = try next?.id("person_id") else {
            try tx.rows("UPDATE chat SET archived_at = \(now) WHERE id = \(chat) AND archived_at IS NULL")
            return
        }
        try tx.rows("UPDATE chat SET owner_id = \(next) WHERE id = \(chat)")
        try tx.rows("UPDATE chat_member SET manages = 1 WHERE chat_id = \(chat) AND person_id = \(next)")
    }

    /// The role a person speaks in where nobody's list says it: the highest they have on that side.
    static func renewRoles(in school: ArrangedSchool, among people: [ID<Person>]?, _ tx: Transaction) throws {
        let some: SQL = people.map { " AND m.person_id IN \(list: $0)" } ?? ""
        let rows = try tx.rows(
            """
            SELECT m.chat_id, m.person_id, m.role AS was, x.role FROM chat_member m JOIN chat c ON c.id = m.chat_id AND c.kind IN ('group', 'direct', 'network')
            JOIN membership x ON x.person_id = m.person_id AND x.school_id = m.school_id AND x.until IS NULL AND \(sideOfRole) = m.side
            WHERE m.school_id = \(school.id) AND m.present = 1\(some)
            """)
        let places = Dictionary(grouping: rows) { "\($0["chat_id"] ?? .null)/\($0["person_id"] ?? .null)" }
        for place in places.values {
            let person: ID<Person> = try place[0].id("person_id"), chat: ID<Chat> = try place[0].id("chat_id")
            let roles = try place.compactMap { Role(rawValue: try $0.text("role")) }.map { Member(person: person, role: $0) }
            guard let highest = Member.each(of: roles).first?.role.rawValue, try highest != place[0].text("was") else { continue }
            try tx.rows("UPDATE chat_member SET role = \(highest) WHERE chat_id = \(chat) AND person_id = \(person)")
        }
    }

    /// The classes whose chats hold these people: as pupils, as families, as teachers.
    static func classes(of people: [ID<Person>], in school: ArrangedSchool, _ tx: Transaction) throws -> [ID<SchoolClass>] {
        try tx.rows(
            """
            SELECT class_id FROM enrolment WHERE pupil_id IN \(list: people) AND school_id = \(school.id) AND until IS NULL
            UNION SELECT e.class_id FROM guardian g JOIN enrolment e ON e.pupil_id = g.pupil_id AND e.school_id = g.school_id AND e.until IS NULL
                WHERE g.guardian_id IN \(list: people) AND g.school_id = \(school.id)
            UNION SELECT class_id FROM course WHERE teacher_id IN \(list: people) AND school_id = \(school.id)
            UNION SELECT t.class_id FROM class_teacher t JOIN school_class c ON c.id = t.class_id AND c.school_id = \(school.id)
                WHERE t.teacher_id IN \(list: people) AND t.until IS NULL
            ORDER BY class_id
            """
        ).map { try $0.id("class_id") }
    }

    // MARK: Courses

    struct TaughtCourse {
        let id: ID<Course>
        let group: ID<StudyGroup>?
        let title: String
    }

    /// The class's courses that have a chat or must have one: those of its groups, and those whose teacher has opened one.
    static func courses(of schoolClass: ID<SchoolClass>, in school: ArrangedSchool, _ tx: Transaction) throws -> [TaughtCourse] {
        try tx.rows(
            """
            SELECT k.id, k.group_id, j.name AS subject, c.name AS class_name, g.name AS group_name FROM course k JOIN subject j ON j.id = k.subject_id
            JOIN school_class c ON c.id = k.class_id LEFT JOIN study_group g ON g.id = k.group_id
            WHERE k.class_id = \(schoolClass) AND k.school_id = \(school.id)
            AND (k.group_id IS NOT NULL OR EXISTS (SELECT h.id FROM chat h WHERE h.course_id = k.id)) ORDER BY k.id
            """
        ).map { row in
            let title = [try row.text("subject"), try row.text("class_name"), try row.optional("group_name", Row.text)].compactMap { $0 }.joined(
                separator: ", ")
            return TaughtCourse(id: try row.id("id"), group: try row.optionalID("group_id"), title: title)
        }
    }

    /// Courses of whole classes that a teacher has this year and that have no chat yet: number and title.
    static func coursesWithoutChat(of viewer: Viewer, on today: Day, _ tx: Transaction) throws -> [(id: Int64, title: String)] {
        guard viewer.side == .staff else { return [] }
        return try tx.rows(
            """
            SELECT k.id, j.name AS subject, c.name AS class_name FROM course k JOIN subject j ON j.id = k.subject_id JOIN school_class c ON c.id = k.class_id
            JOIN academic_year y ON y.id = k.academic_year_id
            WHERE k.teacher_id = \(viewer.person) AND k.school_id = \(viewer.school) AND k.group_id IS NULL AND y.ends_on >= \(today)
            AND NOT EXISTS (SELECT h.id FROM chat h WHERE h.course_id = k.id) ORDER BY c.sort_key, j.name_key, k.id
            """
        ).map { (try $0.int("id"), "\(try $0.text("subject")), \(try $0.text("class_name"))") }
    }

    static func makeChat(of course: ID<Course>, titled title: String, in school: ArrangedSchool, at now: Moment, _ tx: Transaction) throws -> LockedChat {
        let id: ID<Chat> = try tx.one(
            """
            INSERT INTO chat (school_id, kind, course_id, title, last_at) VALUES (\(school.id), 'course', \(course), \(title), \(now))
            ON CONFLICT (course_id) WHERE course_id IS NOT NULL DO UPDATE SET title = excluded.title RETURNING id
            """
        ).id("id")
        return try MembershipStore.locked(id, school, tx)
    }

    static func members(of course: TaughtCourse, in schoolClass: ID<SchoolClass>, of school: ArrangedSchool, _ tx: Transaction) throws -> [Member] {
        let inGroup: SQL =
            course.group.map { " AND e.pupil_id IN (SELECT gm.pupil_id FROM group_member gm WHERE gm.group_id = \($0) AND gm.until IS NULL)" } ?? ""
        return try MembershipStore.members(
            """
            SELECT e.pupil_id AS person_id, 'pupil' AS role FROM enrolment e WHERE e.class_id = \(schoolClass) AND e.until IS NULL\(inGroup)
            AND \(MembershipStore.isMember("e.pupil_id", as: .pupil, of: school))
            UNION SELECT k.teacher_id, 'subjectTeacher' FROM course k WHERE k.id = \(course.id) AND \(MembershipStore.isMember("k.teacher_id", as: .staff, of: school))
            """, tx)
    }

    // MARK: What is over, what is missing

    /// The class has gone on into a later year, or has left the school: it had pupils and has none, and a later year has begun to be made.
    static func isOver(_ schoolClass: ID<SchoolClass>, in school: ArrangedSchool, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT c.id FROM school_class c WHERE c.id = \(schoolClass) AND c.school_id = \(school.id) AND \(isOver)") != nil
    }
    private static let isOver: SQL = """
        NOT EXISTS (SELECT e.id FROM enrolment e WHERE e.class_id = c.id AND e.until IS NULL)
        AND EXISTS (SELECT e.id FROM enrolment e WHERE e.class_id = c.id)
        AND EXISTS (SELECT k.id FROM academic_year y JOIN academic_year n ON n.school_id = y.school_id AND n.starts_on > y.starts_on
            JOIN school_class k ON k.academic_year_id = n.id WHERE y.id = c.academic_year_id)
        """

    /// The class's chats and those of its courses that do not yet stand as they should.
    static func chats(of schoolClass: ID<SchoolClass>, areArchived: Bool, _ tx: Transaction) throws -> [ID<Chat>] {
        let state: SQL = areArchived ? "archived_at IS NOT NULL" : "archived_at IS NULL"
        return try tx.rows(
            """
            SELECT id FROM chat WHERE class_id = \(schoolClass) AND \(state)
            UNION SELECT h.id FROM course k JOIN chat h ON h.course_id = k.id WHERE k.class_id = \(schoolClass) AND h.\(state) ORDER BY id
            """
        ).map { try $0.id("id") }
    }

    /// Schools that have people and no channel; classes with a group's course without its chat, or whose chats should be archived.
    static func schoolsWithoutChannel(_ tx: Transaction) throws -> [ID<School>] {
        try tx.rows(
            """
            SELECT s.id FROM school s WHERE s.level = 'school' AND EXISTS (SELECT m.id FROM membership m WHERE m.school_id = s.id AND m.until IS NULL)
            AND NOT EXISTS (SELECT c.id FROM chat c WHERE c.school_id = s.id AND c.kind = 'school') ORDER BY s.id
            """
        ).map { try $0.id("id") }
    }
    static func unfinishedClasses(_ tx: Transaction) throws -> [(school: ID<School>, schoolClass: ID<SchoolClass>)] {
        try tx.rows(
            """
            SELECT k.class_id, k.school_id FROM course k WHERE k.group_id IS NOT NULL AND NOT EXISTS (SELECT h.id FROM chat h WHERE h.course_id = k.id)
            UNION SELECT c.id, c.school_id FROM chat h JOIN school_class c ON c.id = h.class_id WHERE h.archived_at IS NULL AND \(isOver)
            ORDER BY school_id, class_id
            """
        ).map { (try $0.id("school_id"), try $0.id("class_id")) }
    }
}
