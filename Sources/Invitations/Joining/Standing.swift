import Kernel
import Storage

/// What became of a code or of a request's number, for whoever holds it.
enum Standing: Sendable {
    case open(Invitation)
    case used(by: ID<Person>?)
    case revoked
    case expired
    /// A request that nobody has judged yet.
    case waiting(JoinRequest)
    case refused(JoinRequest)

    /// `nil` for what was never given out: to its holder that is a mistyped code.
    static func of(_ code: Code, at now: Moment, in tx: Transaction) throws -> Standing? {
        guard let found = try InvitationStore.invitation(of: code, tx) else {
            guard let request = try RequestStore.request(number: code, tx) else { return nil }
            // An accepted request has an invitation under its number; without one it is over.
            return request.state == .waiting ? .waiting(request) : request.state == .refused ? .refused(request) : .revoked
        }
        switch found.invitation.state(at: now) {
        case .used: return .used(by: found.usedBy)
        case .revoked: return .revoked
        case .expired: return .expired
        // What it was given for stands no longer: the pupil left, the guardian has a login already.
        case .open: return found.isGood ? .open(found.invitation) : .revoked
        }
    }

    /// The invitation, if the code is still good; otherwise why it is not.
    func invitation() throws -> Invitation {
        switch self {
        case .open(let invitation): return invitation
        case .used: throw Denial.conflict(.codeUsed)
        case .revoked, .refused: throw Denial.conflict(.codeRevoked)
        case .expired: throw Denial.conflict(.codeExpired)
        case .waiting: throw Denial.conflict(.requestWaits)
        }
    }
}
