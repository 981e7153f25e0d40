import Accounts
import Kernel
import School
import Storage

/// The SQL of the chats' making and of who is in them. All of it takes `ArrangedSchool`, the proof of the right to arrange.
enum MembershipStore {
    /// The chat of a kind for a class, made if it is missing and called as the class is now; its row is locked.
    static func chat(_ kind: Chat.Kind, of schoolClass: SchoolClass, in school: ArrangedSchool, at now: Moment, _ tx: Transaction) throws -> LockedChat {
        let id: ID<Chat> = try tx.one(
            """
            INSERT INTO chat (school_id, kind, class_id, title, last_at) VALUES (\(school.id), \(kind.rawValue), \(schoolClass.id), \(schoolClass.name), \(now))
            ON CONFLICT (class_id, kind) WHERE class_id IS NOT NULL DO UPDATE SET title = excluded.title RETURNING id
            """
        ).id("id")
        return try locked(id, school, tx)
    }

    /// The school's staff room, made if it is missing; its row is locked.
    static func staffRoom(of school: ArrangedSchool, at now: Moment, _ tx: Transaction) throws -> LockedChat {
        let id: ID<Chat> = try tx.one(
            """
            INSERT INTO chat (school_id, kind, title, last_at) VALUES (\(school.id), \(Chat.Kind.staff.rawValue), '', \(now))
            ON CONFLICT (school_id) WHERE kind = 'staff' DO UPDATE SET title = excluded.title RETURNING id
            """
        ).id("id")
        return try locked(id, school, tx)
    }

    /// Posting takes the same lock, so nobody posts between the reading of the list and its change.
    static func locked(_ id: ID<Chat>, _ school: ArrangedSchool, _ tx: Transaction) throws -> LockedChat {
        let row = try tx.one("SELECT kind, last_seq FROM chat WHERE id = \(id) AND school_id = \(school.id) \(tx.dialect.rowLock)")
        return LockedChat(id: id, kind: try MessagingStore.kind(row), lastSeq: try row.int("last_seq"))
    }

    static func schoolClass(_ id: ID<SchoolClass>, in school: ArrangedSchool, _ tx: Transaction) throws -> SchoolClass? {
        try SchoolStore.schoolClass(id, of: school.id, tx)
    }

    // MARK: Who should be in

    /// Pupils of the class, the class teacher, those who teach it. Who is no longer in the school is in none of its chats.
    static func classMembers(of schoolClass: ID<SchoolClass>, in school: ArrangedSchool, _ tx: Transaction) throws -> [Member] {
        try members(
            """
            SELECT e.pupil_id AS person_id, 'pupil' AS role FROM enrolment e
            WHERE e.class_id = \(schoolClass) AND e.until IS NULL AND \(isMember("e.pupil_id", as: .pupil, of: school))
            UNION SELECT k.teacher_id, 'subjectTeacher' FROM course k WHERE k.class_id = \(schoolClass) AND \(isMember("k.teacher_id", as: .staff, of: school))
            UNION \(classTeachers(of: schoolClass, in: school))
            """, tx)
    }

    /// Guardians of the class's pupils, and the class teacher.
    static func familyMembers(of schoolClass: ID<SchoolClass>, in school: ArrangedSchool, _ tx: Transaction) throws -> [Member] {
        try members(
            """
            SELECT g.guardian_id AS person_id, 'guardian' AS role FROM guardian g
            JOIN enrolment e ON e.pupil_id = g.pupil_id AND e.class_id = \(schoolClass) AND e.until IS NULL
            WHERE g.school_id = \(school.id) AND \(isMember("g.guardian_id", as: .family, of: school))
            UNION \(classTeachers(of: schoolClass, in: school))
            """, tx)
    }

    /// All the school's staff.
    static func staff(of school: ArrangedSchool, _ tx: Transaction) throws -> [Member] {
        try members(
            "SELECT person_id, role FROM membership WHERE school_id = \(school.id) AND until IS NULL AND role NOT IN ('pupil', 'guardian') AND \(AccountsAccess.isOpen(to: "membership.person_id", in: school.id))",
            tx)
    }

