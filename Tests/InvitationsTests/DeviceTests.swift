import Accounts
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

@testable import Invitations

@Suite struct DeviceTests {
    /// Vera signs in; her cookie and her form's word.
    func signedIn(_ world: World) async throws -> (cookie: String, word: String) {
        try await world.give(world.people.vera, login: "vera")
        return try await world.visit { client in
            let cookie = try await client.execute(uri: "/sign-in", method: .post, headers: .form, body: ByteBuffer(string: "login=vera&password=secret+words"))
            {
                String(($0.headers[.setCookie] ?? "").prefix { $0 != ";" })
            }
            let page = try await client.execute(uri: "/more/device", method: .get, headers: [.cookie: cookie]) { String(buffer: $0.body) }
            return (cookie, String(page.firstMatch(of: /data-form-token="([^"]+)"/)?.1 ?? ""))
        }
    }

    func pass(_ world: World, _ first: (cookie: String, word: String)) async throws -> String {
        try await world.visit { client in
            try await client.execute(
                uri: "/more/device", method: .post, headers: .form(cookie: first.cookie), body: ByteBuffer(string: "formToken=\(first.word.sent)")
            ) {
                #expect($0.status == .seeOther)
                return String(($0.headers[.location] ?? "").split(separator: "=").last ?? "")
            }
        }
    }

    @Test("a QR code of the first device lets the second in, once, and only by its button", arguments: TestDatabase.available)
    func secondDevice(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), first = try await signedIn(world), key = try await pass(world, first)
        try await world.visit { client in
            try await client.execute(uri: "/more/device?key=\(key)", method: .get, headers: [.cookie: first.cookie]) {
                #expect(String(buffer: $0.body).contains("/device/\(key)"))
            }
            for _ in 0..<2 {
                try await client.execute(uri: "/device/\(key)", method: .get) {
                    #expect($0.status == .ok && $0.headers[.setCookie] == nil && String(buffer: $0.body).contains("Верина В."))
                }
            }
            let cookie = try await client.execute(uri: "/device/\(key)", method: .post, headers: .form) {
                #expect($0.status == .seeOther && $0.headers[.location] == "/")
                return String(($0.headers[.setCookie] ?? "").prefix { $0 != ";" })
            }
            try await client.execute(uri: "/more", method: .get, headers: [.cookie: cookie]) {
                #expect(String(buffer: $0.body).components(separatedBy: "/end\"").count == 2, "the other device is in the list")
            }
            try await client.execute(uri: "/device/\(key)", method: .get) { #expect($0.status == .notFound) }
            try await client.execute(uri: "/device/\(key)", method: .post, headers: .form) { #expect($0.status == .conflict && $0.headers[.setCookie] == nil) }
        }
        #expect(try await world.count("SELECT COUNT(*) AS n FROM trace WHERE what = 'invitations.second-device'") == 1)
    }

    @Test("a pass dies with the sign-in it came from, with the next one, and of old age", arguments: TestDatabase.available)
    func dies(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), first = try await signedIn(world), old = try await pass(world, first), key = try await pass(world, first)
        let site = world.site
        func owner(_ key: String, at now: Moment = .now) async throws -> Bool {
            try await site.read { tx in try Token(sent: key).flatMap { try DevicePass.owner(of: $0, at: now, tx) } != nil }
        }
        #expect(try await !owner(old))
        #expect(try await owner(key))
        #expect(try await !owner(key, at: .now + DevicePass.life))
        for other in ["x", Token().text] { #expect(try await !owner(other)) }
        try await world.visit { client in
            try await client.execute(
                uri: "/more/sign-out", method: .post, headers: .form(cookie: first.cookie), body: ByteBuffer(string: "formToken=\(first.word.sent)")
            ) { #expect($0.status == .seeOther) }
            try await client.execute(uri: "/device/\(key)", method: .post, headers: .form) { #expect($0.status == .conflict) }
        }
    }

    @Test("ten second devices at once: one of them is let in", arguments: TestDatabase.available)
    func race(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), key = try await pass(world, try await signedIn(world))
        let statuses = try await world.visit { client in
            try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for _ in 0..<10 { group.addTask { try await client.execute(uri: "/device/\(key)", method: .post, headers: .form) { $0.status } } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }
        #expect(statuses.count { $0 == .seeOther } == 1 && statuses.count { $0 == .conflict } == 9)
    }
}
