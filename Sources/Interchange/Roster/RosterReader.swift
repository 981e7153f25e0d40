/// Goes through the files of a delivery, one after another.
struct RosterReader {
    /// `agentSourcedIds` of a person, before it is known who of the two is the guardian.
    struct Agents {
        let user: OneRoster.SourcedID<OneRoster.User>
        let others: [OneRoster.SourcedID<OneRoster.User>]
        let status: OneRoster.Status
        let origin: OneRoster.Origin
    }

    let files: ImportFiles
    private(set) var dialect = OneRoster.Dialect.oneRoster
    private(set) var manifest: RosterManifest?
    private(set) var report = ImportReport()
    /// Columns as the files name them, for remarks that are made later.
    private(set) var written: [RosterFile: [String: String]] = [:]

    init(_ files: ImportFiles) {
        self.files = files
        files.refusals.forEach { report.add($0) }
        readManifest()
        dialect = manifest == nil && !hasStatus ? .schoolDataSync : .oneRoster
        if manifest == nil, dialect == .oneRoster { report.add(Refusal(file: RosterManifest.file, .file(.missing), loses: .nothing)) }
        manifest?.compare(with: files, &report)
    }

    private mutating func readManifest() {
        do throws(Refusal) {
            guard let bytes = try files.bytes(of: RosterManifest.file) else { return }
            let table = try CSVTable(bytes, file: files.name(like: RosterManifest.file) ?? RosterManifest.file, report: &report)
            manifest = try RosterManifest(table, &report)
        } catch { report.add(error) }
    }

    /// OneRoster's rows say whether they are to be deleted; School Data Sync's do not.
    private var hasStatus: Bool {
        [RosterFile.orgs, .users, .classes].contains { file in
            header(of: file.name).contains { RosterName.folded($0) == "status" }
        }
    }

    private func header(of file: String) -> [String] {
        var ignored = ImportReport()
        guard let bytes = try? files.bytes(of: file), let table = try? CSVTable(bytes, file: file, report: &ignored) else { return [] }
        return table.header
    }

    /// The entries of one file; what cannot be one goes to the report.
    mutating func entries<Field: RosterField, Entry>(_ make: (RosterRow<Field>, inout ImportReport) throws(Refusal) -> Entry) -> [Entry] {
        var entries: [Entry] = []
        do throws(Refusal) {
            try forEachRow { (row: RosterRow<Field>, report: inout ImportReport) throws(Refusal) in entries.append(try make(row, &report)) }
        } catch {
            report.add(error)
            return []
        }
        return entries
    }

    /// People, and what OneRoster writes in their rows about their roles and relations.
    mutating func people() -> (users: [OneRoster.User], roles: [OneRoster.Role], agents: [Agents]) {
        var roles: [OneRoster.Role] = [], agents: [Agents] = []
        let users = entries { (row: RosterRow<UserField>, report: inout ImportReport) throws(Refusal) in
            let user = try OneRoster.User(row, &report)
            roles += try OneRoster.Role.roles(of: row, &report)
            let others: [OneRoster.SourcedID<OneRoster.User>] = row.references(.agentSourcedIds)
            if !others.isEmpty { agents.append(Agents(user: user.id, others: others, status: user.status, origin: row.origin)) }
            return user
        }
        return users.isEmpty ? ([], [], []) : (users, roles, agents)
    }

    private mutating func forEachRow<Field: RosterField>(_ body: (RosterRow<Field>, inout ImportReport) throws(Refusal) -> Void) throws(Refusal) {
        let file = Field.file
        guard let bytes = try files.bytes(of: file.name) else {
            let isNeeded = (file == .orgs || file == .users) && manifest?.mode(of: file.name) != .bulk && manifest?.mode(of: file.name) != .delta
            if isNeeded { report.add(Refusal(file: file.name, .file(.missing), loses: .file)) }
            return
        }
        let table = try CSVTable(bytes, file: files.name(like: file.name) ?? file.name, report: &report)
        let columns = try RosterColumns<Field>(table, in: dialect, &report)
        written[file] = Dictionary(uniqueKeysWithValues: columns.names.map { ($0.key.rawValue, $0.value) })
        var blank = 0
        let records = try table.forEachRow(&report) { cells, report in
            let row = RosterRow(columns: columns, row: cells)
            if row.isBlank { blank += 1; return }
            do throws(Refusal) { try body(row, &report) } catch { report.add(error) }
        }
        report.tallies.append(ImportReport.Tally(file: table.file, rows: records - blank, taken: 0))
    }

    /// Files that nothing was asked of, each by name.
    mutating func nameUnread() {
        let read = Set(RosterFile.allCases.map { $0.name.lowercased() } + [RosterManifest.file])
        for name in files.names where !read.contains(name.lowercased()) {
            report.add(Refusal(file: name, .file(.notRead), loses: .file))
            if let other = RosterFile.looking(like: header(of: name)) {
                report.add(Refusal(file: name, .file(.otherContent), value: other.name, loses: .nothing))
            }
        }
    }
}

extension RosterFile {
    /// The file whose needed columns a header has, if there are enough of them to tell.
    static func looking(like header: [String]) -> RosterFile? {
        let names = Set(header.map(RosterName.folded))
        func has<Field: RosterField>(_: Field.Type) -> Bool {
            let needed = Field.needed(in: .schoolDataSync).map { $0.rawValue.lowercased() }
            return needed.count >= 3 && names.isSuperset(of: needed)
        }
        if has(RoleField.self) { return .roles }
        if has(EnrollmentField.self) { return .enrollments }
        if has(RelationshipField.self) { return .relationships }
        if has(UserField.self) { return .users }
        if has(SessionField.self) { return .academicSessions }
        if has(ClassField.self) { return .classes }
        if has(CourseField.self) { return .courses }
        return has(OrgField.self) ? .orgs : nil
    }
}
