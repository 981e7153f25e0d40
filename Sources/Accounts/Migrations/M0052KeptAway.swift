import Storage

/// That a family has taken one of its people out of a school, for whoever would enter them there again by a list. Names nobody: `mark` is a
/// digest, see `KeptAway`.
public let m0052KeptAway = Migration(52, "accounts: kept_away") { _ in
    [
        """
        CREATE TABLE kept_away (
            school_id BIGINT NOT NULL REFERENCES school(id),
            mark TEXT NOT NULL CHECK (mark <> ''),
            PRIMARY KEY (school_id, mark)
        )
        """
    ]
}
