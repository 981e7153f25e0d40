import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Storage
import TestKit
import Testing
import WebCore

@testable import Files

/// A world whose files lie in a folder of their own, and what people do with them.
struct Sender {
    let world: World
    let folder: URL
    private let hasScanner: Bool
    var people: World.People { world.people }

    init(_ kind: TestDatabase, scanner: (any VirusScanner)? = nil) async throws {
        let first = try await World.open(kind)
        folder = TestDatabase.newFolder()
        hasScanner = scanner != nil
        let works = FileWorks(store: try ContentFolder(folder), scanner: scanner, patience: .seconds(120))
        world = try World(database: first.site.database, hub: first.hub, people: first.people, files: works)
    }

    struct State: Decodable {
        let file: Int64, state: String, received: Int, name: String, size: Int, kind: String?, width: Int?, height: Int?, duration: Int?
        let waveform: [Int]?, why: String?
    }

    static let token: HTTPFields = [HTTPField.Name("X-Form-Token")!: "form-token", .accept: "application/json"]
    static let offset = HTTPField.Name("Upload-Offset")!

    static func begin(_ client: any TestClientProtocol, _ name: String, _ size: Int, keepsOriginal: Bool = false) async throws -> (HTTPResponse.Status, Int64?)
    {
        struct Announced: Encodable { let name: String, size: Int, keepsOriginal: Bool }
        struct Begun: Decodable { let upload: Int64 }
        let body = try JSONEncoder().encode(Announced(name: name, size: size, keepsOriginal: keepsOriginal))
        var headers = token
        headers[.contentType] = "application/json"
        return try await client.execute(uri: "/files", method: .post, headers: headers, body: ByteBuffer(bytes: body)) {
            ($0.status, try? JSONDecoder().decode(Begun.self, from: Data($0.body.readableBytesView)).upload)
        }
    }

    static func piece(_ client: any TestClientProtocol, _ upload: Int64, at offset: Int, _ bytes: some Sequence<UInt8>) async throws -> (
        HTTPResponse.Status, State?
    ) {
        var headers = token
        headers[Self.offset] = String(offset)
        return try await client.execute(uri: "/files/uploads/\(upload)", method: .patch, headers: headers, body: ByteBuffer(bytes: bytes)) {
            ($0.status, try? JSONDecoder().decode(State.self, from: Data($0.body.readableBytesView)))
        }
    }

