import Storage

/// People's lists and what is done with them.
/// `school_person` and `person_word` are what people are found by; Accounts keeps them in step with names, memberships and logins.
/// Their keys compare by code points on both databases, so that a prefix is a range. `teacher_badge` is Accounts' too, copied to
/// `chat_member.verified`; `merged_person` says which row a person's former row has become.
public let m0013People = Migration(
    13, "people: school_person, person_word, teacher_badge, merged_person, mass_act, mass_act_person, not_duplicate, correction_request; chat_member.verified"
) { d in
    let byCodePoints: SQL = d == .postgres ? #"COLLATE "C""# : "", find: SQL = d == .postgres ? "strpos" : "instr"
    return [
        """
        CREATE TABLE school_person (
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            name_key TEXT \(byCodePoints) NOT NULL,
            present BIGINT NOT NULL CHECK (present IN (0, 1)),
            PRIMARY KEY (school_id, person_id)
        )
        """,
        "CREATE INDEX school_person_by_name ON school_person (school_id, present, name_key, person_id)",
        "CREATE INDEX school_person_by_person ON school_person (person_id)",
        """
        CREATE TABLE person_word (
            school_id BIGINT NOT NULL REFERENCES school(id),
            word_key TEXT \(byCodePoints) NOT NULL,
            person_id BIGINT NOT NULL REFERENCES person(id),
            PRIMARY KEY (school_id, word_key, person_id)
        )
        """,
        "CREATE INDEX person_word_by_person ON person_word (person_id)",
        """
        INSERT INTO school_person (school_id, person_id, name_key, present)
        SELECT m.school_id, m.person_id, p.name_key, MAX(CASE WHEN m.until IS NULL THEN 1 ELSE 0 END)
        FROM membership m JOIN person p ON p.id = m.person_id GROUP BY m.school_id, m.person_id, p.name_key
        """,
        """
        WITH RECURSIVE piece(person_id, word, rest) AS (
            SELECT id, '', REPLACE(REPLACE(name_key, '-', ' '), '''', ' ') || ' ' FROM person
            UNION ALL SELECT person_id, SUBSTR(rest, 1, \(find)(rest, ' ') - 1), SUBSTR(rest, \(find)(rest, ' ') + 1) FROM piece WHERE rest <> ''
        )
        INSERT INTO person_word (school_id, word_key, person_id)
        SELECT DISTINCT s.school_id, w.word, w.person_id FROM piece w JOIN school_person s ON s.person_id = w.person_id WHERE w.word <> ''
        """,
        """
        INSERT INTO person_word (school_id, word_key, person_id)
        SELECT s.school_id, '@' || q.login_key, s.person_id FROM school_person s JOIN credential q ON q.person_id = s.person_id
        """,
        """
        CREATE TABLE teacher_badge (
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            order_number TEXT,
            given_by BIGINT REFERENCES person(id),
            given_at BIGINT NOT NULL,
            PRIMARY KEY (school_id, person_id)
        )
        """,
        "CREATE INDEX teacher_badge_by_person ON teacher_badge (person_id)",
        "ALTER TABLE chat_member ADD COLUMN verified BIGINT NOT NULL DEFAULT 0 CHECK (verified IN (0, 1))",
        "CREATE INDEX message_of_author ON message (author_id, posted_at)",
        """
        CREATE TABLE merged_person (
            from_id BIGINT PRIMARY KEY REFERENCES person(id),
            into_id BIGINT NOT NULL REFERENCES person(id),
            CHECK (from_id <> into_id)
        )
        """,
        "CREATE INDEX merged_person_into ON merged_person (into_id)",
        """
        CREATE TABLE mass_act (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            kind TEXT NOT NULL CHECK (kind IN ('giveRole', 'endRole', 'confirm', 'endSignIns')),
            role TEXT,
            by_id BIGINT NOT NULL REFERENCES person(id),
            at BIGINT NOT NULL,
            attempt TEXT NOT NULL,
            undone_at BIGINT,
            UNIQUE (by_id, attempt)
        )
        """,
        "CREATE INDEX mass_act_of_school ON mass_act (school_id, at)",
        """
        CREATE TABLE mass_act_person (
            act_id BIGINT NOT NULL REFERENCES mass_act(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            place BIGINT NOT NULL,
            fate TEXT NOT NULL,
            had_badge BIGINT NOT NULL CHECK (had_badge IN (0, 1)),
            undone BIGINT NOT NULL CHECK (undone IN (0, 1)),
            PRIMARY KEY (act_id, person_id)
        )
        """,
        "CREATE INDEX mass_act_person_by_person ON mass_act_person (person_id)",
        """
        CREATE TABLE not_duplicate (
            school_id BIGINT NOT NULL REFERENCES school(id),
            one_id BIGINT NOT NULL REFERENCES person(id),
            other_id BIGINT NOT NULL REFERENCES person(id),
            CHECK (one_id < other_id),
            PRIMARY KEY (school_id, one_id, other_id)
        )
        """,
        """
        CREATE TABLE correction_request (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            asked_by BIGINT NOT NULL REFERENCES person(id),
            asked_at BIGINT NOT NULL,
            field TEXT NOT NULL CHECK (field IN ('family', 'given', 'patronymic', 'sex', 'bornOn', 'other')),
            value TEXT NOT NULL,
            note TEXT NOT NULL,
            attempt TEXT NOT NULL,
            vouched_by BIGINT REFERENCES person(id),
            state TEXT NOT NULL CHECK (state IN ('asked', 'made', 'refused')),
            reason TEXT NOT NULL DEFAULT '',
            answered_by BIGINT REFERENCES person(id),
            answered_at BIGINT,
            UNIQUE (asked_by, attempt)
        )
        """,
        "CREATE INDEX correction_request_open ON correction_request (school_id, state, id)",
        "CREATE INDEX correction_request_about ON correction_request (person_id, id)",
        "CREATE INDEX trace_newest ON trace (school_id, id)",
        "CREATE INDEX trace_by ON trace (school_id, by_id, id)",
        "CREATE INDEX trace_of_kind ON trace (school_id, what, id)",
    ]
}
