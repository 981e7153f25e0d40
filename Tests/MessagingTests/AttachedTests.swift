import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Storage
import Synchronization
import TestKit
import Testing
import WebCore

@testable import Accounts
@testable import Files
@testable import Messaging

/// Files in messages: who may put them there, who may have them, and when they go.
@Suite struct AttachedTests {
    @Test("one's own files go into a message in their order; another's, one twice, too many do not", arguments: TestDatabase.available)
    func posting(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let plan = try await world.send("План похода.txt", by: people.petya), list = try await world.send("Список.txt", by: people.petya)
        let message = try await world.say("Вот", with: [list, plan], in: chats.class7, by: people.petya)
        #expect(message.files.map(\.file.name) == ["Список.txt", "План похода.txt"] && message.files.map(\.place) == [1, 2])
        #expect(try await world.messages(chats.class7, seenBy: people.masha).map { $0.files.map(\.file.id) } == [[list, plan]])
        #expect(try await world.held(plan) == 1)

        let wordless = PostMessage(try .init(" ", mayBeEmpty: true), as: try .init("wordless-1"), in: chats.class7, with: [plan])
        for _ in 1...2 { try await world.perform(wordless, by: people.petya) }
        #expect(try await world.held(plan) == 2, "sent again under its name it holds the file once")
        #expect(try await world.messages(chats.class7, seenBy: people.masha).last?.body == "")

        let theirs = try await world.send("Чужое.txt", by: people.masha)
        for file in [theirs, ID<StoredFile>(987_654)] {
            let verb = PostMessage(try .init("моё"), as: try .init("not-mine-\(file.number)"), in: chats.class7, with: [plan, file])
            #expect(try await world.outcome(verb, by: people.petya) == .notFound, "another's file is as none")
        }
        let refused = Denial.invalid(field: "files", .tooManyFiles(AttachedFile.most))
        for files in [[plan, plan], (1...11).map { ID<StoredFile>($0) }] {
            #expect(
                try await world.outcome(PostMessage(try .init("x"), as: try .init("too-many-1"), in: chats.class7, with: files), by: people.petya) == refused)
        }
        #expect(
            try await world.outcome(PostMessage(try .init("", mayBeEmpty: true), as: try .init("nothing-1"), in: chats.class7), by: people.petya)
                == .invalid(field: "body", .bodyLength))
        #expect(
            try await world.outcome(PostMessage(try .init("x"), as: try .init("stranger-1"), in: chats.class8, with: [plan]), by: people.petya) == .notFound)
        #expect(try await [world.held(plan), world.held(theirs)] == [2, 0], "what is refused holds nothing")
    }

    @Test("who sees a message may have its files, and nobody else; each part of them", arguments: TestDatabase.available)
    func readers(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let file = try await world.send("Тайна.txt", "секрет", by: people.petya)
        let seq = try await world.say("", with: [file], in: chats.class7, by: people.petya).seq
        let base = "/chats/\(chats.class7.number)/messages/\(seq)/files/1", members = chats.members(chats.class7, people)
        for viewer in people.all {
            let sees = members.contains(viewer)
            try await world.browse(as: viewer) { client in
                for (path, isThere) in [(base, true), (base + "/save", true), (base + "/small", false), (base + "/view", false), (base + "/else", false)] {
                    try await client.execute(uri: path, method: .get) { answer in
                        #expect(answer.status == (sees && isThere ? .ok : .notFound), "\(viewer.name.full) \(path)")
                        #expect(answer.text.contains("секрет") == (sees && isThere))
                    }
                }
                try await client.execute(uri: "/chats/\(chats.class7.number)/files?part=papers", method: .get) {
                    #expect(($0.status == .ok && $0.text.contains("Тайна.txt")) == sees)
                }
                // Its number alone opens it to its sender only.
                try await client.execute(uri: "/files/\(file.number)", method: .get) { #expect(($0.status == .ok) == (viewer == people.petya)) }
            }
        }
        // Who comes later does not see what was before, nor its files.
        try await world.site.database.write { tx in
            try tx.rows("UPDATE chat_member SET since_seq = \(seq), read_seq = \(seq) WHERE person_id = \(people.masha.person)")
        }
        try await world.browse(as: people.masha) { client in
            try await client.execute(uri: base, method: .get) { #expect($0.status == .notFound) }
            try await client.execute(uri: "/chats/\(chats.class7.number)/files?part=papers", method: .get) { #expect(!$0.text.contains("Тайна.txt")) }
        }
    }

    @Test("a message that is taken back, expires or is erased lets its files go", arguments: TestDatabase.available)
    func leaving(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let files = try await [world.send("a.txt", by: people.petya), world.send("b.txt", by: people.petya), world.send("c.txt", by: people.petya)]
        let first = try await world.say("раз", with: [files[0]], in: chats.class7, by: people.petya)
        try await world.say("", with: [files[1]], in: chats.class7, by: people.petya, at: World.now - 100 * 86_400)
        try await world.say("", with: [files[2]], in: chats.class7, by: people.petya)
        // Corrected to no words it still has its file.
        try await world.perform(EditMessage(first.seq, in: chats.class7, to: .init("", mayBeEmpty: true)), by: people.petya)
        #expect(try await world.held(files[0]) == 1)
        try await world.perform(RemoveMessage(first.seq, in: chats.class7), by: people.vera)
        #expect(try await world.held(files[0]) == 0)
        #expect(try await world.messages(chats.class7, seenBy: people.masha).first?.files == [])
        try await world.browse(as: people.petya) { client in
            try await client.execute(uri: "/chats/\(chats.class7.number)/messages/\(first.seq)/files/1", method: .get) { #expect($0.status == .notFound) }
        }

        try await world.perform(SetRetention(.class, days: 90), by: people.rita)
        try await world.site.database.write { tx in
            try tx.rows("UPDATE chat SET expired_seq = 1 WHERE id = \(chats.class7)")
        }
        while try await world.site.database.write(.rowLock, { tx in try ForgetOldMessages().run(at: World.now, in: tx) }) {}
        #expect(try await [world.held(files[1]), world.held(files[2])] == [0, 1])

        try await world.site.database.write { tx in for feature in world.site.features { _ = try feature.erase(people.petya.person, in: tx) } }
        #expect(try await world.texts("SELECT name AS t FROM stored_file").isEmpty, "no row of theirs is left, held or not")
        #expect(try await world.texts("SELECT body AS t FROM message_file h JOIN message m ON m.chat_id = h.chat_id AND m.seq = h.seq").isEmpty)
        #expect(try await world.messages(chats.class7, seenBy: people.masha).last?.body == Message.blotted)
    }

    @Test("words are passed on with their files; what the first lets go the second keeps", arguments: TestDatabase.available)
    func passingOn(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, file = try await world.send("Меню.txt", "каша", by: people.vera)
        let said = try await world.say("", with: [file], in: chats.family7, by: people.vera)
        let passed = try await world.perform(PassOn(said.seq, from: chats.family7, to: chats.class7, as: .init("passing-1")), by: people.vera).message
        #expect(passed.files.map(\.file.id) == [file] && passed.wordsOf != nil)
        #expect(try await world.held(file) == 2)
        try await world.perform(RemoveMessage(said.seq, in: chats.family7), by: people.vera)
        #expect(try await world.held(file) == 1)
        try await world.browse(as: people.petya) { client in
            try await client.execute(uri: "/chats/\(chats.class7.number)/messages/\(passed.seq)/files/1", method: .get) { #expect($0.text == "каша") }
        }
        let staff = try await world.say("", with: [try await world.send("Оклады.txt", by: people.igor)], in: chats.staff, by: people.igor)
        #expect(
            try await world.outcome(PassOn(staff.seq, from: chats.staff, to: chats.class7, as: .init("passing-2")), by: people.vera)
                == .forbidden(.staysWithStaff))
    }

    @Test("where messages are looked at first their files wait too: seen by the author and who looks", arguments: TestDatabase.available)
    func waiting(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        try await world.perform(SetOrder(chats.class7, slowSeconds: 0, isPremoderated: true), by: people.vera)
        let kept = try await world.send("Шпаргалка.txt", "ответы", by: people.petya), bad = try await world.send("Злое.txt", "зло", by: people.petya)
        for (file, name) in [(kept, "waits-1-1"), (bad, "waits-1-2")] {
            let post = PostMessage(try .init("", mayBeEmpty: true), as: try .init(name), in: chats.class7, with: [file])
            #expect(try await world.outcome(post, by: people.petya) == .conflict(.waitsForLook))
            for _ in 1...2 { try await world.perform(HoldMessage(post), by: people.petya) }
            #expect(try await world.held(file) == 1)
        }
        let waiting = try await world.site.read { tx in try OrderStore.waiting(for: people.vera, tx) }
        #expect(waiting.map { $0.files.map(\.file.id) } == [[kept], [bad]])
        for viewer in people.all {
            let mayLook = [people.vera, people.rita, people.petya].contains(viewer)
            try await world.browse(as: viewer) { client in
                try await client.execute(uri: "/chats/waiting/\(waiting[0].id.number)/files/1", method: .get) {
                    #expect(($0.status == .ok && $0.text == "ответы") == mayLook, "\(viewer.name.full)")
                }
            }
        }
        try await world.perform(JudgeWaiting(waiting[0].id), by: people.vera)
        try await world.perform(JudgeWaiting(waiting[1].id, refusal: Explanation("нельзя", field: "reason")), by: people.vera)
        #expect(try await world.messages(chats.class7, seenBy: people.masha).map { $0.files.map(\.file.id) } == [[kept]])
        #expect(try await [world.held(kept), world.held(bad)] == [1, 0])
        // A file's name is no way round the look.
        let rude = PostMessage(
            try .init("смотри"), as: try .init("rude-name"), in: chats.class7, with: [try await world.send("ты дебил.txt", by: people.petya)])
        try await world.perform(SetOrder(chats.class7, slowSeconds: 0, isPremoderated: false), by: people.vera)
        #expect(try await world.outcome(rude, by: people.petya) == .conflict(.waitsForLook))
    }

    @Test("a file that is still being looked into shows so and is no one's; open pages hear how it ends", arguments: TestDatabase.available)
    func beingLookedInto(_ kind: TestDatabase) async throws {
        let first = try await World.open(kind), scanner = LateScanner(), folder = TestDatabase.newFolder()
        let works = FileWorks(store: try ContentFolder(folder), scanner: scanner, patience: .seconds(120))
        let world = try World(database: first.site.database, hub: first.hub, people: first.people, files: works), people = world.people
        let chats = try await Chats.open(in: world)
        let clean = try await world.send("Чистый.txt", by: people.petya), bad = try await world.send("Вирус.txt", "зараза", by: people.petya)
        let seq = try await world.say("", with: [clean, bad], in: chats.class7, by: people.petya).seq, path = "/chats/\(chats.class7.number)"
        try await world.browse(as: people.masha) { client in
            for place in 1...2 { try await client.execute(uri: "\(path)/messages/\(seq)/files/\(place)", method: .get) { #expect($0.status == .notFound) } }
            try await client.execute(uri: path, method: .get) { #expect($0.text.contains("проверяется") && $0.text.contains("Чистый.txt")) }
        }
        let change = try await world.messages(chats.class7, seenBy: people.masha).last?.change
        scanner.arrive()
        try await FilesFeature.tidy(world.site, at: .now + 3_600)
        let message = try await world.messages(chats.class7, seenBy: people.masha).last
        #expect(message?.files.map(\.file.state) == [.ready, .refused] && message?.change != change)
        try await world.browse(as: people.masha) { client in
            try await client.execute(uri: "\(path)/messages/\(seq)/files/1", method: .get) { #expect($0.status == .ok) }
            try await client.execute(uri: "\(path)/messages/\(seq)/files/2", method: .get) { #expect($0.status == .notFound) }
            try await client.execute(uri: path, method: .get) { #expect($0.text.contains("не прошёл проверку") && !$0.text.contains("files/2/save")) }
        }
        let again = PostMessage(try .init("ещё"), as: try .init("again-1-1"), in: chats.class7, with: [bad])
        #expect(try await world.outcome(again, by: people.petya) == .conflict(.fileNotReady))
    }

    @Test("a message is found by the names of its files as long as it stands", arguments: TestDatabase.available)
    func search(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let message = try await world.say("Вот она", with: [try await world.send("Смета_лагеря.txt", by: people.vera)], in: chats.class7, by: people.vera)
        #expect(try await world.found(Search("смета лагерь"), by: people.masha).map(\.message.seq) == [message.seq])
        try await world.perform(EditMessage(message.seq, in: chats.class7, to: .init("Исправлено")), by: people.vera)
        #expect(try await world.found(Search("лагерь"), by: people.petya).map(\.message.seq) == [message.seq])
        #expect(try await world.found(Search("лагерь"), by: people.kolya).isEmpty)
        try await world.browse(as: people.masha) { client in
            try await client.execute(uri: "/chats/search?q=%D1%81%D0%BC%D0%B5%D1%82%D0%B0", method: .get) {
                #expect($0.text.contains("Смета</mark>_лагеря.txt"))
            }
        }
        try await world.perform(RemoveMessage(message.seq, in: chats.class7), by: people.vera)
        #expect(try await world.found(Search("лагерь"), by: people.masha).isEmpty)
    }

    @Test("without script a form sends words with files; sent twice they stand once; what is refused is said", arguments: TestDatabase.available)
    func form(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), path = "/chats/\(chats.class7.number)/messages"
        try await world.browse(as: world.people.petya) { client in
            let send = { (files: [String], body: String) in
                let parts =
                    ["formToken\"\r\n\r\nform-token", "attempt\"\r\n\r\nabcdefgh", "body\"\r\n\r\n\(body)"]
                    + files.map { "files\"; filename=\"\($0)\"\r\n\r\nтекст \($0)" }
                let sent = parts.map { "--x\r\nContent-Disposition: form-data; name=\"\($0)\r\n" }.joined() + "--x--"
                return try await client.execute(
                    uri: path, method: .post, headers: [.contentType: "multipart/form-data; boundary=x"], body: ByteBuffer(string: sent)
                ) { ($0.status, $0.text) }
            }
            for _ in 1...2 { #expect(try await send(["а.txt", "б.txt"], "два файла").0 == .seeOther) }
            #expect(try await send(["в.txt"], "").0 == .seeOther)
            #expect(try await send([], "").0 == .unprocessableContent)
            let refused = try await send(["игра.exe"].map { $0 + "\"; x=\"" }, "")
            #expect(refused.0 == .seeOther || refused.0 == .unprocessableContent)
        }
        let seen = try await world.messages(chats.class7, seenBy: world.people.masha)
        #expect(Array(seen.map { $0.files.map(\.file.name) }.prefix(2)) == [["а.txt", "б.txt"], ["в.txt"]])
    }

    @Test("programs post files and find them in lists, by their sign-in", arguments: TestDatabase.available)
    func programs(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, file = try await world.send("Отчёт.txt", by: people.vera)
        let path = "/api/v1/chats/\(chats.class7.number)"
        try await world.browse(as: people.vera) { client in
            let body = ByteBuffer(string: #"{"clientID":"program-1","files":[\#(file.number)]}"#)
            try await client.execute(uri: "\(path)/messages", method: .post, headers: island, body: body) { answer in
                #expect(answer.status == .ok && answer.text.contains(#""content":"/chats/\#(chats.class7.number)/messages/1/files/1""#))
            }
        }
        try await world.browse(as: people.masha) { client in
            try await client.execute(uri: "\(path)/messages", method: .get) { #expect($0.text.contains(#""name":"Отчёт.txt""#)) }
            try await client.execute(uri: "\(path)/files?part=papers", method: .get) { #expect($0.text.contains(#""name":"Отчёт.txt""#)) }
            try await client.execute(uri: "\(path)/files", method: .get) { #expect(!$0.text.contains("Отчёт.txt")) }
        }
        try await world.browse(as: people.kolya) { client in
            try await client.execute(uri: "\(path)/files?part=papers", method: .get) { #expect($0.status == .notFound) }
        }
    }

    @Test("a chat's files come a page at a time, in as many statements however many there are")
    func shelf() async throws {
        let counting = CountingDatabase(try await TestDatabase.sqlite.open()), world = try await World(database: counting), people = world.people
        let chats = try await Chats.open(in: world), file = try await world.send("x.txt", by: people.vera)
        let path = "/chats/\(chats.class7.number)/files?part=papers"
        try await world.say("", with: [file], in: chats.class7, by: people.vera)
        let count = { @Sendable (path: String) in
            try await world.browse(as: people.masha) { client in
                counting.reset()
                let text = try await client.execute(uri: path, method: .get) { $0.text }
                return (counting.count, text)
            }
        }
        let one = try await count(path).0
        for _ in 1...ShelfViews.page { try await world.say("", with: [file], in: chats.class7, by: people.vera) }
        let (many, text) = try await count(path)
        #expect(many == one && text.matches(of: /class="paper"/).count == ShelfViews.page)
        let next = try #require(text.firstMatch(of: /href="([^"]*before=[^"]*)"/)).1.replacing("&amp;", with: "&")
        #expect(try await count(String(next)).1.matches(of: /class="paper"/).count == 1)
        // The thread asks for all files of its messages at once.
        #expect(try await count("/chats/\(chats.class7.number)").0 <= 7)
    }
}

/// Away at first; then it knows one virus.
final class LateScanner: VirusScanner {
    private let isHere = Mutex(false)
    func arrive() { isHere.withLock { $0 = true } }
    func scan(_ file: URL) -> ScanVerdict {
        guard isHere.withLock({ $0 }) else { return .unknown }
        return (try? String(contentsOf: file, encoding: .utf8))?.contains("зараза") == true ? .infected("Test") : .clean
    }
}

extension World {
    /// A text file, sent and looked into.
    func send(_ name: String, _ text: String = "Домашнее задание", by viewer: Viewer) async throws -> ID<StoredFile> {
        try await WholeUpload(site).take(UploadedFile(name: name, bytes: Array(text.utf8)), by: viewer)
    }

    @discardableResult func say(_ text: String, with files: [ID<StoredFile>], in chat: ID<Chat>, by viewer: Viewer, at now: Moment = World.now) async throws
        -> Message
    {
        let name = try Message.ClientID("name-\(UInt64.random(in: 0...(.max)))")
        return try await perform(PostMessage(try .init(text, mayBeEmpty: true), as: name, in: chat, with: files), by: viewer, at: now).message
    }

    func held(_ file: ID<StoredFile>) async throws -> Int64 {
        try await site.read { tx in try tx.one("SELECT held FROM stored_file WHERE id = \(file)").int("held") }
    }
}
