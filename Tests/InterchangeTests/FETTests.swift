import Foundation
import Interchange
import Testing

@Suite struct FETTests {
    static let lists = """
        <Days_List><Number_of_Days>2</Number_of_Days><Day><Name>Пн</Name></Day><Day><Name>Вт</Name></Day></Days_List>
        <Hours_List><Number_of_Hours>3</Number_of_Hours><Hour><Name>1</Name></Hour><Hour><Name>2</Name></Hour></Hours_List>
        <Subjects_List><Subject><Name>Алгебра &amp; начала</Name></Subject><Subject><Name>Химия</Name></Subject><Subject><Name>Химия</Name></Subject></Subjects_List>
        <Teachers_List><Teacher><Name>Ким</Name></Teacher><Teacher><Name></Name></Teacher></Teachers_List>
        <Students_List><Year><Name>7А</Name><Group><Name>7А-1</Name><Subgroup><Name>7А-1-м</Name></Subgroup></Group></Year></Students_List>
        <Buildings_List><Building><Name>Старый</Name></Building></Buildings_List>
        <Rooms_List><Room><Name>12</Name><Building>Старый</Building><Capacity>30</Capacity></Room><Room><Name>13</Name><Building>Новый</Building></Room></Rooms_List>
        """

    static func activity(_ id: String, _ rest: String) -> String { "<Activity><Id>\(id)</Id>\(rest)</Activity>\n" }
    static func whole(_ activities: String, time: String = "", space: String = "") -> FETTimetable {
        Samples.timetable(
            "\(lists)\n<Activities_List>\n\(activities)</Activities_List>\n<Time_Constraints_List>\n\(time)</Time_Constraints_List>\n<Space_Constraints_List>\n\(space)</Space_Constraints_List>"
        )
    }

