import Hummingbird
import Kernel
import School
import WebCore
import Wire

/// Making chats and who is in them, for programs: the same verbs and stores as the pages.
struct RoomsAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        let name = [Parameter("q", .string, "beginnings of the words of a name")]
        api.get("chat-peers", "Those the person may write to, by name", query: name, peers)
        api.post("chats", "Put a chat together: a group, a project, an event", make)
        api.post("chat-peers/chat", "Open the chat of two, or find it", writeTo)
        api.post("courses/:course/chat", "Open the chat of a course one teaches", openCourse)
        api.get("chats/:chat/members", "Who is in a chat", query: name, members)
        api.post("chats/:chat/members", "Bring people into a chat one manages", addMembers)
        api.delete("chats/:chat/members/:person", "Remove a member from a chat one manages", remove)
        api.put("chats/:chat/members/:person/manager", "Let a member manage the chat, or no longer", setManager)
        api.put("chats/:chat/members/:person/owner", "Hand the chat over to a member", handOver)
        api.put("chats/:chat/words", "Give a chat another title and description", describe)
        api.put("chats/:chat/posting", "Let only those who manage the chat post, or everyone", setPosting)
        api.put("chats/:chat/ended", "End a chat one owns, or let it go on", end)
        api.post("chats/:chat/leave", "Leave a chat", leave)
        api.put("chats/:chat/first", "Keep a chat on top of one's own list, or no longer", putFirst)
        api.put("chats/:chat/muted", "Silence a chat for oneself, or no longer", mute)
        api.get("chats/:chat/links", "Links that still open the chat", links)
        api.post("chats/:chat/links", "Make a link by which members of the school join the chat", makeLink)
        api.delete("chats/:chat/links/:link", "Revoke a link", revoke)
        api.post("chat-links/join", "Join a chat by its link", join)
        api.get("chat-rules", "Who may write to whom", rules)
        api.put("chat-rules", "Say who may write to whom", setRules)
        api.get("chat-networks", "Chats of several schools", networks)
        api.post("chat-networks", "Propose a chat to another school", propose)
        api.put("chat-networks/:chat/agreed", "Agree to a chat of several schools, or decline or end it", answer)
    }

    // MARK: Making

    @Sendable private func peers(_ request: Request, _ context: SignedIn) async throws -> PeerList {
        let viewer = context.viewer, query = request.uri.queryParameters.get("q") ?? ""
        let found = try await site.read { tx in try RoomStore.peers(of: viewer, matching: query, limit: RoomRoutes.most, tx) }
        return PeerList(people: found.map(PeerInfo.init))
    }

    @Sendable private func make(_ body: NewChat, _ request: Request, _ context: SignedIn) async throws -> ChatRef {
        let purpose = try body.purpose.map { sent in
            guard let purpose = ChatDraft.Purpose(rawValue: sent) else { throw Denial.invalid(field: "purpose", .unknownPeer) }
            return purpose
        }
        let draft = try ChatDraft(body.title, about: body.about ?? "", purpose: purpose ?? .group)
        return ChatRef(chat: try await site.perform(MakeChat(draft, with: try (body.members ?? []).map(PeerKey.init)), by: context.viewer).number)
    }

    @Sendable private func writeTo(_ body: PeerRef, _ request: Request, _ context: SignedIn) async throws -> ChatRef {
        ChatRef(chat: try await site.perform(WriteTo(try PeerKey(body)), by: context.viewer).number)
    }

    @Sendable private func openCourse(_ body: Nothing, _ request: Request, _ context: SignedIn) async throws -> ChatRef {
        ChatRef(chat: try await site.perform(OpenCourseChat(of: try context.id("course")), by: context.viewer).number)
    }

    // MARK: Members

    @Sendable private func members(_ request: Request, _ context: SignedIn) async throws -> ChatMemberList {
        let id: ID<Chat> = try context.id("chat"), viewer = context.viewer, query = request.uri.queryParameters.get("q") ?? ""
        let (chat, members) = try await site.read { tx in
            guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx) else { throw Denial.notFound }
            return (chat, try RoomStore.members(of: chat, seenBy: viewer, matching: query, limit: RoomRoutes.most, tx))
        }
        return ChatMemberList(
            about: chat.about, isForManagersToPost: chat.isForManagersToPost, isArchived: chat.isArchived, count: chat.members,
            members: members.map(ChatMemberInfo.init))
    }

    @Sendable private func addMembers(_ body: PeerRefs, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(AddMembers(try body.members.map(PeerKey.init), to: try context.id("chat")), by: context.viewer)
        return Nothing()
    }

    @Sendable private func remove(_ request: Request, _ context: SignedIn) async throws -> Nothing {
        let (chat, person) = try context.membership()
        try await site.perform(RemoveMember(person, from: chat), by: context.viewer)
        return Nothing()
    }

    @Sendable private func setManager(_ body: Switch, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let (chat, person) = try context.membership()
        try await site.perform(SetManager(person, of: chat, manages: body.isOn), by: context.viewer)
        return Nothing()
    }

    @Sendable private func handOver(_ body: Nothing, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let (chat, person) = try context.membership()
        try await site.perform(HandOverChat(chat, to: person), by: context.viewer)
        return Nothing()
    }

    // MARK: Settings

    @Sendable private func describe(_ body: ChatWords, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(DescribeChat(try context.id("chat"), as: try ChatDraft(body.title, about: body.about)), by: context.viewer)
        return Nothing()
    }
    @Sendable private func setPosting(_ body: Switch, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(SetPosting(try context.id("chat"), isForManagers: body.isOn), by: context.viewer)
        return Nothing()
    }
    @Sendable private func end(_ body: Switch, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(EndChat(try context.id("chat"), isEnded: body.isOn), by: context.viewer)
        return Nothing()
    }
    @Sendable private func leave(_ body: Nothing, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(LeaveChat(try context.id("chat")), by: context.viewer)
        return Nothing()
    }
    @Sendable private func putFirst(_ body: Switch, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(PutFirst(try context.id("chat"), isFirst: body.isOn), by: context.viewer)
        return Nothing()
    }
    @Sendable private func mute(_ body: Switch, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(MuteChat(try context.id("chat"), isMuted: body.isOn), by: context.viewer)
        return Nothing()
    }

    // MARK: Links

    @Sendable private func links(_ request: Request, _ context: SignedIn) async throws -> ChatLinkList {
        let id: ID<Chat> = try context.id("chat"), viewer = context.viewer, now = context.now
        let links = try await site.read { tx in
            guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx) else { throw Denial.notFound }
            guard MessagingAccess.mayInvite(viewer, to: chat) else { throw Denial.forbidden(.onlyManagers) }
            return try LinkStore.links(to: id, of: viewer.school, at: now, tx)
        }
        return ChatLinkList(links: links.map(ChatLinkInfo.init))
    }

    @Sendable private func makeLink(_ body: NewChatLink, _ request: Request, _ context: SignedIn) async throws -> ChatLinkInfo {
        guard let side = Side(rawValue: body.side) else { throw Denial.invalid(field: "side", .unknownPeer) }
        return ChatLinkInfo(try await site.perform(MakeChatLink(to: try context.id("chat"), for: side, days: body.days), by: context.viewer))
    }

    @Sendable private func revoke(_ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(RevokeChatLink(try context.id("link"), to: try context.id("chat")), by: context.viewer)
        return Nothing()
    }

    @Sendable private func join(_ body: LinkWord, _ request: Request, _ context: SignedIn) async throws -> ChatRef {
        ChatRef(chat: try await site.perform(JoinByLink(body.word), by: context.viewer).number)
    }

    // MARK: Rules and networks

    @Sendable private func rules(_ request: Request, _ context: SignedIn) async throws -> ChatRules {
        let school = context.viewer.school
        let policy = try await site.read { tx in try PolicyStore.policy(of: school, tx) }
        return ChatRules(rules: ChatRule.allCases.map { ChatRuleInfo(name: $0.rawValue, reach: policy[$0].rawValue) })
    }

    @Sendable private func setRules(_ body: ChatRules, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let rules = try body.rules.map { sent in
            guard let rule = ChatRule(rawValue: sent.name), let reach = ChatRule.Reach(rawValue: sent.reach) else {
                throw Denial.invalid(field: "rules", .unknownRule)
            }
            return (rule, reach)
        }
        try await site.perform(SetChatPolicy(Dictionary(rules) { $1 }), by: context.viewer)
        return Nothing()
    }

    @Sendable private func networks(_ request: Request, _ context: SignedIn) async throws -> NetworkList {
        let school = try MessagingAccess.networked(by: context.viewer)
        let found = try await site.read { tx in try NetworkStore.networks(of: school, tx) }
        return NetworkList(networks: found.map(NetworkInfo.init))
    }

    @Sendable private func propose(_ body: NewNetwork, _ request: Request, _ context: SignedIn) async throws -> ChatRef {
        let verb = ProposeNetwork(try ChatDraft(body.title, about: body.about ?? ""), to: body.school)
        return ChatRef(chat: try await site.perform(verb, by: context.viewer).number)
    }

    @Sendable private func answer(_ body: Switch, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(AnswerNetwork(try context.id("chat"), agrees: body.isOn), by: context.viewer)
        return Nothing()
    }
}

