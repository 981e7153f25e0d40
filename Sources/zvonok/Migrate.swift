import App
import ArgumentParser
import Storage

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Bring the database's schema up to date; refuse one of a newer release.")
    @OptionGroup var options: SettingOptions

    func run() async throws {
        let settings = try await options.read()
        try prepareFolder(settings)
        let database = try openDatabase(settings.database)
        defer { database.close() }
        try await database.migrate(migrationPlan)
        say("up to date: \(migrationPlan.map(\.number).max() ?? 0) steps\n")
    }
}
