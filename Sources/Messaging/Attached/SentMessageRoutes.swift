import Files
import Hummingbird
import Kernel
import Storage
import WebCore

/// A message as a page sends it: by its script, by a plain form, or by a form with files, which are taken here.
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

    private struct Form: Decodable {
        let body, clientID, attempt, open: String?
        let reply: Int64?
        let sure: Int?
        let files: [Int64]?
        /// Numbers of files that were taken with the form before this one, with spaces between.
        let ready: String?
    }

    init(_ request: Request, to chat: ID<Chat>, of site: Site, _ context: SignedIn) async throws {
        self =
            MultipartForm.isMeant(by: request.headers)
            ? try await Self(form: request.multipart(), to: chat, of: site, context) : try await Self(try await request.decode(as: Form.self, context: context))
    }

    private init(_ form: Form) async throws {
        let files = (form.files ?? []) + (form.ready ?? "").split(separator: " ").compactMap { Int64($0) }
        try self.init(
            body: form.body ?? "", files: files.map { ID($0) }, clientID: form.clientID, attempt: form.attempt, mark: form.ready, reply: form.reply,
            sure: form.sure == 1,
            open: form.open == "1")
    }

    /// Who may not see the chat learns so before anything is taken.
    private init(form: MultipartForm, to chat: ID<Chat>, of site: Site, _ context: SignedIn) async throws {
        let viewer = context.viewer, sent = form.files.filter { $0.field == "files" }.map(\.file), fields = form.fields
        guard try await site.read({ tx in try MessagingStore.chat(chat, seenBy: viewer, tx) }) != nil else { throw Denial.notFound }
        guard sent.count <= AttachedFile.most else { throw Denial.invalid(field: "files", .tooManyFiles(AttachedFile.most)) }
        var files: [ID<StoredFile>] = []
        for file in sent { files.append(try await WholeUpload(site).take(file, by: viewer)) }
        let taken = files
        for file in try await site.read({ tx in try FilesStore.referred(taken, tx) }) {
            if let refusal = file.refusal { throw Denial.invalid(field: "files", .fileRefused(file.name, refusal)) }
        }
        try self.init(
            body: fields["body"] ?? "", files: files, clientID: nil, attempt: fields["attempt"],
            mark: sent.isEmpty ? nil : sent.map { "\($0.name) \($0.bytes.count)" }.joined(separator: " "), reply: fields["reply"].flatMap { Int64($0) },
            sure: fields["sure"] == "1", open: fields["open"] == "1")
    }

    /// `mark` tells forms apart that say the same with other files.
    private init(body text: String, files: [ID<StoredFile>], clientID: String?, attempt: String?, mark: String?, reply: Int64?, sure: Bool, open: Bool) throws {
        body = try Message.Body(text, mayBeEmpty: !files.isEmpty)
        self.files = files
        self.attempt = attempt ?? ""
        self.reply = reply
        isSure = sure
        isOpen = open
        isByScript = clientID != nil
        let named = attempt.map(Attempt.init(sent:)) ?? Attempt(), said = body.text, words = mark.map { said + " " + $0 } ?? said
        self.clientID = try clientID.map { try Message.ClientID($0) } ?? named.clientID(of: words)
    }

    func verb(in chat: ID<Chat>) -> PostMessage { PostMessage(body, as: clientID, in: chat, answering: reply, isSure: isSure, with: files) }
}
