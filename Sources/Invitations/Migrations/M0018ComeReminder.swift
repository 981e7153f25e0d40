import Storage

/// When families of a class were last reminded to come in, and how many had not come.
public let m0018ComeReminder = Migration(18, "invitations: come_reminder") { d in
    [
        """
        CREATE TABLE come_reminder (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            class_id BIGINT NOT NULL REFERENCES school_class(id),
            absent BIGINT NOT NULL CHECK (absent > 0),
            reminded_on TEXT NOT NULL,
            due_on TEXT NOT NULL,
            reminded_by BIGINT REFERENCES person(id),
            reminded_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX come_reminder_of_class ON come_reminder (class_id, reminded_on)",
        "CREATE INDEX come_reminder_of_school ON come_reminder (school_id, due_on)",
    ]
}
