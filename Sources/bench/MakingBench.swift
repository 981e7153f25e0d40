import ArgumentParser
import Foundation

/// How long it takes to make the demonstration school, and to import a roster.
struct MakingBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "making", abstract: "Time of seed and of an import.")
    @Option(help: "People in the generated roster.") var people = 30_000

    func run() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let seconds = try time { _ = try output(of: Workshop.program("zvonok"), ["seed", "--quiet", "--data", workshop.folder.path()]) }
        report("seed", String(format: "%.1f s for the whole school", seconds))
        let roster = workshop.folder.appending(path: "roster")
        try Roster(people: people).write(to: roster)
        let data = workshop.file("imported")
        let first = try time { _ = try output(of: Workshop.program("zvonok"), ["import", "oneroster", roster.path(), "--data", data]) }
        let again = try time { _ = try output(of: Workshop.program("zvonok"), ["import", "oneroster", roster.path(), "--data", data]) }
        report("import", String(format: "%d people in %.1f s (%.0f/s); the same again in %.1f s", people, first, Double(people) / first, again))
    }

    private func time(_ work: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try work()
        return (ContinuousClock.now - start) / .seconds(1)
    }
}

/// A plain OneRoster bundle: one school, classes of 30, every pupil in one.
struct Roster {
    let people: Int

    func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let classes = (people + 29) / 30
        let files: [(String, String, [String])] = [
            (
                "manifest.csv", "propertyName,value",
                ["manifest.version,1.0", "oneroster.version,1.2"]
                    + ["orgs", "academicSessions", "classes", "users", "roles", "enrollments", "courses"].map { "file.\($0),bulk" }
            ),
            ("orgs.csv", "sourcedId,name,type", ["s1,School,school"]),
            ("academicSessions.csv", "sourcedId,title,type,startDate,endDate,schoolYear", ["y1,2026/27,schoolYear,2026-09-01,2027-05-31,2027"]),
            ("courses.csv", "sourcedId,title,orgSourcedId,schoolYearSourcedId", ["c1,Mathematics,s1,y1"]),
            (
                "classes.csv", "sourcedId,title,grades,courseSourcedId,classType,schoolSourcedId,termSourcedIds",
                (0..<classes).map { "k\($0),Class \($0),7,c1,homeroom,s1,y1" }
            ),
            (
                "users.csv", "sourcedId,enabledUser,username,givenName,familyName",
                (0..<people).map { "u\($0),true,user\($0),Имя\(madeUpWord($0)),Фамилия\(madeUpWord($0))" }
            ),
            ("roles.csv", "sourcedId,userSourcedId,roleType,role,orgSourcedId", (0..<people).map { "r\($0),u\($0),primary,student,s1" }),
            ("enrollments.csv", "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role", (0..<people).map { "e\($0),k\($0 / 30),s1,u\($0),student" }),
        ]
        for (name, head, lines) in files {
            try ([head] + lines).joined(separator: "\n").write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
    }
}
