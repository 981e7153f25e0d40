import App
import ArgumentParser
import Foundation
import Import
import Interchange
import Kernel
import Storage
import Web

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring people, classes or a timetable in from another system; may be repeated.",
        discussion: """
            One transaction: either all that can be taken is there afterwards, or nothing is. Done again, it applies what has changed.
            The report says what was added, changed, ended and not taken, and why. With SQLite, stop the server before a large import.
            """,
        subcommands: [ImportOneRoster.self, ImportFET.self])
}

/// What every import takes.
struct ImportFlags: ParsableArguments {
    @Option(help: ArgumentHelp("Name under which the other system is known here. Default: what the files call themselves.", valueName: "name"))
    var source: String?
    @Option(help: ArgumentHelp("School that is meant, by number or name, if it is here already.", valueName: "school"))
    var school: String?
    @Option(help: ArgumentHelp("Time zone of a school that is opened.", valueName: "zone"))
    var zone = "Europe/Moscow"
    @Option(help: ArgumentHelp("Language of the report: ru or en.", valueName: "language"))
    var language = "ru"
    @Flag(help: "Try everything, report, and keep nothing.")
    var dryRun = false

    func options() throws -> ImportOptions {
        guard let zone = Zone(zone) else { throw ValidationError("There is no time zone “\(zone)”.") }
        guard let language = Language(rawValue: language) else { throw ValidationError("The language is ru or en, not “\(language)”.") }
        var options = ImportOptions()
        options.settle = { now, tx in try Features.settle(by: nil, at: now, in: tx) }
        (options.source, options.school, options.zone, options.language, options.isDryRun) = (source, school, zone, language, dryRun)
        return options
    }
}

struct ImportOneRoster: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "oneroster", abstract: "OneRoster 1.1 or 1.2, or School Data Sync 2.1: a folder of CSV files, or a ZIP of them.")
    @OptionGroup var options: SettingOptions
    @OptionGroup var flags: ImportFlags
    @Flag(help: "The files are all there is: roles and places that they no longer have are ended.")
    var complete = false
    @Argument(help: ArgumentHelp("Folder or ZIP archive.", valueName: "path"))
    var path: String

    func run() async throws {
        var chosen = try flags.options()
        chosen.isComplete = complete
        let language = chosen.language
        let files: ImportFiles
        do { files = try ImportFiles(at: URL(filePath: path)) } catch { throw failed(error.words(in: language)) }
        let bundle = OneRosterBundle(reading: files)
        let work = OneRosterImport(bundle, chosen)
        try await importing(options, language, bundle.report) { database, tell in try await work.run(on: database, at: .now, progress: tell) }
    }
}

struct ImportFET: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fet", abstract: "A timetable made in FET: bells, subjects, teachers, classes, the weekly plan.")
    @OptionGroup var options: SettingOptions
    @OptionGroup var flags: ImportFlags
    @Option(help: ArgumentHelp("Academic year: 2026/27. Default: the present one; from July on, the next.", valueName: "year"))
    var year: String?
    @Argument(help: ArgumentHelp("The .fet file.", valueName: "file"))
    var file: String

    func run() async throws {
        var chosen = try flags.options()
        chosen.year = year
        let language = chosen.language, url = URL(filePath: file), name = url.lastPathComponent
        let bytes: [UInt8]
        do { bytes = [UInt8](try Data(contentsOf: url)) } catch {
            throw failed(Refusal(file: name, .file(.missing), loses: .file).words(in: language))
        }
        let timetable = FETTimetable(reading: bytes, file: name)
        let work = FETImport(timetable, file: name, chosen)
        try await importing(options, language, timetable.report) { database, tell in try await work.run(on: database, at: .now, progress: tell) }
    }
}

/// Runs an import on the database of the settings and says what came of it.
private func importing(
    _ options: SettingOptions, _ language: Language, _ read: ImportReport, _ work: (any Database, @escaping TellProgress) async throws -> ImportOutcome
) async throws {
    let settings = try await options.read()
    try prepareFolder(settings)
    let database = try openDatabase(settings.database)
    defer { database.close() }
    try await database.migrate(migrationPlan)
    let line = ProgressLine()
    do {
        let outcome = try await work(database) { progress in
            let share = progress.of == 0 ? 1 : Double(progress.done) / Double(progress.of)
            line.show(progress.step.words(in: language), share, detail: " \(progress.done)/\(progress.of)")
        }
        line.end()
        say(outcome.words(in: language))
    } catch let error as ImportError {
        line.end()
        throw failed(error == .nothingRead ? read.words(in: language) + "\n" + error.words(in: language) : error.words(in: language))
    }
}

/// Says why nothing was done, and ends with code 1.
private func failed(_ words: String) -> ExitCode {
    complain(words + "\n")
    return .failure
}
