import Accounts
import App
import ArgumentParser
import Demonstration
import Foundation
import Kernel
import Storage
import Web
import WebCore

struct Seed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a demonstration school in an empty database.",
        discussion: """
            33 classes, 900 pupils, their families and teachers, all made up, with a quarter of lessons, marks and chats behind them and a lesson
            on at this moment. Refuses a database that has a school. Prints how to sign in: role, login and password, divided by tabs; the same is
            kept in demonstration-sign-ins.txt in the data folder.
            """)

    @OptionGroup var options: SettingOptions
    @Flag(help: "Two classes instead of 33: a moment's work, for tests.")
    var small = false
    @Option(
        help: ArgumentHelp("Make the school as at noon of this day. Default: as at this moment.", valueName: "YYYY-MM-DD"),
        transform: { text in
            guard let day = Day(text) else { throw ValidationError("a date is written 2026-09-01, not “\(text)”") }
            return day
        })
    var today: Day?
    @Flag(help: "Show no progress.")
    var quiet = false

    func run() async throws {
        let settings = try await options.read()
        let demonstration = try Demonstration(small ? .small : .full, at: today.map(SchoolTime.noon) ?? .now)
        let password = Password.random()
        let hash = try await PasswordWorks().hash(password)
        let line = ProgressLine(isQuiet: quiet)
        do {
            let signIns = try await makeDatabase(settings) { database in
                let made = try await database.write(.rowLock) { tx in
                    try demonstration.make(sharing: hash, in: tx, progress: { line.show($0.step, $0.share) })
                }
                if !small { await sendFiles(of: made, in: database, settings) }
                return made.signIns
            }
            line.end()
            try DemonstrationNotes.write(signIns, password, settings)
            say(signIns.map { "\($0.role)\t\($0.login)\t\(password.forPaper)\n" }.joined())
        } catch is SchoolIsThere {
            complain("zvonok seed: \(settings.isPostgres ? "this database" : settings.database) has a school already; nothing was changed.\n")
            throw ExitCode.failure
        }
    }
}

/// The school is whole without them: where files cannot be kept, the reason is said and that is all.
private func sendFiles(of made: Demonstration.Made, in database: any Database, _ settings: Settings) async {
    do {
        try await made.sendFiles(on: Site(database: database, assets: "", features: Features.all, files: try fileWorks(settings)))
    } catch { complain("zvonok seed: the chats have no files: \(error)\n") }
}

/// Gives the body a new, empty, migrated database. A SQLite file is made beside its place and takes it when it is whole; a database that is
/// there already (PostgreSQL, or a file without a school) is filled where it is, and the body's one transaction keeps it whole.
/// - Throws: `SchoolIsThere` if there is a school; nothing is changed then, the schema neither.
private func makeDatabase<T: Sendable>(_ settings: Settings, _ fill: (any Database) async throws -> T) async throws -> T {
    try prepareFolder(settings)
    guard !settings.isPostgres, !FileManager.default.fileExists(atPath: settings.database) else { return try await inPlace(settings.database, fill) }
    let making = settings.database + ".making"
    discard(making)
    do {
        let made = try await inPlace(making, fill)
        // Fails where another has put a file there meanwhile.
        try FileManager.default.moveItem(atPath: making, toPath: settings.database)
        return made
    } catch {
        discard(making)
        throw error
    }
}

private func inPlace<T: Sendable>(_ setting: String, _ fill: (any Database) async throws -> T) async throws -> T {
    let database = try openDatabase(setting)
    // Closing writes SQLite's log into the file itself.
    defer { database.close() }
    let schools = try? await database.read { tx in try AccountsStore.schools(tx) }
    guard schools?.isEmpty ?? true else { throw SchoolIsThere() }
    try await database.migrate(migrationPlan)
    return try await fill(database)
}

/// Removes an unfinished file of an earlier run, with its log.
private func discard(_ path: String) { for tail in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + tail) } }

/// To standard error.
func complain(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
