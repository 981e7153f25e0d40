import Storage

/// The order of chats (REQUIREMENTS C13, C14, C25–C27): the school's own words and trusted addresses, slow mode, messages that wait for a
/// look, reports, decisions and appeals, rules of behaviour and who has accepted them. What `posting` needs at once stands in the member's and
/// the chat's own rows.
public let m0047Order = Migration(47, "messaging: order of chats") { d in
    [
        "ALTER TABLE chat ADD COLUMN slow_seconds BIGINT NOT NULL DEFAULT 0 CHECK (slow_seconds >= 0)",
        "ALTER TABLE chat ADD COLUMN premoderated BIGINT NOT NULL DEFAULT 0 CHECK (premoderated IN (0, 1))",
        "ALTER TABLE chat ADD COLUMN rules_version BIGINT NOT NULL DEFAULT 0 CHECK (rules_version >= 0)",
        "ALTER TABLE chat_member ADD COLUMN muted_until BIGINT", "ALTER TABLE chat_member ADD COLUMN blocked_at BIGINT",
        "ALTER TABLE chat_member ADD COLUMN posted_at BIGINT", "ALTER TABLE chat_member ADD COLUMN rules_accepted BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE message ADD COLUMN caution TEXT CHECK (caution IN ('fraud', 'link'))",
        """
        CREATE TABLE chat_word (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            kind TEXT NOT NULL CHECK (kind IN ('word', 'host')),
            words TEXT NOT NULL CHECK (words <> ''),
            word_key TEXT NOT NULL CHECK (word_key <> ''),
            added_by BIGINT REFERENCES person(id),
            added_at BIGINT NOT NULL,
            UNIQUE (school_id, kind, word_key)
        )
        """,
        """
        CREATE TABLE chat_rules (
            chat_id BIGINT NOT NULL REFERENCES chat(id),
            version BIGINT NOT NULL CHECK (version > 0),
            words TEXT NOT NULL,
            by_id BIGINT NOT NULL REFERENCES person(id),
            at BIGINT NOT NULL,
            PRIMARY KEY (chat_id, version)
        )
        """,
        """
        CREATE TABLE chat_rules_accepted (
            chat_id BIGINT NOT NULL,
            version BIGINT NOT NULL,
            person_id BIGINT NOT NULL REFERENCES person(id),
            at BIGINT NOT NULL,
            PRIMARY KEY (chat_id, version, person_id),
            FOREIGN KEY (chat_id, version) REFERENCES chat_rules(chat_id, version)
        )
        """,
    ] + moderation(d)
}

/// A message that waits has no place in the chat yet. A report keeps the words as they stood when it was made.
private func moderation(_ d: Dialect) -> [SQL] {
    [
        """
        CREATE TABLE message_waiting (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            chat_id BIGINT NOT NULL REFERENCES chat(id),
            author_id BIGINT NOT NULL REFERENCES person(id),
            client_id TEXT NOT NULL,
            body TEXT NOT NULL CHECK (body <> ''),
            reply_seq BIGINT,
            at BIGINT NOT NULL,
            refused_at BIGINT,
            reason TEXT NOT NULL DEFAULT '',
            UNIQUE (chat_id, author_id, client_id)
        )
        """,
        "CREATE INDEX message_waiting_of_school ON message_waiting (school_id, chat_id) WHERE refused_at IS NULL",
        """
        CREATE TABLE chat_decision (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            chat_id BIGINT NOT NULL,
            seq BIGINT NOT NULL,
            person_id BIGINT NOT NULL REFERENCES person(id),
            measure TEXT NOT NULL CHECK (measure IN ('nothing', 'warn', 'remove', 'mute', 'block')),
            until BIGINT,
            reason TEXT NOT NULL,
            by_id BIGINT NOT NULL REFERENCES person(id),
            at BIGINT NOT NULL,
            appeal TEXT,
            appealed_at BIGINT,
            answer TEXT,
            answered_by BIGINT REFERENCES person(id),
            answered_at BIGINT,
            is_lifted BIGINT NOT NULL DEFAULT 0 CHECK (is_lifted IN (0, 1)),
            FOREIGN KEY (chat_id, seq) REFERENCES message(chat_id, seq)
        )
        """,
        "CREATE INDEX chat_decision_of_person ON chat_decision (person_id, at)", "CREATE INDEX chat_decision_of_school ON chat_decision (school_id, at)",
        """
        CREATE TABLE message_report (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            chat_id BIGINT NOT NULL,
            seq BIGINT NOT NULL,
            author_id BIGINT NOT NULL REFERENCES person(id),
            reporter_id BIGINT NOT NULL REFERENCES person(id),
            cause TEXT NOT NULL CHECK (cause IN ('insult', 'obscene', 'personal', 'fraud', 'spam', 'other')),
            note TEXT NOT NULL,
            body TEXT NOT NULL,
            at BIGINT NOT NULL,
            decision_id BIGINT REFERENCES chat_decision(id),
            UNIQUE (chat_id, seq, reporter_id),
            FOREIGN KEY (chat_id, seq) REFERENCES message(chat_id, seq)
        )
        """,
        "CREATE INDEX message_report_open ON message_report (school_id, at) WHERE decision_id IS NULL",
        "CREATE INDEX message_report_by ON message_report (reporter_id)", "CREATE INDEX message_report_of ON message_report (author_id)",
    ]
}
