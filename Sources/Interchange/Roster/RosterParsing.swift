// How a row of each file becomes an entry.

extension OneRoster.Org {
    init(_ row: RosterRow<OrgField>, _ report: inout ImportReport) throws(Refusal) {
        let kind = try row.required(.type)
        self.init(
            id: try row.id(.sourcedId), origin: row.origin, status: try row.status(.status), lastModified: row.date(.dateLastModified, &report),
            name: try row.required(.name), kind: row.listed(.type, &report) ?? .unknown(kind), identifier: row[.identifier],
            parent: row.reference(.parentSourcedId))
    }
}

extension OneRoster.AcademicSession {
    init(_ row: RosterRow<SessionField>, _ report: inout ImportReport) throws(Refusal) {
        let kind = try row.required(.type), start = try row.requiredDate(.startDate), end = try row.requiredDate(.endDate)
        guard start <= end else { throw row.refusal(.endDate, .endsBeforeItBegins, end.description, loses: .row) }
        self.init(
            id: try row.id(.sourcedId), origin: row.origin, status: try row.status(.status), lastModified: row.date(.dateLastModified, &report),
            title: try row.required(.title), kind: row.listed(.type, &report) ?? .unknown(kind), start: start, end: end,
            schoolYear: row[.schoolYear], parent: row.reference(.parentSourcedId))
    }
}

extension OneRoster.Course {
    init(_ row: RosterRow<CourseField>, _ report: inout ImportReport) throws(Refusal) {
        self.init(
            id: try row.id(.sourcedId), origin: row.origin, status: try row.status(.status), lastModified: row.date(.dateLastModified, &report),
            title: try row.required(.title), code: row[.courseCode], grades: row.list(.grades), subjects: row.list(.subjects),
            subjectCodes: row.list(.subjectCodes), org: row.reference(.orgSourcedId), schoolYear: row.reference(.schoolYearSourcedId))
    }
}

extension OneRoster.Class {
    init(_ row: RosterRow<ClassField>, _ report: inout ImportReport) throws(Refusal) {
        self.init(
            id: try row.id(.sourcedId), origin: row.origin, status: try row.status(.status), lastModified: row.date(.dateLastModified, &report),
            title: try row.required(.title), code: row[.classCode], location: row[.location], kind: row.listed(.classType, &report),
            grades: row.list(.grades), subjects: row.list(.subjects), subjectCodes: row.list(.subjectCodes), periods: row.list(.periods),
            school: try row.id(.schoolSourcedId), course: row.reference(.courseSourcedId), sessions: row.references(.termSourcedIds))
    }
}

extension OneRoster.User {
    init(_ row: RosterRow<UserField>, _ report: inout ImportReport) throws(Refusal) {
        self.init(
            id: try row.id(.sourcedId), origin: row.origin, status: try row.status(.status), lastModified: row.date(.dateLastModified, &report),
            isEnabled: row.flag(.enabledUser, &report), username: row[.username], externalIDs: Self.externalIDs(row, &report),
            givenName: try row.required(.givenName), familyName: try row.required(.familyName), middleName: row[.middleName],
            preferredGivenName: row[.preferredGivenName], preferredMiddleName: row[.preferredMiddleName], preferredFamilyName: row[.preferredFamilyName],
            identifier: row[.identifier], email: row[.email], sms: row[.sms], phone: row[.phone], grades: row.list(.grades),
            primaryOrg: row.reference(.primaryOrgSourcedId))
    }

    private static func externalIDs(_ row: RosterRow<UserField>, _ report: inout ImportReport) -> [OneRoster.ExternalID] {
        row.list(.userIds).compactMap { text in
            let parts = text.dropFirst().dropLast().split(separator: ":", maxSplits: 1).map(\.trimmed)
            if text.first == "{", text.last == "}", parts.count == 2 { return OneRoster.ExternalID(system: parts[0], text: parts[1]) }
            report.add(row.refusal(.userIds, .unknownValue, text, loses: .field))
            return nil
        }
    }
}

