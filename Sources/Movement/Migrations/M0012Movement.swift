import Storage

/// Orders of the school, what was done by them, and what must be checked and by when. What a movement has taken away besides the
/// place in a class stands in `movement_loss`, so that it can be given back.
public let m0012Movement = Migration(
    12, "movement: school_order, movement, movement_loss, appointment, promotion, promotion_leader, data_check, change_report, deadline"
) { d in
    [
        """
        CREATE TABLE school_order (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            number TEXT NOT NULL CHECK (number <> ''),
            dated_on TEXT NOT NULL,
            document_id BIGINT REFERENCES document(id),
            entered_by BIGINT REFERENCES person(id),
            entered_at BIGINT NOT NULL,
            UNIQUE (school_id, number, dated_on)
        )
        """,
        """
        CREATE TABLE promotion (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            from_year_id BIGINT NOT NULL REFERENCES academic_year(id),
            to_year_id BIGINT NOT NULL REFERENCES academic_year(id),
            order_id BIGINT NOT NULL REFERENCES school_order(id),
            done_by BIGINT REFERENCES person(id),
            done_at BIGINT NOT NULL,
            undone_at BIGINT
        )
        """,
        "CREATE INDEX promotion_of_school ON promotion (school_id, from_year_id)",
        """
        CREATE TABLE promotion_leader (
            promotion_id BIGINT NOT NULL REFERENCES promotion(id),
            teacher_id BIGINT NOT NULL REFERENCES person(id),
            from_class_id BIGINT NOT NULL REFERENCES school_class(id),
            since TEXT NOT NULL,
            to_class_id BIGINT REFERENCES school_class(id),
            PRIMARY KEY (promotion_id, teacher_id, from_class_id)
        )
        """,
        """
        CREATE TABLE movement (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            pupil_id BIGINT NOT NULL REFERENCES person(id),
            kind TEXT NOT NULL CHECK (kind IN ('enrolment', 'return', 'transfer', 'departure', 'promotion', 'graduation')),
            from_class_id BIGINT REFERENCES school_class(id),
            to_class_id BIGINT REFERENCES school_class(id),
            ended_enrolment BIGINT,
            begun_enrolment BIGINT,
            effective_on TEXT NOT NULL,
            order_id BIGINT NOT NULL REFERENCES school_order(id),
            place TEXT NOT NULL,
            promotion_id BIGINT REFERENCES promotion(id),
            gave_role BIGINT NOT NULL CHECK (gave_role IN (0, 1)),
            recorded_by BIGINT REFERENCES person(id),
            recorded_at BIGINT NOT NULL,
            undone_by BIGINT REFERENCES person(id),
            undone_at BIGINT
        )
        """,
        "CREATE INDEX movement_of_school ON movement (school_id, effective_on, id)",
        "CREATE INDEX movement_of_pupil ON movement (pupil_id, id)",
        "CREATE INDEX movement_by_order ON movement (order_id)",
        "CREATE INDEX movement_of_promotion ON movement (promotion_id, id)",
        """
        CREATE TABLE movement_loss (
            movement_id BIGINT NOT NULL REFERENCES movement(id),
            what TEXT NOT NULL CHECK (what IN ('group', 'guardian')),
            number BIGINT NOT NULL,
            since TEXT NOT NULL,
            PRIMARY KEY (movement_id, what, number, since)
        )
        """,
        """
        CREATE TABLE appointment (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            person_id BIGINT NOT NULL REFERENCES person(id),
            role TEXT NOT NULL,
            class_id BIGINT REFERENCES school_class(id),
            since TEXT NOT NULL,
            order_id BIGINT NOT NULL REFERENCES school_order(id),
            appointed_by BIGINT REFERENCES person(id),
            until TEXT,
            end_order_id BIGINT REFERENCES school_order(id),
            ended_by BIGINT REFERENCES person(id),
            CHECK (until IS NULL OR until >= since)
        )
        """,
        "CREATE UNIQUE INDEX appointment_once ON appointment (school_id, person_id, role, COALESCE(class_id, 0)) WHERE until IS NULL",
        "CREATE INDEX appointment_by_order ON appointment (order_id)",
        """
        CREATE TABLE data_check (
            class_id BIGINT NOT NULL REFERENCES school_class(id),
            month TEXT NOT NULL,
            school_id BIGINT NOT NULL REFERENCES school(id),
            checked_by BIGINT NOT NULL REFERENCES person(id),
            checked_at BIGINT NOT NULL,
            PRIMARY KEY (class_id, month)
        )
        """,
        "CREATE INDEX data_check_of_school ON data_check (school_id, month)",
        """
        CREATE TABLE change_report (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            class_id BIGINT NOT NULL REFERENCES school_class(id),
            kind TEXT NOT NULL CHECK (kind IN ('arrived', 'left', 'changed')),
            pupil_id BIGINT REFERENCES person(id),
            note TEXT NOT NULL,
            reported_by BIGINT NOT NULL REFERENCES person(id),
            reported_at BIGINT NOT NULL,
            due_on TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'done', 'refused')),
            answer TEXT NOT NULL,
            closed_by BIGINT REFERENCES person(id),
            closed_at BIGINT
        )
        """,
        "CREATE INDEX change_report_of_school ON change_report (school_id, state, due_on)",
        "CREATE INDEX change_report_of_class ON change_report (class_id, id)",
        """
        CREATE TABLE deadline (
            school_id BIGINT NOT NULL REFERENCES school(id),
            name TEXT NOT NULL,
            length BIGINT NOT NULL CHECK (length BETWEEN 1 AND 60),
            PRIMARY KEY (school_id, name)
        )
        """,
    ]
}
