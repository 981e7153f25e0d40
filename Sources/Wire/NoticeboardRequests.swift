import Kernel

/// Words proposed for a channel.
public struct ProposalList: Codable, Sendable {
    public let proposals: [ProposalInfo]
    public init(proposals: [ProposalInfo]) { self.proposals = proposals }
}

/// Words proposed for a channel.
public struct NewProposal: Codable, Sendable {
    public let body: String
    /// Numbers of the author's own files, at most ten.
    public let files: [Int64]?
    public init(body: String, files: [Int64]? = nil) {
        self.body = body
        self.files = files
    }
}

public struct ProposalInfo: Codable, Sendable {
    public let id: Int64
    public let authorName: String
    public let body: String
    /// Milliseconds since 1970, UTC.
    public let askedAt: Int64
    /// `waiting`, `published` or `returned`.
    public let state: String
    /// Why it was returned; else empty.
    public let reason: String
    /// The message it has become.
    public let seq: Int64?
    /// As long as it waits.
    public let files: [AttachedInfo]
    public init(
        id: Int64, authorName: String, body: String, askedAt: Int64, state: String, reason: String, seq: Int64?, files: [AttachedInfo]
    ) {
        self.files = files
        self.id = id
        self.authorName = authorName
        self.body = body
        self.askedAt = askedAt
        self.state = state
        self.reason = reason
        self.seq = seq
    }
}

public struct ProposalNumber: Codable, Sendable {
    public let proposal: Int64
    public init(proposal: Int64) { self.proposal = proposal }
}

/// Why proposed words are returned.
public struct ProposalReason: Codable, Sendable {
    public let reason: String
    public init(reason: String) { self.reason = reason }
}
