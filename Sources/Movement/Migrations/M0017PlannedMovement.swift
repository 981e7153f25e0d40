import Storage

/// Movements whose order is signed and whose day is still to come: at most one waits for a pupil in a school. Days on which work was
/// moved by decree.
public let m0017PlannedMovement = Migration(17, "movement: planned_movement, moved_day") { d in
    [
        """
        CREATE TABLE planned_movement (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            pupil_id BIGINT NOT NULL REFERENCES person(id),
            act TEXT NOT NULL CHECK (act IN ('enrol', 'transfer', 'expel')),
            to_class_id BIGINT REFERENCES school_class(id),
            effective_on TEXT NOT NULL,
            order_id BIGINT NOT NULL REFERENCES school_order(id),
            place TEXT NOT NULL,
            planned_by BIGINT REFERENCES person(id),
            planned_at BIGINT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'failed', 'revoked')),
            reason TEXT NOT NULL,
            closed_by BIGINT REFERENCES person(id),
            closed_at BIGINT,
            CHECK ((act = 'expel') = (to_class_id IS NULL))
        )
        """,
        "CREATE UNIQUE INDEX planned_movement_once ON planned_movement (school_id, pupil_id) WHERE state = 'planned'",
        "CREATE INDEX planned_movement_of_school ON planned_movement (school_id, state, effective_on)",
        "CREATE INDEX planned_movement_due ON planned_movement (state, effective_on)",
        "CREATE INDEX planned_movement_by_order ON planned_movement (order_id)",
        "CREATE INDEX planned_movement_of_pupil ON planned_movement (pupil_id)",
        """
        CREATE TABLE moved_day (
            school_id BIGINT NOT NULL REFERENCES school(id),
            day TEXT NOT NULL,
            is_working BIGINT NOT NULL CHECK (is_working IN (0, 1)),
            note TEXT NOT NULL,
            PRIMARY KEY (school_id, day)
        )
        """,
    ]
}
