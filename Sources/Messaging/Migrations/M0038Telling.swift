import Storage

/// Up to which message those who have no page open were told of a chat.
public let m0038Telling = Migration(38, "messaging: chat.told_seq") { _ in
    [
        "ALTER TABLE chat ADD COLUMN told_seq BIGINT NOT NULL DEFAULT 0",
        "UPDATE chat SET told_seq = last_seq",
        "CREATE INDEX chat_to_tell ON chat (last_at) WHERE last_seq > told_seq",
    ]
}
