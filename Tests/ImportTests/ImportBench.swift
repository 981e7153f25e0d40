import Foundation
import Import
import Interchange
import Kernel
import Storage
import TestKit

/// A new database with what tests ask of it again and again.
struct ImportBench: Sendable {
    let database: any Database
    static let now = World.now

    init(_ kind: TestDatabase) async throws { self.init(database: try await kind.open()) }
    init(database: any Database) { self.database = database }

    @discardableResult func roster(_ files: Files, _ change: (inout ImportOptions) -> Void = { _ in }) async throws -> ImportOutcome {
        var options = ImportOptions()
        change(&options)
        return try await OneRosterImport(try files.bundle(), options).run(on: database, at: Self.now)
    }

    @discardableResult func timetable(_ text: String, _ change: (inout ImportOptions) -> Void = { _ in }) async throws -> ImportOutcome {
        var options = ImportOptions()
        change(&options)
        let timetable = FETTimetable(reading: Array(text.utf8), file: "t.fet")
        return try await FETImport(timetable, file: "t.fet", options).run(on: database, at: Self.now)
    }

    /// Every row of every table that an import may touch.
    func everything() async throws -> [String] {
        let tables: [SQL] = [
            "SELECT * FROM school", "SELECT * FROM person", "SELECT * FROM membership", "SELECT * FROM academic_year", "SELECT * FROM term",
            "SELECT * FROM school_class", "SELECT * FROM subject", "SELECT * FROM study_group", "SELECT * FROM course", "SELECT * FROM enrolment",
            "SELECT * FROM group_member", "SELECT * FROM guardian", "SELECT * FROM class_teacher", "SELECT * FROM bell", "SELECT * FROM slot",
            "SELECT * FROM course_load", "SELECT * FROM import_key", "SELECT * FROM trace", "SELECT * FROM credential",
        ]
        return try await database.read { tx in try tables.flatMap { try tx.rows($0).map { "\($0)" } }.sorted() }
    }

    /// One text a row, its columns divided by a space.
    func texts(_ query: SQL, _ columns: String...) async throws -> [String] {
        try await database.read { tx in
            try tx.rows(query).map { row in
                columns.map { column in
                    switch row[column] {
                    case .text(let text)?: text
                    case .int(let number)?: "\(number)"
                    default: "–"
                    }
                }.joined(separator: " ")
            }
        }
    }

    /// «Петин Петя 7А»
    func enrolled() async throws -> [String] {
        try await texts(
            """
            SELECT p.family, c.name FROM enrolment e JOIN person p ON p.id = e.pupil_id JOIN school_class c ON c.id = e.class_id
            WHERE e.until IS NULL ORDER BY p.family, c.name
            """, "family", "name")
    }
}

/// A small delivery, file by file, as lists of lines.
struct Files: Sendable {
    var all: [String: [String]]
    subscript(file: String) -> [String] {
        get { all[file] ?? [] }
        set { all[file] = newValue }
    }

    func bundle() throws -> OneRosterBundle {
        OneRosterBundle(reading: try ImportFiles(all.sorted { $0.key < $1.key }.map { ($0.key + ".csv", Array($0.value.joined(separator: "\n").utf8)) }))
    }

    /// The line that begins so has another text now.
    mutating func replace(_ file: String, _ start: String, with line: String?) {
        guard let index = self[file].firstIndex(where: { $0.hasPrefix(start) }) else { return }
        if let line { self[file][index] = line } else { self[file].remove(at: index) }
    }

