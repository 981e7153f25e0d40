import NIOHTTP1
import Wire

extension Client {
    public func chats() async throws -> [ChatInfo] { try await (get("chats") as ChatList).chats }

    /// Messages of a chat, the oldest first: those after a number, those before one, or the newest.
    public func messages(of chat: Int64, after: Int64? = nil, before: Int64? = nil, limit: Int? = nil) async throws -> MessageList {
        try await get("chats/\(chat)/messages", ["after": after.map(String.init), "before": before.map(String.init), "limit": limit.map(String.init)])
    }

    /// Posts a message. Posted twice under one `clientID`, by a program that did not hear the answer, it is there once. `files` are
    /// numbers of the sender's own.
    public func post(_ body: String, to chat: Int64, clientID: String, files: [Int64]? = nil) async throws -> MessageInfo {
        try await send(.POST, "chats/\(chat)/messages", NewMessage(body: body, clientID: clientID, files: files))
    }

    public func read(_ chat: Int64, upTo seq: Int64) async throws -> ReadMark { try await send(.POST, "chats/\(chat)/read", ReadMark(seq: seq)) }
}
