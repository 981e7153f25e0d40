import Accounts
import Import
import Interchange
import Kernel
import School
import Storage
import TestKit
import Testing
import Timetable
import WebCore

@Suite(.serialized) struct FETImportTests {
    /// Two days, three hours; 7А with a group; maths placed on Monday, English of the group twice without a place.
    static let school = Sample(
        days: ["Понедельник", "Вторник"], hours: ["08:30", "09:25", "10:20"], subjects: ["Математика", "Английский язык"],
        teachers: ["Верина Вера", "Игорев И."], years: ["7А": ["7А-1"]],
        activities: [
            (1, "Математика", ["Верина Вера"], ["7А"], 1), (2, "Английский язык", ["Игорев И."], ["7А-1"], 1),
            (3, "Английский язык", ["Игорев И."], ["7А-1"], 2),
        ], places: [(1, "Понедельник", "08:30", 100)])

    @Test("a timetable opens a school, or goes into the one that is there, or asks which", arguments: TestDatabase.available)
    func whichSchool(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        let first = try await bench.timetable(Self.school.text)
        #expect(
            first.figures == [
                .school: "1/0/0/0/0", .year: "1/0/0/0/0", .person: "2/0/0/0/0", .role: "2/0/0/0/0", .subject: "2/0/0/0/0", .schoolClass: "1/0/0/0/0",
                .group: "1/0/0/0/0", .course: "2/0/0/0/0", .bells: "1/0/0/0/0", .slot: "1/0/0/0/0", .load: "2/0/0/0/0",
            ])
        #expect(try await bench.texts("SELECT name, zone FROM school", "name", "zone") == ["Школа Ромашка Europe/Moscow"])
        #expect(
            try await bench.texts("SELECT number, starts_minute, ends_minute FROM bell ORDER BY number", "number", "starts_minute", "ends_minute") == [
                "1 510 555", "2 565 610", "3 620 665",
            ])
        #expect(try await bench.timetable(Self.school.text).changesNothing)

        let world = try await World.open(kind), timetable = FETTimetable(reading: Array(Self.school.text.utf8), file: "t.fet")
        await #expect(throws: ImportError.schoolNeeded(["1 — Школа № 58", "2 — Школа № 7"])) {
            try await FETImport(timetable, file: "t.fet").run(on: world.site.database, at: World.now)
        }
        var options = ImportOptions()
        options.school = "\(world.people.rita.school.number)"
        let outcome = try await FETImport(timetable, file: "t.fet", options).run(on: world.site.database, at: World.now)
        // The class 7А, its maths and its teachers Vera and Igor were there; only English and its group are new.
        #expect(
            outcome.changes == ["subject +1", "group +1", "course +1", "load +2"]
                || outcome.changes == ["subject +1", "group +1", "course +1", "slot +1", "load +2"])
        options.school = "2"
        let wrong = options
        await #expect(throws: ImportError.otherSource("fet:школа ромашка")) {
            try await FETImport(timetable, file: "t.fet", wrong).run(on: world.site.database, at: World.now)
        }
        #expect(
            try await world.site.read { tx in try SchoolStore.courses(where: "k.school_id = \(world.people.xenia.school)", tx).count } == 1,
            "the other school is as it was")
    }

    @Test("what is placed anew, moved or taken out is so here too", arguments: TestDatabase.available)
    func changes(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var sample = Self.school
        try await bench.timetable(sample.text)
        sample.places += [(2, "Вторник", "09:25", 100), (3, "Понедельник", "09:25", 100)]
        sample.rooms = [1: "12", 3: "7"]
        #expect(try await bench.timetable(sample.text).changes == ["slot +3~1", "load -2"])
        #expect(
            try await bench.texts("SELECT weekday, cycle_week, number, room FROM slot ORDER BY weekday, number", "weekday", "cycle_week", "number", "room")
                == ["1 0 1 12", "1 0 2 7", "1 0 3 7", "2 0 2 "])
        sample.places[0] = (1, "Вторник", "10:20", 100)
        sample.places.removeLast()
        #expect(try await bench.timetable(sample.text).changes == ["slot +1-3", "load +1"])
        #expect(try await bench.timetable(sample.text).changesNothing)
        #expect(try await bench.texts("SELECT hours FROM course_load", "hours") == ["2"])
    }

    @Test("weeks of a cycle take turns; a day whose name says nothing, a wish and a day too short are named", arguments: TestDatabase.available)
    func places(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var sample = Self.school
        sample.days = ["А-Понедельник", "А-Вторник", "В-Понедельник", "В-Вторник", "Особый"]
        sample.activities += [
            (4, "Математика", ["Верина Вера"], ["7А"], 1), (5, "Математика", ["Верина Вера"], ["7А"], 1), (6, "Математика", ["Верина Вера"], [], 1),
        ]
        sample.places = [
            (1, "А-Понедельник", "08:30", 100), (2, "В-Понедельник", "08:30", 100), (3, "В-Вторник", "10:20", 100), (4, "Особый", "08:30", 100),
            (5, "А-Вторник", "08:30", 60),
        ]
        let outcome = try await bench.timetable(sample.text)
        #expect(
            try await bench.texts("SELECT weekday, cycle_week, number FROM slot ORDER BY cycle_week", "weekday", "cycle_week", "number") == ["1 1 1", "1 2 1"])
        #expect(Set(outcome.lost.map { $0.split(separator: " ")[1] }) == ["order.past-last-hour", "order.no-weekday", "order.without-students"])
        #expect(outcome.notes.contains { $0.hasSuffix("order.wish") } && outcome[.load].added == 3)
    }

    @Test("several teachers have a course each; a name that fits two people is nobody's", arguments: TestDatabase.available)
    func teachers(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind)
        var options = ImportOptions()
        options.school = "Школа № 58"
        for given in ["Анна", "Алла"] {
            try await world.perform(RegisterPerson(PersonName(family: "Котова", given: given), as: .subjectTeacher, since: World.today), by: world.people.rita)
        }
        var sample = Self.school
        sample.teachers.append("Котова А.")
        sample.activities = [(1, "Математика", ["Верина Вера", "Игорев И."], ["7А"], 1), (2, "Английский язык", ["Котова А."], ["7А"], 1)]
        sample.places = []
        let outcome = try await FETImport(FETTimetable(reading: Array(sample.text.utf8), file: "t.fet"), file: "t.fet", options).run(
            on: world.site.database, at: World.now)
        #expect(outcome.figures[.person] == "0/0/2/0/1" && outcome[.load].added == 3)
        #expect(outcome.lost.count { $0.hasSuffix("order.ambiguous-person") } == 1 && outcome.notes.count { $0.hasSuffix("order.several-teachers") } == 1)
        let courses = try await world.site.read { tx in
            try SchoolStore.courses(where: "k.class_id = \(world.people.class7.id)", tx).map { "\($0.subject) \($0.teacherName?.short ?? "–")" }
        }
        #expect(courses.sorted() == ["Английский язык –", "Математика Верина В.", "Математика Игорев И."])
    }

    @Test("a year of study whose groups are classes is taken apart; hours that are numbers get bells, once", arguments: TestDatabase.available)
    func parallel(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        var sample = Self.school
        sample.years = ["7": ["7А", "7Б"]]
        sample.hours = ["1", "2", "3"]
        sample.activities = [(1, "Математика", ["Верина Вера"], ["7"], 1), (2, "Английский язык", [], ["7Б"], 1)]
        sample.places = [(1, "Понедельник", "1", 100)]
        let outcome = try await bench.timetable(sample.text)
        #expect(outcome[.schoolClass].added == 2 && outcome[.group].isEmpty && outcome[.course].added == 3 && outcome[.slot].added == 2)
        #expect(outcome.notes == ["t.fet order.made-up-bells"])
        #expect(try await bench.texts("SELECT name, year FROM school_class ORDER BY name", "name", "year") == ["7А 7", "7Б 7"])
        #expect(try await bench.timetable(sample.text).changesNothing)
    }

    @Test("a timetable comes in whole or not at all, and a wrong year is refused", arguments: TestDatabase.available)
    func whole(_ kind: TestDatabase) async throws {
        struct Stop: Error {}
        let bench = try await ImportBench(kind)
        let timetable = FETTimetable(reading: Array(Self.school.text.utf8), file: "t.fet")
        await #expect(throws: Stop.self) {
            try await FETImport(timetable, file: "t.fet").run(on: bench.database, at: World.now) { if $0.step == .timetable, $0.isFinished { throw Stop() } }
        }
        await #expect(throws: ImportError.wrongYear("2026/28")) { try await bench.timetable(Self.school.text) { $0.year = "2026/28" } }
        await #expect(throws: ImportError.nothingRead) { try await bench.timetable("<html/>") }
        #expect(try await bench.texts("SELECT name FROM school", "name").isEmpty)
        try await bench.timetable(Self.school.text) { $0.year = "2027/28" }
        #expect(try await bench.texts("SELECT name FROM academic_year", "name") == ["2027/28"])
    }
}

