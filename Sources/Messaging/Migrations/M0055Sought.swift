import Storage

/// What makes common words quick to look for. SQLite: the words its index holds, to look up those that begin in some way; a view of
/// the index, not a copy. PostgreSQL: a chat's newest places.
public let m0055Sought = Migration(55, "messaging: search from the newest") { d in
    switch d {
    case .sqlite: ["CREATE VIRTUAL TABLE message_term USING fts5vocab (message_word, instance)"]
    case .postgres: ["CREATE INDEX message_search_chat ON message_search (chat_id, id)"]
    }
}
