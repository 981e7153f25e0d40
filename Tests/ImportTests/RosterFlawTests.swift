import Accounts
import Import
import Interchange
import Kernel
import Storage
import TestKit
import Testing

/// One flaw each: it is named where it stands, and the rest comes in.
@Suite(.serialized) struct RosterFlawTests {
    @Test("roles that give nothing here are named, and the person is not entered by them", arguments: TestDatabase.available)
    func roles(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var files = Files.district
        files["users"] += ["nurse,,,true,Нина,Нинина,,n", "wizard,,,true,Фёдор,Федин,,f", "head,,,true,Пётр,Петров,,p", "above,,,true,Роно,Роно,,r"]
        files["roles"] += [
            "x1,,,nurse,primary,nurse,,,s1", "x2,,,wizard,primary,колдун,,,s1", "x3,,,head,primary,principal,,,s1", "x4,,,above,primary,administrator,,,d",
        ]
        let outcome = try await bench.roster(files)
        #expect(outcome.lost.filter { $0.hasPrefix("roles") } == ["roles.csv:11 order.no-role", "roles.csv:12 order.no-role", "roles.csv:14 order.not-school"])
        #expect(outcome.lost.filter { $0.hasPrefix("users") } == [8, 12, 13, 15].map { "users.csv:\($0) order.no-membership" })
        #expect(
            try await bench.texts(
                "SELECT p.given, m.role FROM membership m JOIN person p ON p.id = m.person_id WHERE m.role = 'administrator'", "given", "role")
                == ["Пётр administrator"])
    }

    @Test("a teacher does not sit in a class, a pupil or parent does not teach", arguments: TestDatabase.available)
    func wrongPlaces(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var files = Files.district
        files["enrollments"] += [
            "x1,,,h8,s1,igor,student,,,", "x2,,,eng,s1,galya,teacher,true,,", "x3,,,eng,s1,olga,teacher,true,,", "x4,,,alg,s1,igor,aide,,,",
        ]
        let outcome = try await bench.roster(files)
        #expect(
            outcome.lost.filter { $0.hasPrefix("enr") } == [
                "enrollments.csv:14 order.not-pupil", "enrollments.csv:15 order.not-teacher", "enrollments.csv:16 order.not-teacher",
                "enrollments.csv:17 order.no-role",
            ])
        #expect(outcome[.course].added == 3 && outcome[.enrolment].added == 5)
    }

    @Test("where roles are silent a place in a class says what somebody is", arguments: TestDatabase.available)
    func silent(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var files = Files.district
        for row in ["r4,", "r7,"] { files.replace("roles", row, with: nil) }
        let outcome = try await bench.roster(files)
        #expect(outcome[.role].added == 9 && outcome[.enrolment].added == 5)
        #expect(outcome.notes.filter { $0.contains("role-by-place") } == ["enrollments.csv:4 order.role-by-place", "enrollments.csv:11 order.role-by-place"])
    }

    @Test("one class at a time: the homeroom, the year of study, or the first", arguments: TestDatabase.available)
    func oneClass(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var files = Files.district
        files["classes"] += [
            "h7b,,,7Б,7,k1,,homeroom,s1,q1", "geo9,,,География 9,9,k3,G,scheduled,s2,q1", "chess,,,Шахматы,\"5,6\",,C,scheduled,s2,q1",
            "go,,,Го,\"5,6\",,G,scheduled,s2,q1",
        ]
        files["users"] += ["kim,,,true,Ким,Кимов,,k"]
        files["roles"] += ["x,,,kim,primary,student,,,s2"]
        files["enrollments"] += [
            "x1,,,h7b,s1,anna,student,,,", "x2,,,geo9,s2,yura,student,,,", "x3,,,chess,s2,kim,student,,,", "x4,,,go,s2,kim,student,,,",
        ]
        let outcome = try await bench.roster(files)
        #expect(
            outcome.lost.filter { $0.hasPrefix("enr") || $0.hasPrefix("cla") } == [
                "classes.csv:10 order.without-pupils", "enrollments.csv:14 order.second-class", "enrollments.csv:17 order.other-grade",
            ])
        #expect(try await bench.enrolled() == ["Аннина 7А", "Борисов 7А", "Галина 8Б", "Кимов Шахматы", "Юрин 9", "Янина 9"])
        #expect(try await bench.roster(files).changesNothing)
    }

    @Test("a class whose name is taken gets an addition, and so does a group", arguments: TestDatabase.available)
    func names(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var files = Files.district
        files["classes"] += ["h7x,,,7А,7,k1,вечер,homeroom,s1,q1", "eng2,,,англ. 1,7,k2,E2,scheduled,s1,q1"]
        files["enrollments"] += ["x1,,,eng2,s1,boris,student,,,"]
        let outcome = try await bench.roster(files)
        #expect(outcome.notes.filter { $0.contains("name-taken") } == ["classes.csv:7 order.name-taken", "classes.csv:8 order.name-taken"])
        #expect(try await bench.texts("SELECT name FROM school_class WHERE year = 7", "name").sorted() == ["7А", "7А (вечер)"])
        #expect(try await bench.texts("SELECT name FROM study_group", "name").sorted() == ["англ. 1", "англ. 1 (E2)"])
        #expect(try await bench.roster(files).changesNothing)
    }

    @Test("a delivery of changes finds in the database what it does not have itself", arguments: TestDatabase.available)
    func delta(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        try await bench.roster(.district)
        var files = Files(all: [
            "manifest": [
                "propertyName,value", "oneroster.version,1.2", "file.orgs,delta", "file.users,delta", "file.roles,delta", "file.enrollments,delta",
                "file.classes,delta",
            ]
        ])
        for file in ["orgs", "users", "roles", "classes", "enrollments"] { files[file] = [Files.district[file][0]] }
        files["users"].append("igor,,,true,Игорь,Игорев,Петрович,igor")
        files["enrollments"] += ["e13,,,eng,s1,boris,student,,2026-10-01,", "e14,,,nowhere,s1,boris,student,,,"]
        let outcome = try await bench.roster(files) { $0.source = "oneroster:d" }
        #expect(outcome.changes == ["person ~1", "seat +1"], "\(outcome.words(in: .ru))")
        #expect(outcome.lost == ["enrollments.csv:3 order.unknown-here"])
        #expect(try await bench.enrolled().count == 5)
    }

    @Test("ends within the running year count, those of years past do not", arguments: TestDatabase.available)
    func ends(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var files = Files.district
        try await bench.roster(files)
        files.replace("roles", "r8,", with: "r8,,,yura,primary,student,2024-09-01,2025-05-31,s2")
        #expect(try await bench.roster(files).changesNothing)
        files.replace("roles", "r8,", with: "r8,,,yura,primary,student,2024-09-01,2026-10-31,s2")
        #expect(try await bench.roster(files).changes == ["role -1", "enrolment -1"])
    }

    @Test("what rules forbid is said in their words, and the rest comes in", arguments: TestDatabase.available)
    func denied(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        try await bench.roster(.district)
        try await bench.database.write { tx in
            let school = try #require(try AccountsStore.schools(tx).first { $0.name == "Школа № 1" })
            // Somebody has made the class by hand meanwhile.
            let year = try tx.one("SELECT id FROM academic_year WHERE school_id = \(school.id)").int("id")
            try tx.rows("INSERT INTO school_class (school_id, academic_year_id, year, name, sort_key) VALUES (\(school.id), \(year), 8, '8М', '08 8м')")
            try tx.rows("INSERT INTO school_class (school_id, academic_year_id, year, name, sort_key) VALUES (\(school.id), \(year), 8, '8М (h8)', '08 8м h')")
        }
        var files = Files.district
        files.replace("classes", "h8,", with: "h8,,,8М,8,k1,,homeroom,s1,\"q1,q2\"")
        let outcome = try await bench.roster(files)
        #expect(outcome.figures[.schoolClass] == "0/0/2/0/1" && outcome.changesNothing)
        #expect(outcome.words(in: .ru).contains("classes.csv, строка 3: «Такое уже есть в этом учебном году.» — этого не позволяют правила школы."))
    }

    @Test("a row that is refused is not done by half either: the pupil stays in the class", arguments: TestDatabase.available)
    func refusedMove(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        try await bench.roster(.district)
        try await bench.database.write { tx in
            let school = try #require(try AccountsStore.schools(tx).first { $0.name == "Школа № 1" })
            let boris: ID<Person> = try tx.one("SELECT id FROM person WHERE given = 'Борис'").id("id")
            try EndRole(.pupil, of: boris, on: World.today).run(by: .installer(of: school), at: World.now, in: tx)
        }
        var files = Files.district
        files.replace("enrollments", "e3,", with: "e3,,,h8,s1,boris,student,,2026-09-01,")
        files.replace("enrollments", "e7,", with: nil)
        let outcome = try await bench.roster(files)
        #expect(outcome.lost.contains("enrollments.csv:4 order.unknown-here") && outcome[.enrolment].refused == 1)
        #expect(try await bench.enrolled().contains("Борисов 7А"))
    }

    @Test("the report speaks both languages: a table, what was not taken, what was taken otherwise")
    func words() async throws {
        let bench = try await ImportBench(.sqlite)
        let outcome = try await bench.roster(.district)
        let russian = outcome.words(in: .ru), english = outcome.words(in: .en)
        #expect(russian.hasPrefix("Импорт завершён. Источник: oneroster:d\n\n"))
        #expect(russian.contains("Ученики в классах          5         0              0          0         0"))
        #expect(
            russian.contains("relationships.csv, строка 3: «oleg» — родственник — не законный представитель: дневник ему не открыт. Запись не взята."))
        #expect(english.contains("Not taken (2):\n  relationships.csv, line 3: “oleg” — a relative is no legal representative"))
        #expect(english.contains("Taken, but not as written (1):\n  orgs.csv, line 2, field type: “Район” — this is not a school"))
        let trial = try await bench.roster(.district) { $0.isDryRun = true }
        #expect(trial.words(in: .ru).hasPrefix("Пробный импорт") && trial.words(in: .en).hasPrefix("Trial import"))
        for language in Language.allCases {
            let errors: [ImportError] = [.nothingRead, .sourceNeeded, .otherSource("a"), .schoolNeeded(["1 — A"]), .noSuchSchool("b"), .wrongYear("c")]
            #expect(Set(errors.map { $0.words(in: language) }).count == errors.count)
            #expect(Set(ImportProgress.Step.allCases.map { $0.words(in: language) }).count == ImportProgress.Step.allCases.count)
        }
    }
}
