import Accounts
import App
import ArgumentParser
import Foundation
import Kernel
import Messaging
import School
import Storage

/// Looking for words among a million messages of many schools' chats.
struct SearchBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search, the list of 60 chats and a chat of 100,000 among 1,000,000 messages.")
    @Option(help: "Messages of each chat.") var messages = 1000
    @Option(help: "Chats in all; the one who searches is in sixty of them, one with a hundred times as many messages.") var chats = 901
    @Option(help: "Seconds a measurement takes.") var duration = 6
    @Option(help: ArgumentHelp("A PostgreSQL address instead of a SQLite file; must be empty.", valueName: "database")) var database: String?

    func run() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let file = database ?? workshop.file("zvonok.sqlite"), logins = workshop.file("people.txt")
        let start = ContinuousClock.now
        try await ManyMessages(chats: chats, messages: messages).make(in: file).write(toFile: logins, atomically: true, encoding: .utf8)
        report("messages made and indexed", String(format: "%d in %.0f s", (chats - 1 + 100) * messages, (ContinuousClock.now - start) / .seconds(1)))
        let server = try await RunningServer(database: file, data: workshop.folder.path())
        defer { server.stop() }
        let searches = [
            ("common word", "контрольная"), ("two common words", "завтра урок"), ("rare word", "синхрофазотрон"), ("beginning", "конт"),
            ("no such word", "ъъъъ"),
        ].map { name, words in ("search, \(name)", "/chats/search?q=" + (words.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")) }
        for (name, path) in searches + [("list of 60 chats", "/chats"), ("chat of \(100 * messages) messages", "/chats/1")] {
            for readers in [1, 8] {
                let figures = try output(
                    of: Workshop.program("zvonok-load"),
                    [
                        "pages", "--address", server.address, "--process", String(server.id), "--people", logins, "--path", path, "--readers", String(readers),
                        "--duration", String(duration), "--warmup", "1",
                    ])
                report("\(name), \(readers) at once", figures)
            }
        }
    }
}

/// Chats of one school full of made-up sentences. The rows are written as posting writes them; the index is filled by the product's own job.
private struct ManyMessages {
    let chats: Int
    let messages: Int
    private static let words = [
        "завтра", "контрольная", "урок", "линейка", "тетрадь", "собрание", "экскурсия", "музей", "физика", "алгебра", "расписание", "каникулы", "задание",
        "учебник", "страница", "упражнение", "класс", "столовая", "форма", "спортзал", "принесите", "сделайте", "приходите", "напомните", "подпишите", "утром",
    ]

    /// A line of `login TAB password`.
    func make(in file: String) async throws -> String {
        let database = try openDatabase(file)
        defer { database.close() }
        try await database.migrate(migrationPlan)
        let password = Password.random(), hash = try await PasswordWorks(cost: .light).hash(password), now = Moment.now
        let (school, person) = try await database.write(.rowLock) { tx in
            let school = try OpenSchool(name: "Bench", kind: .general, zone: .moscow).run(at: now, in: tx), ruler = Viewer.installer(of: school)
            let name = PersonName(family: "Первый", given: "Пётр")
            let person = try RegisterPerson(name, as: .subjectTeacher, since: school.zone.day(of: now) - 30).run(by: ruler, at: now, in: tx)
            try GiveCredential(to: person, login: Login("bench.search"), hash: hash).run(by: ruler, at: now, in: tx)
            tx.dropNews()
            return (school.id, person)
        }
        for chat in 0..<chats {
            try await database.write(.rowLock) { tx in try fill(chat, school, person, now, tx) }
        }
        while try await database.write(.rowLock, { tx in try FillSearch().run(in: tx) }) {}
        return "bench.search\t\(password.forPaper)\n"
    }

    private func fill(_ place: Int, _ school: ID<School>, _ person: ID<Person>, _ now: Moment, _ tx: Transaction) throws {
        let count = place == 0 ? 100 * messages : messages
        let chat: ID<Chat> = try tx.one(
            "INSERT INTO chat (school_id, kind, title, last_seq, last_at) VALUES (\(school), 'group', \("Chat \(place)"), \(count), \(now)) RETURNING id"
        ).id("id")
        try tx.rows(
            """
            INSERT INTO chat_member (chat_id, person_id, school_id, side, role, since_seq, read_seq, present, joined_at)
            VALUES (\(chat), \(person), \(school), 'staff', 'subjectTeacher', 0, 0, \(place < 60), \(now))
            """)
        for seq in 1...count {
            let at = Moment(milliseconds: now.milliseconds - Int64(count - seq) * 60_000 - Int64(place))
            try tx.rows(
                """
                INSERT INTO message (chat_id, seq, school_id, author_id, client_id, body, posted_at)
                VALUES (\(chat), \(seq), \(school), \(person), \("bench-\(seq)"), \(sentence(place &* 31_337 &+ seq)), \(at))
                """)
        }
    }

    private func sentence(_ number: Int) -> String {
        var dice = UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9_7F4A_7C15
        let words = (0..<12).map { _ in
            dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Self.words[Int(dice >> 33) % Self.words.count]
        }
        return words.joined(separator: " ") + (number % 5_003 == 7 ? " синхрофазотрон" : "") + " \(number)"
    }
}
