import Storage

/// What waits to reach people who have no page open, and what it is held back by. One row of `notice` is one place (a chat, a diary) of
/// one person, however much happens there; `lease` is the node that is sending it now. `notice_done` says which channel has it already.
public let m0033Notices = Migration(33, "notices: notice, notice_done, school_quiet, notice_choice, notice_level") { d in
    [
        """
        CREATE TABLE notice (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            kind TEXT NOT NULL CHECK (kind <> ''),
            place TEXT NOT NULL CHECK (place <> ''),
            is_mention BIGINT NOT NULL CHECK (is_mention IN (0, 1)),
            urgency BIGINT NOT NULL CHECK (urgency IN (0, 1, 2)),
            count BIGINT NOT NULL CHECK (count > 0),
            told_at BIGINT NOT NULL,
            due_at BIGINT NOT NULL,
            sent_at BIGINT,
            tries BIGINT NOT NULL,
            lease BIGINT NOT NULL,
            lease_until BIGINT NOT NULL,
            UNIQUE (person_id, school_id, place)
        )
        """,
        "CREATE INDEX notice_due ON notice (due_at) WHERE sent_at IS NULL",
        "CREATE INDEX notice_old ON notice (told_at)",
        """
        CREATE TABLE notice_done (
            notice_id BIGINT NOT NULL REFERENCES notice(id),
            channel TEXT NOT NULL,
            count BIGINT NOT NULL,
            PRIMARY KEY (notice_id, channel)
        )
        """,
        """
        CREATE TABLE school_quiet (
            school_id BIGINT PRIMARY KEY REFERENCES school(id),
            from_minute BIGINT NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
            until_minute BIGINT NOT NULL CHECK (until_minute BETWEEN 0 AND 1439),
            is_sunday_quiet BIGINT NOT NULL CHECK (is_sunday_quiet IN (0, 1))
        )
        """,
        """
        CREATE TABLE notice_choice (
            person_id BIGINT PRIMARY KEY REFERENCES person(id),
            from_minute BIGINT CHECK (from_minute BETWEEN 0 AND 1439),
            until_minute BIGINT CHECK (until_minute BETWEEN 0 AND 1439),
            works_late BIGINT NOT NULL CHECK (works_late IN (0, 1)),
            pace TEXT NOT NULL CHECK (pace IN ('soon', 'morning', 'weekly')),
            CHECK ((from_minute IS NULL) = (until_minute IS NULL))
        )
        """,
        """
        CREATE TABLE notice_level (
            person_id BIGINT NOT NULL REFERENCES person(id),
            kind TEXT NOT NULL,
            place TEXT NOT NULL,
            level TEXT NOT NULL CHECK (level IN ('all', 'mentions', 'none')),
            PRIMARY KEY (person_id, kind, place)
        )
        """,
    ]
}
