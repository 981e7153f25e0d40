import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts
@testable import Messaging

@Suite struct KeepingTests {
    @Test("without a word of the school everything is kept; after a term the words are gone everywhere, the places stay", arguments: TestDatabase.available)
    func retention(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, day = 86_400
        let old = try await world.say("Давняя тайна", in: chats.class7, by: people.petya, at: World.now - 100 * day)
        try await world.perform(EditMessage(old.seq, in: chats.class7, to: .init("Давняя загадка")), by: people.petya, at: World.now - 99 * day)
        try await world.say("Свежая новость", in: chats.class7, by: people.petya)
        try await world.say("Давняя в семье", in: chats.family7, by: people.olga, at: World.now - 100 * day)
        let forget = { try await world.site.database.write(.rowLock) { tx in try ForgetOldMessages().run(at: World.now, in: tx) } }
        #expect(try await forget() == false)
        #expect(try await world.outcome(SetRetention(.class, days: 90), by: people.vera) == .forbidden(.onlyAdministrators))
        try await world.perform(SetRetention(.class, days: 90), by: people.rita)
        while try await forget() {}
        let seen = try await world.messages(chats.class7, seenBy: people.masha)
        #expect(seen.map(\.seq) == [1, 2] && seen.map(\.body) == ["", "Свежая новость"] && seen.map(\.removal) == [.expired, nil])
        #expect(try await world.messages(chats.family7, seenBy: people.olga).map(\.body) == ["Давняя в семье"], "only the kind that was named")
        #expect(try await world.found(Search("загадка"), by: people.masha).isEmpty)
        #expect(try await world.texts("SELECT body AS t FROM message_version").isEmpty)
        #expect(try await world.texts("SELECT became AS t FROM trace WHERE what = 'messaging.expired'") == ["1–1"])
        #expect(throws: Denial.self) { try SetRetention(.class, days: 7) }
    }

    @Test("a chat's manager takes its conversation out with its files, everyone their own; nobody what they do not see", arguments: TestDatabase.available)
    func exports(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, chat = chats.class7
        for number in 1...(ExportedMessages.part + 3) {
            try await world.say("Слово \(number) <b>", in: chat, by: number == 7 ? people.masha : people.vera)
        }
        let file = try await world.send("Смета.txt", "рубли", by: people.masha)
        try await world.say("", with: [file], in: chat, by: people.masha)
        let gone = try await world.say("", with: [try await world.send("Ошибка.txt", "нет", by: people.vera)], in: chat, by: people.vera)
        try await world.perform(RemoveMessage(gone.seq, in: chat), by: people.vera)

        for (viewer, refusal) in [(people.masha, Denial.forbidden(.onlyManagersExport)), (people.igor, .notFound), (people.zoya, .notFound)] {
            #expect(try await world.outcome(AskExport(chat, in: .ru), by: viewer) == refusal)
        }
        let id = try await world.perform(AskExport(chat, in: .ru), by: people.vera)
        #expect(try await world.perform(AskExport(chat, in: .ru), by: people.vera) == id, "what waits is not asked for twice")
        let own = try await world.perform(AskExport(nil, in: .ru), by: people.masha)
        #expect(try await world.texts("SELECT about AS t FROM trace WHERE what = 'messaging.export'") == ["chat:\(chat.number)"])
        try await ExportJob(world.site).run(at: World.now + 60)

        let files = try await archive(id, by: people.vera, in: world), name = "files/\(chat.number)-504-1 Смета.txt"
        #expect(files["index.html"]?.contains("Слово 503 &lt;b&gt;") == true && files["index.html"]?.contains("Слово 1 &lt;") == true)
        #expect(files[name] == "рубли" && files.count == 3, "\(files.keys.sorted())")
        #expect(files["index.html"]?.contains("Смета.txt</a>") == true && files["messages.json"]?.contains(#""content":"\#(name)""#) == true)
        let list = try JSONSerialization.jsonObject(with: Data((files["messages.json"] ?? "").utf8)) as? [Any]
        #expect(list?.count == ExportedMessages.part + 5)
        let mine = try await archive(own, by: people.masha, in: world)
        #expect(mine["index.html"]?.contains("Слово 7 &lt;") == true && mine["index.html"]?.contains("Слово 8 &lt;") == false && mine[name] == "рубли")
    }

    @Test("an archive is had by who asked for it while they may, and for some days", arguments: TestDatabase.available)
    func archives(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, now = World.now
        try await world.say("Слово", in: chats.class7, by: people.vera)
        let id = try await world.perform(AskExport(chats.class7, in: .ru), by: people.vera)
        let status = { (viewer: Viewer) in
            try await world.browse(as: viewer) { client in try await client.execute(uri: "/chats/exports/\(id.number)", method: .get) { $0.status } }
        }
        #expect(try await status(people.vera) == .notFound, "it is not made yet")
        try await ExportJob(world.site).run(at: now)
        for viewer in people.all { #expect(try await status(viewer) == (viewer == people.vera ? .ok : .notFound), "\(viewer.name.full)") }
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: "/chats/exports", method: .get) { #expect($0.text.contains("/chats/exports/\(id.number)")) }
        }
        let home = try ExportFolder.home(world.site), files = { try FileManager.default.contentsOfDirectory(atPath: home.path(percentEncoded: false)) }
        #expect(try files() == ["\(id.number).zip"], "nothing half made is left")
        try await ExportJob(world.site).run(at: now + (ChatExport.days * 86_400 + 1))
        #expect(try await status(people.vera) == .notFound)
        #expect(try files().isEmpty)
        // Who manages the chat no more by the time it is made gets nothing.
        let late = try await world.perform(AskExport(chats.class7, in: .ru), by: people.vera)
        try await world.site.database.write { tx in try tx.rows("UPDATE chat_member SET manages = 0 WHERE person_id = \(people.vera.person)") }
        try await ExportJob(world.site).run(at: now + 60)
        #expect(try await world.texts("SELECT state AS t FROM chat_export WHERE id = \(late)") == ["failed"])
    }

    private func archive(_ id: ID<ChatExport>, by viewer: Viewer, in world: World) async throws -> [String: String] {
        try await world.browse(as: viewer) { client in
            try await client.execute(uri: "/chats/exports/\(id.number)", method: .get) { answer in
                #expect(answer.status == .ok && answer.headers[.contentType] == "application/zip")
                return try self.unpacked(answer)
            }
        }
    }

    /// By Python's own reader: not the library that has packed it.
    private func unpacked(_ answer: TestResponse) throws -> [String: String] {
        let file = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString).zip")
        try Data(answer.body.getBytes(at: 0, length: answer.body.readableBytes) ?? []).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let python = Process(), pipe = Pipe()
        python.executableURL = URL(filePath: "/usr/bin/python3")
        python.arguments = [
            "-c", "import sys,json,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(json.dumps({n: z.read(n).decode() for n in z.namelist()}))", file.path(),
        ]
        python.standardOutput = pipe
        try python.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        python.waitUntilExit()
        return try JSONDecoder().decode([String: String].self, from: data)
    }
}
