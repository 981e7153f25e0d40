import Storage

/// Files of what is no message yet: of posts for a later hour and of words proposed for a channel, each at its place, as those of messages that
/// wait for a look stand (REQUIREMENTS C19). And an index by which a correction finds the messages that quote what it corrects.
public let m0054Unsent = Migration(54, "messaging: files of prepared posts and requests, answers to a message") { _ in
    [
        """
        CREATE TABLE prepared_post_file (
            post_id BIGINT NOT NULL REFERENCES prepared_post(id),
            place BIGINT NOT NULL CHECK (place > 0),
            file_id BIGINT NOT NULL REFERENCES stored_file(id),
            PRIMARY KEY (post_id, place)
        )
        """,
        "CREATE INDEX prepared_post_file_of_file ON prepared_post_file (file_id)",
        """
        CREATE TABLE publish_request_file (
            request_id BIGINT NOT NULL REFERENCES publish_request(id),
            place BIGINT NOT NULL CHECK (place > 0),
            file_id BIGINT NOT NULL REFERENCES stored_file(id),
            PRIMARY KEY (request_id, place)
        )
        """,
        "CREATE INDEX publish_request_file_of_file ON publish_request_file (file_id)",
        "CREATE INDEX message_answers ON message (chat_id, reply_seq, seq) WHERE reply_seq IS NOT NULL",
    ]
}
