import Kernel
import School
import Storage
import Timetable

/// Who may do what in the journal — the only file that answers that.
///
/// * A lesson's journal is kept by the one who holds the lesson (the course's teacher or a substitute, REQUIREMENTS E09) and by the
///   course's teacher; in a divided class each keeps the own group's (E11).
/// * It is read by them, by the class teacher, and by the heads of the school. A pupil reads the own line, a guardian the children's (E22).
/// * Who led the class before reads, as long as they work here, what was held up to the day they handed it over; who held lessons before
///   reads those. Neither writes in it for having led it.
/// * News of a change goes to all who read it but those who led it before and the heads: the heads answer for the whole school and read
///   on opening a page. Told of every mark of a thousand pupils, their open pages would ask the server without end, for the sake of
///   numbers nobody watches by the second.
enum JournalAccess {
    // MARK: Seeing

    /// Reading from the side of the staff: a condition on a lesson `l` and its course `k`.
    static func seenBy(_ viewer: Viewer) -> SQL {
        guard viewer.side == .staff else { return "1 = 0" }
        guard !viewer.hasAny(of: Role.heads) else { return "l.school_id = \(viewer.school)" }
        return """
            l.school_id = \(viewer.school) AND (l.teacher_id = \(viewer.person) OR k.teacher_id = \(viewer.person) OR \(isOfOwnClass(viewer))
                OR EXISTS (SELECT 1 FROM class_teacher t WHERE t.class_id = k.class_id AND t.teacher_id = \(viewer.person) AND t.until >= l.held_on))
            """
    }

    /// The same for a course `k`: one who may read any of its lessons. Which of them they see, `seenBy` says.
    static func courseSeenBy(_ viewer: Viewer) -> SQL {
        guard viewer.side == .staff else { return "1 = 0" }
        guard !viewer.hasAny(of: Role.heads) else { return "k.school_id = \(viewer.school)" }
        return """
            (\(courseIsOf(viewer))
                OR (k.school_id = \(viewer.school) AND k.class_id IN (SELECT class_id FROM class_teacher WHERE teacher_id = \(viewer.person))))
            """
    }

    /// A course `k` that is the viewer's business now: they teach it, hold a lesson of it, or lead the class.
    static func courseIsOf(_ viewer: Viewer) -> SQL {
        guard viewer.side == .staff else { return "1 = 0" }
        return """
            k.school_id = \(viewer.school) AND (k.teacher_id = \(viewer.person) OR \(isOfOwnClass(viewer))
                OR k.id IN (SELECT course_id FROM lesson WHERE teacher_id = \(viewer.person)))
            """
    }

    static func isOfOwnClass(_ viewer: Viewer) -> SQL {
        "k.class_id IN (SELECT class_id FROM class_teacher WHERE teacher_id = \(viewer.person) AND until IS NULL)"
    }

    /// Reading from the side of pupils and families: a condition on a pupil's enrolment `e`.
    static func diarySeenBy(_ viewer: Viewer) -> SQL { "e.school_id = \(viewer.school) AND \(SchoolAccess.isOwn("e.pupil_id", to: viewer))" }

    // MARK: Acting

    static func keeps(_ viewer: Viewer, _ lesson: Lesson) -> Bool { keeps(viewer, lesson.course, heldBy: lesson.teacher) }

    static func keeps(_ viewer: Viewer, _ course: Course, heldBy teacher: ID<Person>?) -> Bool {
        viewer.side == .staff && viewer.school == course.school && (teacher == viewer.person || course.teacher == viewer.person)
    }

    /// Writing: the lesson, if its journal is the viewer's to keep. The store's writing takes nothing else.
    /// - Throws: `notFound` for one who does not see the lesson, `forbidden` for one who may only read it.
    static func kept(_ id: ID<Lesson>, by viewer: Viewer, in tx: Transaction) throws -> KeptLesson {
        guard let lesson = try LessonStore.lesson(id, seenBy: viewer, tx) else { throw Denial.notFound }
        guard keeps(viewer, lesson) else { throw Denial.forbidden(.onlyTheTeacherKeeps) }
        return KeptLesson(lesson: lesson, keeper: viewer, closedTerm: try SchoolStore.closedTerm(of: viewer.school, on: lesson.day, tx))
    }

    // MARK: Hearing

    /// Who is told that a pupil's line changed.
    static func readers(of pupil: ID<Person>, in kept: KeptLesson, _ tx: Transaction) throws -> Set<ID<Person>> {
        try SchoolStore.household(of: pupil, in: kept.lesson.course.school, tx).union(staff(of: kept.lesson, tx))
    }

    /// Who is told that the lesson's topic changed, or its homework, which is shown on a later day too.
    static func readers(of kept: KeptLesson, until due: Day? = nil, _ tx: Transaction) throws -> Set<ID<Person>> {
        let days = kept.lesson.day...max(kept.lesson.day, due ?? kept.lesson.day)
        return try LessonStore.households(of: kept.lesson.course, during: days, tx).union(staff(of: kept.lesson, tx))
    }

    private static func staff(of lesson: Lesson, _ tx: Transaction) throws -> Set<ID<Person>> {
        Set(try SchoolStore.classTeachers(of: lesson.course.schoolClass.id, tx)).union([lesson.teacher, lesson.course.teacher].compactMap { $0 })
    }
}

/// Proof that `JournalAccess` let this teacher keep this lesson's journal.
struct KeptLesson: Sendable {
    let lesson: Lesson
    let keeper: Viewer
    /// Who keeps it changes it only with a reason then, see `Amendment`.
    let closedTerm: Term?
    fileprivate init(lesson: Lesson, keeper: Viewer, closedTerm: Term?) {
        self.lesson = lesson
        self.keeper = keeper
        self.closedTerm = closedTerm
    }
}
