import Storage

/// Codes by which people come in, the sheets they were printed on, the requests of those who came without one, and passes to a second
/// device. No code, sheet's secret or pass is kept, only what recognises it.
///
/// One person has one open code at a time (`invitation_of_person_once`): two administrators at once cannot double it.
public let m0009Invitations = Migration(9, "invitations: code_sheet, invitation, join_entrance, join_request, device_pass") { d in
    [
        """
        CREATE TABLE code_sheet (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            class_id BIGINT REFERENCES school_class(id),
            made_by BIGINT REFERENCES person(id),
            made_at BIGINT NOT NULL,
            secret_hash \(d.bytes) NOT NULL UNIQUE
        )
        """,
        "CREATE INDEX code_sheet_of_school ON code_sheet (school_id, made_at)",
        """
        CREATE TABLE invitation (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            sheet_id BIGINT REFERENCES code_sheet(id),
            place BIGINT NOT NULL,
            purpose TEXT NOT NULL CHECK (purpose IN ('claim', 'again', 'join')),
            role TEXT NOT NULL,
            person_id BIGINT REFERENCES person(id),
            class_id BIGINT REFERENCES school_class(id),
            pupil_id BIGINT REFERENCES person(id),
            family TEXT NOT NULL,
            given TEXT NOT NULL,
            patronymic TEXT NOT NULL,
            code_hash \(d.bytes) NOT NULL UNIQUE,
            is_by_class_teacher BIGINT NOT NULL CHECK (is_by_class_teacher IN (0, 1)),
            issued_by BIGINT REFERENCES person(id),
            issued_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            used_by BIGINT REFERENCES person(id),
            used_at BIGINT,
            ended_by BIGINT REFERENCES person(id),
            ended_at BIGINT,
            end_reason TEXT CHECK (end_reason IN ('revoked', 'replaced', 'expired')),
            CHECK ((purpose = 'join') = (person_id IS NULL)),
            CHECK ((used_at IS NULL) = (used_by IS NULL)),
            CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
            CHECK (used_at IS NULL OR ended_at IS NULL)
        )
        """,
        "CREATE UNIQUE INDEX invitation_of_person_once ON invitation (person_id) WHERE person_id IS NOT NULL AND used_at IS NULL AND ended_at IS NULL",
        "CREATE INDEX invitation_of_school ON invitation (school_id, issued_at)",
        "CREATE INDEX invitation_of_class ON invitation (class_id, issued_at)",
        "CREATE INDEX invitation_of_person ON invitation (person_id)",
        "CREATE INDEX invitation_of_pupil ON invitation (pupil_id)",
        "CREATE INDEX invitation_of_sheet ON invitation (sheet_id, place)",
        """
        CREATE TABLE join_entrance (
            school_id BIGINT PRIMARY KEY REFERENCES school(id),
            word TEXT NOT NULL UNIQUE,
            changed_at BIGINT NOT NULL
        )
        """,
        """
        CREATE TABLE join_request (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            number_hash \(d.bytes) NOT NULL UNIQUE,
            family TEXT NOT NULL,
            given TEXT NOT NULL,
            patronymic TEXT NOT NULL,
            role TEXT NOT NULL,
            class_words TEXT NOT NULL,
            message TEXT NOT NULL,
            asked_at BIGINT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused')),
            reason TEXT NOT NULL,
            decided_by BIGINT REFERENCES person(id),
            decided_at BIGINT,
            CHECK ((state = 'waiting') = (decided_at IS NULL))
        )
        """,
        "CREATE INDEX join_request_of_school ON join_request (school_id, state, asked_at)",
        """
        CREATE TABLE device_pass (
            key_hash \(d.bytes) PRIMARY KEY,
            person_id BIGINT NOT NULL REFERENCES person(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            side TEXT NOT NULL CHECK (side IN ('staff', 'pupil', 'family')),
            session BIGINT NOT NULL,
            expires_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX device_pass_of_person ON device_pass (person_id)",
        "CREATE INDEX device_pass_expired ON device_pass (expires_at)",
    ]
}
