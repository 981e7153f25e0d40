import Storage

/// Beyond login and password. What proves a person (SNILS, secrets of authenticators) is kept sealed or as a keyed hash; the key is
/// not in the database.
public let m0011Identity = Migration(
    11,
    "identity: identity_card, outside_link, outside_mismatch, authenticator, passkey, recovery_code, half_sign_in, spent, known_device, device_notice, device_notice_seen, stolen_report, call_phrase"
) { d in
    [
        "ALTER TABLE sign_in ADD COLUMN proved_at BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE sign_in ADD COLUMN seen_at BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE sign_in ADD COLUMN device_hash \(d.bytes)",
        """
        CREATE TABLE identity_card (
            person_id BIGINT PRIMARY KEY REFERENCES person(id),
            snils_sealed \(d.bytes),
            snils_mark \(d.bytes) UNIQUE,
            email TEXT,
            email_key TEXT,
            changed_at BIGINT NOT NULL,
            CHECK ((snils_sealed IS NULL) = (snils_mark IS NULL))
        )
        """,
        "CREATE INDEX identity_card_by_email ON identity_card (email_key)",
        """
        CREATE TABLE outside_link (
            provider TEXT NOT NULL,
            subject TEXT NOT NULL,
            person_id BIGINT NOT NULL REFERENCES person(id),
            linked_at BIGINT NOT NULL,
            PRIMARY KEY (provider, subject),
            UNIQUE (person_id, provider)
        )
        """,
        """
        CREATE TABLE outside_mismatch (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            provider TEXT NOT NULL,
            fields TEXT NOT NULL,
            at BIGINT NOT NULL,
            UNIQUE (school_id, person_id, provider)
        )
        """,
        "CREATE INDEX outside_mismatch_of_person ON outside_mismatch (person_id)",
        """
        CREATE TABLE authenticator (
            person_id BIGINT PRIMARY KEY REFERENCES person(id),
            secret_sealed \(d.bytes) NOT NULL,
            last_step BIGINT NOT NULL,
            confirmed_at BIGINT
        )
        """,
        """
        CREATE TABLE passkey (
            id \(d.identity),
            person_id BIGINT NOT NULL REFERENCES person(id),
            credential_id \(d.bytes) NOT NULL UNIQUE,
            public_key \(d.bytes) NOT NULL,
            counter BIGINT NOT NULL,
            name TEXT NOT NULL,
            added_at BIGINT NOT NULL,
            used_at BIGINT
        )
        """,
        "CREATE INDEX passkey_of_person ON passkey (person_id)",
        """
        CREATE TABLE recovery_code (
            person_id BIGINT NOT NULL REFERENCES person(id),
            code_mark \(d.bytes) NOT NULL,
            PRIMARY KEY (person_id, code_mark)
        )
        """,
        """
        CREATE TABLE half_sign_in (
            token_mark \(d.bytes) PRIMARY KEY,
            person_id BIGINT NOT NULL REFERENCES person(id),
            proof TEXT NOT NULL CHECK (proof IN ('password', 'provider')),
            address TEXT NOT NULL,
            device TEXT NOT NULL,
            device_hash \(d.bytes),
            next TEXT,
            until BIGINT NOT NULL
        )
        """,
        "CREATE INDEX half_sign_in_of_person ON half_sign_in (person_id)",
        "CREATE INDEX half_sign_in_until ON half_sign_in (until)",
        "CREATE TABLE spent (mark \(d.bytes) PRIMARY KEY, until BIGINT NOT NULL)",
        "CREATE INDEX spent_until ON spent (until)",
        """
        CREATE TABLE known_device (
            person_id BIGINT NOT NULL REFERENCES person(id),
            device_hash \(d.bytes) NOT NULL,
            since BIGINT NOT NULL,
            PRIMARY KEY (person_id, device_hash)
        )
        """,
        """
        CREATE TABLE device_notice (
            id \(d.identity),
            person_id BIGINT NOT NULL REFERENCES person(id),
            session BIGINT NOT NULL,
            device TEXT NOT NULL,
            address TEXT NOT NULL,
            at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX device_notice_of_person ON device_notice (person_id, at)",
        """
        CREATE TABLE device_notice_seen (
            notice_id BIGINT NOT NULL REFERENCES device_notice(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            PRIMARY KEY (notice_id, person_id)
        )
        """,
        """
        CREATE TABLE stolen_report (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            by_id BIGINT REFERENCES person(id),
            at BIGINT NOT NULL,
            restored_at BIGINT
        )
        """,
        "CREATE INDEX stolen_report_of_person ON stolen_report (person_id, at)",
        "CREATE UNIQUE INDEX stolen_report_open ON stolen_report (school_id, person_id) WHERE restored_at IS NULL",
        """
        CREATE TABLE call_phrase (
            school_id BIGINT NOT NULL REFERENCES school(id),
            pupil_id BIGINT NOT NULL REFERENCES person(id),
            words TEXT NOT NULL,
            PRIMARY KEY (school_id, pupil_id)
        )
        """,
    ]
}
