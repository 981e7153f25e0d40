import Accounts
import Interchange
import Kernel
import School
import Storage

/// One run of an import inside its transaction: what is known, what has been counted, and whom it is done by.
/// Made anew if the transaction begins again.
final class ImportRun {
    /// Where something stands in the files, for the report.
    struct Place {
        let file: String
        var line: Int?
        var field: String?
    }
    /// Whether a thing had to be made or was there already.
    enum Settled { case added(Int64), found(Int64) }

    let tx: Transaction
    let now: Moment
    let options: ImportOptions
    let source: String
    var keys: ImportKeys
    private(set) var report: ImportReport
    private(set) var counts: [ImportKind: ImportCounts] = [:]
    private(set) var seen: Set<ImportKeys.Name> = []
    /// People who were not here before: no page of theirs is open.
    private var newcomers: Set<Int64> = []
    private var viewers: [Int64: Viewer] = [:]
    private var days: [Int64: Day] = [:]
    private let tell: TellProgress
    private var step = ImportProgress.Step.schools, done = 0, of = 0

    init(_ source: String, _ report: ImportReport, _ options: ImportOptions, _ tx: Transaction, at now: Moment, _ tell: @escaping TellProgress) {
        self.source = source
        self.report = report
        self.options = options
        self.tx = tx
        self.now = now
        self.tell = tell
        keys = ImportKeys(source, tx)
    }

    // MARK: Progress

    private static let stride = 250

    func begin(_ step: ImportProgress.Step, of total: Int) throws {
        (self.step, done, of) = (step, 0, total)
        try tell(ImportProgress(step: step, done: 0, of: total))
    }

    func tick() throws {
        done += 1
        if done % Self.stride == 0 || done == of { try tell(ImportProgress(step: step, done: done, of: of)) }
    }

    // MARK: By whom, and when

    func knows(_ school: School) { viewers[school.id.number] = .installer(of: school) }

    /// Whoever runs the installation, in this school.
    func ruler(of school: ID<School>) throws -> Viewer {
        if let known = viewers[school.number] { return known }
        guard let school = try AccountsStore.school(school, tx) else { throw Denial.notFound }
        let viewer = Viewer.installer(of: school)
        viewers[school.id.number] = viewer
        return viewer
    }

    func today(in school: ID<School>) throws -> Day {
        if let known = days[school.number] { return known }
        let day = try ruler(of: school).zone.day(of: now)
        days[school.number] = day
        return day
    }

    @discardableResult func perform<V: Verb>(_ verb: V, in school: ID<School>) throws -> V.Outcome { try verb.run(by: ruler(of: school), at: now, in: tx) }

    // MARK: Settling

    /// An entry becomes one of our things, or is seen to be one: unknown ones are made, changed ones changed, the others left alone.
    /// Gives our number; nil if it was refused.
    @discardableResult
    func settle(
        _ kind: ImportKind, _ key: String, _ values: [String?], at place: Place, add: () throws -> Settled,
        change: (Int64) throws -> Int64 = { $0 }
    ) throws -> Int64? {
        let known = try keys.entry(kind, key)
        guard seen.insert(ImportKeys.Name(kind: kind, key: key)).inserted else { return known?.number }
        let fingerprint = ImportKeys.fingerprint(values)
        do {
            guard let known else {
                let number = counted(kind, try add())
                try keys.set(kind, key, ImportKeys.Entry(number: number, fingerprint: fingerprint))
                return number
            }
            guard known.fingerprint != fingerprint else { count(kind, \.unchanged); return known.number }
            let number = try atomically { try change(known.number) }
            count(kind, \.changed)
            try keys.set(kind, key, ImportKeys.Entry(number: number, fingerprint: fingerprint))
            return number
        } catch let denial as Denial {
            refuse(kind, denial, at: place)
            return known?.number
        }
    }

    /// Several verbs of one row: if one is refused, none was done.
    func atomically<T>(_ body: () throws -> T) throws -> T {
        try tx.rows("SAVEPOINT import_row")
        do {
            let result = try body()
            try tx.rows("RELEASE import_row")
            return result
        } catch let denial as Denial {
            try tx.rows("ROLLBACK TO import_row")
            try tx.rows("RELEASE import_row")
            throw denial
        }
    }

    private func counted(_ kind: ImportKind, _ settled: Settled) -> Int64 {
        switch settled {
        case .added(let number):
            count(kind, \.added)
            if kind == .person { newcomers.insert(number) }
            return number
        case .found(let number):
            count(kind, \.unchanged)
            return number
        }
    }

    /// Seen in the files, and nothing more is to be done about it.
    func see(_ kind: ImportKind, _ key: String) { seen.insert(ImportKeys.Name(kind: kind, key: key)) }
    func hasSeen(_ kind: ImportKind, _ key: String) -> Bool { seen.contains(ImportKeys.Name(kind: kind, key: key)) }

    /// A thing that an import made is ended. If somebody has ended it before, that is as well.
    func end(_ kind: ImportKind, _ key: String, _ verb: () throws -> Void) throws {
        do {
            try verb()
            count(kind, \.ended)
        } catch Denial.notFound {}
        try keys.forget(kind, key)
    }

    func count(_ kind: ImportKind, _ field: WritableKeyPath<ImportCounts, Int>, by number: Int = 1) {
        counts[kind, default: ImportCounts()][keyPath: field] += number
    }

    // MARK: Remarks

    func refuse(_ kind: ImportKind, _ flaw: OrderFlaw, at place: Place, value: String = "") {
        count(kind, \.refused)
        remark(flaw, at: place, value: value, loses: .row)
    }

    func remark(_ flaw: OrderFlaw, at place: Place, value: String = "", loses loss: Refusal.Loss = .nothing) {
        report.add(Refusal(file: place.file, line: place.line, field: place.field, .order(flaw), value: value, loses: loss))
    }

    private func refuse(_ kind: ImportKind, _ denial: Denial, at place: Place) {
        switch denial {
        case .conflict(let reason), .forbidden(let reason), .invalid(_, let reason):
            refuse(kind, .denied, at: place, value: reason.words(options.language))
        case .notFound, .signInFirst, .proveAgain, .wait: refuse(kind, .unknownHere, at: place)
        }
    }

    // MARK: The end

    /// Writes what is left and gives the outcome. Open pages hear only that somebody's rights have changed.
    func finish() throws -> ImportOutcome {
        try keys.save()
        var ended: Set<ID<Person>> = []
        for case .ended(let person) in tx.news where !newcomers.contains(person.number) { ended.insert(person) }
        tx.dropNews()
        ended.sorted { $0.number < $1.number }.forEach(tx.end)
        try options.settle(now, tx)
        let outcome = ImportOutcome(source: source, counts: counts, report: report, isDryRun: options.isDryRun)
        if options.isDryRun { throw DryRun(outcome: outcome) }
        return outcome
    }
}
