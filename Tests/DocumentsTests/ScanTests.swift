import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Documents

@Suite struct ScanTests {
    static let pdf = Array("%PDF-1.7 paper".utf8), jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 1],
        png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]

    @Test("what a file is is told by its first bytes, whatever it is called")
    func kinds() throws {
        for (bytes, kind) in [(Self.pdf, Scan.Kind.pdf), (Self.jpeg, .jpeg), (Self.png, .png)] {
            #expect(try Scan(UploadedFile(name: "order.exe", bytes: bytes), field: "order").kind == kind)
        }
        let wrong: [[UInt8]] = [
            [], Array("%PD".utf8), Array("<html>%PDF-".utf8), Array("GIF89a".utf8), [0xFF, 0xD8], Array("PK\u{3}\u{4}".utf8), Array(" %PDF-1.7".utf8),
        ]
        for bytes in wrong {
            #expect(throws: Denial.invalid(field: "order", .scanKind)) { try Scan(UploadedFile(name: "order.pdf", bytes: bytes), field: "order") }
        }
    }

    @Test("eight megabytes are taken, one byte more is not")
    func sizes() throws {
        let full = Self.pdf + [UInt8](repeating: 0, count: Scan.largest - Self.pdf.count)
        #expect(try Scan(UploadedFile(name: "a.pdf", bytes: full), field: "f").bytes.count == Scan.largest)
        #expect(throws: Denial.invalid(field: "f", .scanTooLarge)) { try Scan(UploadedFile(name: "a.pdf", bytes: full + [0]), field: "f") }
    }

    @Test(
        "of a name only its last piece stays, without what a header or a folder could mistake",
        arguments: [
            ("Приказ № 5.pdf", "Приказ № 5.pdf"), ("../../etc/passwd", "passwd"), ("C:\\Documents\\приказ.pdf", "приказ.pdf"), ("", "scan.pdf"),
            ("...", "scan.pdf"),
            ("/", "scan.pdf"), (".htaccess", "htaccess"), ("a\"b.pdf", "ab.pdf"), ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
            ("\u{202E}fdp.exe", "fdp.exe"), ("\u{0}", "scan.pdf"),
        ])
    func names(_ sent: String, _ kept: String) throws {
        #expect(try Scan(UploadedFile(name: sent, bytes: Self.pdf), field: "f").name == kept)
    }

    @Test("a very long name is cut")
    func longName() throws {
        #expect(try Scan(UploadedFile(name: String(repeating: "ж", count: 10_000), bytes: Self.pdf), field: "f").name.count == 100)
    }

    @Test("a scan is answered as what it is, without rights over the site, its name safe in the header")
    func answered() throws {
        let scan = try Scan(UploadedFile(name: "Приказ «5»; a=b.pdf", bytes: Self.pdf), field: "f")
        let request = Request(head: HTTPRequest(method: .get, scheme: "https", authority: "school", path: "/x"), body: .init(buffer: .init()))
        let headers = scan.response(to: request).headers
        #expect(headers[.contentType] == "application/pdf" && headers[.xContentTypeOptions] == "nosniff")
        #expect(headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
        let disposition = try #require(headers[.contentDisposition])
        #expect(
            disposition.hasPrefix("inline; filename*=UTF-8''")
                && disposition.dropFirst("inline; filename*=UTF-8''".count).allSatisfy { $0.isASCII && !" ;\"".contains($0) })
    }

    @Test("a scan is kept byte for byte, given to a school, and destroyed", arguments: TestDatabase.available)
    func kept(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), school = world.people.rita.school, person = world.people.rita.person
        let scan = try Scan(UploadedFile(name: "a.jpg", bytes: Self.jpeg + (0...255).map { UInt8($0) }), field: "f")
        let id = try await world.site.database.write { tx in try DocumentStore.add(scan, of: nil, by: nil, at: World.now, tx) }
        let second = try await world.site.database.write { tx in try DocumentStore.add(scan, of: school, by: person, at: World.now, tx) }
        #expect(id != second)
        #expect(try await world.site.read { tx in try DocumentStore.scan(id, tx) } == scan)
        try await world.site.database.write { tx in try DocumentStore.give(id, to: school, tx) }
        #expect(try await world.site.read { tx in try tx.rows("SELECT id FROM document WHERE school_id = \(school)") }.count == 2)
        try await world.site.database.write { tx in try DocumentStore.remove(id, tx) }
        #expect(try await world.site.read { tx in try DocumentStore.scan(id, tx) } == nil)
        #expect(try await world.site.read { tx in try DocumentStore.scan(second, tx) } == scan)
    }
}
