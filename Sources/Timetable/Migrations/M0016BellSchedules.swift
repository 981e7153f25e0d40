import Storage

/// Beside the usual bells (`bell`) a school has others, by name: on some weekdays, on single days. A weekday and a day have one.
public let m0016BellSchedules = Migration(16, "timetable: bell_schedule, schedule_bell, schedule_weekday, schedule_day") { d in
    [
        """
        CREATE TABLE bell_schedule (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            name TEXT NOT NULL CHECK (name <> ''),
            UNIQUE (school_id, name)
        )
        """,
        """
        CREATE TABLE schedule_bell (
            schedule_id BIGINT NOT NULL REFERENCES bell_schedule(id),
            number BIGINT NOT NULL CHECK (number BETWEEN 0 AND 20),
            starts_minute BIGINT NOT NULL CHECK (starts_minute BETWEEN 0 AND 1439),
            ends_minute BIGINT NOT NULL CHECK (ends_minute BETWEEN 1 AND 1440),
            CHECK (ends_minute > starts_minute),
            PRIMARY KEY (schedule_id, number)
        )
        """,
        """
        CREATE TABLE schedule_weekday (
            school_id BIGINT NOT NULL REFERENCES school(id),
            weekday BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
            schedule_id BIGINT NOT NULL REFERENCES bell_schedule(id),
            PRIMARY KEY (school_id, weekday)
        )
        """,
        "CREATE INDEX schedule_weekday_of_schedule ON schedule_weekday (schedule_id)",
        """
        CREATE TABLE schedule_day (
            school_id BIGINT NOT NULL REFERENCES school(id),
            day TEXT NOT NULL,
            schedule_id BIGINT NOT NULL REFERENCES bell_schedule(id),
            PRIMARY KEY (school_id, day)
        )
        """,
        "CREATE INDEX schedule_day_of_schedule ON schedule_day (schedule_id)",
    ]
}
