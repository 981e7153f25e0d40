import Accounts
import Kernel
import Storage

/// Which school of the database is meant.
enum SchoolChoice {
    /// By its number, or by its name if only one is called so.
    static func named(_ text: String, _ tx: Transaction) throws -> School {
        let all = try AccountsStore.schools(tx)
        if let number = Int64(text), let found = all.first(where: { $0.id.number == number }) { return found }
        let found = all.filter { TextKey.of($0.name) == TextKey.of(text) }
        guard let school = found.first else { throw ImportError.noSuchSchool(text) }
        guard found.count == 1 else { throw ImportError.schoolNeeded(found.map(title)) }
        return school
    }

    /// The only one; nil if there is none yet.
    static func only(_ tx: Transaction) throws -> School? {
        let all = try AccountsStore.schools(tx)
        guard all.count <= 1 else { throw ImportError.schoolNeeded(all.map(title)) }
        return all.first
    }

    private static func title(_ school: School) -> String { "\(school.id.number) — \(school.name)" }
}
