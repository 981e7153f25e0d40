import Accounts
import App
import ArgumentParser
import Foundation
import Kernel
import Messaging
import School
import Storage

/// Messages posted by the API, stored durably, heard on the live lines of all members.
struct ChatBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "chat", abstract: "Fan-out of stored messages: 1 room of 1,000 and 30 rooms of 33.")
    @Option var rounds = 1
    @Option(help: "Seconds a measurement takes.") var duration = 8
    @Option(help: ArgumentHelp("A PostgreSQL address instead of a SQLite file; must be empty.", valueName: "database")) var database: String?

    func run() async throws {
        try await measure(rooms: 1, members: 1000, rates: [20, 100, nil], window: 4)
        if database == nil { try await measure(rooms: 30, members: 33, rates: [30, 100, 200, 300, nil], window: 60) }
    }

    private func measure(rooms: Int, members: Int, rates: [Double?], window: Int) async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let file = database ?? workshop.file("zvonok.sqlite")
        let people = workshop.file("people.txt")
        try await ChatSchool(rooms: rooms, members: members).make(in: file).write(toFile: people, atomically: true, encoding: .utf8)
        let server = try await RunningServer(database: file, data: workshop.folder.path())
        defer { server.stop() }
        for _ in 1...rounds {
            for rate in rates {
                let pace = rate.map { ["--rate", String($0)] } ?? ["--window", String(window)]
                let figures = try output(
                    of: Workshop.program("zvonok-load"),
                    ["chat", "--address", server.address, "--process", String(server.id), "--people", people, "--duration", String(duration)] + pace)
                report("chat \(rooms)x\(members) \(rate.map { "\(Int($0))/s" } ?? "max")", figures)
            }
        }
    }
}

/// A school whose classes are the rooms, made by the product's verbs. Everyone has a login with a password that is cheap to check,
/// so that signing in a thousand people does not take minutes.
struct ChatSchool {
    let rooms: Int
    let members: Int

    /// Lines of `login TAB password`.
    func make(in file: String) async throws -> String {
        let database = try openDatabase(file)
        defer { database.close() }
        try await database.migrate(migrationPlan)
        let password = Password.random()
        let hash = try await PasswordWorks(cost: .light).hash(password)
        let logins = try await database.write(.rowLock) { tx in try make(hash, tx) }
        return logins.map { "\($0)\t\(password.forPaper)\n" }.joined()
    }

    private func make(_ hash: PasswordHash, _ tx: Transaction) throws -> [String] {
        let now = Moment.now, school = try OpenSchool(name: "Bench", kind: .general, zone: .moscow).run(at: now, in: tx)
        let ruler = Viewer.installer(of: school), today = school.zone.day(of: now), start = today - 30
        let year = try OpenYear("now", start...today + 300, parts: []).run(by: ruler, at: now, in: tx)
        var logins: [String] = []
        for room in 1...rooms {
            let schoolClass = try AddClass("К\(room)", year: nil, in: year).run(by: ruler, at: now, in: tx)
            for member in 1...members {
                let person = try RegisterPerson(PersonName(family: "Ученик", given: madeUpWord(member)), as: .pupil, since: start).run(
                    by: ruler, at: now, in: tx)
                try EnrolPupil(person, into: schoolClass.id, since: start).run(by: ruler, at: now, in: tx)
                let login = "bench.\(room).\(member)"
                try GiveCredential(to: person, login: Login(login), hash: hash).run(by: ruler, at: now, in: tx)
                logins.append(login)
            }
            _ = try OpenClassChats(of: schoolClass.id).run(by: ruler, at: now, in: tx)
            tx.dropNews()
        }
        return logins
    }
}
