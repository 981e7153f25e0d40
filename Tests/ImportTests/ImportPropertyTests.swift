import Foundation
import Import
import Interchange
import Kernel
import Storage
import TestKit
import Testing

@Suite(.serialized) struct ImportPropertyTests {
    @Test("any part of a delivery imported twice leaves the same database as once", arguments: TestDatabase.available)
    func idempotent(_ kind: TestDatabase) async throws {
        var dice = Dice(7)
        for round in 0..<Self.rounds(kind == .sqlite ? 40 : 6) {
            let files = Self.part(of: .district, &dice), bench = try await ImportBench(kind)
            do {
                try await bench.roster(files) { $0.source = "x" }
                let before = try await bench.everything()
                let again = try await bench.roster(files) { $0.source = "x" }
                #expect(again.changesNothing, "round \(round): \(again.changes) of \(files.all)")
                #expect(try await bench.everything() == before)
            } catch ImportError.nothingRead {}
            bench.database.close()
        }
    }

    @Test("the order of the rows in the files does not matter", arguments: TestDatabase.available)
    func order(_ kind: TestDatabase) async throws {
        var dice = Dice(11)
        for round in 0..<Self.rounds(kind == .sqlite ? 25 : 5) {
            let files = Self.part(of: .district, &dice, losing: 4)
            var mixed = files
            for (file, lines) in files.all where file != "manifest" && !lines.isEmpty { mixed[file] = [lines[0]] + lines.dropFirst().shuffled(using: &dice) }
            let one = try await ImportBench(kind), other = try await ImportBench(kind)
            let first = try await one.roster(files) { $0.source = "x" }, second = try await other.roster(mixed) { $0.source = "x" }
            #expect(first.counts == second.counts, "round \(round)")
            #expect(try await one.enrolled() == other.enrolled())
            #expect(try await one.roster(mixed) { $0.source = "x" }.changesNothing, "round \(round): mixed after the first")
            one.database.close()
            other.database.close()
        }
    }

    @Test("whatever came before, the last delivery imported twice leaves the same as once, and in the end all is there", arguments: TestDatabase.available)
    func history(_ kind: TestDatabase) async throws {
        var dice = Dice(17)
        for round in 0..<Self.rounds(kind == .sqlite ? 30 : 4) {
            let bench = try await ImportBench(kind)
            var story: [Files] = []
            for _ in 0..<4 {
                var files = Self.part(of: .district, &dice, losing: 5)
                for file in ["roles", "enrollments", "users"] where Bool.random(using: &dice) {
                    let row = Int.random(in: 1..<max(2, files[file].count), using: &dice)
                    if files[file].indices.contains(row) { files[file][row].replace(",,", with: ",tobedeleted,", maxReplacements: 1) }
                }
                story.append(files)
                let isComplete = Bool.random(using: &dice)
                do {
                    try await bench.roster(files) { ($0.source, $0.isComplete) = ("x", isComplete) }
                    let before = try await bench.everything()
                    let again = try await bench.roster(files) { ($0.source, $0.isComplete) = ("x", isComplete) }
                    #expect(again.changesNothing, "round \(round): \(again.changes)\n\(story.last?.all ?? [:])")
                    #expect(try await bench.everything() == before, "round \(round)")
                } catch ImportError.nothingRead {}
            }
            try await bench.roster(.district) { $0.source = "x" }
            let last = try await bench.roster(.district) { ($0.source, $0.isComplete) = ("x", true) }
            #expect(last.changes.isEmpty || !last.changes.contains { $0.contains("+") }, "round \(round): \(last.changes)")
            #expect(try await bench.enrolled() == ["Аннина 7А", "Борисов 7А", "Галина 8Б", "Юрин 9", "Янина 9"], "round \(round)")
            #expect(try await bench.texts("SELECT pupil_id FROM guardian", "pupil_id").count == 1)
            bench.database.close()
        }
    }

    @Test("whatever bytes a cell has, an import ends in a report and not in a crash", arguments: TestDatabase.available)
    func garbage(_ kind: TestDatabase) async throws {
        let odd = [
            "", " ", "0", "-1", "9999-99-99", "2026-02-30", "\u{0}", "'; DROP TABLE person; --", "😀", "\"", "tobedeleted", "student", "s1", "anna",
            String(repeating: "ж", count: 5000),
        ]
        var dice = Dice(3)
        for _ in 0..<Self.rounds(kind == .sqlite ? 60 : 10) {
            var files = Files.district
            for _ in 0..<6 {
                guard let file = files.all.keys.sorted().filter({ $0 != "manifest" }).randomElement(using: &dice) else { continue }
                let row = Int.random(in: 1..<files[file].count, using: &dice)
                var cells = files[file][row].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                cells[Int.random(in: 0..<cells.count, using: &dice)] = odd.randomElement(using: &dice) ?? ""
                files[file][row] = cells.joined(separator: ",")
            }
            let bench = try await ImportBench(kind)
            let outcome = try await bench.roster(files) { $0.source = "x" }
            #expect(!outcome.words(in: .ru).isEmpty)
            #expect(try await bench.roster(files) { $0.source = "x" }.changesNothing, "\(files.all)")
            bench.database.close()
        }
    }

    /// `IMPORT_ROUNDS` asks for more.
    private static func rounds(_ usual: Int) -> Int { ProcessInfo.processInfo.environment["IMPORT_ROUNDS"].flatMap { Int($0) } ?? usual }

    private static func part(of files: Files, _ dice: inout Dice, losing odds: Int = 3) -> Files {
        var part = files
        for (file, lines) in files.all.sorted(by: { $0.key < $1.key }) where file != "manifest" {
            part[file] = [lines[0]] + lines.dropFirst().filter { _ in Int.random(in: 0..<odds, using: &dice) > 0 }
        }
        return part
    }
}
