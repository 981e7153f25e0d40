import Storage

/// Chats, who is in them, and what was said.
/// `message.seq` is the chat's own count (`chat.last_seq` under the row's lock), not an identity: no gaps, in the order of the commits.
/// A member sees the messages after `since_seq`; `read_seq` is the last one they have read. A member's row is never deleted: it
/// holds the role that stands over what the person has written.
public let m0005Messaging = Migration(5, "messaging: chat, chat_member, message") { d in
    [
        """
        CREATE TABLE chat (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            kind TEXT NOT NULL CHECK (kind IN ('class', 'family', 'staff', 'group')),
            class_id BIGINT REFERENCES school_class(id),
            title TEXT NOT NULL,
            last_seq BIGINT NOT NULL DEFAULT 0 CHECK (last_seq >= 0),
            last_at BIGINT NOT NULL,
            CHECK ((kind IN ('class', 'family')) = (class_id IS NOT NULL))
        )
        """,
        "CREATE UNIQUE INDEX chat_of_class_once ON chat (class_id, kind) WHERE class_id IS NOT NULL",
        "CREATE UNIQUE INDEX staff_room_once ON chat (school_id) WHERE kind = 'staff'",
        """
        CREATE TABLE chat_member (
            chat_id BIGINT NOT NULL REFERENCES chat(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            side TEXT NOT NULL CHECK (side IN ('staff', 'pupil', 'family')),
            role TEXT NOT NULL,
            since_seq BIGINT NOT NULL,
            read_seq BIGINT NOT NULL,
            present BIGINT NOT NULL CHECK (present IN (0, 1)),
            joined_at BIGINT NOT NULL,
            CHECK (read_seq >= since_seq),
            PRIMARY KEY (chat_id, person_id)
        )
        """,
        "CREATE INDEX chat_member_by_person ON chat_member (person_id, school_id, side, present)",
        """
        CREATE TABLE message (
            chat_id BIGINT NOT NULL REFERENCES chat(id),
            seq BIGINT NOT NULL CHECK (seq > 0),
            school_id BIGINT NOT NULL REFERENCES school(id),
            author_id BIGINT NOT NULL REFERENCES person(id),
            client_id TEXT NOT NULL,
            body TEXT NOT NULL CHECK (body <> ''),
            posted_at BIGINT NOT NULL,
            PRIMARY KEY (chat_id, seq),
            UNIQUE (chat_id, author_id, client_id)
        )
        """,
    ]
}
