import Accounts
import App
import ArgumentParser
import Foundation
import Kernel
import Storage
import Web
import WebCore

struct GiveLoginsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "give-logins", abstract: "Give a login and a random password to everyone in a school who has none.",
        discussion: "Prints a line for each: name, login, password, with tabs between. The passwords are shown only here.")
    @OptionGroup var options: SettingOptions
    @Option(help: ArgumentHelp("The school's number or name; may be left out where there is one school.", valueName: "school")) var school: String?
    @Option(help: ArgumentHelp("Write the lines to this file, readable by you alone, instead of the screen.", valueName: "file")) var output: String?

    func run() async throws {
        let settings = try await options.read()
        let database = try openDatabase(settings.database)
        defer { database.close() }
        try await database.migrate(migrationPlan)
        let installer = Viewer.installer(of: try await find(in: database))
        let people = try await database.read { tx in try GiveLogins.withoutLogin(by: installer, in: tx) }
        let works = try PasswordWorks(mostWaiting: .max)
        let passwords = Dictionary(uniqueKeysWithValues: people.map { ($0.person, Password.random()) })
        let hashes = try await withThrowingTaskGroup(of: (ID<Person>, PasswordHash).self) { group in
            for (person, password) in passwords { group.addTask { (person, try await works.hash(password)) } }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        let site = Site(database: database, assets: "", features: Features.all)
        let given = try await site.perform(GiveLogins(hashes), by: installer)
        let lines = people.compactMap { person, name in given[person].map { "\(name.full)\t\($0.text)\t\(passwords[person]?.forPaper ?? "")\n" } }
        try write(lines.joined())
    }

    private func find(in database: any Database) async throws -> School {
        let schools = try await database.read { tx in try AccountsStore.schools(tx) }
        let found = school.map { wanted in schools.filter { String($0.id.number) == wanted || TextKey.of($0.name) == TextKey.of(wanted) } } ?? schools
        guard let only = found.first, found.count == 1 else {
            throw ValidationError("Say which school by --school: " + schools.map { "\($0.id.number) \($0.name)" }.joined(separator: "; "))
        }
        return only
    }

    private func write(_ lines: String) throws {
        guard let output else { return say(lines) }
        guard FileManager.default.createFile(atPath: output, contents: Data(lines.utf8), attributes: [.posixPermissions: 0o600]) else {
            throw ValidationError("The file \(output) cannot be written.")
        }
    }
}
