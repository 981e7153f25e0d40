import Storage

/// What was told as urgent: its words, why it was urgent, to whom, and who has seen it.
public let m0041Urgent = Migration(41, "notices: urgent_notice, urgent_reader") { d in
    [
        """
        CREATE TABLE urgent_notice (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            sent_by BIGINT NOT NULL REFERENCES person(id),
            attempt TEXT NOT NULL CHECK (attempt <> ''),
            audience TEXT NOT NULL CHECK (audience IN ('school', 'staff', 'classes')),
            words TEXT NOT NULL CHECK (words <> ''),
            reason TEXT NOT NULL CHECK (reason <> ''),
            sent_at BIGINT NOT NULL,
            UNIQUE (school_id, attempt)
        )
        """,
        "CREATE INDEX urgent_notice_of_school ON urgent_notice (school_id, sent_at)",
        """
        CREATE TABLE urgent_reader (
            urgent_id BIGINT NOT NULL REFERENCES urgent_notice(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            seen_at BIGINT,
            PRIMARY KEY (urgent_id, person_id)
        )
        """,
        "CREATE INDEX urgent_reader_unseen ON urgent_reader (person_id) WHERE seen_at IS NULL",
    ]
}
