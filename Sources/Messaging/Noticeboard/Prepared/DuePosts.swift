import Kernel
import Storage
import WebCore

/// Makes the posts whose hour has come. Two nodes may do it at once: each post is locked, and its number names the message, so it stands once.
public struct DuePosts: Sendable {
    let site: Site
    public init(_ site: Site) { self.site = site }

    /// Says how many were made.
    @discardableResult public func run(at now: Moment = .now) async throws -> Int {
        var made = 0
        for id in try await site.read({ tx in try PreparedStore.due(at: now, tx) }) {
            do { made += try await post(id, at: now) ? 1 : 0 } catch Denial.conflict(.waitsForLook) { try await hold(id, at: now) } catch let denial as Denial {
                try await site.database.write { tx in try PreparedStore.noteFailure(of: id, denial.code, tx) }
            }
        }
        return made
    }

    private func post(_ id: ID<PreparedPost>, at now: Moment) async throws -> Bool {
        try await site.database.write(.rowLock) { [site] tx in
            guard let due = try MessagingAccess.due(id, at: now, in: tx) else { return false }
            let name = try due.name
            let posted =
                due.isAnnouncement
                ? try site.perform(PostAnnouncement(due.body, as: name, in: due.chat).with(due.files), by: due.author, at: now, in: tx)
                : try site.perform(due.message, by: due.author, at: now, in: tx)
            try AttachedStore.drop(of: .prepared(id), at: now, tx)
            try PreparedStore.notePosted(due, as: posted.message.seq, tx)
            return true
        }
    }

    /// What a pupil prepared and a manager is to look at first waits for that from now on, as any message of theirs.
    private func hold(_ id: ID<PreparedPost>, at now: Moment) async throws {
        try await site.database.write(.rowLock) { [site] tx in
            guard let due = try MessagingAccess.due(id, at: now, in: tx) else { return }
            try site.perform(HoldMessage(due.message), by: due.author, at: now, in: tx)
            try AttachedStore.drop(of: .prepared(id), at: now, tx)
            try PreparedStore.forget(due, tx)
        }
    }
}

extension DuePost {
    fileprivate var name: Message.ClientID { get throws { try Message.ClientID("prepared-\(id.number)") } }
    /// Its writer was asked about the words when they wrote them.
    fileprivate var message: PostMessage { get throws { try PostMessage(body, as: name, in: chat, isSure: true).with(files) } }
}

extension Denial {
    /// The reason's name where it has one, for whoever reads the row.
    fileprivate var code: String {
        switch self {
        case .forbidden(let reason), .conflict(let reason), .invalid(_, let reason): reason.code
        case .notFound, .signInFirst, .proveAgain, .wait: "messaging.not-found"
        }
    }
}
