import Storage

/// What messages are looked for by: the stems of their words, and the chat they stand in as a word no text has (`c:12`), so that a
/// common word of a whole town costs no more than in one's own chats. `id` begins with the moment of the message (`SearchStore.place`): the
/// order of the index is the order of time. What was posted before is taken in by a job, whose place `message_search_filling` holds.
public let m0046Search = Migration(46, "messaging: search") { d in
    [
        """
        CREATE TABLE message_search (
            id BIGINT PRIMARY KEY,
            chat_id BIGINT NOT NULL,
            seq BIGINT NOT NULL,
            words TEXT NOT NULL CHECK (words <> ''),
            UNIQUE (chat_id, seq),
            FOREIGN KEY (chat_id, seq) REFERENCES message(chat_id, seq)
        )
        """
    ] + index(d) + [
        """
        CREATE TABLE message_search_filling (
            id BIGINT PRIMARY KEY CHECK (id = 1),
            chat_id BIGINT NOT NULL,
            seq BIGINT NOT NULL,
            is_done BIGINT NOT NULL CHECK (is_done IN (0, 1))
        )
        """,
        "INSERT INTO message_search_filling (id, chat_id, seq, is_done) VALUES (1, 0, 0, 0)",
    ]
}

/// Both hold the same words. SQLite's index has no copy of them: it is told by triggers what to take in and to forget.
private func index(_ d: Dialect) -> [SQL] {
    switch d {
    case .postgres:
        [
            "ALTER TABLE message_search ADD COLUMN lexemes TSVECTOR GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED",
            "CREATE INDEX message_search_lexemes ON message_search USING GIN (lexemes) WITH (gin_pending_list_limit = 256)",
        ]
    case .sqlite:
        [
            """
            CREATE VIRTUAL TABLE message_word USING fts5(words, content = 'message_search', content_rowid = 'id', detail = none, columnsize = 0,
                tokenize = "unicode61 remove_diacritics 0 tokenchars ':'")
            """,
            """
            CREATE TRIGGER message_search_added AFTER INSERT ON message_search BEGIN
                INSERT INTO message_word (rowid, words) VALUES (new.id, new.words);
            END
            """,
            """
            CREATE TRIGGER message_search_changed AFTER UPDATE ON message_search BEGIN
                INSERT INTO message_word (message_word, rowid, words) VALUES ('delete', old.id, old.words);
                INSERT INTO message_word (rowid, words) VALUES (new.id, new.words);
            END
            """,
            """
            CREATE TRIGGER message_search_dropped AFTER DELETE ON message_search BEGIN
                INSERT INTO message_word (message_word, rowid, words) VALUES ('delete', old.id, old.words);
            END
            """,
        ]
    }
}
