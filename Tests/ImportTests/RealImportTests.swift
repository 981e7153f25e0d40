import Accounts
import Foundation
import Import
import Interchange
import Kernel
import School
import Storage
import TestKit
import Testing

/// Files that nobody in this project wrote.
enum RealData {
    static let folder: URL = {
        if let named = ProcessInfo.processInfo.environment["ZVONOK_SHARED_DATA"] { return URL(fileURLWithPath: named) }
        var up = URL(fileURLWithPath: #filePath)
        for _ in 0..<6 {
            up = up.deletingLastPathComponent()
            let found = up.appendingPathComponent("shared/data")
            if FileManager.default.fileExists(atPath: found.path) { return found }
        }
        return URL(fileURLWithPath: "/nonexistent")
    }()
    static let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent("README.md").path)
    static func roster(_ name: String) throws -> OneRosterBundle { OneRosterBundle(reading: try ImportFiles(at: folder.appendingPathComponent(name))) }
    static let schoolDataSync = "oneroster-sds-v2.1", oneRoster = "oneroster-v1p2/v1p2_full_dataset.zip"
}

@Suite(.serialized, .enabled(if: RealData.isThere, "the data of others is not here")) struct RealImportTests {
    @Test("the district of School Data Sync comes in whole, and again changes nothing", arguments: TestDatabase.available)
    func schoolDataSync(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind), work = OneRosterImport(try RealData.roster(RealData.schoolDataSync))
        let first = try await work.run(on: bench.database, at: ImportBench.now)
        #expect(
            first.figures == [
                .school: "2/0/0/0/0", .year: "2/0/0/0/0", .term: "1/0/0/0/0", .person: "8/0/0/0/0", .role: "8/0/0/0/1", .subject: "2/0/0/0/0",
                .schoolClass: "2/0/0/0/0", .course: "2/0/0/0/0", .enrolment: "4/0/0/0/0", .guardian: "2/0/0/0/1",
            ])
        #expect(first.lost == ["userFlags.csv file.not-read", "relationships.csv:3 order.relative", "roles.csv:6 order.not-school"])
        #expect(try await bench.enrolled() == ["Craig 10", "Hutch 10", "Miller PS1", "Smithee 10"])
        let before = try await bench.everything()
        let second = try await work.run(on: bench.database, at: ImportBench.now)
        #expect(second.changesNothing && second[.person] == ImportCounts(unchanged: 8))
        #expect(try await bench.everything() == before)
    }

    @Test("guardians of the district see their own children and nobody else's; a relative sees none", arguments: TestDatabase.available)
    func guardians(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        _ = try await OneRosterImport(try RealData.roster(RealData.schoolDataSync)).run(on: bench.database, at: ImportBench.now)
        let seen = try await bench.database.read { tx in
            try tx.rows("SELECT id, given FROM person ORDER BY given").compactMap { row -> String? in
                guard let viewer = try AccountsStore.viewer(row.id("id"), side: .family, tx) else { return nil }
                return try row.text("given") + ": " + SchoolAccess.children(of: viewer, in: tx).map(\.pupil.name.given).joined(separator: " ")
            }
        }
        #expect(seen == ["Bob: Alice", "Jean: Jack"])
    }

    @Test("the flawed delivery of OneRoster 1.2 comes in as far as it holds, and the rest is named", arguments: TestDatabase.available)
    func oneRoster(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind), work = OneRosterImport(try RealData.roster(RealData.oneRoster))
        let first = try await work.run(on: bench.database, at: ImportBench.now)
        #expect(
            first.figures == [
                .school: "1/0/0/0/0", .year: "1/0/0/0/0", .term: "1/0/0/0/1", .person: "6/0/0/0/0", .role: "7/0/0/0/0", .subject: "1/0/0/0/0",
                .schoolClass: "1/0/0/0/0", .course: "1/0/0/0/0", .enrolment: "1/0/0/0/0", .seat: "0/0/0/0/4", .guardian: "2/0/0/0/0",
            ])
        #expect(
            first.lost == ["userprofiles.csv file.not-read"] + [5, 6, 7].map { "enrollments.csv:\($0) row.deleted-reference" }
                + ["enrollments.csv:3 order.not-pupil", "academicSessions.csv:6 order.unused-term"])
        #expect(
            first.notes.filter { $0.contains("order.") } == [
                "enrollments.csv:4 order.odd-place-dates", "orgs.csv:2 order.taken-as-school", "academicSessions.csv:5 order.short-year",
            ])
        #expect(
            try await bench.texts("SELECT name, starts_on, ends_on FROM academic_year", "name", "starts_on", "ends_on") == ["2022/23 2022-09-01 2023-08-31"])
        let before = try await bench.everything()
        #expect(try await work.run(on: bench.database, at: ImportBench.now).changesNothing)
        #expect(try await bench.everything() == before)
    }

    @Test("no password of the files comes in, and nobody can sign in by an import", arguments: TestDatabase.available)
    func passwords(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        for name in [RealData.schoolDataSync, RealData.oneRoster] {
            _ = try await OneRosterImport(try RealData.roster(name)).run(on: bench.database, at: ImportBench.now)
        }
        let all = try await bench.everything().joined()
        #expect(!all.contains("P@ssword123") && !all.contains("Password1-"))
        #expect(try await bench.texts("SELECT login FROM credential", "login").isEmpty)
    }

    @Test("the college's timetable comes in whole: 562 activities, one of them placed", arguments: TestDatabase.available)
    func college(_ kind: TestDatabase) async throws {
        let bench = try await ImportBench(kind)
        let text = try String(contentsOf: RealData.folder.appendingPathComponent("timetables/medical-college-ru.fet"), encoding: .utf8)
        let first = try await bench.timetable(text)
        // 562 activities, 32 of which have two teachers and so two courses; the placed one takes two hours.
        #expect(
            first.figures == [
                .school: "1/0/0/0/0", .year: "1/0/0/0/0", .person: "47/0/0/0/0", .role: "47/0/0/0/0", .subject: "123/0/0/0/0", .schoolClass: "14/0/0/0/0",
                .group: "71/0/0/0/0", .course: "323/0/0/0/0", .bells: "1/0/0/0/0", .slot: "2/0/0/0/0", .load: "593/0/0/0/0",
            ])
        #expect(first.lost.isEmpty && first.report.count { code, _ in code == .order(.severalTeachers) } == 32)
        #expect(
            try await bench.texts("SELECT number, starts_minute, ends_minute FROM bell ORDER BY number", "number", "starts_minute", "ends_minute")
                == ["1 510 600", "2 610 700", "3 740 830", "4 840 930", "5 940 1030", "6 1040 1130"])
        #expect(try await bench.texts("SELECT weekday, cycle_week, number FROM slot ORDER BY number", "weekday", "cycle_week", "number") == ["2 1 3", "2 1 4"])
        #expect(try await bench.texts("SELECT DISTINCT role FROM membership", "role") == ["lecturer"])
        #expect(
            try await bench.texts("SELECT family, given, patronymic FROM person WHERE given <> '' ORDER BY family", "family", "given", "patronymic")
                == ["Лещенко А. Е.", "Степанова Г. П."])
        let before = try await bench.everything()
        #expect(try await bench.timetable(text).changesNothing)
        #expect(try await bench.everything() == before)
    }
}
