import Storage

/// Bells, the weekly (or two-weekly) plan, and the dated lessons made from it. `cycle_week` 0 is every week.
/// `course_load` keeps what a plan asks for and nobody has placed yet.
public let m0003Timetable = Migration(3, "timetable: bell, slot, course_load, lesson") { d in
    [
        """
        CREATE TABLE bell (
            school_id BIGINT NOT NULL REFERENCES school(id),
            number BIGINT NOT NULL CHECK (number BETWEEN 0 AND 20),
            starts_minute BIGINT NOT NULL CHECK (starts_minute BETWEEN 0 AND 1439),
            ends_minute BIGINT NOT NULL CHECK (ends_minute BETWEEN 1 AND 1440),
            CHECK (ends_minute > starts_minute),
            PRIMARY KEY (school_id, number)
        )
        """,
        """
        CREATE TABLE slot (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            course_id BIGINT NOT NULL REFERENCES course(id),
            weekday BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
            cycle_week BIGINT NOT NULL CHECK (cycle_week BETWEEN 0 AND 2),
            number BIGINT NOT NULL CHECK (number BETWEEN 0 AND 20),
            room TEXT NOT NULL,
            UNIQUE (course_id, weekday, cycle_week, number)
        )
        """,
        "CREATE INDEX slot_of_school ON slot (school_id, weekday, number)",
        """
        CREATE TABLE course_load (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            course_id BIGINT NOT NULL REFERENCES course(id),
            hours BIGINT NOT NULL CHECK (hours > 0),
            note TEXT NOT NULL
        )
        """,
        "CREATE INDEX course_load_of_school ON course_load (school_id, course_id)",
        """
        CREATE TABLE lesson (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            course_id BIGINT NOT NULL REFERENCES course(id),
            teacher_id BIGINT REFERENCES person(id),
            held_on TEXT NOT NULL,
            number BIGINT NOT NULL,
            starts_at BIGINT NOT NULL,
            ends_at BIGINT NOT NULL,
            room TEXT NOT NULL,
            CHECK (ends_at > starts_at),
            UNIQUE (course_id, held_on, number)
        )
        """,
        "CREATE INDEX lesson_of_teacher ON lesson (teacher_id, held_on, number)",
        "CREATE INDEX lesson_of_school ON lesson (school_id, held_on)",
    ]
}
