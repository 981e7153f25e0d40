import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import WebCore

@testable import Messaging

/// The chats of the small school, made by the product's own verbs. In 7А: Vera (class teacher), Petya, Masha; their families' chat:
/// Olga, Pavel and Vera. In 8Б: Igor (subject teacher) and Kolya; the families' chat there: Vera as Kolya's mother, alone.
/// The staff room: Vera, Igor, Rita. Far away the same for Zoya, Yura, Xenia.
struct Chats: Sendable {
    let class7, family7, class8, family8, staff, classFar, familyFar, staffFar: ID<Chat>
    var all: [ID<Chat>] { [class7, family7, class8, family8, staff, classFar, familyFar, staffFar] }

    static func open(in world: World) async throws -> Chats {
        let people = world.people
        let seven = try await world.perform(OpenClassChats(of: people.class7.id), by: people.rita)
        let eight = try await world.perform(OpenClassChats(of: people.class8.id), by: people.rita)
        let far = try await world.perform(OpenClassChats(of: people.classFar.id), by: people.xenia)
        return Chats(
            class7: seven.forClass, family7: seven.forFamilies, class8: eight.forClass, family8: eight.forFamilies,
            staff: try await world.perform(OpenStaffRoom(), by: people.rita), classFar: far.forClass, familyFar: far.forFamilies,
            staffFar: try await world.perform(OpenStaffRoom(), by: people.xenia))
    }

    /// Who is in each, as the school's own lists have it.
    func members(_ chat: ID<Chat>, _ people: World.People) -> [Viewer] {
        switch chat {
        case class7: [people.vera, people.petya, people.masha]
        case family7: [people.vera, people.olga, people.pavel]
        case class8: [people.igor, people.kolya]
        case family8: [people.veraAsMother]
        case staff: [people.vera, people.igor, people.rita]
        case classFar: [people.zoya, people.yura]
        case staffFar: [people.zoya, people.xenia]
        default: []
        }
    }
}

extension World {
    static func withChats(_ kind: TestDatabase) async throws -> (World, Chats) {
        let world = try await World.open(kind)
        return (world, try await Chats.open(in: world))
    }

    func messages(_ chat: ID<Chat>, _ place: Span.Place = .newest, limit: Int = 200, seenBy viewer: Viewer) async throws -> [Message] {
        try await site.read { tx in try MessagingStore.messages(of: chat, Span(place, limit: limit), seenBy: viewer, tx).list }
    }

    @discardableResult func say(_ text: String, in chat: ID<Chat>, by viewer: Viewer, at now: Moment = World.now) async throws -> Message {
        try await perform(post(text, in: chat), by: viewer, at: now).message
    }

    /// Those who see a chat and those who hear it, of everyone there is.
    func witnesses(_ chat: ID<Chat>) async throws -> (seeing: [Viewer], hearing: [Viewer]) {
        let everyone = people.all
        return try await site.read { tx in
            (
                try everyone.filter { try MessagingStore.chat(chat, seenBy: $0, tx) != nil },
                try everyone.filter { try MessagingFeature.topics(of: $0, in: tx).contains(.chat(chat)) }
            )
        }
    }
}

func post(_ text: String, _ name: String = "name-\(UInt64.random(in: 0...(.max)))", in chat: ID<Chat>) throws -> PostMessage {
    PostMessage(try .init(text), as: try .init(name), in: chat)
}

/// Headers of an island's request and of a plain form.
let island: HTTPFields = [.contentType: "application/json", HTTPField.Name("X-Form-Token")!: "form-token"]
/// The same of a script that reads problem details.
let script: HTTPFields = island.merging([.accept: "application/json"])
let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

extension HTTPFields {
    func merging(_ others: HTTPFields) -> HTTPFields {
        var all = self
        for field in others { all[field.name] = field.value }
        return all
    }
}

extension TestResponse { var text: String { String(buffer: body) } }
