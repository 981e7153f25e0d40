/// Who teaches what: departments of teachers, each with bundles of subjects that stay together in one class.
struct Department: Sendable {
    let size: Int
    /// Subjects of one bundle go to the same teacher in a class.
    let bundles: [[String]]
    /// Names of rooms, one a teacher; where they end, numbers follow.
    let rooms: [String]

    init(_ size: Int, _ bundles: [[String]], rooms: [String] = []) {
        self.size = size
        self.bundles = bundles
        self.rooms = rooms
    }

    static let full: [Department] = [
        Department(8, [["Русский язык", "Литература"]]),
        Department(8, [["Математика", "Алгебра", "Геометрия", "Вероятность и статистика"]]),
        Department(8, [["Английский язык"]]),
        Department(4, [["История", "Обществознание"]]),
        Department(2, [["Информатика"], ["Индивидуальный проект"]]),
        Department(2, [["География"]]),
        Department(2, [["Биология"]]),
        Department(2, [["Химия"]]),
        Department(2, [["Физика"]]),
        Department(5, [["Физическая культура"]], rooms: ["большой спортзал", "малый спортзал", "стадион", "тренажёрный зал", "зал борьбы"]),
        Department(2, [["Музыка"]], rooms: ["актовый зал"]),
        Department(2, [["Изобразительное искусство"], ["Труд (технология)"]], rooms: ["мастерская 1", "мастерская 2"]),
        Department(1, [["Основы безопасности и защиты Родины"]]),
    ]

    static let small: [Department] = [
        Department(1, [["Математика", "Алгебра", "Геометрия", "Вероятность и статистика"], ["Информатика"], ["Физика"]]),
        Department(1, [["Русский язык", "Литература"], ["История", "Обществознание"]]),
        Department(2, [["Английский язык"], ["География"], ["Музыка"], ["Изобразительное искусство"], ["Труд (технология)"]]),
        Department(1, [["Физическая культура"], ["Биология"]], rooms: ["спортзал"]),
    ]

    /// What a class's own teacher does not teach in years 1–4.
    static let notPrimary: Set<String> = ["Английский язык", "Физическая культура", "Музыка"]
}
