import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import Testing
import TestKit
import WebCore

@testable import Messaging

@Suite struct RoomTests {
    @Test("who may write to whom: by default those near, no child of another class, no parent to another's child", arguments: TestDatabase.available)
    func reach(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let may: [(Viewer, Viewer)] = [
            (people.petya, people.masha), (people.petya, people.vera), (people.petya, people.rita), (people.petya, people.olga), (people.olga, people.petya),
            (people.olga, people.pavel), (people.olga, people.vera), (people.pavel, people.rita), (people.vera, people.igor), (people.vera, people.masha),
            (people.vera, people.pavel), (people.rita, people.kolya), (people.rita, people.olga), (people.veraAsMother, people.igor),
            (people.veraAsMother, people.kolya),
        ]
        let mayNot: [(Viewer, Viewer)] = [
            (people.petya, people.kolya), (people.petya, people.igor), (people.petya, people.pavel), (people.pavel, people.petya), (people.olga, people.igor),
            (people.olga, people.veraAsMother), (people.igor, people.masha), (people.igor, people.olga), (people.zoya, people.petya),
            (people.xenia, people.rita),
            (people.vera, people.vera), (people.vera, people.zoya),
        ]
        for (one, other) in may { #expect(try await world.outcome(WriteTo(other.peer), by: one) == nil, "\(one.name.full) → \(other.name.full)") }
        for (one, other) in mayNot {
            #expect(try await world.outcome(WriteTo(other.peer), by: one) == .forbidden(.mayNotWrite), "\(one.name.full) → \(other.name.full)")
        }
        #expect(try await world.outcome(WriteTo(PeerKey(ID(987_654_321), .pupil)), by: people.vera) == .forbidden(.mayNotWrite))
        for viewer in people.ours {
            let listed = try await world.site.read { tx in Set(try RoomStore.peers(of: viewer, limit: 100, tx).map(\.key)) }
            for other in people.all where other.person != viewer.person {
                let allowed = try await world.outcome(WriteTo(other.peer), by: viewer) == nil
                #expect(listed.contains(other.peer) == allowed, "\(viewer.name.full) finds \(other.name.full)")
            }
        }
    }

    @Test("the heads set the rules, which hold at once for chats of two that are there", arguments: TestDatabase.available)
    func rules(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let chat = try await world.perform(WriteTo(people.masha.peer), by: people.petya)
        try await world.say("привет", in: chat, by: people.petya)
        for viewer in [people.vera, people.petya, people.olga] {
            #expect(try await world.outcome(SetChatPolicy([.pupilPupil: .school]), by: viewer) == .forbidden(.onlyHeadsRule))
        }
        #expect(try await world.outcome(SetChatPolicy([.pupilFamily: .school]), by: people.rita) == .invalid(field: "pupil-family", .unknownRule))
        try await world.perform(SetChatPolicy([.pupilPupil: .school]), by: people.rita)
        #expect(try await world.outcome(WriteTo(people.kolya.peer), by: people.petya) == nil)
        try await world.perform(SetChatPolicy([.pupilPupil: .none]), by: people.rita)
        #expect(try await world.outcome(post("ау", in: chat), by: people.masha) == .forbidden(.mayNotWrite))
        #expect(try await world.messages(chat, seenBy: people.masha).map(\.body) == ["привет"])
        #expect(try await world.outcome(WriteTo(people.vera.peer), by: people.petya) == nil)
    }

    @Test("a talk of two that is no longer allowed says why where the field was, and shows what was said", arguments: TestDatabase.available)
    func noLongerAllowed(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let chat = try await world.perform(WriteTo(people.masha.peer), by: people.petya)
        try await world.say("привет", in: chat, by: people.petya)
        let page = { @Sendable (viewer: Viewer) in
            try await world.browse(as: viewer) { client in try await client.execute(uri: "/chats/\(chat.number)", method: .get) { $0.text } }
        }
        let why = "По правилам школы вы не можете писать этому человеку."
        for viewer in [people.petya, people.masha] {
            let text = try await page(viewer)
            #expect(text.contains("<textarea") && !text.contains(why))
        }
        try await world.perform(SetChatPolicy([.pupilPupil: .none]), by: people.rita)
        for viewer in [people.petya, people.masha] {
            let text = try await page(viewer)
            #expect(text.contains(#"<p class="readonly">\#(why)</p>"#) && !text.contains("<textarea") && text.contains("привет"), "\(viewer.name.full)")
        }
        try await world.perform(SetChatPolicy([.pupilPupil: .school]), by: people.rita)
        #expect(try await page(people.petya).contains("<textarea"))
        // The other is not there any more.
        try await world.site.database.write { tx in
            try tx.rows("UPDATE chat_member SET present = 0 WHERE chat_id = \(chat) AND person_id = \(people.masha.person)")
        }
        let alone = try await page(people.petya)
        #expect(alone.contains(why) && !alone.contains("<textarea"))
    }

    @Test("two people have one chat, each sees it under the other's name, and nobody else sees it", arguments: TestDatabase.available)
    func direct(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let chat = try await world.perform(WriteTo(people.vera.peer), by: people.olga)
        #expect(try await world.perform(WriteTo(people.olga.peer), by: people.vera) == chat)
        let (seeing, hearing) = try await world.witnesses(chat)
        #expect(Set(seeing) == [people.vera, people.olga] && seeing == hearing)
        let titles = try await world.site.read { tx in try [people.vera, people.olga].map { try MessagingStore.chat(chat, seenBy: $0, tx)?.title } }
        #expect(titles == ["Петина Ольга", "Верина Вера"])
        #expect(try await world.outcome(AddMembers([people.pavel.peer], to: chat), by: people.vera) == .forbidden(.onlyManagers))
        #expect(try await world.outcome(LeaveChat(chat), by: people.vera) == .forbidden(.followsLists))
        // As a mother she has another chat with the same teacher.
        let other = try await world.perform(WriteTo(people.igor.peer), by: people.veraAsMother)
        #expect(try await world.perform(WriteTo(people.igor.peer), by: people.vera) != other)
    }

    @Test("a group is made by staff, filled by its managers, and left; its owner goes only when there is another", arguments: TestDatabase.available)
    func group(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, draft = try ChatDraft("  Поход  ", about: "9 мая", purpose: .event)
        for viewer in [people.petya, people.olga] { #expect(try await world.outcome(MakeChat(draft), by: viewer) == .forbidden(.mayNotMake)) }
        #expect(try await world.outcome(MakeChat(draft, with: [people.kolya.peer]), by: people.vera) == .forbidden(.mayNotWrite))
        let chat = try await world.perform(MakeChat(draft, with: [people.petya.peer, people.olga.peer]), by: people.vera)
        #expect(Set(try await world.witnesses(chat).seeing) == [people.vera, people.petya, people.olga])
        try await world.say("до Маши", in: chat, by: people.petya)

        #expect(try await world.outcome(AddMembers([people.masha.peer], to: chat), by: people.petya) == .forbidden(.onlyManagers))
        #expect(try await world.outcome(AddMembers([people.masha.peer], to: chat), by: people.igor) == .notFound)
        #expect(try await world.outcome(AddMembers([people.masha.peer], to: chat), by: people.zoya) == .notFound)
        try await world.perform(AddMembers([people.masha.peer, people.igor.peer], to: chat), by: people.vera)
        #expect(try await world.messages(chat, seenBy: people.masha).isEmpty, "a newcomer sees what is said from now on")

        #expect(try await world.outcome(RemoveMember(people.vera.person, from: chat), by: people.vera) == .conflict(.successorFirst))
        #expect(try await world.outcome(LeaveChat(chat), by: people.vera) == .conflict(.successorFirst))
        #expect(try await world.outcome(HandOverChat(chat, to: people.kolya.person), by: people.vera) == .notFound)
        #expect(try await world.outcome(HandOverChat(chat, to: people.petya.person), by: people.igor) == .forbidden(.onlyOwner))
        try await world.perform(SetManager(people.igor.person, of: chat, manages: true), by: people.vera)
        try await world.perform(RemoveMember(people.petya.person, from: chat), by: people.igor)
        #expect(try await world.outcome(post("я здесь", in: chat), by: people.petya) == .notFound)
        try await world.perform(HandOverChat(chat, to: people.igor.person), by: people.vera)
        try await world.perform(LeaveChat(chat), by: people.vera)
        try await world.perform(LeaveChat(chat), by: people.masha)
        #expect(Set(try await world.witnesses(chat).seeing) == [people.igor, people.olga])
    }

    @Test("those who manage a chat say who posts; its owner ends it and lets it go on", arguments: TestDatabase.available)
    func settings(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        let people = world.people, chat = try await world.perform(MakeChat(try ChatDraft("Кружок"), with: [people.petya.peer]), by: people.vera)
        try await world.perform(SetPosting(chat, isForManagers: true), by: people.vera)
        #expect(try await world.outcome(post("можно?", in: chat), by: people.petya) == .forbidden(.onlyManagersPost))
        #expect(try await world.outcome(SetPosting(chat, isForManagers: false), by: people.petya) == .forbidden(.onlyManagers))
        #expect(try await world.outcome(EndChat(chat), by: people.petya) == .forbidden(.onlyOwner))
        try await world.perform(EndChat(chat), by: people.vera)
        #expect(try await world.outcome(post("ещё", in: chat), by: people.vera) == .forbidden(.chatEnded))
        #expect(try await world.outcome(AddMembers([people.masha.peer], to: chat), by: people.vera) == .forbidden(.chatEnded))
        try await world.perform(EndChat(chat, isEnded: false), by: people.vera)
        try await world.say("снова", in: chat, by: people.vera)
        try await world.perform(DescribeChat(chat, as: try ChatDraft("Кружок физики")), by: people.vera)
        #expect(try await world.site.read { tx in try MessagingStore.chat(chat, seenBy: people.petya, tx)?.title } == "Кружок физики")
        // The class's chat follows the class: its teacher says who posts there, and not who is in it.
        try await world.perform(SetPosting(chats.class7, isForManagers: true), by: people.vera)
        #expect(try await world.outcome(AddMembers([people.igor.peer], to: chats.class7), by: people.vera) == .forbidden(.followsLists))
        #expect(try await world.outcome(LeaveChat(chats.class7), by: people.petya) == .forbidden(.followsLists))
        for title in ["", "   ", String(repeating: "я", count: 101), "a\0b"] { #expect(throws: Denial.self) { try ChatDraft(title) } }
    }

    @Test("who leaves the school leaves its chats, and an owner's chat goes on with the next", arguments: TestDatabase.available)
    func leaver(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let chat = try await world.perform(MakeChat(try ChatDraft("Проект"), with: [people.vera.peer, people.kolya.peer]), by: people.igor)
        let alone = try await world.perform(MakeChat(try ChatDraft("Заметки")), by: people.igor)
        let direct = try await world.perform(WriteTo(people.igor.peer), by: people.vera)
        try await world.perform(EndRole(.subjectTeacher, of: people.igor.person, on: World.today), by: people.rita)
        #expect(Set(try await world.witnesses(chat).seeing) == [people.vera, people.kolya])
        try await world.perform(RemoveMember(people.kolya.person, from: chat), by: people.vera)
        #expect(try await world.chat("id = \(alone) AND archived_at IS NOT NULL") != nil)
        #expect(try await world.outcome(post("где вы?", in: direct), by: people.vera) == .forbidden(.mayNotWrite))
    }

    @Test("a link brings in members of the school from its side, until it is revoked or old; all it refuses look the same", arguments: TestDatabase.available)
    func links(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let chat = try await world.perform(MakeChat(try ChatDraft("Олимпиада"), with: [people.petya.peer]), by: people.vera)
        #expect(try await world.outcome(MakeChatLink(to: chat, for: .pupil, days: 7), by: people.petya) == .forbidden(.onlyManagers))
        #expect(try await world.outcome(MakeChatLink(to: chat, for: .pupil, days: 400), by: people.vera) == .invalid(field: "days", .unknownDays))
        let link = try await world.perform(MakeChatLink(to: chat, for: .pupil, days: 7), by: people.vera)
        for viewer in [people.olga, people.igor, people.xenia, people.yura] {
            #expect(try await world.outcome(JoinByLink(link.word), by: viewer) == .forbidden(.linkDoesNotOpen))
        }
        #expect(try await world.outcome(JoinByLink("nothing"), by: people.kolya) == .forbidden(.linkDoesNotOpen))
        #expect(try await world.outcome(JoinByLink(link.word), by: people.kolya, at: World.now + 8 * 86_400) == .forbidden(.linkDoesNotOpen))
        for _ in 0..<2 { #expect(try await world.perform(JoinByLink(link.word), by: people.kolya) == chat) }
        #expect(Set(try await world.witnesses(chat).seeing) == [people.vera, people.petya, people.kolya])
        try await world.perform(RevokeChatLink(link.id, to: chat), by: people.vera)
        #expect(try await world.outcome(RevokeChatLink(link.id, to: chat), by: people.vera) == .notFound)
        #expect(try await world.outcome(JoinByLink(link.word), by: people.masha) == .forbidden(.linkDoesNotOpen))
    }

    @Test(
        "schools share a chat by agreement: each brings its own people, sees of others name, role and school, and can end it", arguments: TestDatabase.available
    )
    func network(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, draft = try ChatDraft("Методическое объединение")
        #expect(try await world.outcome(ProposeNetwork(draft, to: "Школа № 7"), by: people.vera) == .forbidden(.onlyHeadsAgree))
        #expect(try await world.outcome(ProposeNetwork(draft, to: "Школа № 99"), by: people.rita) == .invalid(field: "school", .unknownSchool))
        let chat = try await world.perform(ProposeNetwork(draft, to: "школа  № 7"), by: people.rita)
        #expect(try await world.outcome(post("рано", in: chat), by: people.xenia) == .notFound)
        #expect(try await world.outcome(AnswerNetwork(chat, agrees: true), by: people.zoya) == .forbidden(.onlyHeadsAgree))
        try await world.perform(AnswerNetwork(chat, agrees: true), by: people.xenia)
        try await world.perform(AddMembers([people.vera.peer], to: chat), by: people.rita)
        try await world.perform(AddMembers([people.zoya.peer], to: chat), by: people.xenia)
        #expect(try await world.outcome(AddMembers([people.igor.peer], to: chat), by: people.xenia) == .forbidden(.mayNotWrite))
        #expect(try await world.outcome(RemoveMember(people.vera.person, from: chat), by: people.xenia) == .notFound)
        try await world.say("здравствуйте", in: chat, by: people.zoya)
        let (seeing, hearing) = try await world.witnesses(chat)
        #expect(Set(seeing) == [people.rita, people.vera, people.xenia, people.zoya] && seeing == hearing)
        let members = try await world.site.read { tx in
            try RoomStore.members(of: try #require(try MessagingStore.chat(chat, seenBy: people.vera, tx)), seenBy: people.vera, matching: "", limit: 10, tx)
        }
        #expect(Set(members.compactMap(\.school)) == ["Школа № 58", "Школа № 7"] && members.filter(\.isOfViewersSchool).count == 2)
        #expect(try await world.outcome(WriteTo(people.zoya.peer), by: people.vera) == .forbidden(.mayNotWrite))
        try await world.perform(AnswerNetwork(chat, agrees: false), by: people.xenia)
        #expect(Set(try await world.witnesses(chat).seeing) == [people.rita, people.vera])
        #expect(try await world.outcome(AnswerNetwork(chat, agrees: true), by: people.xenia) == .notFound)
    }

    @Test("a person's list: folders, search, what they put first and silenced, and where they are named", arguments: TestDatabase.available)
    func list(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        let people = world.people, text = Language.ru.messaging
        let direct = try await world.perform(WriteTo(people.igor.peer), by: people.vera)
        try await world.say("@Вера Верина, посмотрите", in: chats.class7, by: people.petya)
        try await world.perform(PutFirst(chats.family7, isFirst: true), by: people.vera)
        try await world.perform(MuteChat(chats.staff, isMuted: true), by: people.vera)
        let lines = try await world.site.read { tx in try MessagingStore.chats(seenBy: people.vera, tx) }
        #expect(lines.first?.chat.id == chats.family7 && lines.filter(\.chat.isMuted).map(\.chat.id) == [chats.staff])
        #expect(lines.filter(\.chat.isNamed).map(\.chat.id) == [chats.class7])
        let shown = { (shelf: ChatShelf) in Set(shelf.sorted(lines, text).open.map(\.chat.id)) }
        #expect(shown(ChatShelf(.direct)) == [direct] && shown(ChatShelf(.classes)) == [chats.class7] && shown(ChatShelf()).count == lines.count)
        #expect(shown(ChatShelf(.all, text: " УЧИТЕЛЬ ")) == [chats.staff])
        try await world.perform(ReadUpTo(chat: chats.class7, seq: 1), by: people.vera)
        #expect(try await world.site.read { tx in try MessagingStore.chats(seenBy: people.vera, tx) }.allSatisfy { !$0.chat.isNamed })
        #expect(try await world.outcome(PutFirst(chats.class8, isFirst: true), by: people.vera) == .notFound)
    }

    @Test("when two rows of one human being become one, their chats of two do not become two of a kind", arguments: TestDatabase.available)
    func merge(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let twin = try await world.register("Игорев", as: .subjectTeacher, side: .staff)
        let withIgor = try await world.perform(WriteTo(people.igor.peer), by: people.vera),
            withTwin = try await world.perform(WriteTo(twin.peer), by: people.vera)
        let ritasOnly = try await world.perform(WriteTo(twin.peer), by: people.rita), betweenThem = try await world.perform(WriteTo(twin.peer), by: people.igor)
        try await world.say("первому", in: withIgor, by: people.vera)
        try await world.say("второму", in: withTwin, by: people.vera)
        try await world.site.database.write { tx in try MessagingFeature.merge(twin.person, into: people.igor.person, in: tx) }
        #expect(try await world.perform(WriteTo(people.igor.peer), by: people.vera) == withIgor)
        #expect(try await world.perform(WriteTo(people.igor.peer), by: people.rita) == ritasOnly)
        #expect(Set(try await world.chats("archived_at IS NOT NULL")) == [withTwin, betweenThem])
        #expect(try await world.messages(withTwin, seenBy: people.igor).map(\.body) == ["второму"])
    }
}

extension Viewer {
    var peer: PeerKey { PeerKey(person, side) }
}
