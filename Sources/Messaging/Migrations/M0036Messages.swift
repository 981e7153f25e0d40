import Storage

/// What can be done with a message after it was posted: corrected, taken back, answered, marked with a sign, pinned, kept.
/// `chat.last_change` counts such changes as `last_seq` counts messages: a page that knows the last it has seen can ask for the rest.
/// More kinds of chats may stand in `chat`, and some of them follow a course or two people.
public let m0036Messages = Migration(36, "messaging: kinds of chats, changes of messages") { d in
    chat(d) + message(d) + [
        "ALTER TABLE chat_member ADD COLUMN manages BIGINT NOT NULL DEFAULT 0 CHECK (manages IN (0, 1))",
        """
        UPDATE chat_member SET manages = 1
        WHERE role = 'classTeacher' AND EXISTS (SELECT c.id FROM chat c WHERE c.id = chat_member.chat_id AND c.kind IN ('class', 'family'))
        OR role IN ('director', 'deputy', 'administrator') AND EXISTS (SELECT c.id FROM chat c WHERE c.id = chat_member.chat_id AND c.kind = 'staff')
        """,
        """
        CREATE TABLE message_version (
            id \(d.identity),
            chat_id BIGINT NOT NULL REFERENCES chat(id),
            seq BIGINT NOT NULL,
            body TEXT NOT NULL,
            until BIGINT NOT NULL,
            ended_by BIGINT NOT NULL REFERENCES person(id),
            FOREIGN KEY (chat_id, seq) REFERENCES message(chat_id, seq)
        )
        """,
        "CREATE INDEX message_version_of ON message_version (chat_id, seq)",
        """
        CREATE TABLE message_sign (
            chat_id BIGINT NOT NULL,
            seq BIGINT NOT NULL,
            sign TEXT NOT NULL,
            person_id BIGINT NOT NULL REFERENCES person(id),
            at BIGINT NOT NULL,
            PRIMARY KEY (chat_id, seq, sign, person_id),
            FOREIGN KEY (chat_id, seq) REFERENCES message(chat_id, seq)
        )
        """,
        "CREATE INDEX message_sign_by_person ON message_sign (person_id)",
        """
        CREATE TABLE mention (
            chat_id BIGINT NOT NULL,
            seq BIGINT NOT NULL,
            person_id BIGINT NOT NULL REFERENCES person(id),
            words TEXT NOT NULL,
            PRIMARY KEY (chat_id, seq, person_id),
            FOREIGN KEY (chat_id, seq) REFERENCES message(chat_id, seq)
        )
        """,
        "CREATE INDEX mention_by_person ON mention (person_id, chat_id, seq)",
        """
        CREATE TABLE bookmark (
            person_id BIGINT NOT NULL REFERENCES person(id),
            chat_id BIGINT NOT NULL,
            seq BIGINT NOT NULL,
            school_id BIGINT NOT NULL REFERENCES school(id),
            at BIGINT NOT NULL,
            PRIMARY KEY (person_id, chat_id, seq),
            FOREIGN KEY (chat_id, seq) REFERENCES message(chat_id, seq)
        )
        """,
        "CREATE INDEX bookmark_newest ON bookmark (person_id, at)",
    ]
}

private let chatColumns: SQL = """
    kind TEXT NOT NULL CONSTRAINT chat_kind CHECK (kind IN ('class', 'family', 'staff', 'school', 'course', 'group', 'direct', 'network')),
    class_id BIGINT REFERENCES school_class(id),
    course_id BIGINT REFERENCES course(id),
    pair TEXT,
    owner_id BIGINT REFERENCES person(id),
    posting TEXT NOT NULL DEFAULT 'all' CHECK (posting IN ('all', 'managers')),
    archived_at BIGINT,
    title TEXT NOT NULL,
    last_seq BIGINT NOT NULL DEFAULT 0 CHECK (last_seq >= 0),
    last_change BIGINT NOT NULL DEFAULT 0 CHECK (last_change >= 0),
    last_at BIGINT NOT NULL,
    CONSTRAINT chat_of_class CHECK ((kind IN ('class', 'family')) = (class_id IS NOT NULL)),
    CONSTRAINT chat_of_course CHECK ((kind = 'course') = (course_id IS NOT NULL)),
    CONSTRAINT chat_of_two CHECK ((kind = 'direct') = (pair IS NOT NULL))
    """