/// A FET file made up for a test.
struct Sample: Sendable {
    var days: [String], hours: [String], subjects: [String], teachers: [String], years: [String: [String]]
    var activities: [(id: Int, subject: String, teachers: [String], students: [String], duration: Int)]
    var places: [(activity: Int, day: String, hour: String, weight: Int)]
    var rooms: [Int: String] = [:]

    var text: String {
        func list(_ name: String, _ items: [String]) -> String { "<\(name)>\n" + items.joined(separator: "\n") + "\n</\(name)>\n" }
        func named(_ tag: String, _ names: [String]) -> [String] { names.map { "<\(tag)><Name>\($0)</Name></\(tag)>" } }
        let years = years.sorted { $0.key < $1.key }.map { year in "<Year><Name>\(year.key)</Name>" + named("Group", year.value).joined() + "</Year>" }
        let activities = activities.map { one in
            "<Activity>" + one.teachers.map { "<Teacher>\($0)</Teacher>" }.joined() + "<Subject>\(one.subject)</Subject>"
                + one.students.map { "<Students>\($0)</Students>" }.joined() + "<Duration>\(one.duration)</Duration><Id>\(one.id)</Id></Activity>"
        }
        let times = places.map {
            "<ConstraintActivityPreferredStartingTime><Weight_Percentage>\($0.weight)</Weight_Percentage><Activity_Id>\($0.activity)</Activity_Id>"
                + "<Preferred_Day>\($0.day)</Preferred_Day><Preferred_Hour>\($0.hour)</Preferred_Hour></ConstraintActivityPreferredStartingTime>"
        }
        let spaces = rooms.sorted { $0.key < $1.key }.map {
            "<ConstraintActivityPreferredRoom><Weight_Percentage>100</Weight_Percentage><Activity_Id>\($0.key)</Activity_Id><Room>\($0.value)</Room></ConstraintActivityPreferredRoom>"
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<fet version=\"6.1.1\">\n<Institution_Name>Школа Ромашка</Institution_Name>\n"
            + list("Days_List", named("Day", days)) + list("Hours_List", named("Hour", hours)) + list("Subjects_List", named("Subject", subjects))
            + list("Teachers_List", named("Teacher", teachers)) + list("Students_List", years) + list("Activities_List", activities)
            + list("Rooms_List", named("Room", Set(rooms.values).sorted())) + list("Time_Constraints_List", times) + list("Space_Constraints_List", spaces)
            + "</fet>\n"
    }
}
