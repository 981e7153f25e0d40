import Storage

/// For how many days a school keeps the messages of a kind of chats; a kind that is missing is kept for ever.
public let m0048Keeping = Migration(48, "messaging: how long messages are kept") { _ in
    [
        """
        CREATE TABLE chat_retention (
            school_id BIGINT NOT NULL REFERENCES school(id),
            kind TEXT NOT NULL CHECK (kind IN ('class', 'family', 'staff', 'school', 'course', 'group', 'direct', 'network')),
            days BIGINT NOT NULL CHECK (days > 0),
            PRIMARY KEY (school_id, kind)
        )
        """,
        "ALTER TABLE chat ADD COLUMN expired_seq BIGINT NOT NULL DEFAULT 0",
    ]
}