    @Test("what uses a name that no list has is refused by its line")
    func unknownNames() {
        let good = "<Duration>1</Duration><Subject>Химия</Subject>"
        let timetable = Self.whole(
            [
                Self.activity("1", good + "<Teacher>Ким</Teacher><Students>7А</Students><Students>7А-1-м</Students><Activity_Tag>Практика</Activity_Tag>"),
                Self.activity("2", good + "<Teacher>Некто</Teacher>"), Self.activity("3", good + "<Students>8Б</Students>"),
                Self.activity("4", "<Duration>1</Duration><Subject>Магия</Subject>"),
                Self.activity("1", good), Self.activity("x", good), Self.activity("5", "<Duration>0</Duration><Subject>Химия</Subject>"),
                Self.activity("6", "<Duration>1</Duration>"),
            ].joined())
        #expect(timetable.activities.map(\.id) == [1] && timetable.activities.first?.students == ["7А", "7А-1-м"] && timetable.activities.first?.tags == [])
        #expect(
            Set(timetable.report.lines) == [
                "t.fet:4 Hours_List timetable.count-differs", "t.fet:5 Subject row.duplicate", "t.fet:6 Teacher row.required-empty",
                "t.fet:9 Building row.unknown-reference",
                "t.fet:11 Activity_Tag row.unknown-reference", "t.fet:12 Teacher row.unknown-reference", "t.fet:13 Students row.unknown-reference",
                "t.fet:14 Subject row.unknown-reference",
                "t.fet:15 Id row.duplicate", "t.fet:16 Id row.invalid-number", "t.fet:17 Duration row.invalid-number", "t.fet:18 Subject row.required-empty",
            ])
        #expect(timetable.subjects.map(\.name) == ["Алгебра & начала", "Химия"] && timetable.rooms.map(\.building) == ["Старый", nil])
    }

    @Test("times and rooms lead to activities, days, hours and rooms that are there")
    func placements() {
        func time(_ id: String, _ day: String, _ hour: String) -> String {
            "<ConstraintActivityPreferredStartingTime><Weight_Percentage>95.5</Weight_Percentage><Activity_Id>\(id)</Activity_Id><Preferred_Day>\(day)</Preferred_Day><Preferred_Hour>\(hour)</Preferred_Hour><Permanently_Locked>true</Permanently_Locked></ConstraintActivityPreferredStartingTime>\n"
        }
        func room(_ id: String, _ rooms: String) -> String {
            "<ConstraintActivityPreferredRooms><Activity_Id>\(id)</Activity_Id>\(rooms)</ConstraintActivityPreferredRooms>\n"
        }
        let timetable = Self.whole(
            Self.activity("1", "<Duration>1</Duration><Subject>Химия</Subject>"),
            time: time("1", "Вт", "1") + time("9", "Вт", "1") + time("1", "Ср", "1") + time("1", "Вт", "")
                + "<ConstraintTeacherMaxHoursDaily><Teacher>Ким</Teacher></ConstraintTeacherMaxHoursDaily>",
            space: room("1", "<Preferred_Room>12</Preferred_Room><Preferred_Room>99</Preferred_Room>") + room("1", "<Preferred_Room>99</Preferred_Room>")
                + room("1", "")
                + "<ConstraintActivityPreferredRoom><Activity_Id>1</Activity_Id><Room>13</Room><Active>false</Active></ConstraintActivityPreferredRoom>\n")
        #expect(
            timetable.placements.map { [$0.activity, $0.day, $0.hour] } == [[1, 1, 0]] && timetable.placements.first?.weight == 95.5
                && timetable.placements.first?.isLocked == true)
        #expect(timetable.roomChoices.map(\.rooms) == [["12"], ["13"]] && timetable.roomChoices.map(\.isActive) == [true, false])
        #expect(timetable.notRead == ["ConstraintTeacherMaxHoursDaily": 1])
        #expect(
            timetable.report.lines.suffix(6) == [
                "t.fet:20 Room row.unknown-reference", "t.fet:21 Room row.unknown-reference", "t.fet:22 Room row.required-empty",
                "t.fet:15 Activity_Id row.unknown-reference", "t.fet:16 Preferred_Day row.unknown-reference", "t.fet:17 Preferred_Hour row.required-empty",
            ])
    }

    @Test(
        "days are understood by their names, whole or short, in Russian or English",
        arguments: [
            (["Понедельник", "Вторник", "среда", "ЧЕТВЕРГ"], [1, 1, 1, 1], [1, 2, 3, 4]),
            (["Пн", "Вт.", "Сб", "Воскресенье"], [1, 1, 1, 1], [1, 2, 6, 7]),
            (["Monday", "Tue", "Fr"], [1, 1, 1], [1, 2, 5]),
            (["А-Пн", "А-Вт", "Б-Пн", "Б-Ср"], [1, 1, 2, 2], [1, 2, 1, 3]),
            (["Пн (1 неделя)", "Пн (2 неделя)", "Вт (1 неделя)", "Вт (2 неделя)"], [1, 2, 1, 2], [1, 1, 2, 2]),
            (["Пн", "Вт", "понедельник", "вторник"], [1, 1, 2, 2], [1, 2, 1, 2]),
            (["Д1", "Д2", "Д3", "Д4", "Д5", "Д6", "Д7", "Д8", "Д9", "Д10"], [1, 1, 1, 1, 1, 2, 2, 2, 2, 2], [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]),
            (["Пн", "Сессия"], [1, 1], [1, nil]), (["Первый", "Второй"], [1, 1], [nil, nil]), (["Пн-Вт"], [1], [nil]),
        ] as [([String], [Int], [Int?])])
    func days(_ names: [String], _ weeks: [Int], _ weekdays: [Int?]) {
        let timetable = Samples.timetable("<Days_List>" + names.map { "<Day><Name>\($0)</Name></Day>" }.joined() + "</Days_List>")
        #expect(timetable.days.map(\.cycleWeek) == weeks && timetable.days.map(\.weekday) == weekdays)
    }

    @Test(
        "an hour is a time or a lesson's number",
        arguments: [
            ("08:30", .clock(start: 510, end: nil)), ("8.30", .clock(start: 510, end: nil)), ("8:30-9:15", .clock(start: 510, end: 555)),
            ("08:30 – 09:15", .clock(start: 510, end: 555)),
            ("1", .lesson(1)), ("0", .lesson(0)), ("3 урок", .lesson(3)), ("Урок 3", .lesson(3)), ("2-я пара", .lesson(2)), ("Lesson 4", .lesson(4)),
            ("5-й", .lesson(5)),
            ("25:00", .named), ("8:75", .named), ("9:15-8:30", .named), ("перемена", .named), ("123", .named), ("1-2", .named),
        ] as [(String, FETTimetable.Hour.Meaning)])
    func hours(_ name: String, _ meaning: FETTimetable.Hour.Meaning) {
        #expect(Samples.timetable("<Hours_List><Hour><Name>\(name)</Name></Hour></Hours_List>").hours.map(\.meaning) == [meaning])
    }

    @Test(
        "what is no whole timetable is one refusal of the file",
        arguments: [
            ("", "t.fet file.empty"), ("   \n", "t.fet file.empty"), ("nonsense", "t.fet:1 timetable.malformed"),
            ("<fet version=\"6\">\n<Days_List>\n", "t.fet:2 timetable.malformed"),
            ("<html></html>", "t.fet:1 timetable.not-fet"), ("<fet></fet><fet></fet>", "t.fet:1 timetable.malformed"),
            ("<fet>\n<a></b></fet>", "t.fet:2 timetable.malformed"), ("<fet>&no;</fet>", "t.fet:1 timetable.malformed"),
            ("<?xml version='1.0' encoding='UTF-7'?><fet/>", "t.fet:1 file.not-text"),
            ("<?xml version='1.0'?>\n<!DOCTYPE fet [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>\n<fet>&b;</fet>", "t.fet:2 timetable.document-type"),
            ("<!DOCTYPE fet SYSTEM 'file:///etc/passwd'><fet/>", "t.fet:1 timetable.document-type"),
        ])
    func broken(_ text: String, _ line: String) {
        let timetable = FETTimetable(reading: Array(text.utf8), file: "t.fet")
        #expect(timetable.report.lines == [line] && timetable.report.refusals.first?.loss == .file)
    }

    @Test("text in any of XML's guises is text")
    func text() {
        let timetable = Samples.timetable(
            "<!-- <x> --><?pi a?><Subjects_List><Subject><Name> <![CDATA[Труд <7>]]> &amp; быт&#x21; </Name></Subject></Subjects_List>")
        #expect(timetable.subjects.map(\.name) == ["Труд <7> & быт!"] && timetable.report.refusals.isEmpty)
    }

    @Test("a record that is grown beyond reason stops the reading")
    func huge() {
        let year = "<Students_List><Year><Name>1</Name>" + String(repeating: "<Group/>", count: 150_000) + "</Year></Students_List>"
        #expect(Samples.timetable(year).report.lines.map { $0.split(separator: " ").last } == ["file.too-many"])
        #expect(Samples.timetable(String(repeating: "<a>", count: 100_000)).report.lines == ["t.fet:3 file.too-many"])
        let days = Samples.timetable("<Days_List>" + (0..<2_000).map { "<Day><Name>Пн \($0)</Name></Day>" }.joined() + "</Days_List>")
        #expect(days.days.count == 100 && days.report.count { code, loss in code == .file(.tooMany) && loss == .row } == 1_900)
        let tags = Samples.timetable((0..<3_000).map { "<a\($0)/>" }.joined())
        #expect(tags.notRead.count == 501 && tags.notRead["…"] == 2_500)
    }
}

