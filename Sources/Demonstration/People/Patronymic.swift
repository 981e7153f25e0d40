import Accounts

/// How a Russian patronymic is made of the father's given name.
enum Patronymic {
    static func of(_ father: String, _ sex: Sex) -> String {
        let (stem, male, female) = parts(father)
        return stem + (sex == .male ? male : female)
    }

    private static let irregular: [String: (String, String, String)] = [
        "Лев": ("Львов", "ич", "на"), "Павел": ("Павлов", "ич", "на"), "Пётр": ("Петров", "ич", "на"), "Яков": ("Яковлев", "ич", "на"),
        "Михаил": ("Михайлов", "ич", "на"), "Илья": ("Иль", "ич", "инична"), "Лука": ("Лук", "ич", "инична"), "Фома": ("Фом", "ич", "инична"),
        "Кузьма": ("Кузьм", "ич", "инична"), "Муса": ("Мусаев", "ич", "на"),
    ]

    /// The stem, and the endings for a son and a daughter.
    private static func parts(_ father: String) -> (String, String, String) {
        if let known = irregular[father] { return known }
        let stem = String(father.dropLast())
        switch father.last {
        case "а", "я": return (stem, "ич", "ична")  // Никита, Савва
        case "ь": return (stem + "ев", "ич", "на")  // Игорь
        case "й" where stem.last == "и":  // Юрий: Юрьевич, but Дмитрий: Дмитриевич
            let root = stem.dropLast()
            let isCluster = root.lowercased().suffix(2).allSatisfy { !vowels.contains($0) }
            return (root + (isCluster ? "иев" : "ьев"), "ич", "на")
        case "й": return (stem + "ев", "ич", "на")  // Андрей
        case "и", "е", "о", "у": return (father + "ев", "ич", "на")  // Али
        case "ж", "ш", "ч", "щ", "ц": return (father + "ев", "ич", "на")
        default: return (father + "ов", "ич", "на")
        }
    }

    private static let vowels = Set("аеёиоуыэюя")
}
