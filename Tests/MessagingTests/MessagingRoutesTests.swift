import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

@Suite struct MessagingRoutesTests {
    @Test("a message posted by a plain form is on the page after a redirect; a double press posts it once, another text is another message")
    func withoutScript() async throws {
        let (world, chats) = try await World.withChats(.sqlite), path = "/chats/\(chats.class7.number)"
        try await world.browse(as: world.people.petya) { client in
            let page = try await client.execute(uri: path, method: .get) { $0.text }
            let attempt = try #require(page.firstMatch(of: /name="attempt" value="([a-z0-9]+)"/)?.1)
            for text in ["%3Cb%3Efirst", "%3Cb%3Efirst", "second"] {
                try await client.execute(
                    uri: path + "/messages", method: .post, headers: form, body: ByteBuffer(string: "formToken=form-token&attempt=\(attempt)&body=\(text)")
                ) {
                    #expect($0.status == .seeOther && $0.headers[.location] == path)
                }
            }
            let after = try await client.execute(uri: path, method: .get) { $0.text }
            #expect(after.contains(#"data-last="2""#) && after.contains("&lt;b&gt;first") && !after.contains("<b>first"))
            #expect(!after.contains(#"value="\#(attempt)""#) && after.contains(#"class="deep thread""#))
        }
        try await world.browse(as: world.people.masha) { client in
            #expect(try await client.execute(uri: path, method: .get) { $0.text }.contains("<noscript>"))
            try await client.execute(uri: path + "/read", method: .post, headers: form, body: ByteBuffer(string: "formToken=form-token&seq=2")) {
                #expect($0.status == .seeOther)
            }
            #expect(try await !client.execute(uri: path, method: .get) { $0.text }.contains("<noscript>"))
        }
    }

