extension OneRoster {
    /// A school, or what stands above or inside one.
    public struct Org: Hashable, Sendable {
        public let id: SourcedID<Org>
        public let origin: Origin
        public let status: Status
        public let lastModified: CalendarDate?
        public let name: String
        public let kind: Listed<OrgKind>
        public let identifier: String?
        /// Nil too if the files have no such organisation, or the parents form a ring.
        public internal(set) var parent: SourcedID<Org>?
    }

    /// A school year or a part of one.
    public struct AcademicSession: Hashable, Sendable {
        public let id: SourcedID<AcademicSession>
        public let origin: Origin
        public let status: Status
        public let lastModified: CalendarDate?
        public let title: String
        public let kind: Listed<SessionKind>
        public let start: CalendarDate, end: CalendarDate
        public let schoolYear: String?
        public internal(set) var parent: SourcedID<AcademicSession>?
    }

    public struct Course: Hashable, Sendable {
        public let id: SourcedID<Course>
        public let origin: Origin
        public let status: Status
        public let lastModified: CalendarDate?
        public let title: String
        public let code: String?
        public let grades: [String], subjects: [String], subjectCodes: [String]
        public internal(set) var org: SourcedID<Org>?
        public internal(set) var schoolYear: SourcedID<AcademicSession>?
    }

    /// What is taught to some people: a course's class or a homeroom.
    public struct Class: Hashable, Sendable {
        public let id: SourcedID<Class>
        public let origin: Origin
        public let status: Status
        public let lastModified: CalendarDate?
        public let title: String
        public let code: String?, location: String?
        public let kind: Listed<ClassKind>?
        public let grades: [String], subjects: [String], subjectCodes: [String], periods: [String]
        public let school: SourcedID<Org>
        public internal(set) var course: SourcedID<Course>?
        public internal(set) var sessions: [SourcedID<AcademicSession>]
    }

    /// A person. There is no password here, and there is none in the report.
    public struct User: Hashable, Sendable {
        public let id: SourcedID<User>
        public let origin: Origin
        public let status: Status
        public let lastModified: CalendarDate?
        public let isEnabled: Bool?
        public let username: String?
        public let externalIDs: [ExternalID]
        public let givenName: String, familyName: String
        public let middleName: String?
        public let preferredGivenName: String?, preferredMiddleName: String?, preferredFamilyName: String?
        public let identifier: String?, email: String?, sms: String?, phone: String?
        public let grades: [String]
        public internal(set) var primaryOrg: SourcedID<Org>?
    }

    /// What a person is in an organisation.
    public struct Role: Hashable, Sendable {
        /// Nil where the format has none.
        public let id: SourcedID<Role>?
        public let origin: Origin
        public let status: Status
        public let lastModified: CalendarDate?
        public let user: SourcedID<User>
        public let org: SourcedID<Org>
        public let kind: Listed<RoleKind>
        public let isPrimary: Bool?
        public let grades: [String]
        public let begin: CalendarDate?, end: CalendarDate?
        public internal(set) var session: SourcedID<AcademicSession>?
    }

    /// A pupil's or teacher's place in a class.
    public struct Enrollment: Hashable, Sendable {
        /// Nil where the format has none.
        public let id: SourcedID<Enrollment>?
        public let origin: Origin
        public let status: Status
        public let lastModified: CalendarDate?
        public let user: SourcedID<User>
        public let group: SourcedID<Class>
        public let role: RoleKind
        public let isPrimary: Bool?
        public let begin: CalendarDate?, end: CalendarDate?
        public internal(set) var school: SourcedID<Org>?
    }

    /// A child's parent, guardian or relative.
    public struct Relationship: Hashable, Sendable {
        public let origin: Origin
        public let status: Status
        public let ward: SourcedID<User>
        public let guardian: SourcedID<User>
        public let kind: GuardianKind
    }

    /// What the product takes of a person's demographics; race, origin and place of birth are not read at all.
    public struct Demographics: Hashable, Sendable {
        public let user: SourcedID<User>
        public let origin: Origin
        public let status: Status
        public let lastModified: CalendarDate?
        public let birthDate: CalendarDate?
        public let sex: Listed<Sex>?
    }
}