    /// Two schools of a district. In the first, homerooms 7А (Anna, Boris, with Vera) and 8Б (Galya), algebra for the whole 7А, English for a part of
    /// it; Olga is Anna's mother, Oleg Boris's uncle. In the second nobody has a homeroom: Yura and Yana are in year 9.
    static let district = Files(all: [
        "orgs": [
            "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId", "d,,,Район,district,,", "s1,,,Школа № 1,school,,d",
            "s2,,,Школа № 2,school,,d",
        ],
        "academicSessions": [
            "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear", "y,,,2026/27,schoolYear,2026-09-01,2027-05-31,,2027",
            "q1,,,1 четверть,gradingPeriod,2026-09-01,2026-10-25,y,2027", "q2,,,2 четверть,gradingPeriod,2026-11-05,2026-12-28,y,2027",
        ],
        "courses": [
            "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId", "k1,,,y,Алгебра,,,s1", "k2,,,y,Английский язык,,,s1",
            "k3,,,y,История,,9,s2",
        ],
        "classes": [
            "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,schoolSourcedId,termSourcedIds",
            "h7,,,7А,7,k1,,homeroom,s1,\"q1,q2\"", "h8,,,8Б,8,k1,,homeroom,s1,\"q1,q2\"", "alg,,,Алгебра 7А,7,k1,A7,scheduled,s1,\"q1,q2\"",
            "eng,,,англ. 1,7,k2,E1,scheduled,s1,\"q1,q2\"", "hist,,,История 9,9,k3,H9,scheduled,s2,\"q1,q2\"",
        ],
        "users": [
            "sourcedId,status,dateLastModified,enabledUser,givenName,familyName,middleName,username", "vera,,,true,Вера,Верина,Ивановна,vera",
            "igor,,,true,Игорь,Игорев,,igor", "anna,,,true,Анна,Аннина,,anna", "boris,,,true,Борис,Борисов,,boris", "galya,,,true,Галя,Галина,,galya",
            "olga,,,true,Ольга,Аннина,,olga", "oleg,,,true,Олег,Борисов,,oleg", "zoya,,,true,Зоя,Зоина,,zoya", "yura,,,true,Юра,Юрин,,yura",
            "yana,,,true,Яна,Янина,,yana",
        ],
        "roles": [
            "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId", "r1,,,vera,primary,teacher,,,s1",
            "r2,,,igor,primary,teacher,,,s1", "r3,,,anna,primary,student,,,s1", "r4,,,boris,primary,student,,,s1", "r5,,,galya,primary,student,,,s1",
            "r6,,,olga,primary,guardian,,,s1", "r7,,,zoya,primary,teacher,,,s2", "r8,,,yura,primary,student,,,s2", "r9,,,yana,primary,student,,,s2",
        ],
        "enrollments": [
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate", "e1,,,h7,s1,vera,teacher,true,,",
            "e2,,,h7,s1,anna,student,,2026-09-01,", "e3,,,h7,s1,boris,student,,2026-09-01,", "e4,,,h8,s1,galya,student,,2026-09-01,",
            "e5,,,alg,s1,vera,teacher,true,,", "e6,,,alg,s1,anna,student,,,", "e7,,,alg,s1,boris,student,,,", "e8,,,eng,s1,igor,teacher,true,,",
            "e9,,,eng,s1,anna,student,,,", "e10,,,hist,s2,zoya,teacher,true,,", "e11,,,hist,s2,yura,student,,,", "e12,,,hist,s2,yana,student,,,",
        ],
        "relationships": ["userSourcedId,relationshipUserSourcedId,relationshipRole", "anna,olga,guardian", "boris,oleg,relative"],
        "demographics": ["sourcedId,status,dateLastModified,birthDate,sex", "anna,,,2013-05-06,female"],
        "manifest": [
            "propertyName,value", "oneroster.version,1.2", "file.orgs,bulk", "file.academicSessions,bulk", "file.courses,bulk", "file.classes,bulk",
            "file.users,bulk",
            "file.roles,bulk", "file.enrollments,bulk", "file.relationships,bulk", "file.demographics,bulk",
        ],
    ])
}

extension ImportOutcome {
    /// In short: `roles.csv:6 order.no-role`, what was not taken.
    var lost: [String] { report.losses.map { $0.short } }
    var notes: [String] { report.notes.map { $0.short } }
    /// The counts of the kinds that have any, as `added/changed/unchanged/ended/refused`.
    var figures: [ImportKind: String] {
        counts.filter { !$0.value.isEmpty }.mapValues { "\($0.added)/\($0.changed)/\($0.unchanged)/\($0.ended)/\($0.refused)" }
    }
    /// What was changed at all: `person 0/1/9/0/0` without the unchanged.
    var changes: [String] {
        ImportKind.allCases.compactMap { kind in
            let counts = self[kind]
            let parts = [("+", counts.added), ("~", counts.changed), ("-", counts.ended)].filter { $0.1 > 0 }.map { "\($0.0)\($0.1)" }
            return parts.isEmpty ? nil : kind.rawValue + " " + parts.joined()
        }
    }
}

extension Refusal {
    var short: String { file + (line.map { ":\($0)" } ?? "") + " " + code.text }
}
