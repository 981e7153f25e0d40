import CZip
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

/// Files that somebody has made to do harm, or that a bad line and an old disk have torn. Each ends in a clear state, nothing but what is kept
/// stays on the disk, and what is served runs nowhere.
@Suite(.timeLimit(.minutes(10))) struct HostileFilesTests {
    // MARK: What they are and what they are called

    /// Contents that say other things than their names.
    private static func contents() throws -> [(name: String, bytes: [UInt8])] {
        let page = "<html><body onload=alert(1)><script>alert(1)</script></body></html>"
        let drawing = #"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>"#
        let document = "%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        let photo = try Samples.photo(), archive = try LookTests.zip([("лист.txt", Samples.text)])
        return [
            ("page", Array(page.utf8)), ("drawing", Array(drawing.utf8)), ("document", Array(document.utf8)), ("program", Samples.program),
            ("photo", photo), ("archive", archive), ("prose", Samples.text), ("spaces", Array("  \n\t".utf8)), ("zeros", [UInt8](repeating: 0, count: 64)),
            ("picture and script", Array("GIF89a/*".utf8) + Array("*/=1;alert(1)//".utf8)), ("document and page", Array((document + page).utf8)),
            ("page before document", Array((page + document).utf8)), ("photo and archive", photo + archive), ("photo and page", photo + Array(page.utf8)),
            ("page and archive", Array(page.utf8) + archive), ("mark and page", [0xEF, 0xBB, 0xBF] + Array(page.utf8)),
            ("wide page", page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            ("xml", Array(#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"#.utf8)),
            ("mail", Array("MIME-Version: 1.0\nContent-Type: text/html\n\n\(page)".utf8)),
        ]
    }

    @Test("whatever a file is and whatever it is called: it is refused, or served so that no browser runs it")
    func namesAndContents() async throws {
        let sender = try await Sender(.sqlite), people = sender.people
        let all: Set<FileKind> = Set(FileKind.allCases)
        try await sender.world.perform(SetFileRule(side: .staff, rule: FileRule(largest: 1 << 24, quota: 1 << 30, kinds: all)), by: people.rita)
        for (what, bytes) in try Self.contents() {
            for ending in ["jpg", "html", "txt", "exe", ""] {
                let name = "работа" + (ending.isEmpty ? "" : "." + ending), sent = try await sender.send(name, bytes, as: people.vera)
                #expect(["ready", "refused"].contains(sent.state), "\(what) called \(name): \(sent)")
                #expect(sent.state == "refused" || ending != "exe", "\(what) called \(name)")
                if what == "program" { #expect(sent.state == "refused", "\(name)") }
                guard sent.state == "ready" else { continue }
                try await Self.checkServed(sent.file, "\(what) called \(name)", sender)
                try await sender.world.browse(as: people.vera) { client in
                    try await client.execute(uri: "/files/uploads/\(sent.file)", method: .delete, headers: Sender.token) { _ in }
                }
            }
        }
        #expect(try Self.left(sender) == [])
    }

    /// The types that a browser shows of itself and runs nothing of.
    private static let calm: Set<String> = [
        "image/jpeg", "image/png", "image/webp", "video/mp4", "audio/mp4", "audio/mpeg", "application/pdf", "text/plain; charset=utf-8",
    ]

    private static func checkServed(_ file: Int64, _ what: String, _ sender: Sender) async throws {
        try await sender.world.browse(as: sender.people.vera) { client in
            for path in ["/files/\(file)", "/files/\(file)/small", "/files/\(file)/large"] {
                try await client.execute(uri: path, method: .get) { answer in
                    guard answer.status == .ok else {
                        #expect(answer.status == .notFound && path != "/files/\(file)", "\(what): \(answer.status)")
                        return
                    }
                    let type = answer.headers[.contentType] ?? "", disposition = answer.headers[.contentDisposition] ?? ""
                    #expect(
                        answer.headers[.xContentTypeOptions] == "nosniff" && answer.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox", "\(what)")
                    #expect(disposition.hasPrefix("attachment") || calm.contains(type), "\(what) is shown as \(type)")
                    for running in ["html", "svg", "xml", "javascript", "shockwave", "multipart"] where !type.hasPrefix("application/vnd.") {
                        #expect(!type.contains(running), "\(what) is served as \(type)")
                    }
                    #expect(disposition.allSatisfy { $0.isASCII && $0 >= " " }, "\(what): \(disposition)")
                }
            }
        }
    }

    @Test("a name that would climb, hide its ending, turn the line round or end a header is a plain name, or none")
    func names() async throws {
        let sender = try await Sender(.sqlite)
        let names = [
            "../../../etc/passwd", "..\\..\\boot.ini", "/etc/passwd", "C:\\con", "a\0.txt", "a\r\nX-Evil: 1.txt", "\u{202E}txt.exe", "отчёт\u{202E}fdp.exe",
            "\u{2066}a\u{2069}.txt", "a\u{200B}.txt", "\u{FEFF}a.txt", "a.txt\u{0000}.exe", ".htaccess", "..", ".", "   ", "a;b.txt", "a\"b.txt", "a'b.txt",
            "%2e%2e%2fa.txt", "a%00.txt", "<script>.txt", "a&b.txt", String(repeating: "a", count: 5_000) + ".txt", String(repeating: "../", count: 500),
            "👩‍👩‍👧‍👦.txt", "a.t\u{0301}xt", "\u{1B}[31m.txt", "NUL", "aux.txt", "a.txt.", "a.txt ", "…", "\u{E000}.txt", "\u{FFFE}.txt", "-rf", "$(id).txt",
            "`id`.txt", "|id",
        ]
        try await sender.world.browse(as: sender.people.vera) { client in
            for name in names {
                let (status, upload) = try await Sender.begin(client, name, Samples.text.count)
                guard let upload else {
                    #expect(status == .unprocessableContent, "\(name.debugDescription): \(status)")
                    continue
                }
                let sent = try await sender.settled(try #require(try await Sender.piece(client, upload, at: 0, Samples.text).1))
                let isPlain = !sent.name.isEmpty && sent.name.count <= FileName.longest && !sent.name.contains("/") && !sent.name.contains("\\")
                let hasTricks = sent.name.unicodeScalars.contains { [.control, .format, .lineSeparator, .privateUse].contains($0.properties.generalCategory) }
                #expect(isPlain && !hasTricks && !sent.name.hasPrefix("."), "\(name.debugDescription) became \(sent.name.debugDescription)")
                if sent.state == "ready" { try await Self.checkServed(upload, name.debugDescription, sender) }
            }
            try await client.execute(uri: "/files", method: .get) { #expect(!String(buffer: $0.body).contains("<script>.txt")) }
        }
        #expect(try Self.left(sender) == [])
    }

    // MARK: Archives

    @Test("names inside an archive that climb, hide or turn round; sizes that lie; entries that lie upon one another")
    func archives() async throws {
        let sender = try await Sender(.sqlite), zeros = try LookTests.zip([("a.txt", [UInt8](repeating: 0, count: 20 << 20))])
        var bad: [(String, [UInt8])] = []
        for name in [
            "../a.txt", "a/../../b.txt", "/etc/passwd", "\\\\server\\share", "C:/a.txt", "a\u{202E}txt.doc", "a\r\n.txt", "\u{200B}", "a/b.EXE", "a.tar",
            "x/../../../y",
        ] { bad.append((name.debugDescription, try LookTests.zip([(name, Samples.text)]))) }
        bad.append(("many times the same bytes", Self.overlaid(zeros, times: 30)))
        for size: UInt32 in [0xFFFF_FFFF, 0xFFFF_FFFE, 0x7FFF_FFFF] { bad.append(("announces \(size)", Self.lying(zeros, size: size))) }
        bad.append(("too many announced", Self.lying(zeros, count: 0xFFFF)))
        bad.append(("nested", try LookTests.zip([("a.docx", try LookTests.zip([("b.zip", zeros)])), ("c.zip", zeros)])))
        for (what, bytes) in bad {
            let sent = try await sender.send("работа.zip", bytes, as: sender.people.vera)
            #expect(sent.state == "refused", "\(what): \(sent)")
        }
        // What says less than it holds is not believed: what comes out is counted.
        for size: UInt32 in [0, 1, 1 << 20] {
            let sent = try await sender.send("работа.zip", Self.lying(zeros, size: size), as: sender.people.vera)
            #expect(["ready", "refused"].contains(sent.state), "says \(size): \(sent)")
        }
        #expect(try Self.left(sender) == [])
    }

    /// The size that the entry's two headers announce, and the number of entries that the end does.
    private static func lying(_ archive: [UInt8], size: UInt32? = nil, count: Int? = nil) -> [UInt8] {
        var bytes = archive
        for place in 0..<(bytes.count - 30) where bytes[place] == 0x50 && bytes[place + 1] == 0x4B {
            let at: Int? =
                switch (bytes[place + 2], bytes[place + 3]) {
                case (3, 4): 22
                case (1, 2): 24
                default: nil
                }
            if let at, let size { for byte in 0..<4 { bytes[place + at + byte] = UInt8(truncatingIfNeeded: size >> (byte * 8)) } }
        }
        if let count {
            for (offset, shift) in [(-14, 0), (-13, 8), (-12, 0), (-11, 8)] { bytes[bytes.count + offset] = UInt8(truncatingIfNeeded: count >> shift) }
        }
        return bytes
    }

    /// One entry's bytes under as many names: what unpacks to much more than it is.
    private static func overlaid(_ archive: [UInt8], times: Int) -> [UInt8] {
        let end = archive.count - 22, start = (0..<4).reduce(0) { $0 | Int(archive[end + 16 + $1]) << ($1 * 8) }
        let record = Array(archive[start..<end]), all = (0..<times).flatMap { _ in record }
        var tail = Array(archive[end...])
        for at in [8, 10] { (tail[at], tail[at + 1]) = (UInt8(times & 0xFF), UInt8(times >> 8)) }
        for byte in 0..<4 { tail[12 + byte] = UInt8(truncatingIfNeeded: all.count >> (byte * 8)) }
        return Array(archive[..<start]) + all + tail
    }

    // MARK: Torn files

    @Test("files of every kind, torn at any place and with turned bytes, end in a clear state", arguments: ["photo", "sound", "film", "document"])
    func torn(_ group: String) async throws {
        let sender = try await Sender(.sqlite), seed = UInt64.random(in: 0 ... .max)
        var dice = Dice(seed)
        for (name, good) in try Self.good(group) {
            let whole = try await sender.send(name, good, as: sender.people.vera)
            #expect(whole.state == "ready", "\(name) is good: \(whole)")
            for round in 0..<5 {
                var bytes = round % 2 == 0 ? Array(good.prefix(1 + dice.number(good.count))) : good
                if round > 0 { for _ in 0...dice.number(24) { bytes[dice.number(bytes.count)] = UInt8(dice.number(256)) } }
                let sent = try await sender.send(name, bytes, as: sender.people.vera)
                #expect(["ready", "refused"].contains(sent.state), "seed \(seed), round \(round): \(sent)")
                if sent.state == "ready" { try await Self.checkServed(sent.file, "seed \(seed): \(name)", sender) }
            }
        }
        #expect(try Self.left(sender) == [], "seed \(seed)")
    }

    private static func good(_ group: String) throws -> [(String, [UInt8])] {
        switch group {
        case "photo":
            return [
                ("a.jpg", try Samples.photo()), ("a.webp", try Samples.webP()), ("a.png", try Samples.picture("a.png")),
                ("a.gif", try Samples.picture("a.gif")),
            ]
        case "sound":
            return try ["a.webm", "a.mp3", "a.wav", "a.ogg", "a.m4a", "a.flac"].map { ($0, try Samples.sound($0)) }
        case "film":
            return [("a.mp4", try Samples.film())] + (try ["a.mkv", "a.avi", "a.mov"].map { ($0, try Samples.film($0)) })
        default:
            let document = try LookTests.zip([("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array("<w/>".utf8))])
            let page = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            return [
                ("a.docx", document), ("a.zip", try LookTests.zip([("a.txt", Samples.text), ("б/в.txt", Samples.text)])), ("a.pdf", Array(page.utf8)),
                ("a.txt", Samples.text),
            ]
        }
    }

    // MARK: What is said of sizes and places

    @Test("a size or a place that is no number, or none that can be, is refused in words and leaves nothing")
    func numbers() async throws {
        let sender = try await Sender(.sqlite)
        var headers = Sender.token
        headers[.contentType] = "application/json"
        let json = headers
        try await sender.world.browse(as: sender.people.vera) { client in
            for size in [
                "-1", "0", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e30", "1.5", "\"10\"", "null", "[]", "true",
                "99999999999999999999999",
            ] {
                let body = ByteBuffer(string: #"{"name":"a.txt","size":\#(size),"keepsOriginal":false}"#)
                try await client.execute(uri: "/files", method: .post, headers: json, body: body) {
                    #expect((400..<500).contains($0.status.code), "\(size): \($0.status)")
                }
            }
            let upload = try #require(try await Sender.begin(client, "a.txt", 10).1)
            for offset in [
                "-1", "1", "10", "11", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "0x0", "+0", " ", "", "a", "0,0", "1e1",
            ] {
                var headers = Sender.token
                headers[Sender.offset] = offset
                try await client.execute(uri: "/files/uploads/\(upload)", method: .patch, headers: headers, body: ByteBuffer(string: "x")) {
                    #expect((400..<500).contains($0.status.code) || offset == "+0", "\(offset): \($0.status)")
                }
            }
            try await client.execute(uri: "/files/uploads/\(upload)", method: .patch, headers: Sender.token, body: ByteBuffer(string: "x")) {
                #expect((400..<500).contains($0.status.code), "no place at all")
            }
            for piece in [
                #"{"offset":-1,"base64":"aGk="}"#, #"{"offset":9223372036854775807,"base64":"aGk="}"#, #"{"offset":0}"#, #"{"offset":1e99,"base64":"aGk="}"#,
            ] {
                try await client.execute(
                    uri: "/api/v1/files/\(upload)/pieces", method: .post, headers: json, body: ByteBuffer(string: piece)
                ) { #expect((400..<500).contains($0.status.code), "\(piece): \($0.status)") }
            }
        }
        #expect(try await sender.count("SELECT COUNT(*) AS n FROM stored_file") == 1)
        #expect(try await sender.count("SELECT received AS n FROM stored_file") <= 1, "what was refused is not counted")
    }

    /// What lies where files arrive: nothing once all have been looked into.
    private static func left(_ sender: Sender) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: sender.folder.appending(path: "incoming").path(percentEncoded: false))
    }
}
