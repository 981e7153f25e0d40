import Foundation
import Kernel
import Storage
import WebCore

/// Clears away what nobody needs and goes on with what waits. Any number of nodes may do it at once.
struct Tidying: Sendable {
    let site: Site
    let works: FileWorks

    static let day = 86_400

    func run(at now: Moment) async throws {
        let forgotten = try await site.read { tx in try ExaminationStore.forgotten(before: now - Self.day, tx) }
        if !forgotten.isEmpty {
            try await site.database.write { tx in
                // Asked again: one may have been sent since.
                for file in try ExaminationStore.forgotten(before: now - Self.day, tx) { try FilesStore.remove(file, tx) }
            }
        }
        for digest in try await site.read({ tx in try ExaminationStore.waste(tx) }) { try await remove(digest) }
        try await clearIncoming()
        for file in try await site.read({ tx in try ExaminationStore.waiting(at: now, tx) }) { try await Examination(site).run(file, at: now) }
    }

    /// What lies on the disk and is in no row: a node died between the two. Slow; once a day.
    func findOrphans() async throws {
        let store = works.store
        for digest in try await FileWorkers.writing({ try store.contents(olderThan: Self.day) }) { try await remove(digest) }
    }

    /// Nobody can begin to refer to a content while it is held alone, so what nothing refers to then is nobody's.
    private func remove(_ digest: ContentDigest) async throws {
        let store = works.store
        guard let hold = try await FileWorkers.writing({ try store.holdAlone(digest) }) else { return }
        if try await site.read({ tx in try ExaminationStore.isUnused(digest, tx) }) { try await FileWorkers.writing { try store.remove(digest) } }
        withExtendedLifetime(hold) {}
        try await site.database.write { tx in try ExaminationStore.forget(digest, tx) }
    }

    /// Files of uploads that are no more, and workshops of nodes that died.
    private func clearIncoming() async throws {
        let folder = works.store.incoming
        let names = try await FileWorkers.writing { try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) }
        let numbers = Set(names.compactMap { Int64($0) })
        let arriving = numbers.isEmpty ? [] : try await site.read { tx in try ExaminationStore.arriving(Array(numbers), tx) }
        for name in names {
            let place = folder.appending(path: name)
            if let number = Int64(name) {
                guard !arriving.contains(number) else { continue }
                try await FileWorkers.writing { try Self.remove(ID(number), in: folder) }
            } else if try await FileWorkers.writing({ Self.age(of: place) }) > Self.day {
                try? FileManager.default.removeItem(at: place)
            }
        }
    }

    /// Under its lock, so that nothing is writing it.
    private static func remove(_ file: ID<StoredFile>, in folder: URL) throws {
        guard let incoming = try IncomingFile(file, in: folder) else { return }
        try FileManager.default.removeItem(at: incoming.url)
    }

    private static func age(of place: URL) -> Int {
        let changed = try? FileManager.default.attributesOfItem(atPath: place.path(percentEncoded: false))[.modificationDate] as? Date
        return Int(-(changed?.timeIntervalSinceNow ?? 0))
    }
}
