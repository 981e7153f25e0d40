/// The entries of one kind that others may refer to.
struct RosterRoll<Named> {
    private let statuses: [OneRoster.SourcedID<Named>: OneRoster.Status]
    /// The file holds only changes: what is not in it may be in the database.
    private let isOpen: Bool

    init(_ entries: [(OneRoster.SourcedID<Named>, OneRoster.Status)], isOpen: Bool) {
        statuses = Dictionary(entries, uniquingKeysWith: { first, _ in first })
        self.isOpen = isOpen
    }

    /// Why the name leads nowhere; nil if it leads to an entry.
    func flaw(of id: OneRoster.SourcedID<Named>) -> RowFlaw? {
        switch statuses[id] {
        case .deleted: .deletedReference
        case .active, .inactive: nil
        case nil: isOpen ? .referenceElsewhere : .unknownReference
        }
    }
}

/// Makes sure that entries stand on one another: no name twice, no reference into the void, no ring of parents.
struct RosterCheck {
    private(set) var report: ImportReport
    private let written: [RosterFile: [String: String]]
    private let manifest: RosterManifest?

    init(_ reader: RosterReader) {
        report = reader.report
        written = reader.written
        manifest = reader.manifest
    }

    mutating func run(on bundle: inout OneRosterBundle, agents: [RosterReader.Agents]) {
        checkPlaces(&bundle)
        checkCourses(&bundle)
        let people = checkPeople(&bundle)
        checkRelationships(&bundle, agents, people)
    }

    private mutating func checkPlaces(_ bundle: inout OneRosterBundle) {
        bundle.orgs = loosen(unique(bundle.orgs, .orgs), \.parent, in: roll(bundle.orgs, .orgs), OrgField.parentSourcedId)
        bundle.orgs = cutRings(bundle.orgs, \.id, \.parent, OrgField.parentSourcedId)
        bundle.academicSessions = unique(bundle.academicSessions, .academicSessions)
        bundle.academicSessions = loosen(bundle.academicSessions, \.parent, in: roll(bundle.academicSessions, .academicSessions), SessionField.parentSourcedId)
        bundle.academicSessions = cutRings(bundle.academicSessions, \.id, \.parent, SessionField.parentSourcedId)
    }

    private mutating func checkCourses(_ bundle: inout OneRosterBundle) {
        let orgs = roll(bundle.orgs, .orgs), sessions = roll(bundle.academicSessions, .academicSessions)
        bundle.courses = loosen(unique(bundle.courses, .courses), \.org, in: orgs, CourseField.orgSourcedId)
        bundle.courses = loosen(bundle.courses, \.schoolYear, in: sessions, CourseField.schoolYearSourcedId)
        bundle.classes = keep(unique(bundle.classes, .classes), \.school, in: orgs, ClassField.schoolSourcedId)
        bundle.classes = loosen(bundle.classes, \.course, in: roll(bundle.courses, .courses), ClassField.courseSourcedId)
        bundle.classes = loosen(bundle.classes, \.sessions, in: sessions, ClassField.termSourcedIds)
    }

    private mutating func checkPeople(_ bundle: inout OneRosterBundle) -> RosterRoll<OneRoster.User> {
        let orgs = roll(bundle.orgs, .orgs), sessions = roll(bundle.academicSessions, .academicSessions)
        bundle.users = loosen(unique(bundle.users, .users), \.primaryOrg, in: orgs, UserField.primaryOrgSourcedId)
        let users = roll(bundle.users, .users)
        bundle.roles = keep(unique(bundle.roles, .roles), \.user, in: users, RoleField.userSourcedId)
        bundle.roles = keep(bundle.roles, \.org, in: orgs, RoleField.orgSourcedId)
        bundle.roles = loosen(bundle.roles, \.session, in: sessions, RoleField.sessionSourcedId)
        bundle.enrollments = keep(unique(bundle.enrollments, .enrollments), \.user, in: users, EnrollmentField.userSourcedId)
        bundle.enrollments = keep(bundle.enrollments, \.group, in: roll(bundle.classes, .classes), EnrollmentField.classSourcedId)
        bundle.enrollments = loosen(bundle.enrollments, \.school, in: orgs, EnrollmentField.schoolSourcedId)
        bundle.demographics = keep(unique(bundle.demographics, .demographics), \.user, in: users, DemographicsField.sourcedId)
        return users
    }

