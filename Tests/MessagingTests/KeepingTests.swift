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

    @Test("a chat's manager takes its conversation out, everyone their own; nobody what they do not see")
    func exports() async throws {
        let (world, chats) = try await World.withChats(.sqlite), people = world.people, chat = chats.class7.number
        for number in 1...(ExportedMessages.part + 3) {
            try await world.say("Слово \(number) <b>", in: chats.class7, by: number == 7 ? people.masha : people.vera)
        }
        let token = ByteBuffer(string: "formToken=form-token")
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: "/chats/\(chat)/export", method: .post, headers: form, body: token) { answer in
                #expect(answer.status == .ok && answer.headers[.contentType] == "application/zip")
                let files = try unpacked(answer)
                #expect(files["index.html"]?.contains("Слово 503 &lt;b&gt;") == true && files["index.html"]?.contains("Слово 1 &lt;") == true)
                let list = try JSONSerialization.jsonObject(with: Data((files["messages.json"] ?? "").utf8)) as? [Any]
                #expect(list?.count == ExportedMessages.part + 3)
            }
        }
        #expect(try await world.texts("SELECT about AS t FROM trace WHERE what = 'messaging.export'") == ["chat:\(chat)"])
        for (viewer, status) in [(people.masha, HTTPResponse.Status.forbidden), (people.igor, .notFound), (people.zoya, .notFound)] {
            try await world.browse(as: viewer) { client in
                try await client.execute(uri: "/chats/\(chat)/export", method: .post, headers: form, body: token) { #expect($0.status == status) }
            }
        }
        try await world.browse(as: people.masha) { client in
            try await client.execute(uri: "/chats/export", method: .post, headers: form, body: token) { answer in
                let page = try unpacked(answer)["index.html"] ?? ""
                #expect(page.contains("Слово 7 &lt;") && !page.contains("Слово 8 &lt;"))
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
