import Storage

/// Outside diaries a school works with beside ours, the accounts they have exported (by hashed keys), and who of ours they belong to.
/// One person has one account in a system, one account has one person (REQUIREMENTS B01–B03): `account_link`.
public let m0014Linking = Migration(14, "linking: outside_system, outside_account, outside_upload, account_link, link_request") { d in
    [
        """
        CREATE TABLE outside_system (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            name TEXT NOT NULL CHECK (name <> ''),
            name_key TEXT NOT NULL,
            salt TEXT NOT NULL,
            join_code TEXT NOT NULL UNIQUE,
            admits_alone BIGINT NOT NULL CHECK (admits_alone IN (0, 1)),
            UNIQUE (school_id, name_key)
        )
        """,
        """
        CREATE TABLE outside_account (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            system_id BIGINT NOT NULL REFERENCES outside_system(id),
            key_hash TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('pupil', 'guardian', 'teacher', 'staff')),
            class_name TEXT NOT NULL,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            gone BIGINT NOT NULL CHECK (gone IN (0, 1)),
            UNIQUE (system_id, key_hash)
        )
        """,
        "CREATE INDEX outside_account_of_system ON outside_account (system_id, gone, role, name_key)",
        """
        CREATE TABLE outside_upload (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            system_id BIGINT NOT NULL REFERENCES outside_system(id),
            uploaded_by BIGINT NOT NULL REFERENCES person(id),
            uploaded_at BIGINT NOT NULL,
            added BIGINT NOT NULL,
            changed BIGINT NOT NULL,
            gone BIGINT NOT NULL,
            same BIGINT NOT NULL,
            refused BIGINT NOT NULL,
            report TEXT NOT NULL
        )
        """,
        "CREATE INDEX outside_upload_of_system ON outside_upload (system_id, uploaded_at)",
        """
        CREATE TABLE account_link (
            account_id BIGINT PRIMARY KEY REFERENCES outside_account(id),
            system_id BIGINT NOT NULL REFERENCES outside_system(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            linked_at BIGINT NOT NULL,
            UNIQUE (system_id, person_id)
        )
        """,
        "CREATE INDEX account_link_of_school ON account_link (school_id, person_id)",
        "CREATE INDEX account_link_of_person ON account_link (person_id)",
        """
        CREATE TABLE link_request (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            system_id BIGINT NOT NULL REFERENCES outside_system(id),
            account_id BIGINT NOT NULL REFERENCES outside_account(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            asked_at BIGINT NOT NULL,
            UNIQUE (system_id, person_id)
        )
        """,
        "CREATE INDEX link_request_of_school ON link_request (school_id, asked_at)",
        "CREATE INDEX link_request_of_person ON link_request (person_id)",
        "CREATE INDEX link_request_of_account ON link_request (account_id)",
    ]
}
