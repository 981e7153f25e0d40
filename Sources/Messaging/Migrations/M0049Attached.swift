import Storage

/// Files in messages (REQUIREMENTS C18, C19), each at its place in its message; those of messages that wait for a look stand apart, as
/// the messages do. Such a message too may have no words of its own.
public let m0049Attached = Migration(49, "messaging: files in messages") { d in
    wordless(d) + [
        """
        CREATE TABLE message_file (
            chat_id BIGINT NOT NULL,
            seq BIGINT NOT NULL,
            place BIGINT NOT NULL CHECK (place > 0),
            file_id BIGINT NOT NULL REFERENCES stored_file(id),
            PRIMARY KEY (chat_id, seq, place),
            FOREIGN KEY (chat_id, seq) REFERENCES message(chat_id, seq)
        )
        """,
        "CREATE INDEX message_file_of_file ON message_file (file_id)",
        """
        CREATE TABLE message_waiting_file (
            waiting_id BIGINT NOT NULL REFERENCES message_waiting(id),
            place BIGINT NOT NULL CHECK (place > 0),
            file_id BIGINT NOT NULL REFERENCES stored_file(id),
            PRIMARY KEY (waiting_id, place)
        )
        """,
        "CREATE INDEX message_waiting_file_of_file ON message_waiting_file (file_id)",
    ]
}

/// SQLite does not change a CHECK in place: the table is written anew. Nothing refers to it yet.
private func wordless(_ d: Dialect) -> [SQL] {
    switch d {
    case .postgres: ["ALTER TABLE message_waiting DROP CONSTRAINT message_waiting_body_check"]
    case .sqlite:
        [
            """
            CREATE TABLE message_waiting_now (
                id \(d.identity),
                school_id BIGINT NOT NULL REFERENCES school(id),
                chat_id BIGINT NOT NULL REFERENCES chat(id),
                author_id BIGINT NOT NULL REFERENCES person(id),
                client_id TEXT NOT NULL,
                body TEXT NOT NULL,
                reply_seq BIGINT,
                at BIGINT NOT NULL,
                refused_at BIGINT,
                reason TEXT NOT NULL DEFAULT '',
                UNIQUE (chat_id, author_id, client_id)
            )
            """,
            """
            INSERT INTO message_waiting_now (id, school_id, chat_id, author_id, client_id, body, reply_seq, at, refused_at, reason)
            SELECT id, school_id, chat_id, author_id, client_id, body, reply_seq, at, refused_at, reason FROM message_waiting
            """,
            "DROP TABLE message_waiting", "ALTER TABLE message_waiting_now RENAME TO message_waiting",
            "CREATE INDEX message_waiting_of_school ON message_waiting (school_id, chat_id) WHERE refused_at IS NULL",
        ]
    }
}
