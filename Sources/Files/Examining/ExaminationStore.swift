import Accounts
import Kernel
import Storage
import WebCore

/// The SQL of looking into files.
enum ExaminationStore {
    static func claim(_ id: ID<StoredFile>, until: Moment, at now: Moment, _ tx: Transaction) throws -> (file: StoredFile, rule: FileRule)? {
        let claimed = try tx.rows(
            "UPDATE stored_file SET claimed_until = \(until) WHERE id = \(id) AND state = 'checking' AND claimed_until <= \(now) RETURNING id")
        guard !claimed.isEmpty, let file = try FilesStore.files(where: "f.id = \(id)", tx).first else { return nil }
        return (file, try widestRule(of: file, tx))
    }

    /// Which of their sides a person sent it from is not kept: the widest of theirs holds.
    private static func widestRule(of file: StoredFile, _ tx: Transaction) throws -> FileRule {
        let roles = try tx.rows("SELECT role FROM membership WHERE person_id = \(file.owner) AND school_id = \(file.school) AND until IS NULL")
        let sides = Set(try roles.compactMap { Role(rawValue: try $0.text("role"))?.side })
        let rules = try sides.map { try FileRuleStore.rule(for: $0, in: file.school, tx) }
        return FileRule(
            largest: rules.map(\.largest).max() ?? 1, quota: rules.map(\.quota).max() ?? 1, kinds: rules.reduce(into: []) { $0.formUnion($1.kinds) })
    }

    static func giveBack(_ id: ID<StoredFile>, claimed: Moment, tryAt: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE stored_file SET claimed_until = \(tryAt) WHERE id = \(id) AND claimed_until = \(claimed)")
    }

    /// `false` where the file has gone meanwhile.
    static func refuse(_ file: StoredFile, _ refusal: FileRefusal, about: String?, claimed: Moment, at now: Moment, _ tx: Transaction) throws -> Bool {
        let settled = try tx.rows(
            """
            UPDATE stored_file SET state = 'refused', refusal = \(refusal.rawValue), touched_at = \(now)
            WHERE id = \(file.id) AND state = 'checking' AND claimed_until = \(claimed) RETURNING id
            """)
        guard !settled.isEmpty else { return false }
        let trace = Trace("files.refused", about: "file:\(file.id.number)", became: about.map { "\(refusal.rawValue): \($0)" } ?? refusal.rawValue)
        try tx.leave(trace, in: file.school, by: file.owner, at: now)
        tx.tell(.settled(file.id, in: file.school))
        return true
    }

    /// `false` where the file has gone meanwhile: what was put for it is cleared away later.
    static func settle(_ file: StoredFile, _ found: FoundFile, claimed: Moment, at now: Moment, _ tx: Transaction) throws -> Bool {
        let settled = try tx.rows(
            """
            UPDATE stored_file SET state = 'ready', name = \(found.name), size = \(found.whole.size), kind = \(found.kind.rawValue),
                media_type = \(found.mediaType), digest = \(found.whole.digest.text), small_digest = \(found.small?.digest.text),
                large_digest = \(found.large?.digest.text), width = \(found.width), height = \(found.height), duration = \(found.duration),
                waveform = \(found.waveform.map(Value.bytes) ?? .null), touched_at = \(now)
            WHERE id = \(file.id) AND state = 'checking' AND claimed_until = \(claimed) RETURNING id
            """)
        guard settled.isEmpty else {
            tx.tell(.settled(file.id, in: file.school))
            return true
        }
        for content in found.contents { try tx.rows("INSERT INTO file_waste (digest) VALUES (\(content.digest.text)) ON CONFLICT (digest) DO NOTHING") }
        return false
    }

    // MARK: What waits

    static func waiting(at now: Moment, _ tx: Transaction) throws -> [ID<StoredFile>] {
        try tx.rows("SELECT id FROM stored_file WHERE state = 'checking' AND claimed_until <= \(now) ORDER BY touched_at LIMIT 50").map { try $0.id("id") }
    }

    /// Unfinished, refused, never sent: nobody has touched them for a day.
    static func forgotten(before: Moment, _ tx: Transaction) throws -> [StoredFile] {
        try FilesStore.files(where: "f.held = 0 AND f.touched_at < \(before) AND f.state <> 'erased' ORDER BY f.touched_at LIMIT 500", tx)
    }

    static func waste(_ tx: Transaction) throws -> [ContentDigest] {
        try tx.rows("SELECT digest FROM file_waste ORDER BY digest LIMIT 500").compactMap { ContentDigest(try $0.text("digest")) }
    }

    /// Takes the content off the list; whether nothing has it any more.
    static func isUnused(_ digest: ContentDigest, _ tx: Transaction) throws -> Bool {
        let text = digest.text
        let used = try tx.first("SELECT id FROM stored_file WHERE digest = \(text) OR small_digest = \(text) OR large_digest = \(text)")
        return used == nil
    }
    static func forget(_ digest: ContentDigest, _ tx: Transaction) throws { try tx.rows("DELETE FROM file_waste WHERE digest = \(digest.text)") }

    /// Which of the numbers are of files that are still arriving or being looked into.
    static func arriving(_ numbers: [Int64], _ tx: Transaction) throws -> Set<Int64> {
        Set(
            try tx.rows(
                "SELECT id FROM stored_file WHERE id IN \(list: numbers.map { Value.int($0) }) AND state IN ('uploading', 'checking')"
            ).map { try $0.int("id") })
    }
}
