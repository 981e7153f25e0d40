import Storage

/// Two schools may wait for the same pupil's refusal at once: each accepts its own.
public let m0020RefusalBySchool = Migration(20, "consents: refusal_open_once by school") { _ in
    [
        "DROP INDEX refusal_open_once",
        "CREATE UNIQUE INDEX refusal_open_once ON refusal (school_id, person_id) WHERE outcome IS NULL",
    ]
}
