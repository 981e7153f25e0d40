import Kernel

/// The installation's public key, by which packages it has signed are known.
public struct SenderKeyInfo: Codable, Sendable {
    public let format: String
    public let version: Int
    /// `Ed25519`
    public let algorithm: String
    /// 32 bytes in Base64.
    public let publicKey: String
    /// 128 bits of SHA-256 over those bytes.
    public let fingerprint: String
    public init(format: String, version: Int, algorithm: String, publicKey: String, fingerprint: String) {
        self.format = format
        self.version = version
        self.algorithm = algorithm
        self.publicKey = publicKey
        self.fingerprint = fingerprint
    }
}

/// A package a school has made. `state` is `offered`, `expired`, `withdrawn` or `accepted`.
public struct TransferInfo: Codable, Sendable {
    public let id: Int64
    public let pupil: Int64
    public let name: String
    public let schoolClass: String
    public let state: String
    public let code: String?
    public let validUntil: Day
    public let settledOn: Day?
    public let acceptedBy: String?
    public init(
        id: Int64, pupil: Int64, name: String, schoolClass: String, state: String, code: String?, validUntil: Day, settledOn: Day?, acceptedBy: String?
    ) {
        self.id = id
        self.pupil = pupil
        self.name = name
        self.schoolClass = schoolClass
        self.state = state
        self.code = code
        self.validUntil = validUntil
        self.settledOn = settledOn
        self.acceptedBy = acceptedBy
    }
}

/// Asks for a package. `lastDay` is the last day in the class of one who is still in it.
public struct TransferBody: Codable, Sendable {
    public let orderNumber: String
    public let orderDay: Day
    public let lastDay: Day?
    public let addressee: String?
    public let address: String?
    public init(orderNumber: String, orderDay: Day, lastDay: Day? = nil, addressee: String? = nil, address: String? = nil) {
        self.orderNumber = orderNumber
        self.orderDay = orderDay
        self.lastDay = lastDay
        self.addressee = addressee
        self.address = address
    }
}

/// The line a school gives back for a package it has accepted (docs/transfer.md).
public struct ReceiptBody: Codable, Sendable {
    public let receipt: String
    public init(receipt: String) { self.receipt = receipt }
}

/// The signed file as text.
public struct TransferFile: Codable, Sendable {
    public let file: String
    public init(file: String) { self.file = file }
}

/// A package to be looked at: its short code, or its file.
public struct BringBody: Codable, Sendable {
    public let code: String?
    public let file: String?
    public init(code: String? = nil, file: String? = nil) {
        self.code = code
        self.file = file
    }
}

/// A package that was brought. `record` is JSON as docs/transfer.md describes it; `alike` are people here who may be the pupil.
public struct IncomingInfo: Codable, Sendable {
    public let id: Int64
    public let sender: String
    public let fingerprint: String
    /// Whether the fingerprint has to be compared by telephone first.
    public let needsCheck: Bool
    public let alike: [Int64]
    public let record: String
    public init(id: Int64, sender: String, fingerprint: String, needsCheck: Bool, alike: [Int64], record: String) {
        self.id = id
        self.sender = sender
        self.fingerprint = fingerprint
        self.needsCheck = needsCheck
        self.alike = alike
        self.record = record
    }
}

/// Accepts a pupil. Without `person` a new one is made, unless the installation knows the pupil itself.
public struct AcceptanceBody: Codable, Sendable {
    public let schoolClass: Int64
    public let since: Day
    public let person: Int64?
    public let isFingerprintChecked: Bool
    public init(schoolClass: Int64, since: Day, person: Int64? = nil, isFingerprintChecked: Bool) {
        self.schoolClass = schoolClass
        self.since = since
        self.person = person
        self.isFingerprintChecked = isFingerprintChecked
    }
}

/// Who was accepted.
public struct AcceptedInfo: Codable, Sendable {
    public let pupil: Int64
    public init(pupil: Int64) { self.pupil = pupil }
}

/// What came with a pupil from another school. `record` is JSON as docs/transfer.md describes it.
public struct PreviousSchoolInfo: Codable, Sendable {
    public let sender: String
    public let receivedOn: Day
    public let record: String
    public init(sender: String, receivedOn: Day, record: String) {
        self.sender = sender
        self.receivedOn = receivedOn
        self.record = record
    }
}
