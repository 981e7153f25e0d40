import Storage

/// Scans of signed papers: a director's order, a consent, an application. Kept in the database and not in a folder beside it, so
/// that a paper and what refers to it are written, backed up and destroyed together.
public let m0007Documents = Migration(7, "documents: document") { d in
    [
        """
        CREATE TABLE document (
            id \(d.identity),
            school_id BIGINT REFERENCES school(id),
            name TEXT NOT NULL CHECK (name <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('pdf', 'jpeg', 'png')),
            bytes \(d.bytes) NOT NULL,
            added_by BIGINT REFERENCES person(id),
            added_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX document_of_school ON document (school_id, id)",
    ]
}
