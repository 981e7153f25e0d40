import Accounts
import App
import ArgumentParser
import Foundation
import Kernel
import Regions
import Storage
import Web
import WebCore

/// Departments above schools: the installation's operator, regions, municipalities.
struct AddOrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add-organisation", abstract: "Make the installation's operator, a region or a municipality.",
        discussion: """
            Prints its number. A region stands in the operator's organisation if --in names it; a municipality stands in a region.
            Then `zvonok add-curator` makes its first person; the rest is done on pages.
            """)
    @OptionGroup var options: SettingOptions
    @Option(help: "platform, region or municipality.", transform: level) var level: Level
    @Option(help: "What it is called.") var name: String
    @Option(help: "Its time zone, for example Asia/Irkutsk.") var zone = "Europe/Moscow"
    @Option(name: .customLong("in"), help: "The number of the organisation in which it stands.") var parent: Int64?

    func run() async throws {
        guard let zone = Zone(zone) else { throw ValidationError("There is no time zone \(zone).") }
        let (name, level, parent) = (name.trimmingCharacters(in: .whitespaces), level, parent.map { ID<School>($0) })
        guard !name.isEmpty else { throw ValidationError("A name is needed.") }
        let number = try await write(options) { site, tx in
            try site.perform(AddOrganisation(name, level, zone: zone, in: parent), by: .installer(of: nobody), at: .now, in: tx).number
        }
        say("\(number)\n")
    }

    private static func level(_ text: String) throws -> Level {
        guard let level = Level(rawValue: text), level != .school else { throw ValidationError("A level is platform, region or municipality.") }
        return level
    }
}

/// The first operator, or a curator of a department.
struct AddCuratorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add-curator", abstract: "Make a curator of a department, or the operator of the installation.",
        discussion: """
            Prints a line: name and one-time code, with a tab between. With the code they choose a login and a password at /activate.
            The code is shown only here and is good for 30 days.
            """)
    @OptionGroup var options: SettingOptions
    @Option(help: "The number of the organisation.") var organisation: Int64
    @Option(help: "Family name.") var family: String
    @Option(help: "Given name.") var given: String
    @Option(help: "Patronymic, if there is one.") var patronymic = ""

    func run() async throws {
        let name = PersonName(family: family, given: given, patronymic: patronymic), organisation = ID<School>(organisation)
        let code = try await write(options) { site, tx in
            guard let found = try AccountsStore.school(organisation, tx) else { throw ValidationError("There is no organisation \(organisation.number).") }
            return try site.perform(InstallCurator(name, of: organisation), by: .installer(of: found), at: .now, in: tx)
        }
        say("\(name.full)\t\(code)\n")
    }
}

/// A school that was imported, and so asked nobody, comes under its municipality.
struct PlaceSchoolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "place-school", abstract: "Put a school under its municipality.")
    @OptionGroup var options: SettingOptions
    @Option(help: "The school's number.") var school: Int64
    @Option(name: .customLong("in"), help: "The municipality's number.") var municipality: Int64

    func run() async throws {
        let verb = PlaceSchool(ID(school), in: ID(municipality))
        try await write(options) { site, tx in try site.perform(verb, by: .installer(of: nobody), at: .now, in: tx) }
    }
}

/// The installation itself: it belongs to no school.
private let nobody = School(id: ID(0), name: "", zone: .moscow)

private func write<T: Sendable>(_ options: SettingOptions, _ body: @escaping @Sendable (Site, Transaction) throws -> T) async throws -> T {
    let database = try openDatabase(try await options.read().database)
    defer { database.close() }
    try await database.migrate(migrationPlan)
    let site = Site(database: database, assets: "", features: Features.all)
    do { return try await database.write { tx in try body(site, tx) } } catch let denial as Denial { throw ValidationError(words(denial)) }
}

private func words(_ denial: Denial) -> String {
    switch denial {
    case .invalid(_, let reason), .forbidden(let reason), .conflict(let reason): reason.words(.en)
    case .notFound, .signInFirst, .proveAgain, .wait: "There is no such school or organisation."
    }
}
