import Accounts
import Foundation
import Markup
import QR
import Testing

@testable import Invitations

@Suite struct CodeTests {
    @Test("a code is understood however it is typed: other alphabet, small letters, spaces, dashes, by ear")
    func typing() throws {
        let code = try #require(Code(typed: "K7M4-9TXH-A2C5"))
        #expect(code.text == "K7M49TXHA2C5" && code.grouped == "K7M4-9TXH-A2C5")
        for typed in ["k7m4 9txh a2c5", "К7М4-9ТХН-А2С5", "к7м49тхна2с5", " K7M4–9TXH–A2C5 ", "K7MЧ 9TXH AZC5", "K7M4-9TXH-A2S5", "K7M4.9TXN.A2C5"] {
            #expect(Code(typed: typed) == code, "\(typed)")
        }
    }

    @Test(
        "what cannot be a code is none",
        arguments: ["", "K7M4", "K7M4-9TXH-A2C", "K7M4-9TXH-A2C55", "K7M4-9TXH-A2C0", "<script>aaaaa", "\u{0}", "1234567890123"])
    func noCode(_ typed: String) { #expect(Code(typed: typed) == nil) }

    @Test("a long text is refused without being read")
    func long() { #expect(Code(typed: String(repeating: "K", count: 1_000_000)) == nil) }

    @Test("codes of a sheet come from its secret alone, differ, and use every sign")
    func ofASheet() {
        let secret = Token(), codes = (0..<500).map { Code(of: secret, place: $0) }
        #expect(Set(codes).count == 500 && codes.allSatisfy { Code(typed: $0.grouped) == $0 })
        #expect(codes[7] == Code(of: secret, place: 7) && codes[7] != Code(of: Token(), place: 7))
        #expect(Set(codes.flatMap(\.text)) == Set(Code.signs))
        #expect(Set([Code(), Code(), Code()]).count == 3)
    }

    @Test(
        "a QR code is read back by an independent reader",
        arguments: ["http://127.0.0.1:8080/join/K7M4-9TXH-A2C5", "https://school58.example/join/school/aZ09_-aZ09_-aZ09"])
    func reading(_ text: String) throws {
        let reader = URL(filePath: "/usr/bin/zbarimg")
        try #require(FileManager.default.isExecutableFile(atPath: reader.path()), "zbarimg is one of ./dev's packages")
        let code = try #require(QRCode(text)), picture = FileManager.default.temporaryDirectory.appending(path: "qr-\(UUID().uuidString).pbm")
        defer { try? FileManager.default.removeItem(at: picture) }
        try Self.bitmap(code).write(to: picture, atomically: true, encoding: .utf8)
        let process = Process(), pipe = Pipe()
        process.executableURL = reader
        process.arguments = ["--quiet", "--raw", "--nodbus", picture.path()]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let said = try #require(String(data: pipe.fileHandleForReading.readDataToEndOfFile(), encoding: .utf8))
        process.waitUntilExit()
        #expect(said == text + "\n")
    }

    @Test("the drawing has the same dark squares as the code, with a quiet zone of four")
    func drawing() throws {
        let code = try #require(QRCode("http://127.0.0.1/join/K7M4-9TXH-A2C5"))
        var squares = Set<[Int]>()
        for run in code.path(margin: 4).matches(of: /M(\d+) (\d+)h(\d+)v1h-\d+z/) {
            guard let x = Int(run.1), let y = Int(run.2), let length = Int(run.3) else { continue }
            for offset in 0..<length { squares.insert([x + offset - 4, y - 4]) }
        }
        #expect(squares == Set((0..<code.width * code.width).filter { code.isDark[$0] }.map { [$0 % code.width, $0 / code.width] }))
        let svg = try #require(QRViews.drawing("x", words: "<&>")).text
        #expect(svg.contains("#ffffff") && svg.contains("#000000") && svg.contains("&lt;&amp;&gt;") && QRCode("") == nil)
    }

    /// Four dots a square, as a plain PBM.
    private static func bitmap(_ code: QRCode) -> String {
        let side = code.width + 8
        var lines = ["P1", "\(side * 4) \(side * 4)"]
        for row in 0..<side {
            let dots = (0..<side).map { column -> String in
                let (x, y) = (column - 4, row - 4)
                let isDark = (0..<code.width).contains(x) && (0..<code.width).contains(y) && code.isDark[y * code.width + x]
                return String(repeating: isDark ? "1 " : "0 ", count: 4)
            }.joined()
            lines += Array(repeating: dots, count: 4)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
