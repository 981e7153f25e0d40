import Storage

/// A term is closed by a head of the school: since when and by whom. What is written of its lessons then changes only with a reason.
public let m0019ClosedTerm = Migration(19, "school: term.closed_at, term.closed_by") { _ in
    [
        "ALTER TABLE term ADD COLUMN closed_at BIGINT",
        "ALTER TABLE term ADD COLUMN closed_by BIGINT REFERENCES person(id)",
    ]
}
