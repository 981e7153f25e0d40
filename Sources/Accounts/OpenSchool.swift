import Kernel
import Storage

/// A school comes into being: an empty closed space. Done at the command line by whoever runs the installation.
public struct OpenSchool: Sendable {
    public enum Kind: String, Sendable { case general, vocational, additional }
    public let name: String
    public let kind: Kind
    public let zone: Zone
    public init(name: String, kind: Kind, zone: Zone) {
        self.name = name
        self.kind = kind
        self.zone = zone
    }

    public func run(at now: Moment, in tx: Transaction) throws -> School {
        let id = try AccountsStore.addSchool(name: name, kind: kind.rawValue, zone: zone, tx)
        try tx.leave(Trace("accounts.school", about: "school:\(id.number)", became: name), in: id, by: nil, at: now)
        return School(id: id, name: name, zone: zone)
    }
}
