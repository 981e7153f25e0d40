import Accounts
import Foundation
import Kernel
import Storage

/// The school names an outside diary it works with. Its salt and code are made here, once.
struct AddSystem: Verb {
    let name: String

    /// No school works with more.
    private static let most = 10

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<OutsideSystem> {
        let office = try LinkingAccess.office(of: viewer), name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...100).contains(name.count), !name.contains(where: \.isNewline) else { throw Denial.invalid(field: "name", .systemName) }
        let known = try LinkingStore.systems(of: office.school, tx)
        guard !known.contains(where: { TextKey.of($0.name) == TextKey.of(name) }) else { throw Denial.invalid(field: "name", .systemThere) }
        guard known.count < Self.most else { throw Denial.conflict(.tooManySystems) }
        let id = try LinkingStore.addSystem(name, salt: Self.random(32), joinCode: Self.random(10), by: office, tx)
        try tx.leave(Trace("linking.system", about: "system:\(id.number)", became: "added"), by: viewer, at: now)
        return id
    }

    /// Letters and digits that are not mistaken for one another.
    private static func random(_ length: Int) -> String {
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
        var generator = SystemRandomNumberGenerator()
        return String((0..<length).map { _ in alphabet[Int.random(in: 0..<32, using: &generator)] })
    }
}

/// The school says whether a linked account is enough for a pupil or guardian to come in (REQUIREMENTS B03).
struct ChangeAdmission: Verb {
    let system: ID<OutsideSystem>
    let admitsAlone: Bool

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let office = try LinkingAccess.office(of: viewer)
        guard let was = try LinkingStore.system(system, of: office, tx) else { throw Denial.notFound }
        guard was.admitsAlone != admitsAlone else { return }
        try LinkingStore.setAdmission(admitsAlone, of: system, by: office, tx)
        try tx.leave(
            Trace("linking.admission", about: "system:\(system.number)", was: "\(was.admitsAlone)", became: "\(admitsAlone)"), by: viewer, at: now)
    }
}
