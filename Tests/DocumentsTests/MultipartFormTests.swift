import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Storage
import TestKit
import Testing

@testable import WebCore

/// Forms with files come from anywhere: whatever is sent is a form or a refusal, never a crash or a file under a wrong name.
@Suite struct MultipartFormTests {
    static let type = "multipart/form-data; boundary=cut"

    private static func part(_ head: String, _ contents: [UInt8]) -> [UInt8] { Array("--cut\r\n\(head)\r\n\r\n".utf8) + contents + [13, 10] }
    private static func field(_ name: String, _ value: String) -> [UInt8] { part("Content-Disposition: form-data; name=\"\(name)\"", Array(value.utf8)) }
    private static func file(_ name: String, called file: String, _ bytes: [UInt8]) -> [UInt8] {
        part("Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(file)\"\r\nContent-Type: application/pdf", bytes)
    }
    private static let end = Array("--cut--\r\n".utf8)
    private func form(_ parts: [UInt8]..., type: String = Self.type) throws -> MultipartForm {
        try MultipartForm(parts.flatMap { $0 } + Self.end, contentType: type)
    }

    @Test("fields and files come as they were sent, byte for byte")
    func whole() throws {
        let bytes = (0...255).map { UInt8($0) } + Array("\r\n--cu\r\n\r\n--".utf8)
        let form = try form(Self.field("formToken", "слово"), Self.field("empty", ""), Self.file("scan", called: "приказ.pdf", bytes))
        #expect(form.fields == ["formToken": "слово", "empty": ""])
        #expect(form.file("scan") == UploadedFile(name: "приказ.pdf", bytes: bytes) && form.file("other") == nil)
    }

    @Test("a file input that was left empty is no file")
    func noFile() throws { #expect(try form(Self.file("scan", called: "", [])).files.isEmpty) }

    @Test("a name is only a name: what it says of paths and headers goes no further")
    func pathNames() throws {
        for name in ["../../etc/passwd", "C:\\a.pdf", "a; b=c", "a%22b"] {
            let form = try form(Self.file("scan", called: name, [1]))
            #expect(form.files.count == 1 && form.fields.isEmpty, "\(name)")
        }
    }

    @Test("of two fields of one name the last counts, and a file is never a field")
    func repeated() throws {
        let form = try form(Self.field("a", "1"), Self.field("a", "2"), Self.file("a", called: "f", [7]))
        #expect(form.fields == ["a": "2"] && form.file("a")?.bytes == [7])
    }

    @Test(
        "what is no form is refused",
        arguments: [
            ("", type), ("--cut", type), ("--cut--", type), ("preamble\r\n--cut\r\n\r\n\r\n--cut--", type), ("--cut\r\nno end of the head\r\n--cut--", type),
            ("--cut\r\nContent-Type: text/plain\r\n\r\nno name\r\n--cut--", type), ("--cut\r\nContent-Disposition: form-data\r\n\r\nx\r\n--cut--", type),
            ("--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--cut--", "multipart/form-data"),
            ("--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--cut--", "multipart/form-data; boundary="),
            ("--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--cut--", "multipart/form-data; boundary=" + String(repeating: "c", count: 71)),
        ])
    func refused(_ body: String, _ type: String) { #expect(throws: Denial.self) { try MultipartForm(Array(body.utf8), contentType: type) } }

    @Test("a thousand parts are not read")
    func manyParts() {
        let body = (0...1000).flatMap { Self.field("f\($0)", "x") } + Self.end
        #expect(throws: Denial.self) { try MultipartForm(body, contentType: Self.type) }
    }

    @Test("cut off at any byte it is a refusal or a form without what was cut")
    func truncated() throws {
        let whole = Self.field("a", "one") + Self.file("scan", called: "f.pdf", Array("%PDF-1.7".utf8)) + Self.end
        for length in 0..<whole.count {
            guard let form = try? MultipartForm(Array(whole[..<length]), contentType: Self.type) else { continue }
            #expect(form.fields["a"] == nil || form.fields["a"] == "one", "\(length)")
            #expect(form.file("scan") == nil || form.file("scan")?.bytes == Array("%PDF-1.7".utf8), "\(length)")
        }
    }

    @Test("anything at all is a form or a refusal")
    func fuzz() {
        var dice = SystemRandomNumberGenerator()
        let whole = Self.field("a", "one") + Self.file("scan", called: "f.pdf", Array("%PDF-1.7".utf8)) + Self.end
        for _ in 0..<3000 {
            var body = whole
            for _ in 0...Int.random(in: 0...6, using: &dice) {
                let place = Int.random(in: 0..<body.count, using: &dice)
                switch Int.random(in: 0...3, using: &dice) {
                case 0: body[place] = UInt8.random(in: 0...255, using: &dice)
                case 1: body.remove(at: place)
                case 2: body.insert(contentsOf: Array("--cut\r\n".utf8), at: place)
                default: body += body.prefix(place)
                }
                if body.isEmpty { body = [0] }
            }
            do { _ = try MultipartForm(body, contentType: Self.type) } catch { #expect(error is Denial) }
        }
        for type in [
            "multipart/form-data; boundary=\"", "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=\u{0}", "multipart/form-data;;;=",
            ";boundary=cut",
        ] {
            do { _ = try MultipartForm(whole, contentType: type) } catch { #expect(error is Denial) }
        }
    }

    @Test("a form with files without the word of the session, or with a wrong one, does nothing")
    func token() async throws {
        let world = try await World.open(.sqlite), petya = world.people.petya.person.number
        try await world.browse(as: world.people.rita) { client in
            for token in [nil, "", "wrong", "form-token "] as [String?] {
                let body = (token.map { Self.field("formToken", $0) } ?? []) + Self.field("purpose", "photos") + Self.field("answer", "yes") + Self.end
                let headers: HTTPFields = [.contentType: Self.type]
                try await client.execute(uri: "/consents/pupils/\(petya)", method: .post, headers: headers, body: ByteBuffer(bytes: body)) {
                    #expect($0.status == .forbidden, "\(token ?? "none")")
                }
            }
            // The token may also stand in the header, and then the form is still read as one.
            let headers: HTTPFields = [.contentType: Self.type, FormGuard.header: "form-token"]
            try await client.execute(
                uri: "/consents/pupils/\(petya)", method: .post, headers: headers, body: ByteBuffer(bytes: Self.field("a", "b") + Self.end)
            ) {
                #expect($0.status == .unprocessableContent)
            }
            try await client.execute(
                uri: "/consents/pupils/\(petya)", method: .post, headers: [.contentType: "multipart/form-data"], body: ByteBuffer(string: "x")
            ) {
                #expect($0.status == .unprocessableContent)
            }
        }
        #expect(try await world.site.read { tx in try tx.rows("SELECT id FROM consent") }.isEmpty)
    }
}
