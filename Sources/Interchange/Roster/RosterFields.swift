/// The columns of one of a roster's files, by the names that the formats give them.
protocol RosterField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    static var file: RosterFile { get }
    /// Columns without which the file cannot be read.
    static func needed(in dialect: OneRoster.Dialect) -> [Self]
    /// Names in other dialects and versions, in small letters.
    static var otherNames: [String: Self] { get }
}

/// The files of a roster that are read, in the order in which one stands on another.
enum RosterFile: String, Sendable, CaseIterable {
    case orgs, academicSessions, courses, classes, users, roles, enrollments, relationships, demographics

    var name: String { rawValue + ".csv" }

    /// Columns that the formats have and the product has no use for. They are known so that none is taken for a misspelt other.
    var unread: Set<String> {
        switch self {
        case .users: ["usermasteridentifier", "resourcesourcedids", "pronouns", "activedirectorymatchid", "accountenabled"]
        case .courses: ["resourcesourcedids"]
        case .classes: ["resourcesourcedids"]
        case .roles: ["userprofilesourcedid"]
        case .demographics:
            [
                "americanindianoralaskanative", "asian", "blackorafricanamerican", "nativehawaiianorotherpacificislander", "white",
                "demographicracetwoormoreraces", "hispanicorlatinoethnicity", "countryofbirthcode", "stateofbirthabbreviation", "cityofbirth",
                "publicschoolresidencestatus", "birthcity", "birthstate", "birthcountry", "ethnicitycodes", "racecodes",
            ]
        default: []
        }
    }
}

enum OrgField: String, RosterField {
    case sourcedId, status, dateLastModified, name, type, identifier, parentSourcedId
    static let file = RosterFile.orgs
    static func needed(in dialect: OneRoster.Dialect) -> [Self] { [.sourcedId, .name, .type] }
    static let otherNames: [String: Self] = [:]
}

enum SessionField: String, RosterField {
    case sourcedId, status, dateLastModified, title, type, startDate, endDate, parentSourcedId, schoolYear
    static let file = RosterFile.academicSessions
    static func needed(in dialect: OneRoster.Dialect) -> [Self] { [.sourcedId, .title, .type, .startDate, .endDate] }
    static let otherNames: [String: Self] = [:]
}

enum CourseField: String, RosterField {
    case sourcedId, status, dateLastModified, schoolYearSourcedId, title, courseCode, grades, orgSourcedId, subjects, subjectCodes
    static let file = RosterFile.courses
    static func needed(in dialect: OneRoster.Dialect) -> [Self] { [.sourcedId, .title, .orgSourcedId] }
    static let otherNames: [String: Self] = ["code": .courseCode, "grade": .grades, "subject": .subjects]
}

enum ClassField: String, RosterField {
    case sourcedId, status, dateLastModified, title, grades, courseSourcedId, classCode, classType, location, schoolSourcedId, termSourcedIds
    case subjects, subjectCodes, periods
    static let file = RosterFile.classes
    static func needed(in dialect: OneRoster.Dialect) -> [Self] { [.sourcedId, .title, .schoolSourcedId] }
    static let otherNames: [String: Self] = [
        "orgsourcedid": .schoolSourcedId, "sessionsourcedids": .termSourcedIds, "termsourcedid": .termSourcedIds, "sessionsourcedid": .termSourcedIds,
        "code": .classCode, "grade": .grades, "subject": .subjects,
    ]
}

enum UserField: String, RosterField {
    case sourcedId, status, dateLastModified, enabledUser, orgSourcedIds, role, username, userIds, givenName, familyName, middleName, identifier
    case email, sms, phone, agentSourcedIds, grades, preferredGivenName, preferredMiddleName, preferredFamilyName, primaryOrgSourcedId
    static let file = RosterFile.users
    static func needed(in dialect: OneRoster.Dialect) -> [Self] { [.sourcedId, .givenName, .familyName] }
    static let otherNames: [String: Self] = ["agents": .agentSourcedIds, "grade": .grades, "orgsourcedid": .orgSourcedIds]
}

enum RoleField: String, RosterField {
    case sourcedId, status, dateLastModified, userSourcedId, roleType, role, beginDate, endDate, orgSourcedId, sessionSourcedId, grade, isPrimary
    static let file = RosterFile.roles
    static func needed(in dialect: OneRoster.Dialect) -> [Self] { [.userSourcedId, .role, .orgSourcedId] + (dialect == .oneRoster ? [.sourcedId] : []) }
    static let otherNames: [String: Self] = ["rolestartdate": .beginDate, "roleenddate": .endDate, "startdate": .beginDate, "grades": .grade]
}

enum EnrollmentField: String, RosterField {
    case sourcedId, status, dateLastModified, classSourcedId, schoolSourcedId, userSourcedId, role, primary, beginDate, endDate
    static let file = RosterFile.enrollments
    static func needed(in dialect: OneRoster.Dialect) -> [Self] { [.classSourcedId, .userSourcedId, .role] + (dialect == .oneRoster ? [.sourcedId] : []) }
    static let otherNames: [String: Self] = ["isprimary": .primary, "startdate": .beginDate]
}

enum RelationshipField: String, RosterField {
    case userSourcedId, relationshipUserSourcedId, relationshipRole, status
    static let file = RosterFile.relationships
    static func needed(in dialect: OneRoster.Dialect) -> [Self] { [.userSourcedId, .relationshipUserSourcedId, .relationshipRole] }
    static let otherNames: [String: Self] = [:]
}

enum DemographicsField: String, RosterField {
    case sourcedId, status, dateLastModified, birthDate, sex
    static let file = RosterFile.demographics
    static func needed(in dialect: OneRoster.Dialect) -> [Self] { [.sourcedId] }
    static let otherNames: [String: Self] = ["usersourcedid": .sourcedId, "birthdate": .birthDate]
}
