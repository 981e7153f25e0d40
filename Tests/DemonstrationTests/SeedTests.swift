import Accounts
import Files
import Journal
import Kernel
import School
import Storage
import Synchronization
import TestKit
import Testing
import Timetable
import Web
import WebCore

@testable import Demonstration

@Suite struct SeedTests {
    private static let now = SchoolTime.noon(of: Day(year: 2026, month: 11, day: 14)!)  // a Saturday

    private func seed(_ database: any Database, _ progress: @escaping @Sendable (Demonstration.Progress) -> Void = { _ in }) async throws -> [SignIn] {
        try await made(database, progress).signIns
    }

    private func made(_ database: any Database, _ progress: @escaping @Sendable (Demonstration.Progress) -> Void = { _ in }) async throws -> Demonstration.Made
    {
        let school = try Demonstration(.small, at: Self.now), hash = try await PasswordWorks(cost: .light).hash(.random())
        return try await database.write(.rowLock) { tx in try school.make(sharing: hash, in: tx, progress: progress) }
    }

    @Test("the small school is there: everyone in one class, a lesson on now, all who can sign in", arguments: TestDatabase.available)
    func small(_ kind: TestDatabase) async throws {
        let shares = Mutex<[Double]>([])
        let database = try await kind.open()
        let signIns = try await seed(database) { progress in shares.withLock { $0.append(progress.share) } }
        let seen = shares.withLock { $0 }
        #expect(seen.last == 1 && seen == seen.sorted(), "progress rises to the end")
        #expect(
            signIns.map(\.role) == [
                "administrator", "director", "deputy", "teacher", "classTeacher", "pupil", "guardian", "both", "operator", "coordinator", "platformOperator",
                "regionalCurator", "municipalCurator",
            ])
        try await database.read { (tx: Transaction) throws -> Void in
            #expect(try count("enrolment", tx) == 16 && count("school_class", tx) == 2)
            #expect(try tx.rows("SELECT DISTINCT pupil_id FROM enrolment WHERE until IS NULL").count == 16)
            for table in ["mark", "attendance", "lesson_record", "homework", "message"] { #expect(try count(table, tx) > 100, "\(table)") }
        }
        database.close()
    }

