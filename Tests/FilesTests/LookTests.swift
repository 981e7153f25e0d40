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

@Suite struct LookTests {
    @Test("a photo stands upright and no longer says where and by what it was taken; who wishes keeps it as it was")
    func photo() async throws {
        let sender = try await Sender(.sqlite), bytes = try Samples.photo()
        #expect(Data(bytes).range(of: Data("SecretCamera1".utf8)) != nil)
        let sent = try await sender.send("IMG_1.HEIC.jpg", bytes, as: sender.people.petya)
        #expect(sent.state == "ready" && sent.kind == "photo" && sent.width == 200 && sent.height == 400, "\(sent)")
        let kept = try await sender.send("IMG_2.jpg", bytes, as: sender.people.petya, keepsOriginal: true)
        #expect(kept.state == "ready" && kept.width == 200 && kept.height == 400, "\(kept)")
        try await sender.world.browse(as: sender.people.petya) { client in
            for path in ["/files/\(sent.file)", "/files/\(sent.file)/small", "/files/\(sent.file)/large", "/files/\(kept.file)/small"] {
                try await client.execute(uri: path, method: .get) {
                    let shown = Data($0.body.readableBytesView)
                    #expect($0.status == .ok && shown.count > 100 && $0.headers[.contentDisposition]?.hasPrefix("inline") == true)
                    for word in ["SecretCamera1", "Exif"] { #expect(shown.range(of: Data(word.utf8)) == nil, "\(path) says \(word)") }
                }
            }
            try await client.execute(uri: "/files/\(kept.file)", method: .get) { #expect(Array($0.body.readableBytesView) == bytes) }
        }
        // What is shown, two sizes; what was kept as it was, with the same two.
        #expect(try sender.onDisk().count == 4)
    }

    @Test("a WebP too loses what the camera has written, and is a WebP still")
    func webP() async throws {
        let sender = try await Sender(.sqlite), bytes = try Samples.webP()
        #expect(Data(bytes).range(of: Data("SecretCamera1".utf8)) != nil)
        let sent = try await sender.send("a.webp", bytes, as: sender.people.petya)
        #expect(sent.state == "ready" && sent.kind == "photo" && sent.name == "a.webp", "\(sent)")
        try await sender.world.browse(as: sender.people.petya) { client in
            try await client.execute(uri: "/files/\(sent.file)", method: .get) {
                #expect($0.headers[.contentType] == "image/webp" && Data($0.body.readableBytesView).range(of: Data("SecretCamera1".utf8)) == nil)
            }
        }
        for cut in [0, 11, 12, 20, 40, bytes.count - 1] { #expect(WebPMetadata.cleaned(Array(bytes.prefix(cut))) == nil, "\(cut)") }
    }

    @Test("a picture of a few kilobytes that would fill the memory is refused, and so is one that is cut off")
    func bombs() async throws {
        let sender = try await Sender(.sqlite), photo = try Samples.photo()
        #expect(try await sender.send("bomb.png", Samples.pixelBomb(), as: sender.people.petya).state == "refused")
        #expect(try await sender.send("cut.jpg", Array(photo.prefix(40)), as: sender.people.petya).state == "refused")
        #expect(try sender.onDisk().isEmpty)
    }

    @Test("a voice message from any browser becomes one that all browsers play, with its length and shape")
    func voice() async throws {
        let sender = try await Sender(.sqlite)
        let sent = try await sender.send("Голос.webm", Samples.wave(seconds: 3), as: sender.people.olga)
        #expect(sent.state == "ready" && sent.kind == "audio" && sent.name == "Голос.m4a", "\(sent)")
        #expect((2_800...3_300).contains(sent.duration ?? 0) && sent.waveform?.count == 64 && sent.waveform?.max() == 255)
        try await sender.world.browse(as: sender.people.olga) { client in
            try await client.execute(uri: "/files/\(sent.file)", method: .get, headers: [.range: "bytes=0-11"]) {
                #expect($0.status == .partialContent && $0.headers[.contentType] == "audio/mp4" && String(buffer: $0.body).contains("ftyp"))
            }
        }
    }

    @Test("a film keeps its pictures but not its place, and gets one to show")
    func film() async throws {
        let sender = try await Sender(.sqlite), bytes = try Samples.film()
        #expect(Data(bytes).range(of: Data("+55.7558".utf8)) != nil)
        let sent = try await sender.send("Экскурсия.mp4", bytes, as: sender.people.vera)
        #expect(
            sent.state == "ready" && sent.kind == "video" && sent.width == 320 && sent.height == 240 && (1_900...2_200).contains(sent.duration ?? 0), "\(sent)")
        try await sender.world.browse(as: sender.people.vera) { client in
            try await client.execute(uri: "/files/\(sent.file)", method: .get) {
                #expect($0.headers[.contentType] == "video/mp4" && Data($0.body.readableBytesView).range(of: Data("+55.7558".utf8)) == nil)
            }
            try await client.execute(uri: "/files/\(sent.file)/small", method: .get) { #expect($0.status == .ok && $0.headers[.contentType] == "image/webp") }
        }
    }

    @Test("a playlist that names this machine's own files plays none of them")
    func playlist() async throws {
        let sender = try await Sender(.sqlite)
        for text in ["#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n", "ffconcat version 1.0\nfile /etc/hostname\n"] {
            let sent = try await sender.send("list.mp4", Array(text.utf8), as: sender.people.petya)
            #expect(sent.kind != "video" && sent.kind != "audio", "\(sent)")
        }
    }

    @Test("programs are known by what they are, not by what they are called", arguments: ["сочинение.docx", "photo.jpg", "a", "run.exe"])
    func programs(_ name: String) async throws {
        let sender = try await Sender(.sqlite)
        let sent = try await sender.send(name, Samples.program, as: sender.people.petya)
        #expect(sent.state == "refused" && sent.why == "программы не принимаются.", "\(sent)")
        #expect(try sender.onDisk().isEmpty)
    }

    @Test("what Windows would run is refused by its name; prose that begins like a program is prose; programs' texts as the school wishes")
    func names() async throws {
        let sender = try await Sender(.sqlite), people = sender.people, script = Array("#!/bin/sh\nrm -rf /\n".utf8),
            page = Array("<html><script>alert(1)</script></html>".utf8)
        for name in ["a.bat", "a.VBS", "a.txt.lnk", "a.hta"] {
            #expect(try await sender.send(name, Samples.text, as: people.petya).state == "refused", "\(name)")
        }
        for name in ["a.sh", "a"] { #expect(try await sender.send(name, script, as: people.petya).state == "refused", "\(name)") }
        #expect(try await sender.send("a.txt", script, as: people.petya).kind == "document")
        #expect(try await sender.send("a.html", page, as: people.petya).state == "refused")
        try await sender.world.perform(SetFileRule(side: .pupil, rule: FileRule(largest: 1 << 20, quota: 1 << 30, kinds: [.code])), by: people.rita)
        let sent = try await sender.send("a.html", page, as: people.petya)
        try await sender.world.browse(as: people.petya) { client in
            try await client.execute(uri: "/files/\(sent.file)", method: .get) {
                #expect(
                    sent.kind == "code" && $0.headers[.contentType] == "text/plain; charset=utf-8"
                        && $0.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
            }
        }
    }

    @Test("an archive is looked into: bombs, archives inside, names that climb out, programs, passwords, too many")
    func archives() async throws {
        let sender = try await Sender(.sqlite), petya = sender.people.petya
        let good = try Self.zip([("работа/лист 1.txt", Samples.text), ("photo.txt", Samples.text)])
        #expect(try await sender.send("работа.zip", good, as: petya).kind == "archive")
        let zeros = [UInt8](repeating: 0, count: 80 << 20)
        for (why, bytes) in [
            ("bomb", try Self.zip([("a.txt", zeros)])), ("nested", try Self.zip([("b.zip", good)])),
            ("nested", try Self.zip([("b.txt", [0x52, 0x61, 0x72, 0x21, 0x1A, 7])])),
            ("names", try Self.zip([("../../etc/passwd", Samples.text)])), ("names", try Self.zip([("C:\\a.txt", Samples.text)])),
            ("program", try Self.zip([("setup.exe", Samples.text)])), ("program", try Self.zip([("photo.jpg", Samples.program)])),
            ("bomb", try Self.zip((0..<5_001).map { ("\($0)", []) })), ("encrypted", try Self.zip([("a.txt", Samples.text)], password: "1234")),
            ("unreadable", Array(good.prefix(good.count - 30))),
            ("otherArchive", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4] + [UInt8](repeating: 1, count: 60)),
        ] {
            let sent = try await sender.send("архив.zip", bytes, as: petya)
            let refusal = try await sender.world.site.read { tx in
                try tx.one("SELECT COALESCE(refusal, state) AS r FROM stored_file WHERE id = \(sent.file)").text("r")
            }
            #expect(refusal == why, "\(bytes.count) bytes")
        }
        // An office document is an archive too.
        let document = try Self.zip([("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array("<w/>".utf8))])
        #expect(try await sender.send("сочинение.docx", document, as: petya).kind == "document")
        let macros = try Self.zip([("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", []), ("word/vbaProject.bin", [1])])
        #expect(try await sender.send("сочинение.docx", macros, as: petya).state == "refused")
    }

    @Test("whatever bytes come, the look ends with a word and no trace on the disk but what is kept")
    func anyBytes() async throws {
        let sender = try await Sender(.sqlite), photo = try Samples.photo(), wave = try Samples.wave(seconds: 1)
        var dice = SystemRandomNumberGenerator()
        for (name, good) in [("a.jpg", photo), ("a.webm", wave), ("a.zip", try Self.zip([("a", Samples.text)]))] {
            for _ in 0..<4 {
                var bytes = Array(good.prefix(Int.random(in: 1...good.count, using: &dice)))
                for _ in 0..<Int.random(in: 0...20, using: &dice) { bytes[Int.random(in: 0..<bytes.count, using: &dice)] = .random(in: 0...255, using: &dice) }
                let sent = try await sender.send(name, bytes, as: sender.people.vera)
                #expect(["ready", "refused"].contains(sent.state), "\(sent)")
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: sender.folder.appending(path: "incoming").path(percentEncoded: false)).isEmpty)
    }

    @Test("a name loses paths, controls, overrides and length, never its ending")
    func fileNames() throws {
        for (sent, kept) in [
            ("../../etc/passwd", "passwd"), ("C:\\Users\\я\\фото.jpg", "фото.jpg"), ("a\u{202E}gpj.exe", "agpj.exe"),
            ("a\r\nSet-Cookie: x.txt", "aSet-Cookie x.txt"),
            (".htaccess", "htaccess"), ("a<b>|c?.txt", "abc.txt"), ("  два   слова .pdf ", "два слова .pdf"), ("и\u{306}.txt", "й.txt"),
        ] {
            #expect(try FileName(sent).text == kept, "\(sent)")
        }
        let long = try FileName(String(repeating: "ы", count: 500) + ".docx").text
        #expect(long.count <= FileName.longest && long.hasSuffix(".docx"))
        for sent in ["", "/", "..", "\u{200F}", "???"] { #expect(throws: Denial.self) { try FileName(sent) } }
    }

    /// A ZIP by libzip, stored or packed as it likes.
    static func zip(_ entries: [(String, [UInt8])], password: String? = nil) throws -> [UInt8] {
        let place = TestDatabase.newFile() + ".zip"
        defer { try? FileManager.default.removeItem(atPath: place) }
        let archive = try #require(zip_open(place, ZIP_CREATE, nil))
        for (name, bytes) in entries {
            let memory = try #require(malloc(max(1, bytes.count)))
            bytes.withUnsafeBytes { if let from = $0.baseAddress { memory.copyMemory(from: from, byteCount: bytes.count) } }
            let number = zip_file_add(archive, name, zip_source_buffer(archive, memory, zip_uint64_t(bytes.count), 1), zip_flags_t(ZIP_FL_ENC_UTF_8))
            #expect(number >= 0)
            if let password { #expect(zip_file_set_encryption(archive, zip_uint64_t(number), zip_uint16_t(ZIP_EM_AES_256), password) == 0) }
        }
        #expect(zip_close(archive) == 0)
        return Array(try Data(contentsOf: URL(filePath: place)))
    }
}
