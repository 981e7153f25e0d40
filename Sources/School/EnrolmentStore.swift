import Accounts
import Kernel
import Storage

/// The SQL of a pupil's places in classes, for the verbs that change them. Writing takes `RuledSchool`.
public enum EnrolmentStore {
    /// A place in a class that a pupil has now.
    public struct Seat: Sendable {
        public let id: Int64
        public let school: ID<School>
        public let schoolClass: ID<SchoolClass>
        public let since: Day
    }

    /// A pupil's time in a group of the class, named by its first day.
    public struct GroupTime: Hashable, Sendable {
        public let group: ID<StudyGroup>
        public let since: Day
        public init(group: ID<StudyGroup>, since: Day) {
            self.group = group
            self.since = since
        }
    }

    /// The pupil's only place, in whichever school of the installation it is (REQUIREMENTS A28).
    public static func seat(of pupil: ID<Person>, _ tx: Transaction) throws -> Seat? {
        try tx.first("SELECT id, school_id, class_id, since FROM enrolment WHERE pupil_id = \(pupil) AND until IS NULL").map {
            Seat(id: try $0.int("id"), school: try $0.id("school_id"), schoolClass: try $0.id("class_id"), since: try $0.day("since"))
        }
    }

    /// The last day on which the pupil was in a class they have left since, anywhere.
    public static func lastDay(of pupil: ID<Person>, _ tx: Transaction) throws -> Day? {
        try tx.one("SELECT MAX(until) AS last FROM enrolment WHERE pupil_id = \(pupil) AND until IS NOT NULL").optional("last", Row.day)
    }

    /// Whether the pupil has been in a class of the school, in any year.
    public static func hasBeenHere(_ pupil: ID<Person>, in school: RuledSchool, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT id FROM enrolment WHERE pupil_id = \(pupil) AND school_id = \(school.id) LIMIT 1") != nil
    }

    public static func begin(_ pupil: ID<Person>, in schoolClass: ID<SchoolClass>, since: Day, of school: RuledSchool, _ tx: Transaction) throws -> Int64 {
        tx.tell(.classList(schoolClass, in: school.id))
        return try tx.one(
            "INSERT INTO enrolment (school_id, class_id, pupil_id, since) VALUES (\(school.id), \(schoolClass), \(pupil), \(since)) RETURNING id"
        ).int("id")
    }

    /// Ends the place, and the pupil's time in the class's groups, with a last day; gives back the groups left.
    public static func end(_ seat: Seat, of pupil: ID<Person>, last: Day, in school: RuledSchool, _ tx: Transaction) throws -> [GroupTime] {
        try tx.rows(
            "UPDATE enrolment SET until = CASE WHEN since > \(last) THEN since ELSE \(last) END WHERE id = \(seat.id) AND school_id = \(school.id) AND until IS NULL"
        )
        tx.tell(.classList(seat.schoolClass, in: school.id))
        return try tx.rows(
            """
            UPDATE group_member SET until = CASE WHEN since > \(last) THEN since ELSE \(last) END WHERE pupil_id = \(pupil) AND until IS NULL
            AND group_id IN (SELECT id FROM study_group WHERE school_id = \(school.id)) RETURNING group_id, since
            """
        ).map { GroupTime(group: try $0.id("group_id"), since: try $0.day("since")) }
    }

    /// The place goes on as if it had never ended, in these groups too: what ended it was a mistake.
    public static func reopen(_ id: Int64, of pupil: ID<Person>, groups: [GroupTime], in school: RuledSchool, _ tx: Transaction) throws {
        let row = try tx.one(
            "UPDATE enrolment SET until = NULL WHERE id = \(id) AND pupil_id = \(pupil) AND school_id = \(school.id) RETURNING class_id")
        tx.tell(.classList(try row.id("class_id"), in: school.id))
        for time in groups {
            try tx.rows("UPDATE group_member SET until = NULL WHERE group_id = \(time.group) AND pupil_id = \(pupil) AND since = \(time.since)")
        }
    }

    /// The place never was: it was entered by mistake and nothing has been written about the pupil in it.
    public static func strike(_ seat: Seat, of pupil: ID<Person>, in school: RuledSchool, _ tx: Transaction) throws {
        try tx.rows(
            "DELETE FROM group_member WHERE pupil_id = \(pupil) AND since >= \(seat.since) AND group_id IN (SELECT id FROM study_group WHERE class_id = \(seat.schoolClass))"
        )
        try tx.rows("DELETE FROM enrolment WHERE id = \(seat.id) AND pupil_id = \(pupil) AND school_id = \(school.id)")
        tx.tell(.classList(seat.schoolClass, in: school.id))
    }
}