    @Test("an island's message is answered with itself, and again the same; what it has missed it can ask for")
    func withScript() async throws {
        let (world, chats) = try await World.withChats(.sqlite), path = "/chats/\(chats.class7.number)/messages"
        try await world.browse(as: world.people.petya) { client in
            func send(_ text: String, _ name: String) async throws -> String {
                let body = ByteBuffer(string: #"{"body":"\#(text)","clientID":"\#(name)"}"#)
                return try await client.execute(uri: path, method: .post, headers: island, body: body) { answer in
                    #expect(answer.status == .ok && answer.headers[.contentType] == Answer.json)
                    return answer.text
                }
            }
            // Before the day's first message stands the day: the page asks for both.
            #expect(try await !send("one", "name-number-1").contains("html"))
            let second = try await send("two", "name-number-2")
            #expect(second.contains(#""seq":2"#) && second.contains("two") && second.contains("msg next"))
            #expect(try await send("again", "name-number-2") == second)
            let missed = try await client.execute(uri: path + "?after=1", method: .get) { $0.text }
            #expect(missed.contains("two") && !missed.contains("one") && !missed.contains("<html"))
            #expect(try await client.execute(uri: path + "?after=0", method: .get) { $0.text }.contains(#"<li class="date""#))
            #expect(try await client.execute(uri: path + "?after=2", method: .get) { $0.text }.isEmpty)
            try await client.execute(uri: "/chats/\(chats.class7.number)/read", method: .post, headers: island, body: ByteBuffer(string: #"{"seq":2}"#)) {
                #expect($0.status == .noContent)
            }
        }
    }

    @Test("bad input is refused with its field and its reason, and nothing is posted")
    func refused() async throws {
        let (world, chats) = try await World.withChats(.sqlite), path = "/chats/\(chats.class7.number)"
        try await world.browse(as: world.people.petya) { client in
            for (body, reason) in [
                (#"{"body":"  ","clientID":"name-number-1"}"#, "messaging.body-length"), (#"{"body":"x","clientID":"short"}"#, "messaging.client-id"),
                (#"{"clientID":"name-number-1"}"#, "messaging.body-length"), ("{", "web.unreadable"),
            ] {
                try await client.execute(uri: path + "/messages", method: .post, headers: island, body: ByteBuffer(string: body)) {
                    #expect($0.status == .unprocessableContent && $0.text.contains(#"data-reason="\#(reason)""#), "\(body)")
                }
            }
            for query in ["after=x", "before=", "after=1&before=2", "limit=many"] {
                try await client.execute(uri: path + "/messages?" + query, method: .get) { #expect($0.status == .unprocessableContent, "\(query)") }
            }
            for query in ["limit=0", "limit=-5", "limit=99999999", "after=-1", "before=9223372036854775807"] {
                try await client.execute(uri: path + "/messages?" + query, method: .get) { #expect($0.status == .ok, "\(query)") }
            }
            #expect(try await client.execute(uri: path, method: .get) { $0.text }.contains("data-empty"))
        }
    }

    @Test("without a script the whole thread can be paged, down to its first message and back")
    func paging() async throws {
        let (world, chats) = try await World.withChats(.sqlite), total = 120
        for number in 1...total { try await world.say("m\(number)", in: chats.class7, by: number % 4 == 0 ? world.people.vera : world.people.petya) }
        try await world.browse(as: world.people.masha) { client in
            var seen: [Int] = [], path: String? = "/chats/\(chats.class7.number)"
            while let place = path {
                let page = try await client.execute(uri: place, method: .get) { $0.text }
                seen = page.matches(of: /data-seq="(\d+)"/).compactMap { Int($0.1) } + seen
                #expect(page.contains("data-island=\"messaging/chat\"") == !place.contains("before") && page.contains("data-day"))
                path = page.firstMatch(of: /href="([^"]*\?before=\d+)"/).map { String($0.1) }
            }
            #expect(seen == Array(1...total))
        }
    }

    @Test("the list, the number of unread messages and «Сегодня» tell the same")
    func unread() async throws {
        let (world, chats) = try await World.withChats(.sqlite)
        for text in ["one", "two <i>", "three"] { try await world.say(text, in: chats.class7, by: world.people.petya) }
        try await world.say("families", in: chats.family7, by: world.people.olga)
        try await world.browse(as: world.people.vera) { client in
            #expect(try await client.execute(uri: "/chats/unread", method: .get) { $0.text }.hasPrefix("4<span"))
            let list = try await client.execute(uri: "/chats/list", method: .get) { $0.text }
            #expect(
                list.matches(of: /<li class="unread">/).count == 2 && list.contains("7А, класс") && list.contains("7А, родители")
                    && list.contains("Учительская"))
            #expect(list.contains("Петин Петя: three") && !list.contains("<i>") && !list.contains("<html"))
            #expect(try await client.execute(uri: "/chats", method: .get) { $0.text }.contains(list))
            let today = try await client.execute(uri: "/today", method: .get) { $0.text }
            #expect(today.contains("Непрочитанное") && today.contains("/chats/\(chats.class7.number)"))
        }
        try await world.browse(as: world.people.veraAsMother) { client in
            let number = try await client.execute(uri: "/chats/unread", method: .get) { $0.text }
            #expect(number.isEmpty)
            let today = try await client.execute(uri: "/today", method: .get) { $0.text }
            #expect(!today.contains("Непрочитанное"))
            let page = try await client.execute(uri: "/chats", method: .get) { $0.text }
            #expect(page.matches(of: /<li[^>]*><a href="\/chats\/\d+"/).count == 1)
        }
        try await world.browse(as: world.people.yura) { client in
            let page = try await client.execute(uri: "/chats", method: .get, headers: [.acceptLanguage: "en"]) { $0.text }
            #expect(page.contains("No messages yet"))
        }
    }

    @Test("who is not in a chat finds nothing there, however they ask: not in the other school, not by the other hat")
    func outsiders() async throws {
        let (world, chats) = try await World.withChats(.sqlite)
        for chat in chats.all where !chats.members(chat, world.people).isEmpty {
            try await world.say("secret", in: chat, by: chats.members(chat, world.people)[0])
        }
        for viewer in world.people.all {
            try await world.browse(as: viewer) { client in
                for chat in chats.all where !chats.members(chat, world.people).contains(viewer) {
                    let path = "/chats/\(chat.number)", api = "/api/v1/chats/\(chat.number)"
                    let message = #"{"body":"x","clientID":"name-number-1"}"#
                    for (place, method, body) in [
                        (path, HTTPRequest.Method.get, ""), (path + "?before=5", .get, ""), (path + "/messages", .get, ""),
                        (path + "/messages?after=0", .get, ""),
                        (path + "/messages", .post, message), (path + "/read", .post, #"{"seq":1}"#), (api + "/messages", .get, ""),
                        (api + "/messages", .post, message),
                        (api + "/read", .post, #"{"seq":1}"#),
                    ] {
                        try await client.execute(uri: place, method: method, headers: island, body: ByteBuffer(string: body)) {
                            #expect($0.status == .notFound && !$0.text.contains("secret"), "\(viewer.name.full): \(method) \(place)")
                        }
                    }
                }
                for place in ["/chats", "/chats/list", "/api/v1/chats"] {
                    let text = try await client.execute(uri: place, method: .get) { $0.text }
                    let expected = chats.all.filter { chats.members($0, world.people).contains(viewer) }.count
                    #expect(text.matches(of: /secret/).count == expected, "\(viewer.name.full): \(place)")
                }
            }
        }
    }

    @Test("a page of chats asks at most five times, however many chats and messages there are", arguments: TestDatabase.available)
    func thrift(_ kind: TestDatabase) async throws {
        let counting = CountingDatabase(try await kind.open())
        let world = try await World(database: counting), people = world.people, chats = try await Chats.open(in: world)
        // 60 circles with a last message each, beside a class chat of 300 messages.
        try await counting.write { tx in
            for number in 1...60 {
                let id: ID<Chat> = try tx.one(
                    """
                    INSERT INTO chat (school_id, kind, title, last_seq, last_at)
                    VALUES (\(people.vera.school), 'group', \("Group \(number)"), 1, \(World.now)) RETURNING id
                    """
                ).id("id")
                for person in [people.vera, people.igor] {
                    try tx.rows(
                        """
                        INSERT INTO chat_member (chat_id, person_id, school_id, side, role, since_seq, read_seq, present, joined_at)
                        VALUES (\(id), \(person.person), \(person.school), 'staff', 'subjectTeacher', 0, 0, 1, \(World.now))
                        """)
                }
                try tx.rows(
                    """
                    INSERT INTO message (chat_id, seq, school_id, author_id, client_id, body, posted_at)
                    VALUES (\(id), 1, \(people.igor.school), \(people.igor.person), 'name-name', 'hello', \(World.now))
                    """
                )
            }
        }
        for number in 1...300 { try await world.say("m\(number)", in: chats.class7, by: people.petya) }
        try await world.browse(as: people.vera) { client in
            for path in [
                "/chats", "/chats/list", "/chats/unread", "/chats/\(chats.class7.number)", "/chats/\(chats.class7.number)?before=200",
                "/chats/\(chats.class7.number)/messages?after=100",
            ] {
                counting.reset()
                try await client.execute(uri: path, method: .get) { #expect($0.status == .ok) }
                #expect(counting.count <= 5, "\(path)")
            }
        }
    }
}
