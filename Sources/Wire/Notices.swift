/// How one wants to be reached. Times are written 21:00; without them there are no quiet hours beside the school's.
/// `pace` is `soon`, `morning` or `weekly`.
public struct NoticeChoiceInfo: Codable, Sendable {
    public let from: String?
    public let until: String?
    public let worksLate: Bool
    public let pace: String
    public let levels: [NoticeLevelInfo]
    public init(from: String?, until: String?, worksLate: Bool, pace: String, levels: [NoticeLevelInfo]) {
        self.from = from
        self.until = until
        self.worksLate = worksLate
        self.pace = pace
        self.levels = levels
    }
}

/// How much of a kind: `all`, `mentions` or `none`.
public struct NoticeLevelInfo: Codable, Sendable {
    public let kind: String
    public let level: String
    public init(kind: String, level: String) {
        self.kind = kind
        self.level = level
    }
}

/// The installation's public key for push services: the uncompressed point, base64url.
public struct PushKeyInfo: Codable, Sendable {
    public let key: String
    public init(key: String) { self.key = key }
}

/// A device on which one is told. The moment is milliseconds since 1970, UTC.
public struct NoticeDeviceInfo: Codable, Sendable {
    public let id: Int64
    public let device: String
    public let addedAt: Int64
    public let isThis: Bool
    public init(id: Int64, device: String, addedAt: Int64, isThis: Bool) {
        self.id = id
        self.device = device
        self.addedAt = addedAt
        self.isThis = isThis
    }
}

/// What a browser's Push API gives: where, and with which keys (base64url).
public struct NoticeDeviceBody: Codable, Sendable {
    public let endpoint: String
    public let p256dh: String
    public let auth: String
    public init(endpoint: String, p256dh: String, auth: String) {
        self.endpoint = endpoint
        self.p256dh = p256dh
        self.auth = auth
    }
}

/// The number of a device that was added.
public struct NoticeDeviceKnown: Codable, Sendable {
    public let id: Int64
    public init(id: Int64) { self.id = id }
}

/// The address for letters, if there is one.
public struct NoticeMailInfo: Codable, Sendable {
    public let address: String?
    public let isConfirmed: Bool
    public init(address: String?, isConfirmed: Bool) {
        self.address = address
        self.isConfirmed = isConfirmed
    }
}

/// Names the address for letters.
public struct NoticeMailBody: Codable, Sendable {
    public let address: String
    public init(address: String) { self.address = address }
}

/// A part of each day, and perhaps all of Sunday, in which nobody is disturbed. Times are written 21:00.
public struct QuietHoursInfo: Codable, Sendable {
    public let from: String
    public let until: String
    public let isSundayQuiet: Bool
    public init(from: String, until: String, isSundayQuiet: Bool) {
        self.from = from
        self.until = until
        self.isSundayQuiet = isSundayQuiet
    }
}

/// What is to be told at once, by night as well, and why it cannot wait. `to` is `school`, `staff` or `classes`; then `classes` names them.
/// `attempt` is a name of the program's own: sent twice under it, it is told once.
public struct UrgentBody: Codable, Sendable {
    public let words: String
    public let reason: String
    public let to: String
    public let classes: [Int64]?
    public let attempt: String
    public init(words: String, reason: String, to: String, classes: [Int64]?, attempt: String) {
        self.words = words
        self.reason = reason
        self.to = to
        self.classes = classes
        self.attempt = attempt
    }
}

/// For whom it would be.
public struct UrgentAudienceBody: Codable, Sendable {
    public let to: String
    public let classes: [Int64]?
    public init(to: String, classes: [Int64]?) {
        self.to = to
        self.classes = classes
    }
}

/// To how many it would go, how many of them have a device or an address, and how many were sent since the first of the month.
public struct UrgentForecastInfo: Codable, Sendable {
    public let people: Int
    public let reachable: Int
    public let sentThisMonth: Int
    public init(people: Int, reachable: Int, sentThisMonth: Int) {
        self.people = people
        self.reachable = reachable
        self.sentThisMonth = sentThisMonth
    }
}

/// The number of an urgent notice that was sent.
public struct UrgentSent: Codable, Sendable {
    public let id: Int64
    public init(id: Int64) { self.id = id }
}

/// An urgent notice. The moment is milliseconds since 1970, UTC.
public struct UrgentInfo: Codable, Sendable {
    public let id: Int64
    public let words: String
    public let reason: String
    public let sender: String
    public let sentAt: Int64
    public init(id: Int64, words: String, reason: String, sender: String, sentAt: Int64) {
        self.id = id
        self.words = words
        self.reason = reason
        self.sender = sender
        self.sentAt = sentAt
    }
}

/// An urgent notice, for those who may send: to how many it went and how many have seen it.
public struct SentUrgentInfo: Codable, Sendable {
    public let notice: UrgentInfo
    public let to: String
    public let people: Int
    public let seen: Int
    public init(notice: UrgentInfo, to: String, people: Int, seen: Int) {
        self.notice = notice
        self.to = to
        self.people = people
        self.seen = seen
    }
}
