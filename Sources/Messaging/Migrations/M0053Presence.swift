import Storage

/// Whether others see that a person is there; missing, as it is by default: on for adults, off for pupils.
public let m0053Presence = Migration(53, "messaging: chat_manner.shows_presence") { _ in
    ["ALTER TABLE chat_manner ADD COLUMN shows_presence BIGINT CHECK (shows_presence IN (0, 1))"]
}
