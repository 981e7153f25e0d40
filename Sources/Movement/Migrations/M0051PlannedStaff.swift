import Storage

/// Appointments and dismissals whose order is signed and whose day is still to come. `role` is empty for a dismissal.
public let m0051PlannedStaff = Migration(51, "movement: planned_staff") { d in
    [
        """
        CREATE TABLE planned_staff (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            act TEXT NOT NULL CHECK (act IN ('appoint', 'end', 'dismiss')),
            role TEXT NOT NULL,
            class_id BIGINT REFERENCES school_class(id),
            appointment_id BIGINT REFERENCES appointment(id),
            effective_on TEXT NOT NULL,
            order_id BIGINT NOT NULL REFERENCES school_order(id),
            planned_by BIGINT REFERENCES person(id),
            planned_at BIGINT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'failed', 'revoked')),
            reason TEXT NOT NULL,
            closed_by BIGINT REFERENCES person(id),
            closed_at BIGINT,
            CHECK ((act = 'dismiss') = (role = '')),
            CHECK ((act = 'end') = (appointment_id IS NOT NULL))
        )
        """,
        """
        CREATE UNIQUE INDEX planned_staff_once ON planned_staff (school_id, person_id, act, role, COALESCE(class_id, 0), COALESCE(appointment_id, 0))
        WHERE state = 'planned'
        """,
        "CREATE INDEX planned_staff_of_school ON planned_staff (school_id, state, effective_on)",
        "CREATE INDEX planned_staff_due ON planned_staff (state, effective_on)",
        "CREATE INDEX planned_staff_of_person ON planned_staff (person_id)",
    ]
}
