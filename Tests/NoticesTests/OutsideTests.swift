import Crypto
import Foundation
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Notices

@Suite struct OutsideTests {
    @Test("the example of RFC 8291 comes out byte for byte")
    func example() throws {
        func bytes(_ text: String) throws -> [UInt8] { try #require([UInt8](base64URL: text)) }
        let sealed = try PushCipher.seal(
            Array("When I grow up, I want to be a watermelon".utf8),
            publicKey: bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            secret: bytes("BTBZMqHH6r4Tts7J_aSIgg"),
            own: P256.KeyAgreement.PrivateKey(rawRepresentation: bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")), salt: bytes("DGv6ra1nlYgDCS1FRnbzlw"),
            padded: 0)
        #expect(
            sealed.base64URL == """
                DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT\
                pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN
                """)
    }

    @Test(
        "only the push services of browsers are asked, by TLS, at their own port",
        arguments: [
            "http://fcm.googleapis.com/x", "https://fcm.googleapis.com:8443/x", "https://fcm.googleapis.com.evil.example/x", "https://evil.example/x",
            "https://10.0.0.1/x", "https://localhost/x", "https://user@fcm.googleapis.com/x", "https://fcm.googleapis.com@evil.example/x",
            "https://.push.apple.com/x", "https://push.apple.com/x", "ftp://fcm.googleapis.com/x", "https://fcm.googleapis.com\\@evil.example/", "", "x",
            "https://fcm.googleapis.com/" + String(repeating: "x", count: 1000), "https://fcm.googleapis.com/ю", "https://[::1]/x",
        ])
    func hosts(_ endpoint: String) { #expect(PushHosts().origin(of: endpoint) == nil) }

    @Test("the services there are may be asked; a stand-in only where a setting names it, port and all")
    func allowed() {
        #expect(PushHosts().origin(of: "https://fcm.googleapis.com/fcm/send/abc:def") == "https://fcm.googleapis.com")
        #expect(PushHosts().origin(of: "https://web.push.apple.com/QM") == "https://web.push.apple.com")
        #expect(PushHosts().origin(of: "https://FCM.googleapis.com/x") == "https://fcm.googleapis.com")
        let local = PushHosts(["http://127.0.0.1:8090"])
        #expect(local.origin(of: "http://127.0.0.1:8090/x") == "http://127.0.0.1:8090" && local.origin(of: "http://127.0.0.1:8091/x") == nil)
        #expect(local.origin(of: "https://fcm.googleapis.com/x") == nil)
    }

    @Test("the push key is made once, for its owner's eyes, and is the same for all servers of the folder")
    func key() async throws {
        let folder = TestDatabase.newFolder()
        let keys = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<8 { group.addTask { try PushKey(in: folder).publicKey } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(keys.count == 1)
        let file = folder.appending(path: "push.key").path(percentEncoded: false)
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) == ["push.key"])
    }

    @Test(
        "an address is an address, and never a head or an argument",
        arguments: ["", "x", "a@b", "a b@example.ru", "a@example.ru\nBcc: x@y.zz", "-f@", "a@-x.ru", "a@example.ru,b@example.ru", "<a@example.ru>"])
    func addresses(_ typed: String) { #expect(throws: Denial.invalid(field: "address", .badAddress)) { try MailAddress.checked(typed) } }

    @Test("a letter says that there is news and where, never what, and how to end the letters; at most one an hour", arguments: TestDatabase.available)
    func letters(_ kind: TestDatabase) async throws {
        let folder = TestDatabase.newFolder()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let script = folder.appending(path: "mail.sh").path(percentEncoded: false), box = folder.appending(path: "box").path(percentEncoded: false)
        try "#!/bin/sh\ncat >>\(box)\n[ ! -e \(box).broken ]\n".write(toFile: script, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script)
        let works = try NoticesWorks(vault: folder, pushHosts: [], mailCommand: script, mailFrom: "zvonok@school.example", address: "https://school.example/")
        let world = try await World.open(kind), olga = world.people.olga, door = LetterDoor(site: world.site, works: works)
        let letters = { (try? String(contentsOfFile: box, encoding: .utf8)) ?? "" }
        try await door.name("olga@example.ru", by: olga, .ru, at: World.now)
        let asked = letters(), word = try #require(Self.body(asked).firstMatch(of: /https:\/\/school.example\/mail\/([0-9a-z]{32})/)).1
        #expect(asked.contains("To: olga@example.ru\n") && !asked.contains("List-Unsubscribe"))
        let reached = Reached(world: world, works: works)
        try await reached.tell([olga], at: Reached.at(10))
        #expect(try await reached.waiting() == 0, "nobody has confirmed the address")
        try await world.site.database.write { tx in try AnswerLetter(word: String(word), answer: .confirm).run(at: .now, in: tx) }
        for hour in [10, 11] {
            for minute in [0, 5, 30] {
                try await reached.tell([olga], place: "/chats/\(hour)\(minute)", at: Reached.at(hour, minute))
                try await reached.courier.deliver(at: Reached.at(hour, minute) + 60)
            }
        }
        let sent = letters().dropFirst(asked.count)
        #expect(sent.components(separatedBy: "\nTo: ").count - 1 == 2, "one at 10:01, what came after at 11:01")
        #expect(sent.contains("List-Unsubscribe: <https://school.example/mail/\(word)>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n"))
        #expect(Self.body(String(sent)).contains("3 места. Посмотреть:\nhttps://school.example/\n"))
        try "".write(toFile: box + ".broken", atomically: true, encoding: .utf8)
        await #expect(throws: Denial.conflict(.letterNotTaken)) { try await door.name("olga@example.com", by: olga, .ru, at: World.now) }
    }

    /// The last letter's text.
    private static func body(_ letters: String) -> String {
        let packed = letters.components(separatedBy: "\n\n").last { !$0.contains(":") && !$0.isEmpty } ?? ""
        return Data(base64Encoded: packed.replacing("\n", with: "")).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
