import Files
import Hummingbird
import Kernel
import Storage
import WebCore

/// A form that files may go along with.
protocol FormWithFiles: Decodable, Sendable {
    /// Numbers of files that were taken with the form before this one, with spaces between.
    var ready: String? { get }
}

/// A form as a page sends it: by its script, as a plain form, or in parts with files, which are taken here.
struct SentForm<Fields: FormWithFiles>: Sendable {
    let fields: Fields
    /// The sender's own, in their order.
    let files: [ID<StoredFile>]
    /// Tells forms apart that say the same with other files.
    let mark: String?

    init(_ request: Request, to chat: ID<Chat>, of site: Site, _ context: SignedIn) async throws {
        try await self.init(request, of: site, context) { _ in chat }
    }

    /// `chat` says where it goes: who may not see that learns so before anything is taken. Throws `Denial.invalid` for `files` that are too many
    /// or are not taken.
    init(_ request: Request, of site: Site, _ context: SignedIn, to chat: @Sendable (Fields) -> ID<Chat>) async throws {
        let sent: [UploadedFile]
        if MultipartForm.isMeant(by: request.headers) {
            let form = try await request.multipart(), viewer = context.viewer
            fields = try form.decode(as: Fields.self)
            let place = chat(fields)
            guard try await site.read({ tx in try MessagingStore.chat(place, seenBy: viewer, tx) }) != nil else { throw Denial.notFound }
            sent = form.files.filter { $0.field == "files" }.map(\.file)
        } else {
            (fields, sent) = (try await request.decode(as: Fields.self, context: context), [])
        }
        let ready = (fields.ready ?? "").split(separator: " ").compactMap { Int64($0) }.map { ID<StoredFile>($0) }
        files = try await ready + Self.take(sent, with: ready.count, of: site, by: context.viewer)
        let names = sent.map { "\($0.name) \($0.bytes.count)" } + ready.map { String($0.number) }
        mark = names.isEmpty ? nil : names.joined(separator: " ")
    }

    private static func take(_ sent: [UploadedFile], with ready: Int, of site: Site, by viewer: Viewer) async throws -> [ID<StoredFile>] {
        guard sent.count + ready <= AttachedFile.most else { throw Denial.invalid(field: "files", .tooManyFiles(AttachedFile.most)) }
        var files: [ID<StoredFile>] = []
        for file in sent { files.append(try await WholeUpload(site).take(file, by: viewer)) }
        let taken = files
        for file in try await site.read({ tx in try FilesStore.referred(taken, tx) }) {
            if let refusal = file.refusal { throw Denial.invalid(field: "files", .fileRefused(file.name, refusal)) }
        }
        return files
    }

    /// To be sent again with the form, so that nothing is taken twice.
    var ready: String { files.map { String($0.number) }.joined(separator: " ") }

    /// The same form sent again from the same page is the same message.
    func clientID(_ attempt: String?, of words: String) throws -> Message.ClientID {
        try (attempt.map(Attempt.init(sent:)) ?? Attempt()).clientID(of: mark.map { words + " " + $0 } ?? words)
    }
}
