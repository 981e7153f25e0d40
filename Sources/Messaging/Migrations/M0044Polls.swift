import Storage

/// Polls. One poll may stand in several chats and is answered once by a person, whichever chat they answer in.
/// What an anonymous poll keeps: that a person has answered (`poll_voter`), and separately how often an option was chosen (`poll_tally`) and
/// what was written, all in one row in the order of the alphabet (`poll_words`). No row and no order of rows joins a person to an answer.
/// `poll_choice` and `poll_answer` hold the answers of named polls only.
public let m0044Polls = Migration(44, "messaging: poll, poll_option, poll_place, poll_voter, poll_choice, poll_answer, poll_tally, poll_words") { d in
    [
        """
        CREATE TABLE poll (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            author_id BIGINT NOT NULL REFERENCES person(id),
            kind TEXT NOT NULL CHECK (kind IN ('single', 'multiple', 'open')),
            is_anonymous BIGINT NOT NULL CHECK (is_anonymous IN (0, 1)),
            shows_before BIGINT NOT NULL CHECK (shows_before IN (0, 1)),
            question TEXT NOT NULL CHECK (question <> ''),
            made_at BIGINT NOT NULL,
            closes_at BIGINT
        )
        """,
        "CREATE INDEX poll_of_school ON poll (school_id, made_at)",
        "CREATE INDEX poll_by_author ON poll (author_id)",
        """
        CREATE TABLE poll_option (
            poll_id BIGINT NOT NULL REFERENCES poll(id),
            number BIGINT NOT NULL CHECK (number > 0),
            words TEXT NOT NULL CHECK (words <> ''),
            PRIMARY KEY (poll_id, number)
        )
        """,
        """
        CREATE TABLE poll_place (
            chat_id BIGINT NOT NULL,
            seq BIGINT NOT NULL,
            poll_id BIGINT NOT NULL REFERENCES poll(id),
            PRIMARY KEY (chat_id, seq),
            UNIQUE (poll_id, chat_id),
            FOREIGN KEY (chat_id, seq) REFERENCES message(chat_id, seq)
        )
        """,
        """
        CREATE TABLE poll_voter (
            poll_id BIGINT NOT NULL REFERENCES poll(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            side TEXT NOT NULL CHECK (side IN ('staff', 'pupil', 'family')),
            PRIMARY KEY (poll_id, person_id)
        )
        """,
        "CREATE INDEX poll_voter_by_person ON poll_voter (person_id)",
        """
        CREATE TABLE poll_choice (
            poll_id BIGINT NOT NULL,
            person_id BIGINT NOT NULL,
            number BIGINT NOT NULL,
            PRIMARY KEY (poll_id, person_id, number),
            FOREIGN KEY (poll_id, number) REFERENCES poll_option(poll_id, number),
            FOREIGN KEY (person_id) REFERENCES person(id)
        )
        """,
        "CREATE INDEX poll_choice_by_person ON poll_choice (person_id)",
        """
        CREATE TABLE poll_answer (
            poll_id BIGINT NOT NULL REFERENCES poll(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            words TEXT NOT NULL CHECK (words <> ''),
            PRIMARY KEY (poll_id, person_id)
        )
        """,
        "CREATE INDEX poll_answer_by_person ON poll_answer (person_id)",
        """
        CREATE TABLE poll_tally (
            poll_id BIGINT NOT NULL,
            number BIGINT NOT NULL,
            votes BIGINT NOT NULL CHECK (votes >= 0),
            PRIMARY KEY (poll_id, number),
            FOREIGN KEY (poll_id, number) REFERENCES poll_option(poll_id, number)
        )
        """,
        "CREATE TABLE poll_words (poll_id BIGINT PRIMARY KEY REFERENCES poll(id), words TEXT NOT NULL)",
    ]
}
