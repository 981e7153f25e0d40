/// The themes of one subject in some years, in the order in which a year goes through them.
struct Topics: Sendable {
    let subject: String
    let years: ClosedRange<Int>
    let themes: [String]

    init(_ subject: String, _ years: ClosedRange<Int>, _ text: String) {
        self.subject = subject
        self.years = years
        themes = text.split(separator: "\n").map(String.init)
    }

    static func of(_ subject: String, year: Int) -> Topics? { index["\(subject)/\(year)"] }

    private static let index: [String: Topics] = {
        var index: [String: Topics] = [:]
        for topics in primary + letters + numbers + nature + society + hands { for year in topics.years { index["\(topics.subject)/\(year)"] = topics } }
        return index
    }()

    /// How the second and later lessons on one theme are called.
    static func turns(of subject: String) -> [String] {
        switch subject {
        case "Математика", "Алгебра", "Геометрия", "Вероятность и статистика", "Физика":
            [
                "Решение задач", "Закрепление изученного", "Самостоятельная работа", "Решение задач повышенной сложности", "Практикум", "Работа в группах",
                "Задачи на готовых чертежах и таблицах", "Систематизация знаний", "Обобщение",
            ]
        case "Русский язык":
            [
                "Закрепление", "Упражнения", "Словарный диктант", "Работа с текстом", "Развитие речи", "Комплексный анализ текста", "Проверочная работа",
                "Обобщение",
            ]
        case "Литература", "Литературное чтение":
            [
                "Работа с текстом", "Герои и их поступки", "Выразительное чтение", "Беседа о прочитанном", "Анализ эпизода", "Письменный ответ на вопрос",
                "Обобщение",
            ]
        case "Английский язык": ["Новая лексика", "Чтение и перевод", "Грамматика", "Аудирование", "Говорение", "Письмо", "Проектная работа"]
        case "Химия", "Биология": ["Практическая работа", "Закрепление", "Лабораторная работа", "Обобщение"]
        case "История", "Обществознание", "География": ["Работа с источниками", "Работа с картой и схемами", "Обсуждение", "Обобщение"]
        case Curriculum.sport: ["Совершенствование техники", "Сдача норматива", "Подвижные игры"]
        default: ["Продолжение работы", "Практикум", "Закрепление"]
        }
    }
}
