import Accounts
import Import
import Interchange
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@Suite(.serialized) struct RosterImportTests {
    @Test("a small district comes in: classes by homeroom, courses of the whole class or of a group", arguments: TestDatabase.available)
    func district(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        let outcome = try await bench.roster(.district)
        #expect(
            outcome.figures == [
                .school: "2/0/0/0/0", .year: "2/0/0/0/0", .term: "4/0/0/0/0", .person: "9/0/0/0/1", .role: "9/0/0/0/0", .subject: "3/0/0/0/0",
                .schoolClass: "3/0/0/0/0", .classTeacher: "1/0/0/0/0", .group: "1/0/0/0/0", .course: "3/0/0/0/0", .enrolment: "5/0/0/0/0", .seat: "1/0/0/0/0",
                .guardian: "1/0/0/0/1",
            ])
        #expect(outcome.lost == ["relationships.csv:3 order.relative", "users.csv:8 order.no-membership"])
        #expect(outcome.notes == ["orgs.csv:2 order.not-school"])
        #expect(try await bench.enrolled() == ["Аннина 7А", "Борисов 7А", "Галина 8Б", "Юрин 9", "Янина 9"])
        let courses = try await bench.database.read { tx in
            try SchoolStore.courses(where: "1 = 1", tx).map { "\($0.subject) \($0.audience) \($0.teacherName?.full ?? "")" }
        }
        #expect(courses == ["Алгебра 7А Верина Вера Ивановна", "Английский язык 7А, англ. 1 Игорев Игорь", "История 9 Зоина Зоя"])
        #expect(
            try await bench.texts("SELECT DISTINCT kind, number, name FROM term ORDER BY number", "kind", "number", "name")
                == ["quarter 1 1 четверть", "quarter 2 2 четверть"])
        #expect(try await bench.texts("SELECT sex, born_on FROM person WHERE given = 'Анна'", "sex", "born_on") == ["female 2013-05-06"])
        #expect(
            try await bench.texts("SELECT DISTINCT name, starts_on, ends_on FROM academic_year", "name", "starts_on", "ends_on")
                == ["2026/27 2026-09-01 2027-05-31"])
    }

    @Test("one whose record was merged is the one they are now when the roster comes again", arguments: TestDatabase.available)
    func merged(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        try await bench.roster(.district)
        try await bench.database.write { tx in
            let anna: ID<Person> = try tx.one("SELECT id FROM person WHERE given = 'Анна'").id("id")
            let school: ID<Kernel.School> = try tx.one("SELECT school_id FROM membership WHERE person_id = \(anna)").id("school_id")
            guard let found = try AccountsStore.school(school, tx), let since = Day("2026-09-01") else { throw Denial.notFound }
            let twin = try RegisterPerson(PersonName(family: "Аннина", given: "Аня"), as: .pupil, since: since).run(by: .installer(of: found), at: .now, in: tx)
            for feature in [AccountsFeature.self, SchoolFeature.self] as [any Feature.Type] { try feature.merge(anna, into: twin, in: tx) }
        }
        #expect(try await bench.roster(.district).changesNothing)
        #expect(try await bench.enrolled().contains("Аннина 7А"))
    }

    /// What a school's acceptance of a refusal does where another school goes on with the pupil.
    @Test("one whose family has taken them out of a school is not entered there again by its roster", arguments: TestDatabase.available)
    func parted(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var files = Files.district
        try await bench.roster(files)
        try await bench.database.write { tx in
            let anna: ID<Person> = try tx.one("SELECT id FROM person WHERE given = 'Анна'").id("id")
            let school: ID<Kernel.School> = try tx.one("SELECT school_id FROM membership WHERE person_id = \(anna)").id("school_id")
            let parting = Parting(of: anna, to: try AccountsStore.double(of: anna, tx), in: school, takesAccount: false)
            for feature in [AccountsFeature.self, SchoolFeature.self] as [any Feature.Type] { try feature.part(parting, in: tx) }
        }
        let outcome = try await bench.roster(files)
        #expect(outcome.changes == [])
        #expect(outcome.lost.contains("roles.csv:4 order.family-refused"), "\(outcome.lost)")
        #expect(outcome.report.words(in: .ru).contains("семья отказалась"))
        let before = try await bench.texts("SELECT COUNT(*) AS n FROM membership WHERE role = 'pupil'", "n")
        // Another class, and a role that was given to nobody before: neither brings the pupil back.
        files.replace("enrollments", "e2,", with: "e2,,,h8,s1,anna,student,,2026-09-01,")
        let added = try await bench.roster(files) { $0.isComplete = true }.changes.filter { $0.contains("+") }
        #expect(added.filter { one in ["person", "role", "enrolment", "seat", "guardian"].contains { one.hasPrefix($0) } } == [])
        #expect(try await bench.texts("SELECT COUNT(*) AS n FROM membership WHERE role = 'pupil'", "n") == before)
        #expect(
            try await bench.texts("SELECT COUNT(*) AS n FROM enrolment e JOIN school_class c ON c.id = e.class_id WHERE c.name = '8Б' AND e.until IS NULL", "n")
                == ["1"])
    }

    @Test("a second run changes nothing; a changed file changes exactly what it says", arguments: TestDatabase.available)
    func changes(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var files = Files.district
        try await bench.roster(files)
        let before = try await bench.everything()
        #expect(try await bench.roster(files).changesNothing)
        #expect(try await bench.everything() == before)

        files.replace("users", "vera,", with: "vera,,,true,Вера,Новикова,Ивановна,vera")
        #expect(try await bench.roster(files).changes == ["person ~1"])
        files.replace("enrollments", "e5,", with: "e5,,,alg,s1,igor,teacher,true,,")
        #expect(try await bench.roster(files).changes == ["course ~1"])
        files.replace("enrollments", "e3,", with: "e3,,,h8,s1,boris,student,,2026-09-01,")
        files.replace("enrollments", "e7,", with: nil)
        #expect(try await bench.roster(files).changes == ["enrolment ~1"])
        #expect(try await bench.enrolled() == ["Аннина 7А", "Борисов 8Б", "Галина 8Б", "Юрин 9", "Янина 9"])
        files.replace("orgs", "s2,", with: "s2,,,Гимназия № 2,school,,d")
        files.replace("classes", "h8,", with: "h8,,,8М,8,k1,,homeroom,s1,\"q1,q2\"")
        files.replace("classes", "eng,", with: "eng,,,англ. сильные,7,k2,E1,scheduled,s1,\"q1,q2\"")
        files.replace("academicSessions", "q2,", with: "q2,,,2 четверть,gradingPeriod,2026-11-06,2026-12-29,y,2027")
        #expect(try await bench.roster(files).changes == ["school ~1", "term ~2", "class ~1", "group ~1"])
        #expect(try await bench.texts("SELECT name FROM school ORDER BY id", "name").sorted() == ["Гимназия № 2", "Школа № 1"])
        #expect(try await bench.roster(files).changesNothing)
    }

    @Test("what was put right by hand afterwards stays until the file says something new", arguments: TestDatabase.available)
    func byHand(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var files = Files.district
        try await bench.roster(files)
        try await bench.database.write { tx in
            let school = try #require(try AccountsStore.schools(tx).first { $0.name == "Школа № 1" })
            let rita = Viewer.installer(of: school)
            let galya: ID<Person> = try tx.one("SELECT id FROM person WHERE given = 'Галя'").id("id")
            let class7: ID<SchoolClass> = try tx.one("SELECT id FROM school_class WHERE name = '7А'").id("id")
            try CorrectName(of: galya, to: PersonName(family: "Галкина", given: "Галя")).run(by: rita, at: World.now, in: tx)
            try EndEnrolment(of: galya, on: World.today).run(by: rita, at: World.now, in: tx)
            try EnrolPupil(galya, into: class7, since: World.today).run(by: rita, at: World.now, in: tx)
        }
        #expect(try await bench.roster(files).changesNothing)
        #expect(try await bench.enrolled().contains("Галкина 7А"))
        files.replace("users", "galya,", with: "galya,,,true,Галина,Галкина,,galya")
        #expect(try await bench.roster(files).changes == ["person ~1"])
        #expect(try await bench.enrolled().contains("Галкина 7А"), "only the name was new")
    }

    @Test("what the files mark as deleted is ended where an import made it", arguments: TestDatabase.available)
    func deleted(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var files = Files.district
        try await bench.roster(files)
        files.replace("roles", "r2,", with: "r2,tobedeleted,,igor,primary,teacher,,,s1")
        files.replace("enrollments", "e8,", with: nil)
        files.replace("enrollments", "e9,", with: "e9,tobedeleted,,eng,s1,anna,student,,,")
        #expect(try await bench.roster(files).changes == ["role -1", "course ~1", "seat -1"])
        files.replace("users", "boris,", with: "boris,tobedeleted,,true,Борис,Борисов,,boris")
        files.replace("users", "olga,", with: "olga,inactive,,true,Ольга,Аннина,,olga")
        let outcome = try await bench.roster(files)
        #expect(outcome.changes == ["role -2", "enrolment -1", "guardian -1"])
        #expect(try await bench.enrolled() == ["Аннина 7А", "Галина 8Б", "Юрин 9", "Янина 9"])
        #expect(try await bench.texts("SELECT pupil_id FROM guardian", "pupil_id").isEmpty)
        #expect(try await bench.roster(files).changesNothing)
        try await bench.roster(.district)
        #expect(try await bench.enrolled().count == 5, "and all is there again when they are")
        #expect(try await bench.texts("SELECT pupil_id FROM guardian", "pupil_id").count == 1)
    }

    @Test("in a complete delivery whoever is missing has left; otherwise nobody is ended by silence", arguments: TestDatabase.available)
    func complete(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var files = Files.district
        try await bench.roster(files)
        files.replace("roles", "r2,", with: nil)
        files.replace("enrollments", "e4,", with: nil)
        files.replace("enrollments", "e8,", with: nil)
        files.replace("relationships", "anna,", with: nil)
        #expect(try await bench.roster(files).changes == ["course ~1"])
        let outcome = try await bench.roster(files) { $0.isComplete = true }
        #expect(outcome.changes == ["role -1", "enrolment -1", "guardian -1"])
        #expect(try await bench.enrolled() == ["Аннина 7А", "Борисов 7А", "Юрин 9", "Янина 9"])
    }

    @Test("an import is never done by half: what throws in the middle leaves nothing", arguments: TestDatabase.available, ImportProgress.Step.allCases)
    func half(_ kind: TestDatabase, _ step: ImportProgress.Step) async throws {
        struct Stop: Error {}
        let bench = try await ImportBench(kind), before = try await bench.everything()
        let work = OneRosterImport(try Files.district.bundle())
        guard step != .timetable else { return }
        await #expect(throws: Stop.self) {
            try await work.run(on: bench.database, at: ImportBench.now) { progress in if progress.step == step, progress.isFinished { throw Stop() } }
        }
        #expect(try await bench.everything() == before)
        #expect(try await bench.roster(.district)[.person].added == 9)
    }

    @Test("a trial tells the same and keeps nothing", arguments: TestDatabase.available)
    func dryRun(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        let trial = try await bench.roster(.district) { $0.isDryRun = true }
        #expect(trial.isDryRun)
        #expect(try await bench.texts("SELECT id FROM person", "id").isEmpty)
        let real = try await bench.roster(.district)
        #expect(trial.counts == real.counts && trial.report == real.report)
    }

    @Test("open pages hear of it only where the rights of somebody who was here before have changed", arguments: TestDatabase.available)
    func news(_ kind: TestDatabase) async throws {
        let log = NewsLog()
        let bench = ImportBench(database: try await kind.open(announce: log.announce))
        try await bench.roster(.district)
        var files = Files.district
        files.replace("relationships", "anna,", with: nil)
        try await bench.roster(files) { $0.isComplete = true }
        let olga: ID<Person> = try await bench.database.read { tx in try tx.one("SELECT id FROM person WHERE given = 'Ольга'").id("id") }
        #expect(try await log.wait(for: 1) == [.ended(olga)])
    }

    @Test("two imports at once are one after the other", arguments: TestDatabase.available)
    func atOnce(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        async let one = bench.roster(.district)
        async let other = bench.roster(.district)
        let added = try await [one[.person].added, other[.person].added]
        #expect(added.sorted() == [0, 9])
        #expect(try await bench.texts("SELECT id FROM person", "id").count == 9)
    }

    @Test("a pupil who changes the school leaves the old one and sits in the new", arguments: TestDatabase.available)
    func transfer(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var files = Files.district
        try await bench.roster(files)
        files.replace("roles", "r5,", with: "r5,,,galya,primary,student,,,s2")
        files.replace("enrollments", "e4,", with: "e4,,,hist,s2,galya,student,,2026-11-01,")
        let outcome = try await bench.roster(files)
        #expect(outcome.changes == ["role +1", "enrolment ~1"])
        #expect(try await bench.enrolled().contains("Галина 9"))
        #expect(
            try await bench.texts(
                "SELECT since, until FROM enrolment WHERE pupil_id IN (SELECT id FROM person WHERE given = 'Галя') ORDER BY since", "since", "until")
                == ["2026-09-01 2026-10-31", "2026-11-01 –"])
    }
}
