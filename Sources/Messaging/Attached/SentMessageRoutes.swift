import Files
import Hummingbird
import Kernel
import WebCore

/// A message as a page sends it.
struct SentMessage: Sendable {
    let body: Message.Body
    let files: [ID<StoredFile>]
    /// Its name, made by the page.
    let clientID: Message.ClientID
    /// Whether a script waits for the answer.
    let isByScript: Bool
    let attempt: String
    let reply: Int64?
    let isSure: Bool
    /// Of an announcement: whether it may be talked about.
    let isOpen: Bool

    private struct Form: FormWithFiles {
        let body, clientID, attempt, open: String?
        let reply: Int64?
        let sure: Int?
        /// As scripts name them.
        let files: [Int64]?
        let ready: String?
    }

    init(_ request: Request, to chat: ID<Chat>, of site: Site, _ context: SignedIn) async throws {
        let form: SentForm<Form> = try await SentForm(request, to: chat, of: site, context), fields = form.fields
        files = (fields.files ?? []).map { ID($0) } + form.files
        body = try Message.Body(fields.body ?? "", mayBeEmpty: !files.isEmpty)
        (attempt, reply, isSure, isOpen) = (fields.attempt ?? "", fields.reply, fields.sure == 1, fields.open == "1")
        isByScript = fields.clientID != nil
        clientID = try fields.clientID.map { try Message.ClientID($0) } ?? form.clientID(fields.attempt, of: body.text)
    }

    func verb(in chat: ID<Chat>) -> PostMessage { PostMessage(body, as: clientID, in: chat, answering: reply, isSure: isSure, with: files) }
}
