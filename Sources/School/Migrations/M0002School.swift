import Storage

/// A school's order: years and terms, classes and who is in them, subjects, courses, families.
/// A pupil has one enrolment at a time in the whole installation (REQUIREMENTS A28): `enrolment_once`.
public let m0002School = Migration(
    2, "school: academic_year, term, school_class, subject, study_group, course, enrolment, group_member, guardian, class_teacher"
) { d in
    [
        """
        CREATE TABLE academic_year (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            name TEXT NOT NULL,
            starts_on TEXT NOT NULL,
            ends_on TEXT NOT NULL,
            CHECK (ends_on > starts_on),
            UNIQUE (school_id, name)
        )
        """,
        """
        CREATE TABLE term (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            academic_year_id BIGINT NOT NULL REFERENCES academic_year(id),
            kind TEXT NOT NULL CHECK (kind IN ('quarter', 'trimester', 'halfYear', 'year')),
            number BIGINT NOT NULL CHECK (number BETWEEN 1 AND 12),
            name TEXT NOT NULL,
            starts_on TEXT NOT NULL,
            ends_on TEXT NOT NULL,
            CHECK (ends_on >= starts_on),
            UNIQUE (academic_year_id, kind, number)
        )
        """,
        "CREATE INDEX term_of_school ON term (school_id, starts_on)",
        """
        CREATE TABLE school_class (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            academic_year_id BIGINT NOT NULL REFERENCES academic_year(id),
            year BIGINT CHECK (year BETWEEN 1 AND 11),
            name TEXT NOT NULL CHECK (name <> ''),
            sort_key TEXT NOT NULL,
            UNIQUE (academic_year_id, name)
        )
        """,
        "CREATE INDEX school_class_of_school ON school_class (school_id, sort_key)",
        """
        CREATE TABLE subject (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            name TEXT NOT NULL CHECK (name <> ''),
            name_key TEXT NOT NULL,
            UNIQUE (school_id, name_key)
        )
        """,
        """
        CREATE TABLE study_group (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            class_id BIGINT NOT NULL REFERENCES school_class(id),
            name TEXT NOT NULL CHECK (name <> ''),
            UNIQUE (class_id, name)
        )
        """,
        """
        CREATE TABLE course (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            academic_year_id BIGINT NOT NULL REFERENCES academic_year(id),
            subject_id BIGINT NOT NULL REFERENCES subject(id),
            class_id BIGINT NOT NULL REFERENCES school_class(id),
            group_id BIGINT REFERENCES study_group(id),
            teacher_id BIGINT REFERENCES person(id)
        )
        """,
        "CREATE UNIQUE INDEX course_once ON course (class_id, subject_id, COALESCE(group_id, 0), COALESCE(teacher_id, 0))",
        "CREATE INDEX course_of_teacher ON course (teacher_id, class_id)",
        """
        CREATE TABLE enrolment (
            id \(d.identity),
            school_id BIGINT NOT NULL REFERENCES school(id),
            class_id BIGINT NOT NULL REFERENCES school_class(id),
            pupil_id BIGINT NOT NULL REFERENCES person(id),
            since TEXT NOT NULL,
            until TEXT,
            CHECK (until IS NULL OR until >= since)
        )
        """,
        "CREATE UNIQUE INDEX enrolment_once ON enrolment (pupil_id) WHERE until IS NULL",
        "CREATE INDEX enrolment_of_class ON enrolment (class_id, pupil_id)",
        "CREATE INDEX enrolment_of_pupil ON enrolment (pupil_id, since)",
        """
        CREATE TABLE group_member (
            group_id BIGINT NOT NULL REFERENCES study_group(id),
            pupil_id BIGINT NOT NULL REFERENCES person(id),
            since TEXT NOT NULL,
            until TEXT,
            PRIMARY KEY (group_id, pupil_id, since)
        )
        """,
        "CREATE INDEX group_member_by_pupil ON group_member (pupil_id, group_id)",
        """
        CREATE TABLE guardian (
            pupil_id BIGINT NOT NULL REFERENCES person(id),
            guardian_id BIGINT NOT NULL REFERENCES person(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            PRIMARY KEY (pupil_id, guardian_id, school_id)
        )
        """,
        "CREATE INDEX guardian_by_guardian ON guardian (guardian_id, pupil_id)",
        """
        CREATE TABLE class_teacher (
            class_id BIGINT NOT NULL REFERENCES school_class(id),
            teacher_id BIGINT NOT NULL REFERENCES person(id),
            since TEXT NOT NULL,
            until TEXT,
            PRIMARY KEY (class_id, teacher_id, since)
        )
        """,
        "CREATE INDEX class_teacher_by_teacher ON class_teacher (teacher_id, class_id)",
    ]
}
