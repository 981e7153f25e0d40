/// People of the school who follow one another by name.
public struct PeopleList: Codable, Sendable {
    public let people: [PersonInfo]
    /// Whether there are more after these; the next part is asked for by the last one's `key` and `id`.
    public let hasMore: Bool
    public init(people: [PersonInfo], hasMore: Bool) {
        self.people = people
        self.hasMore = hasMore
    }
}

/// A person, as the list shows one.
public struct PersonInfo: Codable, Sendable {
    public let id: Int64
    public let name: String
    /// The place in the list: `key` and `after` of the next request.
    public let key: String
    public let roles: [String]
    /// A pupil's class, or the classes of a guardian's children.
    public let classes: [String]
    /// Whether the school has confirmed them as its teacher.
    public let isVerified: Bool
    /// Missing where the reader may not know of logins.
    public let hasLogin: Bool?
    public init(id: Int64, name: String, key: String, roles: [String], classes: [String], isVerified: Bool, hasLogin: Bool?) {
        self.id = id
        self.name = name
        self.key = key
        self.roles = roles
        self.classes = classes
        self.isVerified = isVerified
        self.hasLogin = hasLogin
    }
}

/// All that the reader may know of a person. Reading a child's is written down.
public struct PersonCardInfo: Codable, Sendable {
    public struct Span: Codable, Sendable {
        public let name: String
        public let since: String
        public let until: String?
        public init(name: String, since: String, until: String?) {
            self.name = name
            self.since = since
            self.until = until
        }
    }
    public let id: Int64
    public let name: String
    public let bornOn: String?
    public let roles: [Span]
    public let classes: [Span]
    public let guardians: [Int64]
    public let children: [Int64]
    public let isVerified: Bool
    public let login: String?
    public init(
        id: Int64, name: String, bornOn: String?, roles: [Span], classes: [Span], guardians: [Int64], children: [Int64], isVerified: Bool, login: String?
    ) {
        self.id = id
        self.name = name
        self.bornOn = bornOn
        self.roles = roles
        self.classes = classes
        self.guardians = guardians
        self.children = children
        self.isVerified = isVerified
        self.login = login
    }
}

/// Something to be done to many people. `attempt`, 8 to 64 printable ASCII signs, makes a repeat harmless.
public struct MassActRequest: Codable, Sendable {
    /// `giveRole`, `endRole`, `confirm` or `endSignIns`.
    public let act: String
    public let role: String?
    public let people: [Int64]
    public let attempt: String?
    public init(act: String, role: String?, people: [Int64], attempt: String?) {
        self.act = act
        self.role = role
        self.people = people
        self.attempt = attempt
    }
}

/// What becomes, or became, of each of them.
public struct MassActInfo: Codable, Sendable {
    public struct Line: Codable, Sendable {
        public let person: Int64
        /// `done`, `already`, or why not.
        public let fate: String
        public let isUndone: Bool
        public init(person: Int64, fate: String, isUndone: Bool) {
            self.person = person
            self.fate = fate
            self.isUndone = isUndone
        }
    }
    /// Missing in a preview.
    public let id: Int64?
    public let lines: [Line]
    public init(id: Int64?, lines: [Line]) {
        self.id = id
        self.lines = lines
    }
}

/// A teacher to be confirmed; the order by which they were taken on, if the school wishes to note it.
public struct BadgeRequest: Codable, Sendable {
    public let order: String?
    public init(order: String?) { self.order = order }
}

/// Two people who may be one.
public struct DuplicateInfo: Codable, Sendable {
    public let one: Int64
    public let other: Int64
    public let reasons: [String]
    public init(one: Int64, other: Int64, reasons: [String]) {
        self.one = one
        self.other = other
        self.reasons = reasons
    }
}

/// `from` becomes a part of `into`. `login` is whose login stays, `ofInto` or `ofFrom`.
public struct MergeRequest: Codable, Sendable {
    public let from: Int64
    public let into: Int64
    public let login: String?
    public init(from: Int64, into: Int64, login: String?) {
        self.from = from
        self.into = into
        self.login = login
    }
}

/// Entries of the log, the newest first.
public struct LogInfo: Codable, Sendable {
    public struct Line: Codable, Sendable {
        public let number: Int64
        /// Milliseconds since 1970, UTC.
        public let at: Int64
        public let by: Int64?
        public let kind: String
        public let about: String
        public let was: String?
        public let became: String?
        public init(number: Int64, at: Int64, by: Int64?, kind: String, about: String, was: String?, became: String?) {
            self.number = number
            self.at = at
            self.by = by
            self.kind = kind
            self.about = about
            self.was = was
            self.became = became
        }
    }
    public let lines: [Line]
    public let hasMore: Bool
    public init(lines: [Line], hasMore: Bool) {
        self.lines = lines
        self.hasMore = hasMore
    }
}

/// What is kept about a person: sections by name, each of rows of named values.
public struct OwnDataInfo: Codable, Sendable {
    public struct Field: Codable, Sendable {
        public let key: String
        public let value: String
        public init(key: String, value: String) {
            self.key = key
            self.value = value
        }
    }
    public struct Section: Codable, Sendable {
        public let key: String
        public let rows: [[Field]]
        public init(key: String, rows: [[Field]]) {
            self.key = key
            self.rows = rows
        }
    }
    public struct Owner: Codable, Sendable {
        public let person: Int64
        public let sections: [Section]
        public init(person: Int64, sections: [Section]) {
            self.person = person
            self.sections = sections
        }
    }
    public let people: [Owner]
    public init(people: [Owner]) { self.people = people }
}

/// A request to put right what is written about oneself or one's child.
public struct CorrectionWish: Codable, Sendable {
    public let person: Int64
    /// `family`, `given`, `patronymic`, `sex`, `bornOn` or `other`.
    public let field: String
    public let value: String
    public let note: String?
    public let attempt: String?
    public init(person: Int64, field: String, value: String, note: String?, attempt: String?) {
        self.person = person
        self.field = field
        self.value = value
        self.note = note
        self.attempt = attempt
    }
}

/// One request, and how it stands.
public struct CorrectionInfo: Codable, Sendable {
    public let id: Int64
    public let person: Int64
    public let field: String
    public let value: String
    public let note: String
    /// `asked`, `made` or `refused`.
    public let state: String
    public let reason: String
    public init(id: Int64, person: Int64, field: String, value: String, note: String, state: String, reason: String) {
        self.id = id
        self.person = person
        self.field = field
        self.value = value
        self.note = note
        self.state = state
        self.reason = reason
    }
}

/// How a request is answered: `make`, `vouch` or `refuse`, with the reason of a refusal.
public struct CorrectionAnswer: Codable, Sendable {
    public let answer: String
    public let reason: String?
    public init(answer: String, reason: String?) {
        self.answer = answer
        self.reason = reason
    }
}
