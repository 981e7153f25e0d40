import Storage

/// The people, the schools they belong to, how they sign in, and the trace of what was changed.
/// `trace` is append-only: no statement of the product updates or deletes its rows.
public let m0001Accounts = Migration(1, "accounts: school, person, membership, credential, sign_in, attempt, trace") { d in
    [
        """
        CREATE TABLE school (
            id \(d.identity),
            name TEXT NOT NULL CHECK (name <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('general', 'vocational', 'additional')),
            zone TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE person (
            id \(d.identity),
            family TEXT NOT NULL,
            given TEXT NOT NULL,
            patronymic TEXT NOT NULL,
            name_key TEXT NOT NULL,
            sex TEXT CHECK (sex IN ('female', 'male')),
            born_on TEXT,
            language TEXT CHECK (language IN ('ru', 'en'))
        )
        """,
        """
        CREATE TABLE membership (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            role TEXT NOT NULL,
            since TEXT NOT NULL,
            until TEXT,
            CHECK (until IS NULL OR until >= since)
        )
        """,
        "CREATE UNIQUE INDEX membership_once ON membership (person_id, school_id, role) WHERE until IS NULL",
        "CREATE INDEX membership_of_school ON membership (school_id, role, person_id)",
        """
        CREATE TABLE credential (
            person_id BIGINT PRIMARY KEY REFERENCES person(id),
            login TEXT NOT NULL,
            login_key TEXT NOT NULL UNIQUE,
            password_hash TEXT NOT NULL,
            changed_at BIGINT NOT NULL
        )
        """,
        """
        CREATE TABLE sign_in (
            id \(d.identity),
            person_id BIGINT NOT NULL REFERENCES person(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            side TEXT NOT NULL CHECK (side IN ('staff', 'pupil', 'family')),
            token_hash \(d.bytes) NOT NULL UNIQUE,
            previous_hash \(d.bytes) UNIQUE,
            form_token TEXT NOT NULL,
            began_at BIGINT NOT NULL,
            renewed_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            address TEXT NOT NULL,
            device TEXT NOT NULL
        )
        """,
        "CREATE INDEX sign_in_of_person ON sign_in (person_id, expires_at)",
        "CREATE INDEX sign_in_expired ON sign_in (expires_at)",
        """
        CREATE TABLE attempt (
            key TEXT PRIMARY KEY,
            failures BIGINT NOT NULL,
            since BIGINT NOT NULL,
            blocked_until BIGINT NOT NULL
        )
        """,
        "CREATE INDEX attempt_by_since ON attempt (since)",
        """
        CREATE TABLE trace (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            at BIGINT NOT NULL,
            by_id BIGINT REFERENCES person(id),
            what TEXT NOT NULL,
            about TEXT NOT NULL,
            was TEXT,
            became TEXT
        )
        """,
        "CREATE INDEX trace_of_school ON trace (school_id, at)",
        "CREATE INDEX trace_about ON trace (about, at)",
    ]
}
