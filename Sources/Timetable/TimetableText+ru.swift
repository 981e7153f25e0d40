import Kernel

struct TimetableRussian: TimetableText {
    let noBell = "Для урока с таким номером нет звонка."
    let wrongBell = "Звонки должны идти по порядку и не пересекаться."
    let bells = "Звонки"
    let bellsHint = "Когда начинаются и кончаются уроки"
    let usualBells = "Обычный день"
    let addBells = "Добавить расписание звонков"
    let bellsName = "Название"
    let bellsNameHint = "Например, «Короткий день» или «Суббота»"
    let change = "Изменить"
    let back = "Назад"
    let noBellsYet = "Звонки ещё не заданы"
    let noBellsYetHint = "Без звонков нельзя составить расписание."
    let holdsToday = "сегодня"
    let neverHolds = "пока ни на какой день"
    let lesson = "Урок"
    let begins = "Начало"
    let ends = "Конец"
    let rest = "Перемена"
    let onWeekdays = "По дням недели"
    let onDays = "В отдельные дни"
    let onDaysHint = "Отдельный день важнее дня недели. Чтобы указать больше дней, сохраните и откройте снова."
    let day = "День"
    let emptyRowsHint = "Строки без времени не сохраняются."
    let showWhatMoves = "Показать, что изменится"
    let removeBells = "Удалить расписание звонков"
    let nothingMoves = "Назначенные уроки своего времени не изменят"
    let save = "Сохранить"
    let backAndCorrect = "Вернуться и исправить"
    let bellsOverlap = "Урок начинается раньше, чем закончился предыдущий."
    let endsBeforeBegins = "Урок кончается не позже, чем начинается."
    let noTime = "Нужно время, например 08:30."
    let noBells = "Задайте хотя бы один урок."
    let bellsNameTaken = "Расписание звонков с таким названием уже есть."
    let weekdayTaken = "На этот день недели уже действует другое расписание звонков."
    let dayTaken = "На один из этих дней уже действует другое расписание звонков."
    let tooManyDays = "Слишком много дней."
    let onlyTimetable = "Звонки меняют директор, завуч, администратор и оператор."
    func minutes(_ count: Int) -> String { "\(count) мин" }
    func lessonBegins(_ number: Int) -> String { "\(number) урок, начало" }
    func lessonEnds(_ number: Int) -> String { "\(number) урок, конец" }
    func lessonNumber(_ number: Int) -> String { "\(number) урок" }
    func lessons(_ count: Int) -> String { "\(count) " + russian(count, one: "урок", few: "урока", many: "уроков") }
    func lessonsMove(_ count: Int) -> String { russian(count, one: "Изменит", few: "Изменят", many: "Изменят") + " время: " + lessons(count) }
    func lessonsWithoutBell(_ count: Int) -> String { "Без звонка: " + lessons(count) + ". Их время останется прежним." }
    func between(_ from: String, _ until: String) -> String { from == until ? from : "с \(from) по \(until)" }
    func andMore(_ count: Int) -> String { "и ещё строк: \(count)" }
    let outsideYear = "Эти дни не входят в учебный год."
}
