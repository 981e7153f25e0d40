import App
import ArgumentParser
import Foundation
import Kernel
import Storage

/// The pages people open most, on the demonstration school.
struct PagesBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "pages", abstract: "Journal, diary, chats and «Сегодня»: requests, times, bytes.")
    @Option(help: "Seconds a measurement takes.") var duration = 6

    func run() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let printed = try output(of: Workshop.program("zvonok"), ["seed", "--quiet", "--data", workshop.folder.path()])
        let logins = Dictionary(
            printed.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }.filter { $0.count == 3 }.map { ($0[0], $0[1] + "\t" + $0[2]) }
        ) { a, _ in a }
        let server = try await RunningServer(database: workshop.file("zvonok.sqlite"), data: workshop.folder.path())
        defer { server.stop() }
        let journal = try await widestJournal(workshop.file("zvonok.sqlite"))
        for (name, role, path) in [
            ("journal", "director", journal), ("diary week", "guardian", "/diary"), ("chat list", "teacher", "/chats"), ("today, teacher", "teacher", "/"),
            ("today, guardian", "guardian", "/"),
        ] {
            guard let login = logins[role] else { throw BenchError(description: "the seed printed no \(role)") }
            let people = workshop.file("people.txt")
            try (login + "\n").write(toFile: people, atomically: true, encoding: .utf8)
            for readers in [1, 8] {
                let figures = try output(
                    of: Workshop.program("zvonok-load"),
                    [
                        "pages", "--address", server.address, "--process", String(server.id), "--people", people, "--path", path, "--readers", String(readers),
                        "--duration", String(duration), "--warmup", "1",
                    ])
                report("\(name), \(readers) at once", figures)
            }
        }
    }

    /// The course with the most lessons in a term, as the journal's widest page.
    private func widestJournal(_ file: String) async throws -> String {
        let database = try openDatabase(file)
        defer { database.close() }
        let course = try await database.read { tx in
            try tx.one("SELECT course_id, COUNT(*) AS lessons FROM lesson GROUP BY course_id ORDER BY lessons DESC, course_id LIMIT 1").int("course_id")
        }
        return "/journal/courses/\(course)"
    }
}
