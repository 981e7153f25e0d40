import Accounts
import Interchange
import Kernel
import Storage

/// What an export has changed.
struct RosterReport: Hashable, Sendable {
    struct Flaw: Hashable, Sendable { let line: Int, field: String, code: String }
    var added = 0, changed = 0, gone = 0, same = 0
    let refused: Int
    let flaws: [Flaw]
    /// As many as a page shows and the database keeps.
    static let mostFlaws = 200

    init(_ report: ImportReport) {
        let losses = report.losses
        refused = report.count { _, loss in loss == .row }
        flaws = losses.prefix(Self.mostFlaws).map { Flaw(line: $0.line ?? 0, field: $0.field ?? "", code: $0.code.text) }
    }
    init(added: Int, changed: Int, gone: Int, same: Int, refused: Int, flaws: [Flaw]) {
        (self.added, self.changed, self.gone, self.same, self.refused, self.flaws) = (added, changed, gone, same, refused, flaws)
    }
}

/// An outside system's export is taken as a whole: what is in it stands, what is not in it is gone. The same file again changes nothing.
struct UploadRoster: Verb {
    let system: ID<OutsideSystem>
    let entries: [OutsideEntry]
    let report: ImportReport
    /// The clerk knows that most accounts will be gone.
    let isSure: Bool

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<RosterReport> {
        let office = try LinkingAccess.office(of: viewer)
        guard try LinkingStore.system(system, of: office, tx) != nil else { throw Denial.notFound }
        guard !entries.isEmpty else { throw Denial.invalid(field: "file", .nothingInFile) }
        let known = try LinkingStore.accounts(of: system, tx), present = known.filter { !$0.isGone }
        let sent = Set(entries.map(\.key)), gone = present.filter { !sent.contains($0.entry.key) }
        guard isSure || gone.count < 20 || gone.count * 2 < present.count else { throw Denial.invalid(field: "sure", .manyGone) }
        var result = RosterReport(report)
        try take(known, &result, office, tx)
        for account in gone { try LinkingStore.setGone(account.id, tx) }
        result.gone = gone.count
        let id = try LinkingStore.keep(result, of: system, at: now, by: office, tx)
        try tx.leave(Trace("linking.roster", about: "system:\(system.number)", became: "upload:\(id.number)"), by: viewer, at: now)
        return id
    }

    private func take(_ known: [OutsideAccount], _ result: inout RosterReport, _ office: LinkingOffice, _ tx: Transaction) throws {
        let byKey = Dictionary(uniqueKeysWithValues: known.map { ($0.entry.key, $0) })
        for entry in entries {
            guard let account = byKey[entry.key] else {
                try LinkingStore.add(entry, to: system, by: office, tx)
                result.added += 1
                continue
            }
            guard account.entry != entry || account.isGone else { result.same += 1; continue }
            try LinkingStore.correct(account.id, entry, tx)
            result.changed += 1
        }
    }
}
