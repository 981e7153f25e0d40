import Hummingbird
import Kernel
import WebCore
import Wire

/// What others see of a person while they are in chats, for programs: the same verbs and stores as the pages.
struct MannerAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        api.get("chat-manner", "What others see of the person in chats: that they are writing, that they are there", manner)
        api.put("chat-manner", "Say what others see of the person in chats; who does not show that they are there sees nobody", set)
        api.post("chats/:chat/typing", "The person is writing at this moment: the others' pages say so for a few seconds", typing)
        api.post("chats/:chat/here", "The person has a talk of two open: the other's page says so for about a minute", here)
    }

    @Sendable private func manner(_ request: Request, _ context: SignedIn) async throws -> ChatMannerInfo {
        let viewer = context.viewer
        return try await site.read { tx in
            try ChatMannerInfo(showsTyping: TypingStore.isShown(viewer.person, tx), showsPresence: ShowPresence.isShown(by: viewer, tx))
        }
    }

    @Sendable private func set(_ body: ChatMannerInfo, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(ShowTyping(isShown: body.showsTyping), by: context.viewer)
        try await site.perform(ShowPresence(isShown: body.showsPresence), by: context.viewer)
        return Nothing()
    }

    @Sendable private func typing(_ body: Nothing, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(NoteTyping(chat: try context.id("chat")), by: context.viewer)
        return Nothing()
    }

    @Sendable private func here(_ body: Nothing, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(NoteHere(chat: try context.id("chat")), by: context.viewer)
        return Nothing()
    }
}