@Suite(.enabled(if: RealData.isThere, "the data of others is not here")) struct RealTimetableTests {
    @Test("the medical college's timetable is read whole")
    func college() throws {
        let timetable = FETTimetable(reading: try RealData.bytes(RealData.timetable), file: "medical-college-ru.fet")
        #expect(timetable.version == "5.41.0" && timetable.institution == "Медицинский коллеж" && timetable.report.refusals.isEmpty)
        #expect(timetable.days.count == 12 && timetable.hours.count == 6 && timetable.cycleWeeks == 2)
        #expect(
            timetable.days.map(\.label) == Array(repeating: "А", count: 6) + Array(repeating: "В", count: 6)
                && timetable.days.map(\.weekday) == [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6])
        #expect(timetable.hours.map(\.meaning) == [510, 610, 740, 840, 940, 1040].map { .clock(start: $0, end: nil) })
        #expect(timetable.subjects.count == 123 && timetable.teachers.count == 47 && timetable.tags.count == 5 && timetable.years.count == 14)
        #expect(
            timetable.years.flatMap(\.parts).count == 47 && timetable.years.flatMap(\.parts).flatMap(\.parts).count == 48 && timetable.studentNames.count == 85)
        #expect(timetable.activities.count == 562 && timetable.activities.filter(\.isActive).count == 562)
        #expect(timetable.buildings.map(\.name) == ["Колледж", "Больница", "Центр"] && timetable.rooms.count == 25)
        #expect(timetable.placements.map { [$0.activity, $0.line, $0.day, $0.hour] } == [[33, 12_230, 1, 2]] && timetable.placements.first?.isLocked == true)
        #expect(timetable.roomChoices.count == 483 && timetable.roomChoices.map(\.rooms.count).reduce(0, +) == 2_876)
    }

    @Test("what is not read of it is counted by name")
    func notRead() throws {
        let timetable = FETTimetable(reading: try RealData.bytes(RealData.timetable), file: "medical-college-ru.fet")
        #expect(
            timetable.notRead.count == 27 && timetable.notRead["ConstraintMinDaysBetweenActivities"] == 243
                && timetable.notRead["ConstraintTeacherHomeRoom"] == 5)
        #expect(timetable.notRead["Qualified_Subject"] == nil && timetable.notRead["Qualified_Subjects"] == 47)
    }
}
