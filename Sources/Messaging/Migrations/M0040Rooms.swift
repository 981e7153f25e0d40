import Storage

/// What a chat is for and about, who may write to whom (`chat_rule`), links by which members of the school join, schools that share a
/// chat, and which chats a person has put first or silenced.
public let m0040Rooms = Migration(40, "messaging: chat_rule, chat_link, network_school") { d in
    [
        "ALTER TABLE chat ADD COLUMN purpose TEXT NOT NULL DEFAULT 'group' CHECK (purpose IN ('group', 'project', 'event'))",
        "ALTER TABLE chat ADD COLUMN about TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX chat_of_class ON chat (class_id) WHERE class_id IS NOT NULL",
        "ALTER TABLE chat_member ADD COLUMN first_at BIGINT",
        "ALTER TABLE chat_member ADD COLUMN is_muted BIGINT NOT NULL DEFAULT 0 CHECK (is_muted IN (0, 1))",
        """
        CREATE TABLE chat_rule (
            school_id BIGINT NOT NULL REFERENCES school(id),
            name TEXT NOT NULL,
            reach TEXT NOT NULL CHECK (reach IN ('none', 'near', 'school')),
            PRIMARY KEY (school_id, name)
        )
        """,
        """
        CREATE TABLE chat_link (
            id \(d.identity),
            chat_id BIGINT NOT NULL REFERENCES chat(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            side TEXT NOT NULL CHECK (side IN ('staff', 'pupil', 'family')),
            word TEXT NOT NULL UNIQUE,
            made_by BIGINT NOT NULL REFERENCES person(id),
            made_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            revoked_at BIGINT
        )
        """,
        "CREATE INDEX chat_link_of_chat ON chat_link (chat_id)",
        """
        CREATE TABLE network_school (
            chat_id BIGINT NOT NULL REFERENCES chat(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            state TEXT NOT NULL CHECK (state IN ('proposed', 'agreed', 'ended')),
            settled_by BIGINT REFERENCES person(id),
            at BIGINT NOT NULL,
            PRIMARY KEY (chat_id, school_id)
        )
        """,
        "CREATE INDEX network_of_school ON network_school (school_id, state)",
    ]
}
