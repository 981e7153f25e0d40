import Accounts

/// A family name in both its forms.
struct FamilyName: Hashable, Sendable {
    let male: String
    let female: String

    /// From the form of a man: Иванов, Достоевский, Толстой, Черных, Шевченко.
    init(_ male: String) {
        self.male = male
        female = male.split(separator: "-").map { Self.feminine(String($0)) }.joined(separator: "-")
    }
    /// One that only looks as if it changed: Цой.
    init(unchanged name: String) {
        male = name
        female = name
    }

    func form(_ sex: Sex) -> String { sex == .male ? male : female }

    private static func feminine(_ male: String) -> String {
        if ["ов", "ев", "ёв", "ин", "ын"].contains(String(male.suffix(2))) { return male + "а" }
        if ["ий", "ый", "ой"].contains(String(male.suffix(2))) { return male.dropLast(2) + "ая" }
        return male
    }
}
