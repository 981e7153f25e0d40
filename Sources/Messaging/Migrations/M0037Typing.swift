import Storage

/// Who does not want others to see that they are writing. Who has no row is seen.
public let m0037Typing = Migration(37, "messaging: chat_manner") { _ in
    [
        """
        CREATE TABLE chat_manner (
            person_id BIGINT PRIMARY KEY REFERENCES person(id),
            shows_typing BIGINT NOT NULL CHECK (shows_typing IN (0, 1))
        )
        """
    ]
}
