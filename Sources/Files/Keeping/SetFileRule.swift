import Accounts
import Kernel
import Storage

/// The school says what one side of its life may send.
struct SetFileRule: Verb {
    let side: Side
    let rule: FileRule

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let school = try FilesAccess.ruling(viewer)
        guard (1...FileRule.largestEver).contains(rule.largest) else { throw Denial.invalid(field: "largest", .fileRuleLargest) }
        guard rule.quota >= rule.largest, rule.quota <= 1 << 42 else { throw Denial.invalid(field: "quota", .fileRuleQuota) }
        let was = try FileRuleStore.rule(for: side, in: school.id, tx)
        guard was != rule else { return }
        try FileRuleStore.set(rule, for: side, in: school, tx)
        let words = { (rule: FileRule) in "\(rule.largest >> 20) MB, \(rule.quota >> 20) MB, \(rule.words)" }
        try tx.leave(Trace("files.rule", about: "side:\(side.rawValue)", was: words(was), became: words(rule)), by: viewer, at: now)
    }
}
