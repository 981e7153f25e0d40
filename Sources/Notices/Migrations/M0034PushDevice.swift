import Storage

/// Browsers that take messages through their maker's push service. A device is told only while the sign-in that added it lasts:
/// who has signed out on a shared telephone hears nothing there.
public let m0034PushDevice = Migration(34, "notices: push_device") { d in
    [
        """
        CREATE TABLE push_device (
            id \(d.identity),
            person_id BIGINT NOT NULL REFERENCES person(id),
            session BIGINT NOT NULL,
            endpoint TEXT NOT NULL,
            endpoint_key TEXT NOT NULL UNIQUE,
            public_key \(d.bytes) NOT NULL,
            secret \(d.bytes) NOT NULL,
            name TEXT NOT NULL,
            added_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX push_device_of_person ON push_device (person_id, added_at)",
    ]
}
