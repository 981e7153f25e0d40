import Accounts
import Import
import Interchange
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

/// Whose delivery it is, and which school it goes into.
@Suite(.serialized) struct RosterSourceTests {
    @Test("two deliveries with the same numbers do not meet, and a number that means another school is asked about", arguments: TestDatabase.available)
    func sources(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        try await bench.roster(.district)
        var other = Files.district
        other.replace("orgs", "d,", with: "d,,,Другой район,district,,")
        await #expect(throws: ImportError.otherSource("oneroster:d")) { try await bench.roster(other) }
        let outcome = try await bench.roster(other) { $0.source = "другой" }
        #expect(outcome[.person].added == 9 && outcome.source == "другой")
        #expect(try await bench.texts("SELECT id FROM school", "id").count == 4)
        var changes = other
        changes["orgs"] = []
        await #expect(throws: ImportError.sourceNeeded) { try await bench.roster(changes) }
        await #expect(throws: ImportError.nothingRead) { try await bench.roster(Files(all: [:])) }
    }

    @Test("the schools of one delivery stay apart", arguments: TestDatabase.available)
    func apart(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var files = Files.district
        files["roles"].append("r10,,,vera,secondary,guardian,,,s2")
        files["relationships"].append("yura,vera,guardian")
        try await bench.roster(files)
        try await bench.database.read { tx in
            let vera: ID<Person> = try tx.one("SELECT id FROM person WHERE given = 'Вера'").id("id")
            let mother = try #require(try AccountsStore.viewer(vera, side: .family, tx)),
                teacher = try #require(try AccountsStore.viewer(vera, side: .staff, tx))
            #expect(mother.hat.school.name == "Школа № 2" && mother.hat.roles == [.guardian])
            #expect(teacher.hat.school.name == "Школа № 1" && teacher.hat.roles == [.subjectTeacher, .classTeacher])
            #expect(try SchoolAccess.children(of: mother, in: tx).map(\.pupil.name.given) == ["Юра"])
            let strangers = try tx.rows(
                """
                SELECT e.id FROM enrolment e JOIN school_class c ON c.id = e.class_id WHERE c.school_id <> e.school_id
                UNION ALL SELECT k.id FROM course k JOIN subject j ON j.id = k.subject_id WHERE j.school_id <> k.school_id
                UNION ALL SELECT g.pupil_id FROM guardian g WHERE NOT EXISTS
                    (SELECT m.id FROM membership m WHERE m.person_id = g.pupil_id AND m.school_id = g.school_id AND m.role = 'pupil')
                """)
            #expect(strangers.isEmpty)
        }
    }

    @Test("a delivery of one school goes into the school that was named", arguments: TestDatabase.available)
    func intoSchool(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind)
        var files = Files.district
        files["orgs"] = [files["orgs"][0], "s1,,,Школа № 1,school,,"]
        var options = ImportOptions()
        options.school = "школа № 58"
        let outcome = try await OneRosterImport(try files.bundle(), options).run(on: world.site.database, at: World.now)
        // The world's own year and class 7А are found, not doubled.
        #expect(outcome.figures[.school] == "0/0/1/0/0" && outcome.figures[.year] == "0/0/1/0/0" && outcome[.schoolClass].added == 0)
        options.school = "Школа № 99"
        options.source = "x"
        let wrong = options
        await #expect(throws: ImportError.noSuchSchool("Школа № 99")) {
            try await OneRosterImport(try files.bundle(), wrong).run(on: world.site.database, at: World.now)
        }
    }
}
