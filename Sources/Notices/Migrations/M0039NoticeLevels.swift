import Storage

/// A level may be a daily digest as well.
public let m0039NoticeLevels = Migration(39, "notices: notice_level has digests") { _ in
    [
        """
        CREATE TABLE notice_level_now (
            person_id BIGINT NOT NULL REFERENCES person(id),
            kind TEXT NOT NULL,
            place TEXT NOT NULL,
            level TEXT NOT NULL CHECK (level IN ('all', 'mentions', 'none', 'digest')),
            PRIMARY KEY (person_id, kind, place)
        )
        """,
        "INSERT INTO notice_level_now (person_id, kind, place, level) SELECT person_id, kind, place, level FROM notice_level",
        "DROP TABLE notice_level", "ALTER TABLE notice_level_now RENAME TO notice_level",
    ]
}
