/// The card of a school or of a department above schools.
public struct SchoolCardInfo: Codable, Sendable {
    public let school: Int64
    public let name: String
    /// `school`, `municipality`, `region` or `platform`.
    public let level: String
    /// `general`, `vocational` or `additional`.
    public let kind: String
    /// As the tz database calls it.
    public let zone: String
    public let fullName: String
    public let inn: String?
    public let address: String
    public let site: String
    public let phone: String
    public let email: String
    public let director: String
    /// How to reach the first line of help.
    public let help: String
    public let programmes: [String]
    public init(
        school: Int64, name: String, level: String, kind: String, zone: String, fullName: String, inn: String?, address: String, site: String, phone: String,
        email: String, director: String, help: String, programmes: [String]
    ) {
        self.school = school
        self.name = name
        self.level = level
        self.kind = kind
        self.zone = zone
        self.fullName = fullName
        self.inn = inn
        self.address = address
        self.site = site
        self.phone = phone
        self.email = email
        self.director = director
        self.help = help
        self.programmes = programmes
    }
}

/// Documents of the school and of the departments above it.
public struct LocalActList: Codable, Sendable {
    public let acts: [LocalActInfo]
    public init(acts: [LocalActInfo]) { self.acts = acts }
}

/// One document.
public struct LocalActInfo: Codable, Sendable {
    public let act: Int64
    /// Who has issued it: the school or a department.
    public let publisher: String
    /// `order`, `regulation`, `procedure` or `other`.
    public let kind: String
    public let title: String
    public let number: String
    /// 2026-09-01
    public let day: String
    /// Left out in lists.
    public let text: String?
    public let hasScan: Bool
    /// When the person has read it. Milliseconds since 1970, UTC.
    public let readAt: Int64?
    /// When the school has accepted a department's document.
    public let acceptedAt: Int64?
    public init(
        act: Int64, publisher: String, kind: String, title: String, number: String, day: String, text: String?, hasScan: Bool, readAt: Int64?,
        acceptedAt: Int64?
    ) {
        self.act = act
        self.publisher = publisher
        self.kind = kind
        self.title = title
        self.number = number
        self.day = day
        self.text = text
        self.hasScan = hasScan
        self.readAt = readAt
        self.acceptedAt = acceptedAt
    }
}

/// How many have read a document.
public struct ActReaders: Codable, Sendable {
    public struct Part: Codable, Sendable {
        /// `staff`, `pupil` or `family`.
        public let part: String
        public let className: String?
        public let people: Int
        public let read: Int
        public init(part: String, className: String?, people: Int, read: Int) {
            self.part = part
            self.className = className
            self.people = people
            self.read = read
        }
    }
    public let parts: [Part]
    public init(parts: [Part]) { self.parts = parts }
}

/// A curator's schools in figures, without names of people.
public struct DepartmentSchools: Codable, Sendable {
    public struct Line: Codable, Sendable {
        public let school: Int64
        public let name: String
        /// Whether the administrator has come in.
        public let isActivated: Bool
        public let people: Int
        public let peopleCome: Int
        public init(school: Int64, name: String, isActivated: Bool, people: Int, peopleCome: Int) {
            self.school = school
            self.name = name
            self.isActivated = isActivated
            self.people = people
            self.peopleCome = peopleCome
        }
    }
    public let schools: [Line]
    public let hasMore: Bool
    public init(schools: [Line], hasMore: Bool) {
        self.schools = schools
        self.hasMore = hasMore
    }
}

/// Applications of schools that wait for the curator.
public struct ApplicationList: Codable, Sendable {
    public struct Line: Codable, Sendable {
        public let application: Int64
        public let name: String
        public let municipality: String
        /// `new` or `answered`.
        public let state: String
        /// Milliseconds since 1970, UTC.
        public let submittedAt: Int64
        public init(application: Int64, name: String, municipality: String, state: String, submittedAt: Int64) {
            self.application = application
            self.name = name
            self.municipality = municipality
            self.state = state
            self.submittedAt = submittedAt
        }
    }
    public let applications: [Line]
    public let hasMore: Bool
    public init(applications: [Line], hasMore: Bool) {
        self.applications = applications
        self.hasMore = hasMore
    }
}