    static func classTeachers(of schoolClass: ID<SchoolClass>, in school: ArrangedSchool) -> SQL {
        """
        SELECT t.teacher_id AS person_id, 'classTeacher' AS role FROM class_teacher t
        WHERE t.class_id = \(schoolClass) AND t.until IS NULL AND \(isMember("t.teacher_id", as: .staff, of: school))
        """
    }

    static func isMember(_ person: SQL, as side: Side, of school: ArrangedSchool) -> SQL {
        let roles = Role.allCases.filter { $0.side == side }.map { Value.text($0.rawValue) }
        return """
            EXISTS (SELECT id FROM membership WHERE person_id = \(person) AND school_id = \(school.id) AND until IS NULL AND role IN \(list: roles))
            AND \(AccountsAccess.isOpen(to: person, in: school.id))
            """
    }

    static func members(_ sql: SQL, _ tx: Transaction) throws -> [Member] {
        let all = try tx.rows(sql).compactMap { row -> Member? in
            guard let role = Role(rawValue: try row.text("role")) else { return nil }
            return Member(person: try row.id("person_id"), role: role)
        }
        return Member.each(of: all)
    }

    // MARK: Who is in

    static func present(in chat: LockedChat, among people: [ID<Person>]? = nil, _ tx: Transaction) throws -> [Member] {
        let some: SQL = people.map { " AND person_id IN \(list: $0)" } ?? ""
        return try members("SELECT person_id, role FROM chat_member WHERE chat_id = \(chat.id) AND present = 1\(some)", tx)
    }

    /// A newcomer sees what is said from now on. Who was in before sees again what they saw, and what was said meanwhile: a class
    /// list that was wrong for an hour must not take its history away from everyone.
    /// The school's channel shows newcomers what was said before, as read.
    /// Each person once, and no more than a statement takes.
    static func add(_ members: ArraySlice<Member>, to chat: LockedChat, in school: ArrangedSchool, at now: Moment, _ tx: Transaction) throws {
        let since = chat.kind == .school ? 0 : chat.lastSeq
        let rows = members.map { member -> SQL in
            let (role, side) = (member.role.rawValue, member.role.side.rawValue)
            return """
                (\(chat.id), \(member.person), \(school.id), \(side), \(role), \(since), \(chat.lastSeq), 1, \(now),
                \(badge(of: "\(member.person)", in: school, side)), \(member.manages(chat.kind)))
                """
        }
        try tx.rows(
            """
            INSERT INTO chat_member (chat_id, person_id, school_id, side, role, since_seq, read_seq, present, joined_at, verified, manages)
            VALUES \(rows: rows)
            ON CONFLICT (chat_id, person_id) DO UPDATE SET side = excluded.side, role = excluded.role, present = 1, joined_at = excluded.joined_at,
                verified = excluded.verified, manages = excluded.manages
            """)
    }

    /// The badge stands beside every message: it is copied to where the author's role is, so that no message asks for it.
    static func renewBadge(of person: ID<Person>, in school: ArrangedSchool, _ tx: Transaction) throws {
        try tx.rows(
            """
            UPDATE chat_member SET verified = CASE WHEN side = 'staff' THEN (SELECT COUNT(*) FROM teacher_badge b
                WHERE b.school_id = chat_member.school_id AND b.person_id = chat_member.person_id) ELSE 0 END
            WHERE person_id = \(person) AND school_id = \(school.id)
            """)
    }

    /// 1 where they write as a verified teacher; among the families a teacher is a parent.
    private static func badge(of person: SQL, in school: ArrangedSchool, _ side: String) -> SQL {
        side == Side.staff.rawValue ? "(SELECT COUNT(*) FROM teacher_badge b WHERE b.school_id = \(school.id) AND b.person_id = \(person))" : "0"
    }

