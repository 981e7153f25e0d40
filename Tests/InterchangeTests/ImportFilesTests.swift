internal import CZip
import Foundation
import Interchange
import Testing

@Suite struct ImportFilesTests {
    @Test("files of a folder are found whatever their letter case, links and inner folders are not followed")
    func folder() throws {
        try Samples.inFolder { folder in
            try Data("a".utf8).write(to: folder.appendingPathComponent("Users.CSV"))
            try FileManager.default.createDirectory(at: folder.appendingPathComponent("orgs.csv"), withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(atPath: folder.appendingPathComponent("roles.csv").path, withDestinationPath: "/etc/passwd")
            let files = try ImportFiles(at: folder)
            #expect(files.names == ["Users.CSV"])
            #expect(try files.bytes(of: "users.csv") == Array("a".utf8))
            #expect(try files.bytes(of: "roles.csv") == nil && files.bytes(of: "../x") == nil)
        }
    }

    @Test("an archive is read by the names without folders; what leads out of it is passed over and named")
    func archive() throws {
        try Samples.inFolder { folder in
            let url = try Zip.made(
                [
                    "Выгрузка/Users.csv": "a,b", "../evil.csv": "x", "/etc/orgs.csv": "x", "..\\up.csv": "x", "b/users.CSV": "second",
                    "__MACOSX/._users.csv": "x",
                ], in: folder)
            let files = try ImportFiles(at: url)
            #expect(files.names == ["Users.csv"])
            #expect(try files.bytes(of: "users.csv") == Array("a,b".utf8))
            #expect(files.refusals.map(\.code.text).sorted() == ["file.same-name", "file.unsafe-name", "file.unsafe-name", "file.unsafe-name"])
        }
    }

    @Test("a bomb is not unpacked, honest or not about its size")
    func bomb() throws {
        try Samples.inFolder { folder in
            let url = try Zip.made(["users.csv": String(repeating: "0", count: ImportFiles.largestFile + 1)], in: folder)
            #expect(throws: Refusal(file: "users.csv", .file(.tooLarge), loses: .file)) { try ImportFiles(at: url).bytes(of: "users.csv") }
            let lying = folder.appendingPathComponent("lying.zip")
            try Data(Zip.claiming(100, [UInt8](Data(contentsOf: url)))).write(to: lying)
            let refusal = #expect(throws: Refusal.self) { try ImportFiles(at: lying).bytes(of: "users.csv") }
            #expect(["file.too-large", "file.damaged"].contains(refusal?.code.text))
        }
    }

    @Test("an archive of too many entries is refused before it is opened")
    func manyEntries() throws {
        try Samples.inFolder { folder in
            let files = Dictionary(uniqueKeysWithValues: (0...ImportFiles.mostFiles).map { ("\($0).csv", "x") })
            let refusal = try Zip.made(files, in: folder)
            #expect(throws: Refusal(file: "made.zip", .file(.tooMany), value: "201", loses: .file)) { try ImportFiles(at: refusal) }
        }
    }

    @Test("an archive in the format of the huge is refused")
    func zip64() throws {
        try Samples.inFolder { folder in
            let url = folder.appendingPathComponent("huge.zip")
            let locator: [UInt8] = [0x50, 0x4B, 6, 7] + [UInt8](repeating: 0, count: 16), end: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
            try Data(locator + end).write(to: url)
            #expect(throws: Refusal(file: "huge.zip", .file(.tooMany), value: "65535", loses: .file)) { try ImportFiles(at: url) }
        }
    }

    @Test("what is no archive, or is locked, is said to be so")
    func notArchive() throws {
        try Samples.inFolder { folder in
            let url = folder.appendingPathComponent("users.zip")
            try Data("sourcedId\n".utf8).write(to: url)
            #expect(throws: Refusal(file: "users.zip", .file(.notArchive), loses: .file)) { try ImportFiles(at: url) }
            #expect(throws: Refusal(file: "none", .file(.missing), loses: .file)) { try ImportFiles(at: folder.appendingPathComponent("none")) }
            let locked = try Zip.made(["users.csv": "secret"], in: folder, password: "1")
            #expect(throws: Refusal(file: "users.csv", .file(.encrypted), loses: .file)) { try ImportFiles(at: locked).bytes(of: "users.csv") }
        }
    }

    @Test("a torn archive never breaks the reader", .enabled(if: RealData.isThere, "the data of others is not here"))
    func torn() throws {
        let whole = try RealData.bytes(RealData.oneRoster)
        try Samples.inFolder { folder in
            var dice = Dice(7)
            for round in 0..<120 {
                var bytes = round % 2 == 0 ? Array(whole.prefix(whole.count * round / 120)) : whole
                if round % 2 == 1 { for _ in 0..<8 { bytes[Int.random(in: 0..<bytes.count, using: &dice)] = .random(in: 0...255, using: &dice) } }
                let url = folder.appendingPathComponent("torn.zip")
                try Data(bytes).write(to: url)
                guard let files = try? ImportFiles(at: url) else { continue }
                #expect(OneRosterBundle(reading: files).report.count() > 0)
            }
        }
    }
}

/// Archives for tests, made by libzip.
enum Zip {
    struct Failed: Error {}

    static func made(_ files: [String: String], in folder: URL, password: String? = nil) throws -> URL {
        let url = folder.appendingPathComponent("made.zip")
        var code: Int32 = 0
        guard let archive = zip_open(url.path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw Failed() }
        for (number, file) in files.sorted(by: { $0.key > $1.key }).enumerated() {
            let source = folder.appendingPathComponent("source-\(number)")
            try Data(file.value.utf8).write(to: source)
            guard let content = zip_source_file(archive, source.path, 0, -1), zip_file_add(archive, file.key, content, zip_flags_t(ZIP_FL_ENC_UTF_8)) >= 0
            else { throw Failed() }
            if let password { zip_file_set_encryption(archive, zip_uint64_t(number), UInt16(ZIP_EM_AES_256), password) }
        }
        guard zip_close(archive) == 0 else { throw Failed() }
        return url
    }

    /// The same archive with another size of content in its headers.
    static func claiming(_ size: UInt32, _ archive: [UInt8]) -> [UInt8] {
        var bytes = archive
        for (signature, offset) in [([0x50, 0x4B, 3, 4] as [UInt8], 22), ([0x50, 0x4B, 1, 2], 24)] {
            for start in 0..<(bytes.count - 46) where Array(bytes[start..<start + 4]) == signature {
                for byte in 0..<4 { bytes[start + offset + byte] = UInt8(truncatingIfNeeded: size >> (8 * UInt32(byte))) }
            }
        }
        return bytes
    }
}
