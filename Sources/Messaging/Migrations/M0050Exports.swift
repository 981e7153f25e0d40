import Storage

/// Conversations that people take out (REQUIREMENTS C14; PRODUCT 2.4): an archive is made by a job, lies ready for some days, and goes. Without a chat it
/// holds the person's own messages. The bytes lie in a folder, under the row's number.
public let m0050Exports = Migration(50, "messaging: exports") { d in
    [
        """
        CREATE TABLE chat_export (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            side TEXT NOT NULL CHECK (side IN ('staff', 'pupil', 'family')),
            language TEXT NOT NULL,
            chat_id BIGINT REFERENCES chat(id),
            state TEXT NOT NULL CHECK (state IN ('waiting', 'ready', 'failed')),
            asked_at BIGINT NOT NULL,
            claimed_until BIGINT NOT NULL,
            ended_at BIGINT,
            size BIGINT
        )
        """,
        "CREATE INDEX chat_export_of_person ON chat_export (person_id, school_id)", "CREATE INDEX chat_export_of_chat ON chat_export (chat_id)",
        "CREATE INDEX chat_export_state ON chat_export (state, claimed_until)",
    ]
}