    /// The row stays: it holds the role that stands over what the person has written.
    static func remove(_ member: Member, from chat: LockedChat, _ tx: Transaction) throws {
        try tx.rows("UPDATE chat_member SET present = 0 WHERE chat_id = \(chat.id) AND person_id = \(member.person)")
    }

    /// What the person has said is blotted out where it stands, so that the others' words keep their places; their own membership
    /// stays only under such words.
    static func erase(_ person: ID<Person>, _ tx: Transaction) throws -> [Destroyed] {
        let chats: [ID<Chat>] = try tx.rows("SELECT chat_id FROM chat_member WHERE person_id = \(person)").map { try $0.id("chat_id") }
        var messages = 0
        for chat in chats {
            messages += try tx.rows(
                "UPDATE message SET body = \(Message.blotted) WHERE chat_id = \(chat) AND author_id = \(person) AND body <> \(Message.blotted) AND removed_at IS NULL RETURNING seq"
            ).count
            try tx.rows("UPDATE trace SET was = NULL, became = NULL WHERE about = \("chat:\(chat.number)/person:\(person.number)")")
            tx.leave(person, .chat(chat))
        }
        try tx.rows("UPDATE chat_member SET present = 0 WHERE person_id = \(person)")
        try SearchStore.erase(person, tx)
        try ExportStore.erase(person, tx)
        try tx.rows("UPDATE message SET body = \(Message.blotted) WHERE words_of = \(person) AND removed_at IS NULL")
        try AttachedStore.erase(person, at: .now, tx)
        try OrderPeople.erase(person, tx)
        try eraseActs(of: person, tx)
        try tx.rows(
            """
            DELETE FROM chat_member WHERE person_id = \(person)
            AND NOT EXISTS (SELECT seq FROM message m WHERE m.chat_id = chat_member.chat_id AND m.author_id = chat_member.person_id)
            """)
        return [Destroyed(.chat, chats.count), Destroyed(.message, messages)]
    }

    /// What they had corrected or taken back, their signs and bookmarks, and where others had named them.
    private static func eraseActs(of person: ID<Person>, _ tx: Transaction) throws {
        try tx.rows(
            """
            DELETE FROM message_version WHERE EXISTS (SELECT m.seq FROM message m
                WHERE m.chat_id = message_version.chat_id AND m.seq = message_version.seq AND m.author_id = \(person))
            """)
        try tx.rows("DELETE FROM message_sign WHERE person_id = \(person)")
        try tx.rows("DELETE FROM mention WHERE person_id = \(person)")
        try tx.rows("DELETE FROM bookmark WHERE person_id = \(person)")
        try TypingStore.forget(person, tx)
        try Noticeboard.erase(person, tx)
    }

    /// Those to whom a decision has closed the chat.
    static func blocked(in chat: ID<Chat>, _ tx: Transaction) throws -> Set<ID<Person>> {
        Set(try tx.rows("SELECT person_id FROM chat_member WHERE chat_id = \(chat) AND blocked_at IS NOT NULL").map { try $0.id("person_id") })
    }

    /// Those of the people who have another side in some school as well.
    static func ofSeveralHats(_ people: [ID<Person>], _ tx: Transaction) throws -> Set<ID<Person>> {
        guard !people.isEmpty else { return [] }
        var hats: [ID<Person>: Set<[String]>] = [:]
        for row in try tx.rows("SELECT person_id, school_id, role FROM membership WHERE until IS NULL AND person_id IN \(list: people)") {
            guard let role = Role(rawValue: try row.text("role")) else { continue }
            hats[try row.id("person_id"), default: []].insert([String(try row.int("school_id")), role.side.rawValue])
        }
        return Set(hats.filter { $0.value.count > 1 }.keys)
    }
}

/// A chat whose row this transaction has locked.
struct LockedChat: Sendable {
    let id: ID<Chat>
    let kind: Chat.Kind
    let lastSeq: Int64
}