    private mutating func checkRelationships(_ bundle: inout OneRosterBundle, _ agents: [RosterReader.Agents], _ users: RosterRoll<OneRoster.User>) {
        var relationships = unique(bundle.relationships, .relationships)
        relationships = keep(relationships, \.ward, in: users, RelationshipField.userSourcedId)
        relationships = keep(relationships, \.guardian, in: users, RelationshipField.relationshipUserSourcedId)
        var guardians = RosterGuardians(bundle.roles)
        let known = Set(relationships.map(\.key))
        for agent in agents where agent.status != .deleted {
            for other in agent.others {
                if let flaw = users.flaw(of: other) { remark(flaw, other.text, UserField.agentSourcedIds, at: agent.origin, loses: .field); continue }
                guard let found = guardians.relationship(agent, other) else {
                    remark(.guardianUnclear, other.text, UserField.agentSourcedIds, at: agent.origin, loses: .field)
                    continue
                }
                if guardians.isNew(found), !known.contains(found.key) { relationships.append(found) }
            }
        }
        bundle.relationships = relationships
    }

    private mutating func remark<Field: RosterField>(_ flaw: RowFlaw, _ value: String, _ field: Field, at origin: OneRoster.Origin, loses loss: Refusal.Loss) {
        let name = written[Field.file]?[field.rawValue] ?? field.rawValue
        report.add(Refusal(file: origin.file, line: origin.line, field: name, .row(flaw), value: value, loses: loss))
    }

    private func roll<Entry: RosterEntry>(_ entries: [Entry], _ file: RosterFile) -> RosterRoll<Entry> where Entry.Key == OneRoster.SourcedID<Entry> {
        RosterRoll(entries.map { ($0.key, $0.status) }, isOpen: manifest?.mode(of: file.name) == .delta)
    }

    private mutating func unique<Entry: RosterEntry>(_ entries: [Entry], _ file: RosterFile) -> [Entry] {
        var seen: Set<Entry.Key> = []
        return entries.filter { entry in
            if seen.insert(entry.key).inserted { return true }
            report.add(Refusal(file: entry.origin.file, line: entry.origin.line, .row(.duplicate), value: entry.keyText, loses: .row))
            return false
        }
    }

    /// Entries whose reference leads somewhere; the others are refused.
    private mutating func keep<Entry: RosterEntry, Named, Field: RosterField>(
        _ entries: [Entry], _ reference: KeyPath<Entry, OneRoster.SourcedID<Named>>, in roll: RosterRoll<Named>, _ field: Field
    ) -> [Entry] {
        entries.filter { entry in
            guard entry.status != .deleted, let flaw = roll.flaw(of: entry[keyPath: reference]) else { return true }
            remark(flaw, entry[keyPath: reference].text, field, at: entry.origin, loses: flaw == .referenceElsewhere ? .nothing : .row)
            return flaw == .referenceElsewhere
        }
    }

    /// Entries with the references that lead nowhere left empty.
    private mutating func loosen<Entry: RosterEntry, Named, Field: RosterField>(
        _ entries: [Entry], _ reference: WritableKeyPath<Entry, OneRoster.SourcedID<Named>?>, in roll: RosterRoll<Named>, _ field: Field
    ) -> [Entry] {
        entries.map { entry in
            guard entry.status != .deleted, let id = entry[keyPath: reference], let flaw = roll.flaw(of: id) else { return entry }
            remark(flaw, id.text, field, at: entry.origin, loses: flaw == .referenceElsewhere ? .nothing : .field)
            var entry = entry
            if flaw != .referenceElsewhere { entry[keyPath: reference] = nil }
            return entry
        }
    }

    private mutating func loosen<Entry: RosterEntry, Named, Field: RosterField>(
        _ entries: [Entry], _ references: WritableKeyPath<Entry, [OneRoster.SourcedID<Named>]>, in roll: RosterRoll<Named>, _ field: Field
    ) -> [Entry] {
        entries.map { entry in
            guard entry.status != .deleted else { return entry }
            var checked = entry
            checked[keyPath: references].removeAll { id in
                guard let flaw = roll.flaw(of: id) else { return false }
                remark(flaw, id.text, field, at: entry.origin, loses: flaw == .referenceElsewhere ? .nothing : .field)
                return flaw != .referenceElsewhere
            }
            return checked
        }
    }

    /// Every entry on a ring of parents loses its parent: which link is wrong cannot be known.
    private mutating func cutRings<Entry: RosterEntry, Field: RosterField>(
        _ entries: [Entry], _ id: KeyPath<Entry, OneRoster.SourcedID<Entry>>, _ parent: WritableKeyPath<Entry, OneRoster.SourcedID<Entry>?>, _ field: Field
    ) -> [Entry] {
        let parents = Dictionary(
            entries.compactMap { entry in entry[keyPath: parent].map { (entry[keyPath: id], $0) } }, uniquingKeysWith: { first, _ in first })
        let onRing = RosterRings.members(parents)
        return entries.map { entry in
            guard onRing.contains(entry[keyPath: id]), let wrong = entry[keyPath: parent] else { return entry }
            remark(.cyclicParent, wrong.text, field, at: entry.origin, loses: .field)
            var entry = entry
            entry[keyPath: parent] = nil
            return entry
        }
    }
}
