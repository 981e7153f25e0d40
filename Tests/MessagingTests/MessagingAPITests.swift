import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import TestKit
import Testing
import WebCore
import Wire

@testable import Messaging

@Suite struct MessagingAPITests {
    static let program: HTTPFields = [.contentType: "application/json", .authorization: "Bearer x"]

    @Test("a program posts, reads on, pages back and reports what it has read, with the rights of its person")
    func wholeTalk() async throws {
        let (world, chats) = try await World.withChats(.sqlite), place = "/api/v1/chats/\(chats.class7.number)"
        try await world.browse(as: world.people.petya) { client in
            func ask<T: Decodable & Sendable>(_ path: String, _ type: T.Type = T.self) async throws -> T {
                try await client.execute(uri: path, method: .get, headers: Self.program) { answer in
                    #expect(answer.status == .ok)
                    return try JSONDecoder().decode(T.self, from: Data(answer.text.utf8))
                }
            }
            func post(_ body: String, headers: HTTPFields = Self.program) async throws -> MessageInfo? {
                try await client.execute(uri: place + "/messages", method: .post, headers: headers, body: ByteBuffer(string: body)) { answer in
                    answer.status == .ok ? try JSONDecoder().decode(MessageInfo.self, from: Data(answer.text.utf8)) : nil
                }
            }
            for number in 1...7 { _ = try await post(#"{"body":"<b>\#(number)","clientID":"name-number-\#(number)"}"#) }
            let again = try await post(#"{"body":"other","clientID":"name-number-3"}"#)
            #expect(again?.seq == 3 && again?.body == "<b>3" && again?.authorName == "Петин Петя" && again?.role == "pupil")

            var headers = Self.program
            headers[HTTPField.Name("Idempotency-Key")!] = "key-of-the-eighth"
            for _ in 0..<2 { #expect(try await post(#"{"body":"eight"}"#, headers: headers)?.seq == 8) }
            for body in [#"{"body":"nameless"}"#, #"{"clientID":"name-number-9"}"#] { #expect(try await post(body) == nil) }

            let newest: MessageList = try await ask(place + "/messages?limit=3")
            #expect(newest.messages.map(\.seq) == [6, 7, 8] && newest.hasOlder)
            let older: MessageList = try await ask(place + "/messages?before=6&limit=100")
            #expect(older.messages.map(\.seq) == [1, 2, 3, 4, 5] && !older.hasOlder)
            #expect(try await ask(place + "/messages?after=6", MessageList.self).messages.map(\.clientID) == ["name-number-7", "key-of-the-eighth"])
            #expect(try await ask("/api/v1/chats", ChatList.self).chats.map(\.lastText) == ["eight"])
        }
        try await world.browse(as: world.people.masha) { client in
            func unread() async throws -> [Int] {
                try await client.execute(uri: "/api/v1/chats", method: .get, headers: Self.program) {
                    try JSONDecoder().decode(ChatList.self, from: Data($0.text.utf8)).chats.map(\.unread)
                }
            }
            #expect(try await unread() == [8])
            try await client.execute(uri: place + "/read", method: .post, headers: Self.program, body: ByteBuffer(string: #"{"seq":6}"#)) {
                #expect($0.status == .ok)
            }
            #expect(try await unread() == [2])
        }
    }

    @Test("a refusal names the field and the reason, by which programs know it")
    func refusals() async throws {
        let (world, chats) = try await World.withChats(.sqlite)
        try await world.browse(as: world.people.petya) { client in
            for (body, field, type) in [
                (#"{"body":"","clientID":"name-number-1"}"#, "body", "messaging.body-length"), (#"{"body":"x"}"#, "clientID", "messaging.client-id"),
            ] {
                try await client.execute(
                    uri: "/api/v1/chats/\(chats.class7.number)/messages", method: .post, headers: Self.program, body: ByteBuffer(string: body)
                ) {
                    #expect($0.status == .unprocessableContent && $0.text.contains(#""field":"\#(field)""#) && $0.text.contains(#""type":"\#(type)""#))
                }
            }
        }
    }
}
