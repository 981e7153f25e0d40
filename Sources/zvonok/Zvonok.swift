import App
import ArgumentParser

@main struct Zvonok: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zvonok", abstract: "Zvonok: a school's chats, journal and diary on one server.",
        subcommands: [
            Serve.self, Seed.self, ImportCommand.self, GiveLoginsCommand.self, AddOrganisationCommand.self, AddCuratorCommand.self, PlaceSchoolCommand.self,
            Migrate.self,
        ])
}

/// The settings every command takes.
struct SettingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read settings from this file: lines like ZVONOK_PORT=8080.", valueName: "file"))
    var settings: String?
    @Option(help: ArgumentHelp("Folder for the database and other data. Default: data.", valueName: "folder"))
    var data: String?
    @Option(help: ArgumentHelp("SQLite file, or PostgreSQL address (postgresql://…). Default: zvonok.sqlite in the data folder.", valueName: "database"))
    var database: String?

    func read(_ more: [String: String?] = [:]) async throws -> Settings {
        let flags = ["data": data, "database": database].merging(more) { a, _ in a }.compactMapValues { $0 }
        do { return try await Settings.read(flags: flags, file: settings) } catch let error as SettingError { throw ValidationError(error.description) }
    }
}
