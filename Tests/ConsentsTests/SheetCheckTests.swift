import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import QR
import TestKit
import Testing

@testable import Consents

@Suite struct SheetCheckTests {
    @Test("the personal sheet's QR code is read back by an independent reader, and says nothing of who it is")
    func readBack() async throws {
        let families = try await Families.open(.sqlite), people = families.people
        try await families.say(false, .diary, for: people.petya, by: people.olga)
        let refusal = try #require(try await families.waiting().first)
        let page = try await families.world.browse(as: people.rita) { client in
            try await client.execute(uri: "/consents/refusals/\(refusal.id.number)/sheet", method: .get) { String(buffer: $0.body) }
        }
        let line = String(try #require(page.firstMatch(of: /<code>(ZVONOK-SHEET [^<]*)<\/code>/)).1), parts = line.split(separator: " ")
        #expect(parts.count == 5 && parts[1] == "\(families.school.number)" && parts[4].count == 32)
        let code = try #require(QRCode(line))
        #expect(page.contains(code.path(margin: 4)), "the drawing on the page is this code")
        #expect(try Self.read(code) == line)
    }

    @Test("another word, day or number is another line")
    func digest() {
        let today = World.today
        func line(_ contents: [String], _ number: Int = 17, _ day: Day = today) -> String {
            SheetCheck(school: ID(1), number: number, on: day, contents: contents).line
        }
        #expect(line(["а", "б"]) == line(["а", "б"]))
        #expect(Set([line(["а", "б"]), line(["аб", ""]), line(["а", "в"]), line(["а", "б"], 18), line(["а", "б"], 17, today + 1)]).count == 5)
    }

    /// What zbarimg sees in the code's squares, four dots each.
    private static func read(_ code: QRCode) throws -> String {
        let reader = URL(filePath: "/usr/bin/zbarimg"), picture = FileManager.default.temporaryDirectory.appending(path: "sheet-\(UUID().uuidString).pbm")
        try #require(FileManager.default.isExecutableFile(atPath: reader.path()), "zbarimg is one of ./dev's packages")
        defer { try? FileManager.default.removeItem(at: picture) }
        let side = code.width + 8
        let rows = (0..<side * 4).map { row in
            (0..<side * 4).map { column in
                let (x, y) = (column / 4 - 4, row / 4 - 4)
                return (0..<code.width).contains(x) && (0..<code.width).contains(y) && code.isDark[y * code.width + x] ? "1" : "0"
            }.joined(separator: " ")
        }
        try (["P1", "\(side * 4) \(side * 4)"] + rows).joined(separator: "\n").appending("\n").write(to: picture, atomically: true, encoding: .utf8)
        let process = Process(), pipe = Pipe()
        process.executableURL = reader
        process.arguments = ["--quiet", "--raw", "--nodbus", picture.path()]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let said = String(data: pipe.fileHandleForReading.readDataToEndOfFile(), encoding: .utf8) ?? ""
        process.waitUntilExit()
        return said.trimmingCharacters(in: .newlines)
    }
}
