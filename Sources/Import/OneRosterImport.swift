import Interchange
import Kernel
import Storage

/// Brings a roster of another system into the database: OneRoster 1.1 and 1.2, School Data Sync 2.1.
public struct OneRosterImport: Sendable {
    public let bundle: OneRosterBundle
    public let options: ImportOptions
    public init(_ bundle: OneRosterBundle, _ options: ImportOptions = ImportOptions()) {
        self.bundle = bundle
        self.options = options
    }

    /// All of it in one transaction, or nothing. What cannot be taken is named in the outcome's report.
    public func run(on database: any Database, at now: Moment, progress: @escaping TellProgress = { _ in }) async throws -> ImportOutcome {
        guard !bundle.users.isEmpty || !bundle.orgs.isEmpty else { throw ImportError.nothingRead }
        let root = RosterPlaces.root(of: bundle)
        guard let source = options.source ?? root.map({ "oneroster:" + $0.id.text }) else { throw ImportError.sourceNeeded }
        do {
            return try await database.write(.rowLock) { [self] tx in
                try checkSource(source, root, tx)
                let run = ImportRun(source, bundle.report, options, tx, at: now, progress)
                return try RosterImport(bundle, run).perform()
            }
        } catch let dry as DryRun { return dry.outcome }
    }

    /// Two districts may both have number 1: a name that has become another is asked about, not believed.
    private func checkSource(_ source: String, _ root: OneRoster.Org?, _ tx: Transaction) throws {
        let noted = try ImportStore.lock(source, tx)
        guard let root else { return }
        let fingerprint = ImportKeys.fingerprint([TextKey.of(root.name)])
        guard noted != fingerprint else { return }
        if !noted.isEmpty, options.source == nil { throw ImportError.otherSource(source) }
        try ImportStore.note(fingerprint, with: source, tx)
    }
}

extension OneRosterBundle {
    /// What each file's rows become.
    static func kind(of file: String) -> ImportKind {
        switch file.lowercased() {
        case "orgs.csv": .school
        case "academicsessions.csv": .term
        case "courses.csv": .course
        case "classes.csv": .schoolClass
        case "roles.csv": .role
        case "enrollments.csv": .seat
        case "relationships.csv": .guardian
        default: .person
        }
    }
}
