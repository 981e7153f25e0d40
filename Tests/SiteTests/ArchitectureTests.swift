import App
import Foundation
import Storage
import Testing

@Suite struct ArchitectureTests {
    static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    static let features = [
        "Accounts", "Identity", "Documents", "School", "Timetable", "Journal", "Files", "Notices", "Messaging", "Regions", "Consents", "Invitations",
        "Movement",
        "Transfer", "People", "Linking",
    ]

    @Test("a feature's rules know neither HTTP nor markup", arguments: features)
    func rulesKnowNoHTTP(_ feature: String) throws {
        for file in try swiftFiles(of: feature) {
            let text = try text(of: feature + "/" + file)
            let isFront = file == feature + ".swift"
            #expect(isFront || ["Routes.swift", "API.swift"].contains { file.hasSuffix($0) } || !text.contains("import Hummingbird"), "\(feature)/\(file)")
            #expect(
                ["Views.swift", "Routes.swift", "Links.swift", "Events.swift"].contains { file.hasSuffix($0) } || !text.contains("import Markup"),
                "\(feature)/\(file)")
        }
    }

    @Test("every migration file is in the plan, once, under its own number")
    func everyMigrationIsPlanned() throws {
        let files = try swiftFiles(of: "").filter { $0.contains("/Migrations/M") }
        let numbers = files.compactMap { $0.split(separator: "/").last.flatMap { Int($0.dropFirst().prefix(4)) } }.sorted()
        #expect(numbers == migrationPlan.map(\.number))
    }

    /// Erasing a person's values (H02) is the one exception the law makes: that something happened stays, with its moment and author.
    /// Before that, where another school knows the person too, this school's traces name its own row instead.
    @Test("what has left a trace stays: no statement changes or removes one")
    func tracesStay() throws {
        for file in try swiftFiles(of: "") {
            var text = try text(of: file).replacing("UPDATE trace SET was = NULL, became = NULL", with: "")
            if file == "Accounts/AccountsParting.swift" {
                text = text.replacing("UPDATE trace SET by_id = \\(parting.line)", with: "").replacing("UPDATE trace SET about = \\(renamed(", with: "")
            }
            #expect(!text.contains(/(UPDATE|DELETE\s+FROM|TRUNCATE(\s+TABLE)?|DROP\s+TABLE|REPLACE\s+INTO|ALTER\s+TABLE)\s+trace\b/.ignoresCase()), "\(file)")
            #expect(!text.contains(/INTO\s+trace\b[^"]*ON\s+CONFLICT/.ignoresCase()), "\(file)")
        }
    }

    @Test("no SQL is pasted outside the drivers")
    func nothingPasted() throws {
        for file in try swiftFiles(of: "") where !file.hasPrefix("StoragePostgres/") && file != "Storage/SQL.swift" {
            #expect(try !text(of: file).contains("pasting:"), "\(file)")
        }
    }

    /// What the `HTML` type cannot see: escaping is enough only between quotes and outside scripts.
    @Test("markup quotes its attributes and holds no script, style or handler of its own")
    func markup() throws {
        for file in try swiftFiles(of: "") where file != "Markup/HTML.swift" {
            let text = try text(of: file)
            guard text.contains("import Markup") else { continue }
            #expect(!text.contains(/<[a-z][^>]*[a-z-]=\\#*\(/), "an attribute without quotes in \(file)")
            #expect(!text.contains(/<script(?![^>]*src=)|<style|[ "]on[a-z]+="|style="/), "a script, style or handler in \(file)")
        }
    }

    /// A text in a feature's code that is not an SQL statement, a path or a name would be shown in one language only.
    @Test("no words outside the texts", arguments: features)
    func noWords(_ feature: String) throws {
        for file in try swiftFiles(of: feature) where !file.contains("Text") && !["CommonPasswords.swift", "LoginSuggestion.swift"].contains(file) {
            let code = try text(of: feature + "/" + file).split(separator: "\n").filter { !$0.contains("//") }.joined(separator: "\n")
            #expect(!code.contains(/[а-яё]/.ignoresCase()), "\(feature)/\(file)")
            #expect(!code.contains(/>[A-Z][a-z]+</), "\(feature)/\(file)")
        }
    }

    @Test("every live event is described, and nothing else is")
    func eventsAreDescribed() throws {
        let sent = try swiftFiles(of: "").flatMap { try text(of: $0).matches(of: /LiveEvent\(\s*"([a-z.-]+)"/).map { String($0.1) } }
        let described = try String(contentsOf: Self.sources.appending(path: "../docs/live-events.md"), encoding: .utf8).matches(of: /\| `([a-z.-]+)`/).map {
            String($0.1)
        }
        #expect(Set(sent) == Set(described) && described.count == Set(described).count)
    }

    private func text(of path: String) throws -> String { try String(contentsOf: Self.sources.appending(path: path), encoding: .utf8) }

    private func swiftFiles(of target: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: Self.sources.appending(path: target).path()).filter { $0.hasSuffix(".swift") }
    }
}
