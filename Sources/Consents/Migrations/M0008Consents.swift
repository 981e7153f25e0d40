import Storage

/// Who has agreed to what for whom. `consent` is append-only: a withdrawal is one more entry, what stands now is derived. The one thing
/// taken out of it is a signer's name or scan, when the person's data are destroyed.
/// `person_access` and `school.consents_first` are read on every request (Accounts): whether a school is open to a person.
/// `act` and `act_line` never change.
public let m0008Consents = Migration(
    8, "consents: consent_text, consent, refusal, paper_line, act, act_line, person_access; school: consents_first, backup_days; person: is_erased"
) { d in
    [
        "ALTER TABLE school ADD COLUMN consents_first BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE school ADD COLUMN backup_days BIGINT NOT NULL DEFAULT 90",
        "ALTER TABLE person ADD COLUMN is_erased BIGINT NOT NULL DEFAULT 0",
        """
        CREATE TABLE person_access (
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            is_open BIGINT NOT NULL CHECK (is_open IN (0, 1)),
            PRIMARY KEY (school_id, person_id)
        )
        """,
        """
        CREATE TABLE consent_text (
            school_id BIGINT NOT NULL REFERENCES school(id),
            purpose TEXT NOT NULL CHECK (purpose IN ('processing', 'diary', 'lessons', 'photos', 'publication')),
            version BIGINT NOT NULL CHECK (version >= 1),
            body TEXT NOT NULL CHECK (body <> ''),
            asks_again BIGINT NOT NULL CHECK (asks_again IN (0, 1)),
            written_by BIGINT REFERENCES person(id),
            written_at BIGINT NOT NULL,
            PRIMARY KEY (school_id, purpose, version)
        )
        """,
        """
        CREATE TABLE consent (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            purpose TEXT NOT NULL,
            version BIGINT NOT NULL,
            word TEXT NOT NULL CHECK (word IN ('agree', 'refuse', 'withdraw')),
            signed_as TEXT NOT NULL CHECK (signed_as IN ('own', 'guardian')),
            signer_id BIGINT REFERENCES person(id),
            signer_name TEXT,
            how TEXT NOT NULL CHECK (how IN ('here', 'paper')),
            signed_on TEXT NOT NULL,
            document_id BIGINT REFERENCES document(id),
            entered_by BIGINT REFERENCES person(id),
            entered_at BIGINT NOT NULL,
            FOREIGN KEY (school_id, purpose, version) REFERENCES consent_text (school_id, purpose, version)
        )
        """,
        "CREATE INDEX consent_of_person ON consent (school_id, person_id, purpose, signed_as, id)",
        "CREATE INDEX consent_signed_by ON consent (signer_id)",
        """
        CREATE TABLE refusal (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            purpose TEXT NOT NULL CHECK (purpose IN ('processing', 'diary')),
            word TEXT NOT NULL CHECK (word IN ('refuse', 'withdraw')),
            received_on TEXT NOT NULL,
            due_on TEXT NOT NULL,
            outcome TEXT CHECK (outcome IN ('accepted', 'takenBack')),
            closed_by BIGINT REFERENCES person(id),
            closed_at BIGINT,
            CHECK ((outcome IS NULL) = (closed_at IS NULL))
        )
        """,
        "CREATE UNIQUE INDEX refusal_open_once ON refusal (person_id) WHERE outcome IS NULL",
        "CREATE INDEX refusal_of_school ON refusal (school_id, id)",
        """
        CREATE TABLE paper_line (
            person_id BIGINT PRIMARY KEY REFERENCES person(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            class_id BIGINT REFERENCES school_class(id),
            number BIGINT NOT NULL CHECK (number >= 1),
            UNIQUE (class_id, number)
        )
        """,
        """
        CREATE TABLE act (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            number BIGINT NOT NULL,
            made_on TEXT NOT NULL,
            made_at BIGINT NOT NULL,
            person_id BIGINT NOT NULL REFERENCES person(id),
            alias TEXT NOT NULL,
            class_name TEXT NOT NULL,
            refusal_id BIGINT NOT NULL UNIQUE REFERENCES refusal(id),
            confirmed_by BIGINT NOT NULL REFERENCES person(id),
            backups_until TEXT NOT NULL,
            UNIQUE (school_id, number)
        )
        """,
        """
        CREATE TABLE act_line (
            act_id BIGINT NOT NULL REFERENCES act(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            kind TEXT NOT NULL,
            count BIGINT NOT NULL CHECK (count > 0),
            PRIMARY KEY (act_id, person_id, kind)
        )
        """,
    ]
}