/// Neither database changes a CHECK in place in the same words; SQLite does not change one at all, so there the table is written anew.
private func chat(_ d: Dialect) -> [SQL] {
    let indexes: [SQL] = [
        "CREATE UNIQUE INDEX chat_of_course_once ON chat (course_id) WHERE course_id IS NOT NULL",
        "CREATE UNIQUE INDEX chat_of_two_once ON chat (school_id, pair) WHERE pair IS NOT NULL",
        "CREATE UNIQUE INDEX school_channel_once ON chat (school_id) WHERE kind = 'school'",
    ]
    switch d {
    case .postgres:
        return [
            "ALTER TABLE chat DROP CONSTRAINT chat_kind_check", "ALTER TABLE chat DROP CONSTRAINT chat_check",
            "ALTER TABLE chat ADD CONSTRAINT chat_kind CHECK (kind IN ('class', 'family', 'staff', 'school', 'course', 'group', 'direct', 'network'))",
            "ALTER TABLE chat ADD COLUMN course_id BIGINT REFERENCES course(id)", "ALTER TABLE chat ADD COLUMN pair TEXT",
            "ALTER TABLE chat ADD COLUMN owner_id BIGINT REFERENCES person(id)",
            "ALTER TABLE chat ADD COLUMN posting TEXT NOT NULL DEFAULT 'all' CHECK (posting IN ('all', 'managers'))",
            "ALTER TABLE chat ADD COLUMN archived_at BIGINT",
            "ALTER TABLE chat ADD COLUMN last_change BIGINT NOT NULL DEFAULT 0 CHECK (last_change >= 0)",
            "ALTER TABLE chat ADD CONSTRAINT chat_of_class CHECK ((kind IN ('class', 'family')) = (class_id IS NOT NULL))",
            "ALTER TABLE chat ADD CONSTRAINT chat_of_course CHECK ((kind = 'course') = (course_id IS NOT NULL))",
            "ALTER TABLE chat ADD CONSTRAINT chat_of_two CHECK ((kind = 'direct') = (pair IS NOT NULL))",
        ] + indexes
    case .sqlite:
        // Dropping a table that others refer to counts their rows as orphans until its rows are back: the count is asked for at the commit only.
        return [
            "PRAGMA defer_foreign_keys = ON", "CREATE TABLE chat_before AS SELECT * FROM chat", "DROP TABLE chat",
            "CREATE TABLE chat (id \(d.identity), school_id BIGINT NOT NULL REFERENCES school(id), \(chatColumns))",
            """
            INSERT INTO chat (id, school_id, kind, class_id, title, last_seq, last_at)
            SELECT id, school_id, kind, class_id, title, last_seq, last_at FROM chat_before
            """,
            "DROP TABLE chat_before",
            "CREATE UNIQUE INDEX chat_of_class_once ON chat (class_id, kind) WHERE class_id IS NOT NULL",
            "CREATE UNIQUE INDEX staff_room_once ON chat (school_id) WHERE kind = 'staff'",
        ] + indexes
    }
}

/// A message may have no words of its own: taken back, or only files. `change` is the chat's count when it last changed, 0 if it never did.
private func message(_ d: Dialect) -> [SQL] {
    [
        """
        CREATE TABLE message_now (
            chat_id BIGINT NOT NULL REFERENCES chat(id),
            seq BIGINT NOT NULL CHECK (seq > 0),
            school_id BIGINT NOT NULL REFERENCES school(id),
            author_id BIGINT NOT NULL REFERENCES person(id),
            client_id TEXT NOT NULL,
            body TEXT NOT NULL,
            has_parts BIGINT NOT NULL DEFAULT 0 CHECK (has_parts IN (0, 1)),
            posted_at BIGINT NOT NULL,
            reply_seq BIGINT,
            words_of BIGINT REFERENCES person(id),
            edited_at BIGINT,
            removed_at BIGINT,
            removed_by BIGINT REFERENCES person(id),
            pinned_at BIGINT,
            change BIGINT NOT NULL DEFAULT 0,
            PRIMARY KEY (chat_id, seq),
            UNIQUE (chat_id, author_id, client_id),
            FOREIGN KEY (chat_id, reply_seq) REFERENCES message_now(chat_id, seq),
            CHECK (body <> '' OR has_parts = 1 OR removed_at IS NOT NULL)
        )
        """,
        """
        INSERT INTO message_now (chat_id, seq, school_id, author_id, client_id, body, posted_at)
        SELECT chat_id, seq, school_id, author_id, client_id, body, posted_at FROM message
        """,
        "DROP TABLE message", "ALTER TABLE message_now RENAME TO message",
        "CREATE INDEX message_changed ON message (chat_id, change) WHERE change > 0",
        "CREATE INDEX message_pinned ON message (chat_id, pinned_at) WHERE pinned_at IS NOT NULL",
    ]
}
