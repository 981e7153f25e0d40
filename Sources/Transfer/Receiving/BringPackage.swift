import Accounts
import Kernel
import Storage

/// A package is brought to be looked at: by the short code of one that lies in this installation, or as a file from another.
/// Nothing of the school changes by it.
struct BringPackage: Verb {
    enum Source: Sendable {
        case code(String)
        case file([UInt8])
    }
    let source: Source
    let own: SenderKey

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Incoming> {
        let office = try TransferAccess.office(of: viewer), today = viewer.zone.day(of: now)
        let admission = Admission(office: office, own: own, today: today, tx: tx)
        try SendingStore.tidy(office, on: today, tx)
        switch source {
        case .file(let bytes):
            _ = try admission.judge(SignedPackage(file: bytes))
            return try ReceivingStore.bring(bytes, of: nil, at: now, by: office, tx)
        case .code(let typed):
            guard let code = ShortCode.typed(typed), let package = try ReceivingStore.offered(code: code, on: today, tx) else {
                throw Denial.invalid(field: "code", .noSuchCode)
            }
            if let known = try ReceivingStore.brought(package, to: office, tx) { return known }
            let id = try ReceivingStore.bring(nil, of: package, at: now, by: office, tx)
            // What is for another school looks like a code that does not exist.
            do { _ = try admission.incoming(id) } catch Denial.invalid(_, let reason) {
                throw Denial.invalid(field: "code", reason == .otherAddressee ? .noSuchCode : reason)
            }
            try tx.leave(Trace("transfer.opened", about: "package:\(package.number)"), by: viewer, at: now)
            return id
        }
    }
}

/// A package that was brought is put away without accepting it.
struct DismissIncoming: Verb {
    let incoming: ID<Incoming>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let office = try TransferAccess.office(of: viewer)
        guard try ReceivingStore.remove(incoming, of: office, tx) else { throw Denial.notFound }
    }
}
