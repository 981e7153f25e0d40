import Storage

/// Messages that ask to be acknowledged, who has done so, and what was answered to their author beside the chat.
/// `person_id` of a reply is the reader in whose exchange with the author it stands, whichever of the two wrote it.
public let m0043Announcements = Migration(43, "messaging: announcement, announcement_receipt, announcement_reply") { d in
    [
        """
        CREATE TABLE announcement (
            chat_id BIGINT NOT NULL,
            seq BIGINT NOT NULL,
            school_id BIGINT NOT NULL REFERENCES school(id),
            is_open BIGINT NOT NULL CHECK (is_open IN (0, 1)),
            reminded_at BIGINT,
            PRIMARY KEY (chat_id, seq),
            FOREIGN KEY (chat_id, seq) REFERENCES message(chat_id, seq)
        )
        """,
        """
        CREATE TABLE announcement_receipt (
            chat_id BIGINT NOT NULL,
            seq BIGINT NOT NULL,
            person_id BIGINT NOT NULL REFERENCES person(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            at BIGINT NOT NULL,
            PRIMARY KEY (chat_id, seq, person_id),
            FOREIGN KEY (chat_id, seq) REFERENCES announcement(chat_id, seq)
        )
        """,
        "CREATE INDEX announcement_receipt_by_person ON announcement_receipt (person_id)",
        """
        CREATE TABLE announcement_reply (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            chat_id BIGINT NOT NULL,
            seq BIGINT NOT NULL,
            person_id BIGINT NOT NULL REFERENCES person(id),
            author_id BIGINT NOT NULL REFERENCES person(id),
            client_id TEXT NOT NULL,
            body TEXT NOT NULL CHECK (body <> ''),
            at BIGINT NOT NULL,
            read_at BIGINT,
            UNIQUE (chat_id, seq, author_id, client_id),
            FOREIGN KEY (chat_id, seq) REFERENCES announcement(chat_id, seq)
        )
        """,
        "CREATE INDEX announcement_reply_of ON announcement_reply (chat_id, seq, person_id, id)",
        "CREATE INDEX announcement_reply_by_person ON announcement_reply (person_id, read_at)",
        "CREATE INDEX announcement_reply_by_author ON announcement_reply (author_id)",
    ]
}
