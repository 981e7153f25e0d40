/// Which theme a course has reached: themes follow the year, and one theme lasts several lessons.
struct ThemeBook {
    struct Theme {
        let text: String
        /// Everyone writes, and nearly everyone gets a mark.
        let isControl: Bool
    }
    private var reached: [Int: (theme: Int, lessons: Int, sinceControl: Int)] = [:]

    /// - Parameter share: how much of the year has passed, 0…1.
    mutating func next(of course: WeekPlan.Course, _ place: Int, year: Int, share: Double) -> Theme {
        guard let topics = Topics.of(course.subject, year: year), !topics.themes.isEmpty else { return Theme(text: course.subject, isControl: false) }
        let theme = min(topics.themes.count - 1, Int(share * Double(topics.themes.count)))
        let before = reached[place] ?? (theme, 0, 0)
        let lessons = before.theme == theme ? before.lessons : 0
        // A theme ends, and a control work closes it, before the next begins.
        let isControl = lessons > 2 && before.sinceControl >= 9 && year > 1 && !Curriculum.practical.contains(course.subject)
        reached[place] = (theme, lessons + 1, isControl ? 0 : before.sinceControl + 1)
        let name = topics.themes[theme]
        if isControl { return Theme(text: "Контрольная работа: \(name)", isControl: true) }
        if before.lessons > 0, before.sinceControl == 0 { return Theme(text: "Анализ контрольной работы", isControl: false) }
        guard lessons > 0 else { return Theme(text: name, isControl: false) }
        let turns = Topics.turns(of: course.subject)
        return Theme(text: "\(name). \(turns[(lessons - 1) % turns.count])", isControl: false)
    }
}
