import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Files
@testable import Messaging

/// Files of what is no message yet: of polls' questions, of posts for a later hour, of words proposed for a channel.
@Suite struct UnsentTests {
    private func files(_ world: World, _ names: [String], by viewer: Viewer) async throws -> [ID<StoredFile>] {
        var files: [ID<StoredFile>] = []
        for name in names { files.append(try await world.send(name, name, by: viewer)) }
        return files
    }

    /// Who of all may have the file at this place, whatever its contents.
    private func readers(of path: String, _ world: World) async throws -> Set<ID<Person>> {
        var readers: Set<ID<Person>> = []
        for viewer in world.people.all {
            let status = try await world.browse(as: viewer) { client in try await client.execute(uri: path, method: .get) { $0.status } }
            #expect(status == .ok || status == .notFound, "\(viewer.name.full): \(path)")
            if status == .ok { readers.insert(viewer.person) }
        }
        return readers
    }

    @Test("a poll's question carries files into each of its chats; they are read by whoever sees it there", arguments: TestDatabase.available)
    func polls(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, plan = try await world.send("План.txt", by: people.vera)
        let poll = try NewPoll("Куда?", options: ["В музей", "В театр"], kind: .single, isAnonymous: false, showsBefore: false, closesAt: nil, at: World.now)
        let theirs = try await world.send("Чужой.txt", by: people.igor), chatIDs: Set = [chats.class7, chats.family7]
        let wrong = PutPoll(poll, as: try .init("poll-files-0"), in: chatIDs, with: [theirs])
        #expect(try await world.outcome(wrong, by: people.vera) == .notFound)
        let put = PutPoll(poll, as: try .init("poll-files-1"), in: chatIDs, with: [plan])
        for _ in 1...2 { #expect(try await world.perform(put, by: people.vera).message.files.map(\.file.id) == [plan]) }
        #expect(try await world.held(plan) == 2, "once for each chat, however often it is sent")
        for (chat, reader) in [(chats.class7, people.petya), (chats.family7, people.olga)] {
            let message = try #require(try await world.messages(chat, seenBy: reader).last)
            #expect(message.files.map(\.file.id) == [plan] && message.isPoll)
            #expect(
                try await readers(of: "/chats/\(chat.number)/messages/\(message.seq)/files/1", world) == Set(chats.members(chat, people).map(\.person)))
        }
        let rude = try await world.send("Кто дебил.txt", by: people.vera)
        #expect(
            try await world.outcome(PutPoll(poll, as: .init("poll-files-2"), in: [chats.class7], with: [rude]), by: people.vera) == .conflict(.looksRude))
        try await world.site.database.write { tx in for feature in world.site.features { _ = try feature.erase(people.vera.person, in: tx) } }
        #expect(try await world.texts("SELECT name AS t FROM stored_file WHERE id = \(plan)").isEmpty)
    }

    @Test("a post for a later hour keeps its files for its author alone, and takes them along at its hour", arguments: TestDatabase.available)
    func prepared(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, hour = World.now + 3600
        let files = try await files(world, ["а.txt", "б.txt", "в.txt"], by: people.petya), other = try await world.send("чужой.txt", by: people.masha)
        #expect(try await world.outcome(PreparePost(.init("x"), in: chats.class7, at: hour, with: [other]), by: people.petya) == .notFound)
        let post = try await world.perform(PreparePost(.init("Завтра сбор"), in: chats.class7, at: hour, with: [files[0], files[1]]), by: people.petya)
        let path = "/chats/\(chats.class7.number)/later/\(post.number)/files"
        #expect(try await readers(of: "\(path)/2", world) == [people.petya.person])
        #expect(try await readers(of: "/chats/\(chats.class8.number)/later/\(post.number)/files/2", world) == [])
        try await FilesFeature.tidy(world.site, at: World.now + 9 * 86_400)
        #expect(try await [world.held(files[0]), world.held(files[1]), world.held(files[2])] == [1, 1, 0], "what waits is not cleaned away")

        let change = { (files: [ID<StoredFile>]?) in ChangePreparedPost(post, in: chats.class7, to: try .init("Завтра общий сбор"), at: hour, with: files) }
        try await world.perform(change(nil), by: people.petya)
        #expect(try await world.held(files[0]) == 1, "where nothing is said of files they stay")
        #expect(try await world.outcome(change([other]), by: people.petya) == .notFound)
        #expect(try await world.outcome(change([files[0], files[0]]), by: people.petya) == .invalid(field: "files", .tooManyFiles(AttachedFile.most)))
        try await world.perform(change([files[2], files[0]]), by: people.petya)
        #expect(try await [world.held(files[0]), world.held(files[1]), world.held(files[2])] == [1, 0, 1])

        let called = try await world.perform(PreparePost(.init("не надо"), in: chats.class7, at: hour, with: [files[1]]), by: people.petya)
        try await world.perform(CancelPreparedPost(called, in: chats.class7), by: people.petya)
        #expect(try await world.held(files[1]) == 0, "what is called off lets its files go")

        for _ in 1...2 { try await DuePosts(world.site).run(at: hour) }
        let said = try await world.messages(chats.class7, seenBy: people.masha)
        #expect(said.map(\.body) == ["Завтра общий сбор"] && said[0].files.map(\.file.id) == [files[2], files[0]])
        #expect(try await [world.held(files[0]), world.held(files[2])] == [1, 1])
        #expect(try await readers(of: "\(path)/1", world) == [], "it is a message now")
    }

    @Test("an announcement for a later hour brings its files too", arguments: TestDatabase.available)
    func announced(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, plan = try await world.send("План.txt", by: people.vera)
        try await world.perform(PreparePost(.init("Сдать анкеты"), in: chats.class7, at: World.now + 60, isAnnouncement: true, with: [plan]), by: people.vera)
        #expect(try await DuePosts(world.site).run(at: World.now + 60) == 1)
        let message = try #require(try await world.messages(chats.class7, seenBy: people.petya).last)
        #expect(message.part == .announcement(isOpen: false) && message.files.map(\.file.id) == [plan])
        #expect(try await world.found(Search("план"), by: people.petya).map(\.message.seq) == [message.seq], "found by the name of its file")
    }

    @Test("words proposed for a channel show their files to who wrote them and who decides; they go along or are let go", arguments: TestDatabase.available)
    func proposed(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, channel = chats.staff
        try await world.site.database.write { tx in try tx.rows("UPDATE chat SET posting = 'managers' WHERE id = \(channel)") }
        let files = try await files(world, ["а.txt", "б.txt", "в.txt"], by: people.igor)
        var requests: [ID<PublishRequest>] = []
        for (place, file) in files.enumerated() {
            requests.append(try await world.perform(AskToPublish(.init("Победа \(place)"), in: channel, with: [file]), by: people.igor))
        }
        let path = { (request: Int) in "/chats/\(channel.number)/requests/\(requests[request].number)/files/1" }
        #expect(try await readers(of: path(0), world) == [people.igor.person, people.rita.person])
        let seen = try await world.site.read { tx in try RequestStore.requests(in: channel, seenBy: people.rita, tx) }
        #expect(seen.map { $0.files.map(\.file.id) } == [[files[2]], [files[1]], [files[0]]])
        let posted = try await world.perform(PublishRequested(requests[0], in: channel, corrected: .init("Победа!")), by: people.rita).message
        #expect(posted.files.map(\.file.id) == [files[0]] && posted.wordsOf == people.igor.name.list)
        try await world.perform(ReturnRequest(requests[1], in: channel, reason: .init("Уже было")), by: people.rita)
        try await world.perform(WithdrawRequest(requests[2], in: channel), by: people.igor)
        #expect(try await [world.held(files[0]), world.held(files[1]), world.held(files[2])] == [1, 0, 0])
        for request in 0...2 { #expect(try await readers(of: path(request), world) == []) }
        #expect(
            try await readers(of: "/chats/\(channel.number)/messages/\(posted.seq)/files/1", world) == Set(chats.members(channel, people).map(\.person)))
    }

    @Test("a file that does not pass the check meanwhile: the post says so in its place, a publication goes without it", arguments: TestDatabase.available)
    func refused(_ kind: TestDatabase) async throws {
        let first = try await World.open(kind), scanner = LateScanner(), folder = TestDatabase.newFolder()
        let works = FileWorks(store: try ContentFolder(folder), scanner: scanner, patience: .seconds(120))
        let world = try World(database: first.site.database, hub: first.hub, people: first.people, files: works), people = world.people
        let chats = try await Chats.open(in: world), channel = chats.staff, hour = World.now + 3600
        try await world.site.database.write { tx in try tx.rows("UPDATE chat SET posting = 'managers' WHERE id = \(channel)") }
        let (mine, bad) = (try await world.send("Чистый.txt", by: people.petya), try await world.send("Вирус.txt", "зараза", by: people.petya))
        let (ours, worse) = (try await world.send("Грамота.txt", by: people.igor), try await world.send("Подделка.txt", "зараза", by: people.igor))
        let post = try await world.perform(PreparePost(.init("Смотрите"), in: chats.class7, at: hour, with: [bad, mine]), by: people.petya)
        let request = try await world.perform(AskToPublish(.init("Победа"), in: channel, with: [ours, worse]), by: people.igor)
        scanner.arrive()
        try await FilesFeature.tidy(world.site, at: .now + 3_600)
        let look = { @Sendable (viewer: Viewer, path: String) in
            try await world.browse(as: viewer) { client in try await client.execute(uri: path, method: .get) { ($0.status, $0.text) } }
        }
        let later = try await look(people.petya, "/chats/\(chats.class7.number)/later")
        #expect(later.1.contains("не прошёл проверку") && later.1.contains("будет сказано об этом на его месте"))
        #expect(try await look(people.petya, "/chats/\(chats.class7.number)/later/\(post.number)/files/1").0 == .notFound)
        #expect(try await look(people.rita, "/chats/\(channel.number)/requests").1.contains("публикация выйдет без него"))
        #expect(try await look(people.rita, "/chats/\(channel.number)/requests/\(request.number)/files/2").0 == .notFound)

        #expect(try await DuePosts(world.site).run(at: hour) == 1)
        #expect(try await world.messages(chats.class7, seenBy: people.masha).last?.files.map(\.file.state) == [.refused, .ready])
        let thread = try await look(people.masha, "/chats/\(chats.class7.number)").1
        #expect(thread.contains("не прошёл проверку") && thread.contains("Чистый.txt") && !thread.contains("files/1/save"))
        let posted = try await world.perform(PublishRequested(request, in: channel), by: people.rita).message
        #expect(posted.files.map(\.file.id) == [ours])
        #expect(try await world.held(worse) == 0)
    }

    @Test("a file its owner has deleted meanwhile is said to be no more", arguments: TestDatabase.available)
    func deleted(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, file = try await world.send("Смета.txt", by: people.petya)
        try await world.perform(PreparePost(.init("Смета"), in: chats.class7, at: World.now + 60, with: [file]), by: people.petya)
        try await world.site.database.write { tx in
            let own = try #require(try FilesStore.referred([file], tx).first)
            try FilesStore.erase(own, tx)
        }
        #expect(try await DuePosts(world.site).run(at: World.now + 60) == 1)
        #expect(try await world.messages(chats.class7, seenBy: people.masha).last?.files.map(\.file.state) == [.erased])
    }

    @Test("whose data are destroyed takes along what waits with its files; an own-data page counts them", arguments: TestDatabase.available)
    func erased(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, files = try await files(world, ["а.txt", "б.txt"], by: people.igor)
        try await world.site.database.write { tx in try tx.rows("UPDATE chat SET posting = 'managers' WHERE id = \(chats.staff)") }
        try await world.perform(AskToPublish(.init("Победа"), in: chats.staff, with: files), by: people.igor)
        try await world.perform(PreparePost(.init("Завтра"), in: chats.class8, at: World.now + 60, with: [files[0]]), by: people.igor)
        let own = try await world.site.read { tx in
            let reader = Reader(language: .ru, viewer: people.igor, formToken: "", path: "/", assets: "", now: World.now)
            return try MessagingFeature.ownData(of: people.igor.person, for: reader, in: tx).flatMap(\.rows).flatMap { $0 }.map(\.value)
        }
        #expect(own.contains("Победа · 2 файла") && own.contains("Завтра · 1 файл"))
        try await world.site.database.write { tx in for feature in world.site.features { _ = try feature.erase(people.igor.person, in: tx) } }
        for table in ["prepared_post_file", "publish_request_file", "stored_file"] {
            #expect(try await world.texts(SQL(pasting: "SELECT 'x' AS t FROM " + table)).isEmpty, "\(table)")
        }
    }

    @Test("without script the forms of polls, later posts and proposals take files; a question asked keeps them")
    func forms() async throws {
        let (world, chats) = try await World.withChats(.sqlite), people = world.people, place = "/chats/\(chats.class7.number)"
        try await world.site.database.write { tx in try tx.rows("UPDATE chat SET posting = 'managers' WHERE id = \(chats.staff)") }
        let send = { @Sendable (client: any TestClientProtocol, path: String, fields: [(String, String)], files: [String]) in
            let parts =
                (fields + [("formToken", "form-token")]).map { "\($0.0)\"\r\n\r\n\($0.1)" } + files.map { "files\"; filename=\"\($0)\"\r\n\r\nтекст \($0)" }
            let sent = parts.map { "--x\r\nContent-Disposition: form-data; name=\"\($0)\r\n" }.joined() + "--x--"
            return try await client.execute(
                uri: path, method: .post, headers: [.contentType: "multipart/form-data; boundary=x"], body: ByteBuffer(string: sent)
            ) { ($0.status, $0.text) }
        }
        try await world.browse(as: people.vera) { client in
            for path in ["\(place)/polls/new", "\(place)/later"] {
                try await client.execute(uri: path, method: .get) {
                    #expect($0.text.contains(#"name="files" type="file" multiple"#) && $0.text.contains("multipart/form-data"))
                }
            }
            let poll = [
                ("body", "Кто дебил?"), ("options", "да\r\nнет"), ("attempt", "abc"), ("chats[]", "\(chats.class7.number)"),
                ("chats[]", "\(chats.family7.number)"),
            ]
            let asked = try await send(client, "\(place)/polls", poll, ["а.txt"])
            let ready = try #require(asked.1.firstMatch(of: /name="ready" value="([0-9 ]+)"/)).1
            #expect(asked.0 == .conflict && asked.1.matches(of: /name="chats\[\]"/).count == 2)
            let again = (poll + [("sure", "1"), ("ready", String(ready))]).map { name, value in
                "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics)!)"
            }.joined(separator: "&")
            try await client.execute(uri: "\(place)/polls", method: .post, headers: form, body: ByteBuffer(string: "formToken=form-token&" + again)) {
                #expect($0.status == .seeOther)
            }
            #expect(try await send(client, "\(place)/later", [("body", "Потом"), ("due", "2036-01-01T10:00")], ["б.txt", "в.txt"]).0 == .seeOther)
            let page = try await client.execute(uri: "\(place)/later", method: .get) { $0.text }
            let keep = try #require(page.firstMatch(of: /name="keep\[\]" value="([0-9]+)" checked/)).1
            let change = [("body", "Потом"), ("due", "2036-01-01T11:00"), ("shown", "1"), ("keep[]", String(keep))]
            #expect(try await send(client, "\(place)/later/1", change, ["г.txt"]).0 == .seeOther)
        }
        for (chat, reader) in [(chats.class7, people.petya), (chats.family7, people.olga)] {
            #expect(try await world.messages(chat, seenBy: reader).last?.files.map(\.file.name) == ["а.txt"])
        }
        #expect(
            try await world.site.read { tx in try PreparedStore.waiting(by: people.vera, tx).map { $0.files.map(\.file.name) } } == [["б.txt", "г.txt"]])
        try await world.browse(as: people.igor) { client in
            #expect(try await send(client, "/chats/\(chats.staff.number)/requests", [("body", "Победа")], ["д.txt"]).0 == .seeOther)
            try await client.execute(uri: "/chats/\(chats.staff.number)/requests", method: .get) { #expect($0.text.contains("д.txt")) }
        }
        try await world.browse(as: people.petya) { client in
            let stranger = try await send(client, "/chats/\(chats.class8.number)/later", [("body", "x"), ("due", "2036-01-01T10:00")], ["е.txt"])
            #expect(stranger.0 == .notFound)
        }
        #expect(try await world.texts("SELECT name AS t FROM stored_file WHERE name = 'е.txt'").isEmpty, "nothing is taken of who may not see the chat")
    }

    @Test("programs send files with polls, later posts and proposals, and find them there")
    func programs() async throws {
        let (world, chats) = try await World.withChats(.sqlite), people = world.people, place = "/api/v1/chats/\(chats.class7.number)"
        try await world.site.database.write { tx in try tx.rows("UPDATE chat SET posting = 'managers' WHERE id = \(chats.staff)") }
        let (plan, prize) = (try await world.send("План.txt", by: people.vera), try await world.send("Грамота.txt", by: people.igor))
        let post = { @Sendable (client: any TestClientProtocol, path: String, body: String) in
            try await client.execute(uri: path, method: .post, headers: island, body: ByteBuffer(string: body)) { #expect($0.status == .ok, "\($0.text)") }
        }
        try await world.browse(as: people.vera) { client in
            try await post(
                client, "/api/v1/polls",
                #"{"question":"Куда?","kind":"open","options":[],"isAnonymous":false,"showsBefore":false,"chats":[\#(chats.class7.number)],"clientID":"program-1","files":[\#(plan.number)]}"#
            )
            try await post(client, "\(place)/later", #"{"body":"Потом","dueAt":4000000000000,"files":[\#(plan.number)]}"#)
            try await client.execute(uri: "\(place)/later", method: .get) {
                #expect($0.text.contains(#""name":"План.txt""#) && $0.text.contains("/later/1/files/1"))
            }
            try await client.execute(uri: "\(place)/messages", method: .get) { #expect($0.text.contains(#""name":"План.txt""#)) }
        }
        try await world.browse(as: people.igor) { client in
            let channel = "/api/v1/chats/\(chats.staff.number)/requests"
            try await post(client, channel, #"{"body":"Победа","files":[\#(prize.number)]}"#)
            try await client.execute(uri: channel, method: .get) { #expect($0.text.contains(#""name":"Грамота.txt""#)) }
        }
    }
}