    /// The whole file at once, as it is in the end.
    func send(_ name: String, _ bytes: [UInt8], as viewer: Viewer, keepsOriginal: Bool = false) async throws -> State {
        try await world.browse(as: viewer) { client in
            let upload = try #require(try await Self.begin(client, name, bytes.count, keepsOriginal: keepsOriginal).1)
            return try await settled(try #require(try await Self.piece(client, upload, at: 0, bytes).1))
        }
    }

    /// As it is once it has been looked into: where too much waits for a look, it is given back and taken up later. A scanner may be away for good.
    func settled(_ sent: State) async throws -> State {
        guard sent.state == "checking", !hasScanner else { return sent }
        for _ in 0..<600 {
            try await tidy()
            let file = try await world.site.read { tx in try FilesStore.files(where: "f.id = \(sent.file)", tx).first }
            if let file, file.state != .checking { return try JSONDecoder().decode(State.self, from: JSONEncoder().encode(FileState(file, .ru))) }
            try await Task.sleep(for: .milliseconds(50))
        }
        return sent
    }

    /// Waits until the file has been looked into: whoever sent its last piece may have left meanwhile, or too much may have waited for a look.
    func ready(_ upload: Int64) async throws {
        for _ in 0..<600 {
            try await tidy()
            let isReady = try await world.site.read { tx in try tx.first("SELECT id FROM stored_file WHERE id = \(upload) AND state = 'ready'") != nil }
            if isReady { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("file \(upload) has not been looked into for half a minute")
    }

    func tidy(at now: Moment = .now) async throws { try await FilesFeature.tidy(world.site, at: now) }

    /// Every file below the folder, without locks.
    func onDisk() throws -> Set<String> {
        let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
        return Set(
            all.filter { path in
                var isFolder: ObjCBool = false
                _ = FileManager.default.fileExists(atPath: folder.appending(path: path).path(percentEncoded: false), isDirectory: &isFolder)
                return !isFolder.boolValue && !path.hasPrefix("locks")
            })
    }

    func count(_ sql: SQL) async throws -> Int64 { try await world.site.read { tx in try tx.one(sql).int("n") } }
}

/// Files made by the system's own programs, once.
enum Samples {
    static let text = Array("Домашнее задание: прочитать главу 7.\n".utf8)
    static let program: [UInt8] =
        [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 9) + [2, 0, 0x3E, 0, 1, 0, 0, 0] + [UInt8](repeating: 0, count: 200)

    /// The EICAR test word, in two halves so that no scanner takes this file for it.
    static let virus = Array((#"X5O!P%@AP[4\PZX54(P^)7CC)7}$"# + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").utf8)

    /// 400×200 with a place, a maker and a turn by 90° in its EXIF.
    static func photo() throws -> [UInt8] {
        try made("photo.jpg") { place in
            try run("/usr/bin/vips", ["gaussnoise", place + ".v", "400", "200", "--mean", "128", "--sigma", "20"])
            try run("/usr/bin/vips", ["jpegsave", place + ".v", place + ".plain.jpg"])
            let plain = try Data(contentsOf: URL(filePath: place + ".plain.jpg"))
            try Data(plain.prefix(2) + exif + plain.dropFirst(2)).write(to: URL(filePath: place))
        }
    }

    static func webP() throws -> [UInt8] {
        let photo = try photo()
        return try made("photo.webp") { place in
            try Data(photo).write(to: URL(filePath: place + ".jpg"))
            try run("/usr/bin/vips", ["webpsave", place + ".jpg", place])
        }
    }

    static func wave(seconds: Int) throws -> [UInt8] {
        try made("sound.webm") {
            try run("/usr/bin/ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "sine=frequency=440:duration=\(seconds)", "-c:a", "libopus", "-y", $0])
        }
    }

    static func film() throws -> [UInt8] {
        try made("film.mp4") {
            try run(
                "/usr/bin/ffmpeg",
                [
                    "-v", "error", "-f", "lavfi", "-i", "testsrc=size=320x240:rate=10:duration=2", "-metadata", "comment=+55.7558", "-pix_fmt",
                    "yuv420p",
                    "-c:v", "libx264", "-y", $0,
                ])
        }
    }

    static func picture(_ name: String) throws -> [UInt8] {
        try made(name) { try run("/usr/bin/ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc=size=64x48:rate=1:duration=1", "-frames:v", "1", "-y", $0]) }
    }
    static func sound(_ name: String) throws -> [UInt8] {
        try made(name) { try run("/usr/bin/ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "sine=frequency=440:duration=1", "-ac", "1", "-y", $0]) }
    }
    static func film(_ name: String) throws -> [UInt8] {
        try made(name) {
            try run("/usr/bin/ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc=size=64x48:rate=5:duration=1", "-pix_fmt", "yuv420p", "-y", $0])
        }
    }

    /// 12,000 × 11,000 black pixels: a hundred kilobytes that would unpack to hundreds of megabytes.
    static func pixelBomb() throws -> [UInt8] {
        try made("bomb.png") { try run("/usr/bin/vips", ["black", $0, "12000", "11000"]) }
    }

    /// Orientation 6, Make, GPS latitude reference and latitude.
    private static let exif: Data = {
        var tiff = Data("II*\0".utf8) + number(8, 4)
        tiff += number(3, 2)
        tiff += number(0x010F, 2) + number(2, 2) + number(14, 4) + number(50, 4)
        tiff += number(0x0112, 2) + number(3, 2) + number(1, 4) + number(6, 2) + number(0, 2)
        tiff += number(0x8825, 2) + number(4, 2) + number(1, 4) + number(64, 4)
        tiff += number(0, 4)
        tiff += Data("SecretCamera1\0".utf8)
        tiff += number(1, 2) + number(1, 2) + number(2, 2) + number(2, 4) + Data("N\0\0\0".utf8) + number(0, 4)
        let body = Data("Exif\0\0".utf8) + tiff
        return Data([0xFF, 0xE1, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF)]) + body
    }()
    private static func number(_ value: Int, _ bytes: Int) -> Data { Data((0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }) }

    private static func made(_ name: String, _ make: (String) throws -> Void) throws -> [UInt8] {
        let folder = TestDatabase.newFolder()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let place = folder.appending(path: name).path(percentEncoded: false)
        try make(place)
        return Array(try Data(contentsOf: URL(filePath: place)))
    }

    static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(program) \(arguments)")
    }
}
