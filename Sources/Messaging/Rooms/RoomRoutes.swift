import HTTPTypes
import Hummingbird
import Kernel
import Markup
import School
import Storage
import WebCore

/// Making chats, and who is in them. Reads requests, runs verbs, shows views.
struct RoomRoutes: Sendable {
    /// So many people are shown at once; search finds the others.
    static let most = 100
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get("new", use: beginning)
        chats.post(use: make)
        chats.get("with/:person", use: with)
        chats.post("with/:person", use: writeTo)
        chats.post("courses/:course", use: openCourse)
        chats.get("join/:word", use: invitation)
        chats.post("join/:word", use: join)
        chats.get(":chat/members", use: members)
        chats.post(":chat/members", use: addMembers)
        chats.get(":chat/add", use: adding)
        chats.post(":chat/members/:person/remove", use: remove)
        chats.post(":chat/members/:person/manager", use: setManager)
        chats.post(":chat/members/:person/owner", use: handOver)
        SettingRoutes(site: site).add(to: chats)
        PolicyRoutes(site: site).add(to: chats)
        NetworkRoutes(site: site).add(to: chats)
    }

    private func views(_ context: SignedIn) -> RoomViews { RoomViews(reader: context.reader, viewer: context.viewer) }

    // MARK: Beginning

    @Sendable func beginning(_ request: Request, _ context: SignedIn) async throws -> HTML {
        views(context).beginning(try await begin(request.uri.queryParameters.get("q") ?? "", context))
    }

    private func begin(_ query: String, _ context: SignedIn) async throws -> RoomViews.Beginning {
        let viewer = context.viewer, today = context.reader.today
        return try await site.read { tx in
            let policy = try PolicyStore.policy(of: viewer.school, tx)
            return RoomViews.Beginning(
                query: query, peers: try RoomStore.peers(of: viewer, matching: query, limit: query.isEmpty ? 20 : Self.most, tx),
                mayMake: MessagingAccess.mayMake(viewer, policy), courses: try RosterStore.coursesWithoutChat(of: viewer, on: today, tx),
                mayRule: MessagingAccess.mayRuleChats(viewer), mayAgree: MessagingAccess.mayRuleNetworks(viewer))
        }
    }

    private struct MakeForm: Decodable { let title: String, about: String?, purpose: String? }

    /// What was typed stays where it is refused.
    @Sendable func make(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: MakeForm.self, context: context)
        let purpose = form.purpose.flatMap { ChatDraft.Purpose(rawValue: $0) } ?? .group
        do {
            let draft = try ChatDraft(form.title, about: form.about ?? "", purpose: purpose)
            return .seeOther(.adding(to: try await site.perform(MakeChat(draft), by: context.viewer)))
        } catch let denial as Denial {
            guard case .invalid = denial else { throw denial }
            var begin = try await begin("", context)
            (begin.draft, begin.refused) = ((form.title, form.about ?? "", purpose), denial)
            return views(context).beginning(begin).response(to: request, status: .unprocessableContent)
        }
    }

    /// The chat of two if there is one, else from which side the person may be written to.
    @Sendable func with(_ request: Request, _ context: SignedIn) async throws -> Response {
        let person: ID<Person> = try context.id("person"), viewer = context.viewer
        let (peers, known) = try await site.read { tx in
            let peers = try RoomStore.peers(of: viewer, who: person, tx)
            let known = try peers.count == 1 ? RoomStore.direct(PeerKey.pair(PeerKey(viewer.person, viewer.side), peers[0].key), in: viewer.school, tx) : nil
            return (peers, known)
        }
        guard !peers.isEmpty else { throw Denial.forbidden(.mayNotWrite) }
        if let known { return .seeOther(.chat(known)) }
        return views(context).with(peers).response(to: request)
    }

    private struct SideForm: Decodable { let side: String }

    @Sendable func writeTo(_ request: Request, _ context: SignedIn) async throws -> Response {
        let person: ID<Person> = try context.id("person"), form = try await request.decode(as: SideForm.self, context: context)
        guard let side = Side(rawValue: form.side) else { throw Denial.invalid(field: "side", .unknownPeer) }
        return .seeOther(.chat(try await site.perform(WriteTo(PeerKey(person, side)), by: context.viewer)))
    }

    @Sendable func openCourse(_ request: Request, _ context: SignedIn) async throws -> Response {
        .seeOther(.chat(try await site.perform(OpenCourseChat(of: try context.id("course")), by: context.viewer)))
    }

    // MARK: Coming in by a link

    @Sendable func invitation(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let word = context.parameters.get("word") ?? "", viewer = context.viewer, now = context.now
        let (title, about) = try await site.read { tx in
            guard let chat = try LinkStore.chat(openedBy: word, for: viewer, at: now, tx) else { throw Denial.forbidden(.linkDoesNotOpen) }
            return chat
        }
        return views(context).join(title, about, word)
    }

    @Sendable func join(_ request: Request, _ context: SignedIn) async throws -> Response {
        .seeOther(.chat(try await site.perform(JoinByLink(context.parameters.get("word") ?? ""), by: context.viewer)))
    }

    // MARK: Members

    @Sendable func members(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let id: ID<Chat> = try context.id("chat"), viewer = context.viewer, now = context.now, query = request.uri.queryParameters.get("q") ?? ""
        let address = site.address
        let room = try await site.read { tx in
            guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx) else { throw Denial.notFound }
            return RoomViews.Room(
                chat: chat, members: try RoomStore.members(of: chat, seenBy: viewer, matching: query, limit: Self.most, tx), query: query,
                links: MessagingAccess.mayInvite(viewer, to: chat) ? try LinkStore.links(to: id, of: viewer.school, at: now, tx) : [],
                seesAll: MessagingAccess.seesAllMembers(of: chat, viewer), address: address)
        }
        return views(context).room(room)
    }

    @Sendable func adding(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let id: ID<Chat> = try context.id("chat"), viewer = context.viewer, query = request.uri.queryParameters.get("q") ?? ""
        let (chat, peers) = try await site.read { tx in
            guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx) else { throw Denial.notFound }
            guard chat.isGathered else { throw Denial.forbidden(.followsLists) }
            guard chat.manages else { throw Denial.forbidden(.onlyManagers) }
            return (chat, try RoomStore.peers(of: viewer, matching: query, limit: Self.most, besides: id, tx))
        }
        return views(context).adding(chat, query, peers)
    }

    private struct AddForm: Decodable { let member: [String]? }

    @Sendable func addMembers(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Chat> = try context.id("chat"), form = try await request.decode(as: AddForm.self, context: context)
        let keys = (form.member ?? []).map { PeerKey(sent: $0) }
        guard !keys.contains(nil) else { throw Denial.invalid(field: "member", .unknownPeer) }
        try await site.perform(AddMembers(keys.compactMap { $0 }, to: id), by: context.viewer)
        return .seeOther(.members(of: id))
    }

    @Sendable func remove(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, person) = try context.membership()
        try await site.perform(RemoveMember(person, from: chat), by: context.viewer)
        return .seeOther(.members(of: chat))
    }

    @Sendable func setManager(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, person) = try context.membership(), form = try await request.decode(as: OnForm.self, context: context)
        try await site.perform(SetManager(person, of: chat, manages: form.on == 1), by: context.viewer)
        return .seeOther(.members(of: chat))
    }

    @Sendable func handOver(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, person) = try context.membership()
        try await site.perform(HandOverChat(chat, to: person), by: context.viewer)
        return .seeOther(.members(of: chat))
    }
}

struct OnForm: Decodable { let on: Int }

extension SignedIn {
    /// The chat and the person in it that the path names.
    func membership() throws -> (ID<Chat>, ID<Person>) { (try id("chat"), try id("person")) }
}
