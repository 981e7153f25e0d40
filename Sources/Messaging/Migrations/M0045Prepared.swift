import Storage

/// What is written before it is said: posts for a later hour, words proposed for a channel, and drafts, one a person and chat, on whatever device it was begun.
/// The stock of ready posts belongs to a department; `stock_use` says which chats have used one, and no person.
/// `failed` is the code of the reason why a post was not made at its hour; its words stay.
public let m0045Prepared = Migration(45, "messaging: prepared_post, publish_request, draft, stock_post, stock_use") { d in
    [
        """
        CREATE TABLE prepared_post (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            chat_id BIGINT NOT NULL REFERENCES chat(id),
            author_id BIGINT NOT NULL REFERENCES person(id),
            side TEXT NOT NULL CHECK (side IN ('staff', 'pupil', 'family')),
            body TEXT NOT NULL CHECK (body <> ''),
            is_announcement BIGINT NOT NULL CHECK (is_announcement IN (0, 1)),
            due_at BIGINT NOT NULL,
            posted_seq BIGINT,
            failed TEXT
        )
        """,
        "CREATE INDEX prepared_post_due ON prepared_post (due_at) WHERE posted_seq IS NULL AND failed IS NULL",
        "CREATE INDEX prepared_post_by_author ON prepared_post (author_id, chat_id)",
        """
        CREATE TABLE publish_request (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            chat_id BIGINT NOT NULL REFERENCES chat(id),
            author_id BIGINT NOT NULL REFERENCES person(id),
            body TEXT NOT NULL CHECK (body <> ''),
            asked_at BIGINT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'published', 'returned', 'withdrawn')),
            reason TEXT NOT NULL,
            decided_by BIGINT REFERENCES person(id),
            decided_at BIGINT,
            seq BIGINT,
            CHECK ((state = 'published') = (seq IS NOT NULL))
        )
        """,
        "CREATE INDEX publish_request_of_chat ON publish_request (chat_id, state, id)",
        "CREATE INDEX publish_request_by_author ON publish_request (author_id)",
        "CREATE INDEX publish_request_by_decider ON publish_request (decided_by)",
        """
        CREATE TABLE draft (
            person_id BIGINT NOT NULL REFERENCES person(id),
            chat_id BIGINT NOT NULL REFERENCES chat(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            body TEXT NOT NULL,
            written_at BIGINT NOT NULL,
            PRIMARY KEY (person_id, chat_id)
        )
        """,
        """
        CREATE TABLE stock_post (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            author_id BIGINT NOT NULL REFERENCES person(id),
            title TEXT NOT NULL CHECK (title <> ''),
            body TEXT NOT NULL CHECK (body <> ''),
            valid_from TEXT NOT NULL,
            valid_until TEXT NOT NULL,
            audience TEXT NOT NULL CHECK (audience IN ('class', 'family', 'both')),
            added_at BIGINT NOT NULL,
            CHECK (valid_until >= valid_from)
        )
        """,
        "CREATE INDEX stock_post_of_school ON stock_post (school_id, valid_until)",
        "CREATE INDEX stock_post_by_author ON stock_post (author_id)",
        """
        CREATE TABLE stock_use (
            chat_id BIGINT NOT NULL,
            seq BIGINT NOT NULL,
            stock_id BIGINT NOT NULL REFERENCES stock_post(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            at BIGINT NOT NULL,
            PRIMARY KEY (chat_id, seq),
            FOREIGN KEY (chat_id, seq) REFERENCES message(chat_id, seq)
        )
        """,
        "CREATE INDEX stock_use_of ON stock_use (stock_id, school_id)",
    ]
}