extension PeerKey {
    fileprivate init(_ sent: PeerRef) throws {
        guard let side = Side(rawValue: sent.side) else { throw Denial.invalid(field: "side", .unknownPeer) }
        self.init(ID(sent.person), side)
    }
}

extension PeerInfo {
    fileprivate init(_ peer: Peer) {
        self.init(
            person: peer.key.person.number, side: peer.key.side.rawValue, name: peer.name.full, roles: peer.roles.map(\.rawValue), isVerified: peer.isVerified,
            className: peer.className)
    }
}

extension ChatMemberInfo {
    fileprivate init(_ member: RoomMember) {
        self.init(
            person: member.key.person.number, side: member.key.side.rawValue, name: member.name.full, role: member.role.rawValue,
            isVerified: member.isVerified, manages: member.manages, isOwner: member.isOwner, school: member.school)
    }
}

extension ChatLinkInfo {
    fileprivate init(_ link: ChatLink) {
        self.init(
            id: link.id.number, side: link.side.rawValue, word: link.word, path: link.path, expiresAt: link.expiresAt.milliseconds)
    }
}

extension NetworkInfo {
    fileprivate init(_ network: Network) {
        self.init(
            chat: network.chat.number, title: network.title, about: network.about, proposer: network.proposer, state: network.state.rawValue,
            agreed: network.agreed, asked: network.asked)
    }
}
