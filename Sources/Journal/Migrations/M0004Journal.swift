import Storage

/// What a teacher writes at a lesson. One mark and one note of attendance for a pupil at a lesson; one topic and one homework for a lesson.
/// `homework.due_on` is the day of the course's next lesson; without one the homework is shown under the lesson itself.
public let m0004Journal = Migration(4, "journal: mark, attendance, lesson_record, homework") { _ in
    [
        """
        CREATE TABLE mark (
            lesson_id BIGINT NOT NULL REFERENCES lesson(id),
            pupil_id BIGINT NOT NULL REFERENCES person(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            value BIGINT NOT NULL CHECK (value BETWEEN 2 AND 5),
            put_by BIGINT NOT NULL REFERENCES person(id),
            put_at BIGINT NOT NULL,
            revision BIGINT NOT NULL CHECK (revision >= 1),
            PRIMARY KEY (lesson_id, pupil_id)
        )
        """,
        "CREATE INDEX mark_of_pupil ON mark (pupil_id, put_at)",
        """
        CREATE TABLE attendance (
            lesson_id BIGINT NOT NULL REFERENCES lesson(id),
            pupil_id BIGINT NOT NULL REFERENCES person(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            code TEXT NOT NULL CHECK (code IN ('absent', 'ill', 'excused', 'late')),
            put_by BIGINT NOT NULL REFERENCES person(id),
            put_at BIGINT NOT NULL,
            PRIMARY KEY (lesson_id, pupil_id)
        )
        """,
        "CREATE INDEX attendance_of_pupil ON attendance (pupil_id, lesson_id)",
        """
        CREATE TABLE lesson_record (
            lesson_id BIGINT PRIMARY KEY REFERENCES lesson(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            topic TEXT NOT NULL CHECK (topic <> ''),
            updated_by BIGINT NOT NULL REFERENCES person(id),
            updated_at BIGINT NOT NULL
        )
        """,
        """
        CREATE TABLE homework (
            lesson_id BIGINT PRIMARY KEY REFERENCES lesson(id),
            course_id BIGINT NOT NULL REFERENCES course(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            text TEXT NOT NULL CHECK (text <> ''),
            due_on TEXT,
            given_by BIGINT NOT NULL REFERENCES person(id),
            given_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX homework_due ON homework (course_id, due_on)",
    ]
}
