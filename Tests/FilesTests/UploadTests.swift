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

@Suite struct UploadTests {
    @Test(
        "a file in pieces of any size comes whole; it can be asked where to go on, and the same piece twice changes nothing", arguments: TestDatabase.available)
    func pieces(_ kind: TestDatabase) async throws {
        let sender = try await Sender(kind), bytes = Array(String(repeating: "урок ", count: 300_000).utf8)
        try await sender.world.browse(as: sender.people.petya) { client in
            let upload = try #require(try await Sender.begin(client, "урок.txt", bytes.count).1)
            var sent = 0
            for size in [1, 999, 70_000, 1 << 20, bytes.count] where sent < bytes.count {
                let piece = bytes[sent..<min(bytes.count, sent + size)]
                let (status, state) = try await Sender.piece(client, upload, at: sent, piece)
                #expect(status == .ok && state?.received == sent + piece.count)
                if sent + piece.count < bytes.count { #expect(try await Sender.piece(client, upload, at: sent, piece).0 == .conflict) }
                sent += piece.count
                try await client.execute(uri: "/files/uploads/\(upload)", method: .head) {
                    #expect($0.status == .noContent && $0.headers[Sender.offset] == String(sent))
                }
            }
            try await client.execute(uri: "/files/\(upload)", method: .get) {
                #expect($0.status == .ok && Array($0.body.readableBytesView) == bytes)
                #expect($0.headers[.contentType] == "text/plain; charset=utf-8" && $0.headers[.xContentTypeOptions] == "nosniff")
                #expect($0.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
            }
        }
        #expect(try sender.onDisk().count == 1)
    }

    @Test("what lies about itself is refused: sizes, offsets, more than announced; nobody else may send, see or delete", arguments: TestDatabase.available)
    func lies(_ kind: TestDatabase) async throws {
        let sender = try await Sender(kind)
        let upload = try await sender.world.browse(as: sender.people.petya) { client in
            for size in [0, -1, (20 << 20) + 1, 1 << 60] { #expect(try await Sender.begin(client, "a.txt", size).0 == .unprocessableContent, "\(size)") }
            for name in ["", "..", "/", "\u{202E}\u{200B}", "...", "a/../"] {
                #expect(try await Sender.begin(client, name, 10).0 == .unprocessableContent, "\(name)")
            }
            let upload = try #require(try await Sender.begin(client, "a.txt", 10).1)
            #expect(try await Sender.piece(client, upload, at: 1, [1, 2]).0 == .conflict)
            #expect(try await Sender.piece(client, upload, at: -1, [1, 2]).0 == .unprocessableContent)
            #expect(try await Sender.piece(client, upload, at: 0, [UInt8](repeating: 65, count: 11)).0 == .unprocessableContent)
            #expect(try await Sender.piece(client, upload, at: Int.max, [1]).0 == .conflict)
            #expect(try await Sender.piece(client, upload, at: 0, Array("hello".utf8)).0 == .ok)
            #expect(try await Sender.piece(client, upload, at: 0, Array("HELLO WORLD".utf8)).0 == .conflict)
            return upload
        }
        for other in [sender.people.masha, sender.people.rita, sender.people.xenia] {
            try await sender.world.browse(as: other) { client in
                #expect(try await Sender.piece(client, upload, at: 5, Array("other".utf8)).0 == .notFound)
                for (path, method) in [
                    ("/files/uploads/\(upload)", HTTPRequest.Method.head), ("/files/uploads/\(upload)", .delete), ("/files/\(upload)", .get),
                    ("/files/\(upload)/state", .get),
                ] {
                    try await client.execute(uri: path, method: method, headers: Sender.token) { #expect($0.status == .notFound, "\(path)") }
                }
            }
        }
        try await sender.world.browse(as: sender.people.petya) { client in
            #expect(try await Sender.piece(client, upload, at: 5, Array("world".utf8)).1?.state == "ready")
            try await client.execute(uri: "/files/\(upload)", method: .get) { #expect(String(buffer: $0.body) == "helloworld") }
        }
    }

    @Test("two windows that send one file at once: each byte is there once, in its place", arguments: TestDatabase.available)
    func twoWindows(_ kind: TestDatabase) async throws {
        let sender = try await Sender(kind), bytes = (0..<200_000).map { UInt8(32 + $0 % 90) }
        let upload = try await sender.world.browse(as: sender.people.petya) { try #require(try await Sender.begin($0, "a.txt", bytes.count).1) }
        try await withThrowingTaskGroup(of: Void.self) { windows in
            for size in [7_001, 9_973] {
                windows.addTask {
                    try await sender.world.browse(as: sender.people.petya) { client in
                        while true {
                            let head = try await client.execute(uri: "/files/uploads/\(upload)", method: .head) { Int($0.headers[Sender.offset] ?? "") ?? 0 }
                            if head == bytes.count { return }
                            let (status, _) = try await Sender.piece(client, upload, at: head, bytes[head..<min(bytes.count, head + size)])
                            #expect(status == .ok || status == .conflict)
                        }
                    }
                }
            }
            try await windows.waitForAll()
        }
        try await sender.ready(upload)
        try await sender.world.browse(as: sender.people.petya) { client in
            try await client.execute(uri: "/files/\(upload)", method: .get) { #expect(Array($0.body.readableBytesView) == bytes) }
        }
    }

    @Test("killed between the bytes and their row: it goes on from what was counted, and nothing of the lost piece is left", arguments: TestDatabase.available)
    func killed(_ kind: TestDatabase) async throws {
        let sender = try await Sender(kind), people = sender.people
        let id = try await sender.world.perform(BeginUpload("a.txt", size: 10), by: people.petya, at: .now)
        let incoming = sender.folder.appending(path: "incoming")
        // More than was announced, and wrong: as if a node had died in the middle of it.
        do { try #require(try IncomingFile(id, in: incoming)).write(Array("garbage garbage".utf8), at: 0) }
        try await sender.world.browse(as: people.petya) { client in
            try await client.execute(uri: "/files/uploads/\(id.number)", method: .head) { #expect($0.headers[Sender.offset] == "0") }
            #expect(try await Sender.piece(client, id.number, at: 0, Array("01234".utf8)).0 == .ok)
            #expect(try await Sender.piece(client, id.number, at: 5, Array("56789".utf8)).1?.state == "ready")
            try await client.execute(uri: "/files/\(id.number)", method: .get) { #expect(String(buffer: $0.body) == "0123456789") }
        }
    }

    @Test("a node that died while it looked into a file is followed by another; claims of the living are kept", arguments: TestDatabase.available)
    func diedLooking(_ kind: TestDatabase) async throws {
        let sender = try await Sender(kind), people = sender.people, now = Moment.now
        let id = try await sender.world.perform(BeginUpload("a.txt", size: 5), by: people.petya, at: now)
        do { try #require(try IncomingFile(id, in: sender.folder.appending(path: "incoming"))).write(Array("hello".utf8), at: 0) }
        try await sender.world.perform(TakePiece(file: id, offset: 0, count: 5), by: people.petya, at: now)
        try await sender.world.site.database.write { tx in _ = try ExaminationStore.claim(id, until: now + 600, at: now, tx) }
        try await sender.tidy(at: now + 60)
        #expect(try await sender.count("SELECT COUNT(*) AS n FROM stored_file WHERE state = 'checking'") == 1)
        try await sender.tidy(at: now + 601)
        #expect(try await sender.count("SELECT COUNT(*) AS n FROM stored_file WHERE state = 'ready'") == 1)
        #expect(try sender.onDisk().count == 1)
    }

    @Test(
        "what is never finished or never sent goes after a day, what something refers to stays, the same content of another stays",
        arguments: TestDatabase.available)
    func forgotten(_ kind: TestDatabase) async throws {
        let sender = try await Sender(kind), people = sender.people, now = Moment.now
        let mine = try await sender.send("a.txt", Samples.text, as: people.petya), theirs = try await sender.send("b.txt", Samples.text, as: people.zoya)
        _ = try await sender.world.perform(BeginUpload("c.txt", size: 5), by: people.petya, at: now)
        #expect(try sender.onDisk().count == 1)
        try await sender.world.site.database.write { tx in
            let file = try FilesAccess.sendable(ID(theirs.file), by: people.zoya, tx)
            try FilesStore.hold(file, at: now, tx)
        }
        try await sender.tidy(at: now + 80_000)
        #expect(try await sender.count("SELECT COUNT(*) AS n FROM stored_file") == 3)
        try await sender.tidy(at: now + 90_000)
        #expect(try await sender.count("SELECT COUNT(*) AS n FROM stored_file") == 1)
        #expect(try sender.onDisk().count == 1, "the other school's file has the same bytes")
        #expect(mine.file != theirs.file)
        try await sender.world.site.database.write { tx in try FilesStore.release(ID(theirs.file), at: now, tx) }
        try await sender.tidy(at: now + 180_000)
        try await sender.tidy(at: now + 180_060)
        #expect(try await sender.count("SELECT COUNT(*) AS n FROM stored_file") == 0)
        #expect(try sender.onDisk().isEmpty)
    }

    @Test("orphans on the disk are found, what rows refer to is not touched", arguments: TestDatabase.available)
    func orphans(_ kind: TestDatabase) async throws {
        let sender = try await Sender(kind), store = try ContentFolder(sender.folder)
        _ = try await sender.send("a.txt", Samples.text, as: sender.people.petya)
        let orphan = store.incoming.appending(path: "made")
        try Data("nobody's".utf8).write(to: orphan)
        try store.put(orphan, as: MadeContent(orphan).digest)
        #expect(try sender.onDisk().count == 2)
        for path in try sender.onDisk() {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -100_000)], ofItemAtPath: sender.folder.appending(path: path).path(percentEncoded: false))
        }
        try await FilesFeature.findOrphans(sender.world.site)
        #expect(try sender.onDisk().count == 1)
    }

    @Test("a plain form sends a file, without script; a form without one is told so", arguments: TestDatabase.available)
    func form(_ kind: TestDatabase) async throws {
        let sender = try await Sender(kind), headers: HTTPFields = [.contentType: "multipart/form-data; boundary=x"]
        @Sendable func body(_ name: String, _ content: String) -> ByteBuffer {
            ByteBuffer(
                string: ["formToken\"\r\n\r\nform-token", "file\"; filename=\"\(name)\"\r\n\r\n\(content)"].map {
                    "--x\r\nContent-Disposition: form-data; name=\"\($0)\r\n"
                }.joined() + "--x--")
        }
        try await sender.world.browse(as: sender.people.olga) { client in
            try await client.execute(uri: "/files", method: .post, headers: headers, body: body("../../Сочинение.txt", "О лете")) {
                #expect($0.status == .seeOther)
            }
            try await client.execute(uri: "/files", method: .get) {
                let page = String(buffer: $0.body)
                #expect($0.status == .ok && page.contains("Сочинение.txt") && !page.contains(".."))
            }
            try await client.execute(uri: "/files", method: .post, headers: headers, body: body("", "")) { #expect($0.status == .unprocessableContent) }
            try await client.execute(uri: "/files", method: .post, headers: headers, body: body("a.exe", "MZ")) { #expect($0.status == .seeOther) }
            try await client.execute(uri: "/files", method: .get) { #expect(String(buffer: $0.body).contains("программы не принимаются")) }
        }
    }

    @Test("the school's rule holds for size, room and kind; only its office sets it", arguments: TestDatabase.available)
    func rules(_ kind: TestDatabase) async throws {
        let sender = try await Sender(kind), people = sender.people
        let rule = FileRule(largest: 1 << 20, quota: 1 << 20, kinds: [.photo])
        #expect(try await sender.world.outcome(SetFileRule(side: .pupil, rule: rule), by: people.vera) == .notFound)
        #expect(try await sender.world.outcome(SetFileRule(side: .pupil, rule: rule), by: people.petya) == .notFound)
        #expect(
            try await sender.world.outcome(SetFileRule(side: .pupil, rule: FileRule(largest: 2, quota: 1, kinds: [])), by: people.rita)
                == .invalid(field: "quota", .fileRuleQuota))
        #expect(try await sender.world.outcome(SetFileRule(side: .pupil, rule: rule), by: people.rita) == nil)
        #expect(try await sender.world.outcome(BeginUpload("a.txt", size: (1 << 20) + 1), by: people.petya) == .invalid(field: "size", .fileTooLarge(1)))
        #expect(try await sender.world.outcome(BeginUpload("a.txt", size: (1 << 20) + 1), by: people.vera) == nil, "another side")
        #expect(try await sender.world.outcome(BeginUpload("a.txt", size: (1 << 20) + 1), by: people.yura) == nil, "another school")
        #expect(try await sender.send("a.txt", Samples.text, as: people.petya).state == "refused")
        #expect(try await sender.world.outcome(BeginUpload("a.txt", size: 1 << 20), by: people.petya) == nil, "what was refused takes no room")
        #expect(try await sender.world.outcome(BeginUpload("b.txt", size: 1), by: people.petya) == .conflict(.filesFull(1)))
        #expect(try await sender.count("SELECT COUNT(*) AS n FROM trace WHERE what = 'files.rule'") == 1)
        try await sender.world.browse(as: people.rita) { client in
            try await client.execute(uri: "/files/rules", method: .get) { #expect($0.status == .ok && String(buffer: $0.body).contains("Ученики")) }
        }
    }

    @Test("one who is erased leaves no byte on the disk, and a merged person's files are the other's", arguments: TestDatabase.available)
    func erased(_ kind: TestDatabase) async throws {
        let sender = try await Sender(kind), people = sender.people
        let photo = try await sender.send("Петин.jpg", Samples.photo(), as: people.petya),
            held = try await sender.send("записка.txt", Samples.text, as: people.petya)
        _ = try await sender.world.perform(BeginUpload("c.txt", size: 5), by: people.petya, at: .now)
        let other = try await sender.send("b.txt", Array("чужое".utf8), as: people.masha)
        #expect(try sender.onDisk().count == 5 && photo.state == "ready")
        try await sender.world.site.database.write { tx in
            try FilesStore.hold(FilesAccess.sendable(ID(held.file), by: people.petya, tx), at: .now, tx)
        }
        let destroyed = try await sender.world.site.database.write { tx in try FilesFeature.erase(people.petya.person, in: tx) }
        #expect(destroyed == [Destroyed(.file, 3)])
        try await sender.tidy()
        #expect(try sender.onDisk().count == 1)
        #expect(try await sender.count("SELECT COUNT(*) AS n FROM stored_file WHERE name <> '' OR digest IS NOT NULL") == 1)
        #expect(try await sender.world.site.database.write { tx in try FilesFeature.erase(people.petya.person, in: tx) } == [Destroyed(.file, 0)])
        try await sender.world.site.database.write { tx in try FilesFeature.merge(people.masha.person, into: people.kolya.person, in: tx) }
        try await sender.world.browse(as: people.kolya) { client in
            try await client.execute(uri: "/files/\(other.file)", method: .get) { #expect($0.status == .ok) }
        }
    }

    @Test("a program sends and deletes a file by the API", arguments: TestDatabase.available)
    func api(_ kind: TestDatabase) async throws {
        let sender = try await Sender(kind)
        struct Info: Decodable { let id: Int64, state: String, received: Int, content: String? }
        try await sender.world.browse(as: sender.people.vera) { client in
            let headers: HTTPFields = [.contentType: "application/json", .authorization: "Bearer x"]
            func post(_ path: String, _ body: String) async throws -> (HTTPResponse.Status, Info?) {
                try await client.execute(uri: "/api/v1/" + path, method: .post, headers: headers, body: ByteBuffer(string: body)) {
                    ($0.status, try? JSONDecoder().decode(Info.self, from: Data($0.body.readableBytesView)))
                }
            }
            let file = try #require(try await post("files", #"{"name":"a.txt","size":5}"#).1)
            #expect(try await post("files/\(file.id)/pieces", #"{"offset":0,"base64":"aGVs"}"#).1?.received == 3)
            #expect(try await post("files/\(file.id)/pieces", #"{"offset":0,"base64":"bG8="}"#).0 == .conflict)
            #expect(try await post("files/\(file.id)/pieces", #"{"offset":3,"base64":"?"}"#).0 == .unprocessableContent)
            #expect(try await post("files/\(file.id)/pieces", #"{"offset":3,"base64":"bG8="}"#).1?.content == "/files/\(file.id)")
            try await client.execute(uri: "/api/v1/files/\(file.id)", method: .delete, headers: headers) { #expect($0.status == .ok) }
            try await client.execute(uri: "/files/\(file.id)", method: .get) { #expect($0.status == .notFound) }
        }
    }
}
