import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import TestKit
import Testing
import WebCore

@testable import Files

@Suite struct RangeTests {
    @Test("a range is read as RFC 9110 has it; what is no range asks for the whole")
    func parsing() {
        for (header, size, wanted) in [
            (nil, 10, .whole), ("bytes=0-3", 10, .part(0...3)), ("bytes=3-", 10, .part(3...9)), ("bytes=-3", 10, .part(7...9)), ("bytes=-30", 10, .part(0...9)),
            ("bytes=5-99", 10, .part(5...9)), ("bytes=9-9", 10, .part(9...9)), ("bytes=10-", 10, .unsatisfiable), ("bytes=-0", 10, .unsatisfiable),
            ("bytes=5-3", 10, .whole), ("bytes=0-1,3-4", 10, .whole), ("lines=0-1", 10, .whole), ("bytes=", 10, .whole), ("bytes=-", 10, .whole),
            ("bytes=a-b", 10, .whole), ("bytes=0x1-2", 10, .whole), ("bytes=99999999999999999999-", 10, .whole), ("bytes=--1", 10, .whole),
            ("bytes=0-0", 0, .unsatisfiable),
            ("Bytes = 0-1", 10, .part(0...1)), ("bytes=+1-2", 10, .whole),
        ] as [(String?, Int, ByteRange)] { #expect(ByteRange(header, of: size) == wanted, "\(header ?? "nothing") of \(size)") }
    }

    @Test("parts, marks and heads of a kept file")
    func served() async throws {
        let sender = try await Sender(.sqlite), text = Array("0123456789".utf8), sent = try await sender.send("числа.txt", text, as: sender.people.vera)
        try await sender.world.browse(as: sender.people.vera) { client in
            let path = "/files/\(sent.file)"
            func ask(_ headers: HTTPFields, _ method: HTTPRequest.Method = .get) async throws -> (HTTPResponse.Status, HTTPFields, String) {
                try await client.execute(uri: path, method: method, headers: headers) { ($0.status, $0.headers, String(buffer: $0.body)) }
            }
            let whole = try await ask([:]), tag = try #require(whole.1[.eTag])
            #expect(whole.0 == .ok && whole.2 == "0123456789" && whole.1[.acceptRanges] == "bytes" && whole.1[.contentLength] == "10")
            #expect(whole.1[.contentDisposition] == "inline; filename*=UTF-8''%D1%87%D0%B8%D1%81%D0%BB%D0%B0.txt")
            let part = try await ask([.range: "bytes=2-4"])
            #expect(part.0 == .partialContent && part.2 == "234" && part.1[.contentRange] == "bytes 2-4/10" && part.1[.contentLength] == "3")
            #expect(try await ask([.range: "bytes=-2"]).2 == "89")
            let beyond = try await ask([.range: "bytes=10-"])
            #expect(beyond.0 == .rangeNotSatisfiable && beyond.1[.contentRange] == "bytes */10")
            #expect(try await ask([.ifNoneMatch: tag]).0 == .notModified)
            #expect(try await ask([.ifNoneMatch: "\"other\", W/\(tag)"]).0 == .notModified)
            #expect(try await ask([.range: "bytes=0-1", .ifRange: tag]).0 == .partialContent)
            #expect(try await ask([.range: "bytes=0-1", .ifRange: "\"other\""]).0 == .ok)
            let head = try await ask([:], .head)
            #expect(head.0 == .ok && head.2.isEmpty && head.1[.contentLength] == "10" && head.1[.eTag] == tag)
            try await client.execute(uri: path + "?save=1", method: .get) { #expect($0.headers[.contentDisposition]?.hasPrefix("attachment") == true) }
            try await client.execute(uri: path + "/small", method: .get) { #expect($0.status == .notFound) }
        }
    }
}
