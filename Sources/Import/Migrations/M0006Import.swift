import Storage

/// Which of our rows an entry of another system has become, with a fingerprint of the values last applied: what has not changed
/// there is not touched here, so corrections made in the product stay.
public let m0006Import = Migration(6, "import: import_key") { _ in
    [
        """
        CREATE TABLE import_key (
            source TEXT NOT NULL,
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            number BIGINT NOT NULL,
            fingerprint TEXT NOT NULL,
            PRIMARY KEY (source, kind, key)
        )
        """
    ]
}