    @Test("the chats of the class that is shown have pictures, a sound, a paper to acknowledge, all looked into and ready", arguments: TestDatabase.available)
    func files(_ kind: TestDatabase) async throws {
        let database = try await kind.open(), made = try await made(database)
        let works = FileWorks(store: try ContentFolder(TestDatabase.newFolder()), patience: .seconds(120))
        try await made.sendFiles(on: Site(database: database, assets: "", features: Features.all, files: works))
        let now = Self.now
        try await database.read { (tx: Transaction) throws -> Void in
            let rows = try tx.rows(
                """
                SELECT c.kind, f.name, f.kind AS what, f.state, f.waveform FROM message_file h JOIN stored_file f ON f.id = h.file_id
                JOIN chat c ON c.id = h.chat_id ORDER BY h.chat_id, h.seq, h.place
                """)
            #expect(try rows.map { try $0.text("state") } == Array(repeating: "ready", count: 6))
            #expect(try rows.map { try $0.text("kind") } == ["class", "class", "class", "class", "family", "family"])
            #expect(try rows.map { try $0.text("what") } == ["photo", "photo", "photo", "audio", "document", "photo"])
            #expect(try rows[3].optional("waveform", Row.bytes)?.contains(255) == true && rows[4].text("name") == "Памятка родителям.pdf")
            #expect(try tx.one("SELECT COUNT(*) AS n FROM announcement").int("n") == 1)
            #expect(try tx.rows("SELECT seq FROM message WHERE posted_at > \(now)").isEmpty)
            #expect(
                try tx.rows("SELECT m.seq FROM message m JOIN message n ON n.chat_id = m.chat_id AND n.seq = m.seq + 1 AND n.posted_at < m.posted_at").isEmpty)
        }
        database.close()
    }

    @Test("the teacher's lesson is on now with the pupil in it, and nothing is written in it", arguments: TestDatabase.available)
    func lessonNow(_ kind: TestDatabase) async throws {
        let database = try await kind.open()
        let signIns = try await seed(database)
        let now = Self.now
        try await database.read { (tx: Transaction) throws -> Void in
            func person(_ role: String) throws -> ID<Person> {
                let login = try #require(signIns.first { $0.role == role }).login
                return try tx.one("SELECT person_id FROM credential WHERE login_key = \(login)").id("person_id")
            }
            let (teacher, pupil, guardian, both) = (try person("teacher"), try person("pupil"), try person("guardian"), try person("both"))
            let lesson = try #require(try TimetableStore.lessons(where: "l.teacher_id = \(teacher) AND l.starts_at <= \(now) AND l.ends_at > \(now)", tx).first)
            #expect(try SchoolStore.pupils(of: lesson.course, on: lesson.day, tx).contains { $0.id == pupil })
            #expect(
                try tx.rows(
                    "SELECT lesson_id FROM mark WHERE lesson_id = \(lesson.id) UNION SELECT lesson_id FROM lesson_record WHERE lesson_id = \(lesson.id)"
                ).isEmpty)
            let children = try tx.rows("SELECT pupil_id FROM guardian WHERE guardian_id = \(guardian)").map { try $0.id("pupil_id", of: Person.self) }
            #expect(children.count > 1 && children.contains(pupil))
            #expect(try AccountsStore.viewer(both, side: .staff, tx) != nil && AccountsStore.viewer(both, side: .family, tx) != nil)
            let open = "l.teacher_id = \(teacher) AND l.ends_at <= \(now) AND l.id NOT IN (SELECT lesson_id FROM lesson_record)" as SQL
            #expect(try TimetableStore.lessons(where: open, tx).count >= 2, "something is missing in the journal")
        }
        database.close()
    }

    @Test("the first year has no marks; nothing is written of the time to come", arguments: TestDatabase.available)
    func rules(_ kind: TestDatabase) async throws {
        let database = try await kind.open()
        _ = try await seed(database)
        let now = Self.now
        try await database.read { (tx: Transaction) throws -> Void in
            let first: SQL =
                "SELECT m.value FROM mark m JOIN lesson l ON l.id = m.lesson_id JOIN course k ON k.id = l.course_id JOIN school_class c ON c.id = k.class_id"
            #expect(try tx.rows("\(first) WHERE c.year = 1").isEmpty && !tx.rows("\(first) WHERE c.year = 7").isEmpty)
            #expect(try tx.rows("SELECT id FROM trace WHERE at > \(now)").isEmpty && tx.rows("SELECT seq FROM message WHERE posted_at > \(now)").isEmpty)
            #expect(
                try tx.rows("SELECT m.seq FROM message m JOIN message n ON n.chat_id = m.chat_id AND n.seq = m.seq + 1 AND n.posted_at < m.posted_at").isEmpty)
            let pairs: SQL = "SELECT a.id FROM lesson a JOIN lesson b ON b.held_on = a.held_on AND b.number = a.number AND b.id > a.id"
            #expect(try tx.rows("\(pairs) AND b.teacher_id = a.teacher_id").isEmpty, "a teacher in two places")
            #expect(try tx.rows("\(pairs) AND b.room = a.room").isEmpty, "two lessons in a room")
        }
        database.close()
    }

    @Test("seeded twice, two databases hold the same school", arguments: TestDatabase.available)
    func deterministic(_ kind: TestDatabase) async throws {
        var copies: [[Row]] = []
        for _ in 0..<2 {
            let database = try await kind.open()
            _ = try await seed(database)
            copies.append(
                try await database.read { tx in
                    try tx.rows("SELECT at, by_id, what, about, was, became FROM trace ORDER BY id")
                        + tx.rows("SELECT chat_id, seq, author_id, body, posted_at FROM message ORDER BY chat_id, seq")
                        + tx.rows("SELECT id, name_key, sex, born_on FROM person ORDER BY id")
                })
            database.close()
        }
        #expect(copies[0].map { "\($0)" } == copies[1].map { "\($0)" })
    }

    @Test("where a school is, none is made, and nothing changes", arguments: TestDatabase.available)
    func refuses(_ kind: TestDatabase) async throws {
        let database = try await kind.open()
        _ = try await seed(database)
        let before = try await database.read { tx in try count("trace", tx) }
        await #expect(throws: SchoolIsThere.self) { try await seed(database) }
        #expect(try await database.read { tx in try count("trace", tx) } == before)
        database.close()
    }
}

private func count(_ table: String, _ tx: Transaction) throws -> Int {
    let sql: SQL =
        switch table {
        case "enrolment": "SELECT COUNT(*) AS n FROM enrolment"
        case "school_class": "SELECT COUNT(*) AS n FROM school_class"
        case "mark": "SELECT COUNT(*) AS n FROM mark"
        case "attendance": "SELECT COUNT(*) AS n FROM attendance"
        case "lesson_record": "SELECT COUNT(*) AS n FROM lesson_record"
        case "homework": "SELECT COUNT(*) AS n FROM homework"
        case "message": "SELECT COUNT(*) AS n FROM message"
        default: "SELECT COUNT(*) AS n FROM trace"
        }
    return Int(try tx.one(sql).int("n"))
}
