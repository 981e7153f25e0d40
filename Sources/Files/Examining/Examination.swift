import Crypto
import Foundation
import Kernel
import Storage
import WebCore

/// The look into a file that has arrived whole: what it is, whether it may be kept, what pages show of it. One node at a time does it;
/// if that node dies, another begins anew.
struct Examination: Sendable {
    let site: Site
    let works: FileWorks

    init(_ site: Site) throws {
        guard let works = site.files else { throw Denial.notFound }
        self.site = site
        self.works = works
    }

    /// Longer than any look takes.
    private static let claim = 1_800

    /// Does nothing for a file that another looks into, or that does not wait for it.
    func run(_ id: ID<StoredFile>, at now: Moment = .now) async throws {
        let until = now + Self.claim
        guard let claimed = try await site.database.write({ tx in try ExaminationStore.claim(id, until: until, at: now, tx) }) else { return }
        let workshop = Workshop(of: id, claim: until, in: works.store.incoming), (file, works, rule) = (claimed.file, works, claimed.rule)
        defer { workshop.clear() }
        do {
            let outcome = try await FileWorkers.examining { try Look(file, under: rule, in: workshop, with: works).run() }
            try await settle(outcome, claimed.file, until)
        } catch {
            // Too much waits, the disk is full: tried again soon, by whoever is first.
            try await site.database.write { tx in try ExaminationStore.giveBack(id, claimed: until, tryAt: error is TooBusy ? now : now + 60, tx) }
            throw error
        }
    }

    private func settle(_ outcome: LookOutcome, _ file: StoredFile, _ claim: Moment) async throws {
        switch outcome {
        case .unknown:
            try await site.database.write { tx in try ExaminationStore.giveBack(file.id, claimed: claim, tryAt: .now + 30, tx) }
        case .refused(let refusal, let about):
            let isSettled = try await change { tx, now in try ExaminationStore.refuse(file, refusal, about: about, claimed: claim, at: now, tx) }
            if isSettled { removeIncoming(file.id) }
        case .taken(let found):
            let store = works.store
            // Not where files are written: who removes a content holds it alone until it has been there.
            let holds = try await FileWorkers.holding { try found.contents.map { try store.hold($0.digest) } }
            try await FileWorkers.writing { for content in found.contents { try store.put(content.url, as: content.digest) } }
            let isSettled = try await change { tx, now in try ExaminationStore.settle(file, found, claimed: claim, at: now, tx) }
            withExtendedLifetime(holds) {}
            if isSettled { removeIncoming(file.id) }
        }
    }

    /// Those who show the file already learn of it in the same transaction.
    private func change(_ settle: @escaping @Sendable (Transaction, Moment) throws -> Bool) async throws -> Bool {
        try await site.database.write(.rowLock) { [site] tx in
            let now = Moment.now, isSettled = try settle(tx, now)
            try Site.settle(site.features, by: nil, at: now, in: tx)
            return isSettled
        }
    }

    private func removeIncoming(_ id: ID<StoredFile>) {
        try? FileManager.default.removeItem(at: IncomingFile.place(of: id, in: works.store.incoming))
    }
}

/// A folder for what is made of one file; gone when the look has ended.
struct Workshop: Sendable {
    let source: URL
    let folder: URL
    init(of file: ID<StoredFile>, claim: Moment, in incoming: URL) {
        source = IncomingFile.place(of: file, in: incoming)
        folder = incoming.appending(path: "\(file.number)-\(claim.milliseconds).work")
    }
    func place(_ name: String) -> URL { folder.appending(path: name) }
    func clear() { try? FileManager.default.removeItem(at: folder) }
}

/// One content and the file it lies in until it is kept.
struct MadeContent: Sendable {
    let url: URL
    let digest: ContentDigest
    let size: Int

    /// Reads the file once, a megabyte at a time.
    init(_ url: URL) throws {
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }
        var hash = SHA256(), size = 0
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            hash.update(data: piece)
            size += piece.count
        }
        let text = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        guard let digest = ContentDigest(text) else { throw DiskError(what: "digest", code: EIO) }
        self.url = url
        self.digest = digest
        self.size = size
    }
}

/// What a look came to.
enum LookOutcome: Sendable {
    case taken(FoundFile)
    /// `about` is for the trace: a virus's name.
    case refused(FileRefusal, about: String?)
    /// The scanner did not answer.
    case unknown
}

/// What a file was found to be, and what was made of it.
struct FoundFile: Sendable {
    var kind: FileKind
    var mediaType: String
    var name: String
    var whole: MadeContent
    var small, large: MadeContent?
    var width, height: Int?
    /// Milliseconds.
    var duration: Int?
    var waveform: [UInt8]?

    var contents: [MadeContent] { [whole] + [small, large].compactMap { $0 } }
}
