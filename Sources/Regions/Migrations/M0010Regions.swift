import Storage

/// Organisations above schools (rows of `school` with a level), how a school comes in, its card and its local acts.
/// Codes and secret words are kept as hashes alone.
public let m0010Regions = Migration(
    10,
    "regions: school.level, school_card, school_application, application_step, application_scan, activation, responsible_person, local_act, act_receipt, acquaintance"
) { d in
    organisations + applications(d) + acts(d)
}

private let organisations: [SQL] = [
    "ALTER TABLE school ADD COLUMN level TEXT NOT NULL DEFAULT 'school' CHECK (level IN ('school', 'municipality', 'region', 'platform'))",
    "ALTER TABLE school ADD COLUMN parent_id BIGINT REFERENCES school(id)",
    "ALTER TABLE school ADD COLUMN inn TEXT",
    "CREATE UNIQUE INDEX school_by_inn ON school (inn) WHERE inn IS NOT NULL",
    "CREATE INDEX school_of_parent ON school (parent_id, level, id)",
    "CREATE INDEX school_by_level ON school (level, id)",
    """
    CREATE TABLE school_card (
        school_id BIGINT PRIMARY KEY REFERENCES school(id),
        full_name TEXT NOT NULL DEFAULT '',
        address TEXT NOT NULL DEFAULT '',
        site TEXT NOT NULL DEFAULT '',
        phone TEXT NOT NULL DEFAULT '',
        email TEXT NOT NULL DEFAULT '',
        director TEXT NOT NULL DEFAULT '',
        help TEXT NOT NULL DEFAULT '',
        programmes TEXT NOT NULL DEFAULT '',
        pupils BIGINT,
        staff BIGINT,
        procedure TEXT NOT NULL DEFAULT '',
        changed_at BIGINT NOT NULL
    )
    """,
]

private func applications(_ d: Dialect) -> [SQL] {
    [
        """
        CREATE TABLE school_application (
            id \(d.identity),
            visit_hash \(d.bytes) NOT NULL UNIQUE,
            word_hash \(d.bytes) NOT NULL,
            municipality_id BIGINT NOT NULL REFERENCES school(id),
            state TEXT NOT NULL CHECK (state IN ('new', 'asked', 'answered', 'approved', 'refused')),
            kind TEXT NOT NULL CHECK (kind IN ('general', 'vocational', 'additional')),
            full_name TEXT NOT NULL CHECK (full_name <> ''),
            short_name TEXT NOT NULL CHECK (short_name <> ''),
            inn TEXT NOT NULL,
            address TEXT NOT NULL,
            site TEXT NOT NULL,
            phone TEXT NOT NULL,
            email TEXT NOT NULL,
            director TEXT NOT NULL,
            family TEXT NOT NULL,
            given TEXT NOT NULL,
            patronymic TEXT NOT NULL,
            contact TEXT NOT NULL,
            programmes TEXT NOT NULL,
            pupils BIGINT NOT NULL CHECK (pupils >= 0),
            staff BIGINT NOT NULL CHECK (staff >= 0),
            zone TEXT NOT NULL,
            order_number TEXT NOT NULL,
            order_on TEXT NOT NULL,
            scan_id BIGINT REFERENCES document(id),
            submitted_at BIGINT NOT NULL,
            changed_at BIGINT NOT NULL,
            decided_by BIGINT REFERENCES person(id),
            school_id BIGINT REFERENCES school(id),
            person_id BIGINT REFERENCES person(id)
        )
        """,
        "CREATE INDEX school_application_queue ON school_application (municipality_id, state, submitted_at)",
        "CREATE INDEX school_application_by_state ON school_application (state, changed_at)",
        "CREATE UNIQUE INDEX school_application_open ON school_application (inn) WHERE state IN ('new', 'asked', 'answered')",
        """
        CREATE TABLE application_step (
            id \(d.identity),
            application_id BIGINT NOT NULL REFERENCES school_application(id),
            at BIGINT NOT NULL,
            by_id BIGINT REFERENCES person(id),
            what TEXT NOT NULL CHECK (what IN ('submitted', 'asked', 'answered', 'approved', 'refused', 'code')),
            words TEXT NOT NULL
        )
        """,
        "CREATE INDEX application_step_of_application ON application_step (application_id, id)",
        """
        CREATE TABLE application_scan (
            visit_hash \(d.bytes) PRIMARY KEY,
            document_id BIGINT NOT NULL REFERENCES document(id),
            added_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX application_scan_by_age ON application_scan (added_at)",
        """
        CREATE TABLE activation (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            code_hash \(d.bytes) NOT NULL UNIQUE,
            issued_at BIGINT NOT NULL,
            issued_by BIGINT REFERENCES person(id),
            expires_at BIGINT NOT NULL,
            used_at BIGINT,
            revoked_at BIGINT
        )
        """,
        "CREATE UNIQUE INDEX activation_once ON activation (person_id) WHERE used_at IS NULL AND revoked_at IS NULL",
        "CREATE INDEX activation_of_school ON activation (school_id, person_id)",
        """
        CREATE TABLE responsible_person (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            duty TEXT NOT NULL CHECK (duty IN ('administrator', 'connecting', 'accompanying')),
            order_number TEXT NOT NULL,
            order_on TEXT NOT NULL,
            ended_at BIGINT
        )
        """,
        "CREATE UNIQUE INDEX responsible_person_once ON responsible_person (school_id, person_id, duty) WHERE ended_at IS NULL",
    ]
}

private func acts(_ d: Dialect) -> [SQL] {
    [
        """
        CREATE TABLE local_act (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            kind TEXT NOT NULL CHECK (kind IN ('order', 'regulation', 'procedure', 'other')),
            title TEXT NOT NULL CHECK (title <> ''),
            number TEXT NOT NULL,
            accepted_on TEXT NOT NULL,
            body TEXT NOT NULL,
            scan_id BIGINT REFERENCES document(id),
            asks_staff BIGINT NOT NULL,
            asks_family BIGINT NOT NULL,
            asks_pupil BIGINT NOT NULL,
            is_template BIGINT NOT NULL,
            replaces_id BIGINT REFERENCES local_act(id),
            template_id BIGINT REFERENCES local_act(id),
            published_at BIGINT NOT NULL,
            published_by BIGINT REFERENCES person(id),
            ended_at BIGINT,
            CHECK (body <> '' OR scan_id IS NOT NULL)
        )
        """,
        "CREATE INDEX local_act_of_school ON local_act (school_id, ended_at, published_at)",
        "CREATE UNIQUE INDEX local_act_replaced_once ON local_act (replaces_id) WHERE replaces_id IS NOT NULL",
        """
        CREATE TABLE act_receipt (
            act_id BIGINT NOT NULL REFERENCES local_act(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            by_id BIGINT NOT NULL REFERENCES person(id),
            at BIGINT NOT NULL,
            PRIMARY KEY (act_id, school_id)
        )
        """,
        "CREATE INDEX act_receipt_of_school ON act_receipt (school_id, act_id)",
        """
        CREATE TABLE acquaintance (
            act_id BIGINT NOT NULL REFERENCES local_act(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            at BIGINT NOT NULL,
            PRIMARY KEY (act_id, person_id)
        )
        """,
        "CREATE INDEX acquaintance_of_person ON acquaintance (person_id, act_id)",
    ]
}
