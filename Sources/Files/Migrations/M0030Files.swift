import Storage

/// Files that people send, what of them is left to be removed from the disk, and each school's own limits (REQUIREMENTS C18, C19).
/// The bytes lie outside, by their digests; `held` counts what refers to a file: at 0 it goes after a day.
public let m0030Files = Migration(30, "files: stored_file, file_waste, file_rule") { d in
    [
        """
        CREATE TABLE stored_file (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            owner_id BIGINT NOT NULL REFERENCES person(id),
            state TEXT NOT NULL CHECK (state IN ('uploading', 'checking', 'ready', 'refused', 'erased')),
            name TEXT NOT NULL,
            size BIGINT NOT NULL CHECK (size >= 0),
            received BIGINT NOT NULL CHECK (received >= 0),
            keeps_original BIGINT NOT NULL CHECK (keeps_original IN (0, 1)),
            kind TEXT CHECK (kind IN ('photo', 'video', 'audio', 'document', 'archive', 'code')),
            media_type TEXT,
            digest TEXT,
            small_digest TEXT,
            large_digest TEXT,
            width BIGINT,
            height BIGINT,
            duration BIGINT,
            waveform \(d.bytes),
            refusal TEXT,
            held BIGINT NOT NULL CHECK (held >= 0),
            made_at BIGINT NOT NULL,
            touched_at BIGINT NOT NULL,
            claimed_until BIGINT NOT NULL,
            CHECK (state <> 'ready' OR (kind IS NOT NULL AND media_type IS NOT NULL AND digest IS NOT NULL))
        )
        """,
        "CREATE INDEX stored_file_of_owner ON stored_file (owner_id, school_id, id)",
        "CREATE INDEX stored_file_waiting ON stored_file (state, touched_at)",
        "CREATE INDEX stored_file_unheld ON stored_file (held, touched_at)",
        "CREATE INDEX stored_file_content ON stored_file (digest)",
        "CREATE INDEX stored_file_small ON stored_file (small_digest)",
        "CREATE INDEX stored_file_large ON stored_file (large_digest)",
        """
        CREATE TABLE file_waste (
            digest TEXT PRIMARY KEY
        )
        """,
        """
        CREATE TABLE file_rule (
            school_id BIGINT NOT NULL REFERENCES school(id),
            side TEXT NOT NULL CHECK (side IN ('staff', 'pupil', 'family')),
            largest BIGINT NOT NULL CHECK (largest > 0),
            quota BIGINT NOT NULL CHECK (quota > 0),
            kinds TEXT NOT NULL,
            PRIMARY KEY (school_id, side)
        )
        """,
    ]
}