extension OneRoster.Role {
    init(_ row: RosterRow<RoleField>, _ report: inout ImportReport) throws(Refusal) {
        let kind = try row.required(.role), period = row.period(.beginDate, .endDate, &report)
        self.init(
            id: row.reference(.sourcedId), origin: row.origin, status: try row.status(.status), lastModified: row.date(.dateLastModified, &report),
            user: try row.id(.userSourcedId), org: try row.id(.orgSourcedId), kind: row.listed(.role, &report) ?? .unknown(kind),
            isPrimary: try Self.isPrimary(row, &report), grades: row.list(.grade), begin: period.begin, end: period.end,
            session: row.reference(.sessionSourcedId))
    }

    /// OneRoster writes `primary` or `secondary`, School Data Sync TRUE or FALSE.
    private static func isPrimary(_ row: RosterRow<RoleField>, _ report: inout ImportReport) throws(Refusal) -> Bool? {
        switch row[.roleType]?.lowercased() {
        case nil: return row.flag(.isPrimary, &report)
        case "primary": return true
        case "secondary": return false
        case let other?:
            report.add(row.refusal(.roleType, .unknownValue, other, loses: .field))
            return nil
        }
    }

    /// OneRoster 1.1 has a person's one role in the file of people, for each of their organisations.
    static func roles(of row: RosterRow<UserField>, _ report: inout ImportReport) throws(Refusal) -> [Self] {
        guard let kind: OneRoster.Listed<OneRoster.RoleKind> = row.listed(.role, &report) else { return [] }
        var roles: [Self] = []
        for org: OneRoster.SourcedID<OneRoster.Org> in row.references(.orgSourcedIds) {
            roles.append(
                Self(
                    id: nil, origin: row.origin, status: try row.status(.status), lastModified: nil, user: try row.id(.sourcedId), org: org, kind: kind,
                    isPrimary: nil, grades: row.list(.grades), begin: nil, end: nil, session: nil))
        }
        return roles
    }
}

extension OneRoster.Enrollment {
    init(_ row: RosterRow<EnrollmentField>, _ report: inout ImportReport) throws(Refusal) {
        let word = try row.required(.role), period = row.period(.beginDate, .endDate, &report)
        // Unlike a role in a school, which gives nothing while it is unknown, a place in a class must be a pupil's or a teacher's.
        guard case .known(let role) = OneRoster.Listed<OneRoster.RoleKind>(word), role.guardianship == nil else {
            throw row.refusal(.role, .unknownValue, word, loses: .row)
        }
        self.init(
            id: row.reference(.sourcedId), origin: row.origin, status: try row.status(.status), lastModified: row.date(.dateLastModified, &report),
            user: try row.id(.userSourcedId), group: try row.id(.classSourcedId), role: role, isPrimary: row.flag(.primary, &report),
            begin: period.begin, end: period.end, school: row.reference(.schoolSourcedId))
    }
}

extension OneRoster.Relationship {
    /// The related person's role towards the first: `guardian` makes the first the ward, `child` the other way round.
    init(_ row: RosterRow<RelationshipField>, _ report: inout ImportReport) throws(Refusal) {
        let word = try row.required(.relationshipRole).lowercased()
        let first: OneRoster.SourcedID<OneRoster.User> = try row.id(.userSourcedId)
        let second: OneRoster.SourcedID<OneRoster.User> = try row.id(.relationshipUserSourcedId)
        let isReversed = word == "child"
        guard let kind = isReversed ? .parent : OneRoster.GuardianKind(rawValue: word) else {
            throw row.refusal(.relationshipRole, ["aide", "doctor", "administrator", "other"].contains(word) ? .notGuardian : .unknownValue, word, loses: .row)
        }
        guard first != second else { throw row.refusal(.relationshipUserSourcedId, .guardianUnclear, second.text, loses: .row) }
        self.init(origin: row.origin, status: try row.status(.status), ward: isReversed ? second : first, guardian: isReversed ? first : second, kind: kind)
    }
}

extension OneRoster.Demographics {
    init(_ row: RosterRow<DemographicsField>, _ report: inout ImportReport) throws(Refusal) {
        self.init(
            user: try row.id(.sourcedId), origin: row.origin, status: try row.status(.status), lastModified: row.date(.dateLastModified, &report),
            birthDate: row.date(.birthDate, &report), sex: row.listed(.sex, &report))
    }
}
