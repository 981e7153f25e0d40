import Storage

/// Packages a school has sent, those it is looking at, those it has accepted, and the senders it knows.
/// `transfer_package.file` is kept only while the package may still be fetched; `transfer_received` is kept with the pupil.
public let m0015Transfer = Migration(15, "transfer: transfer_package, transfer_incoming, transfer_received, transfer_sender") { d in
    [
        """
        CREATE TABLE transfer_package (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            pupil_id BIGINT NOT NULL REFERENCES person(id),
            name TEXT NOT NULL UNIQUE,
            code TEXT UNIQUE,
            file \(d.bytes),
            class_name TEXT NOT NULL,
            order_number TEXT NOT NULL,
            order_on TEXT NOT NULL,
            addressee TEXT NOT NULL,
            offered_by BIGINT NOT NULL REFERENCES person(id),
            offered_at BIGINT NOT NULL,
            valid_until TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('offered', 'withdrawn', 'accepted')),
            settled_on TEXT,
            accepted_by TEXT,
            CHECK ((state = 'offered') = (settled_on IS NULL)),
            CHECK (state = 'offered' OR (file IS NULL AND code IS NULL))
        )
        """,
        "CREATE INDEX transfer_package_of_school ON transfer_package (school_id, offered_at)",
        "CREATE UNIQUE INDEX transfer_package_once ON transfer_package (school_id, pupil_id) WHERE state = 'offered'",
        """
        CREATE TABLE transfer_incoming (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            package_id BIGINT REFERENCES transfer_package(id),
            file \(d.bytes),
            brought_by BIGINT NOT NULL REFERENCES person(id),
            brought_at BIGINT NOT NULL,
            CHECK ((package_id IS NULL) <> (file IS NULL))
        )
        """,
        "CREATE INDEX transfer_incoming_of_school ON transfer_incoming (school_id, brought_at)",
        """
        CREATE TABLE transfer_received (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            pupil_id BIGINT NOT NULL REFERENCES person(id),
            name TEXT NOT NULL UNIQUE,
            sender TEXT NOT NULL,
            sender_key TEXT NOT NULL,
            record TEXT NOT NULL,
            incoming_id BIGINT NOT NULL,
            received_by BIGINT NOT NULL REFERENCES person(id),
            received_on TEXT NOT NULL,
            receipt TEXT NOT NULL
        )
        """,
        "CREATE INDEX transfer_received_of_school ON transfer_received (school_id, received_on)",
        "CREATE INDEX transfer_received_by_incoming ON transfer_received (school_id, incoming_id)",
        "CREATE INDEX transfer_received_of_pupil ON transfer_received (pupil_id, school_id)",
        """
        CREATE TABLE transfer_sender (
            school_id BIGINT NOT NULL REFERENCES school(id),
            sender_key TEXT NOT NULL,
            name_key TEXT NOT NULL,
            name TEXT NOT NULL,
            known_since TEXT NOT NULL,
            PRIMARY KEY (school_id, name_key, sender_key)
        )
        """,
    ]
}
