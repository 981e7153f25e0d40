import Kernel

struct WebRussian: WebText {
    let product = "Звонок"
    let notFound = "Такой страницы нет"
    let notFoundHint = "Возможно, ссылка устарела или страница вам не открыта. Проверьте адрес или вернитесь на главную."
    let forbidden = "Так сделать нельзя"
    let invalid = "Проверьте введённое"
    let unreadable = "Не удалось прочитать отправленное. Обновите страницу и попробуйте ещё раз."
    let foreignPage = "Запрос пришёл с чужой страницы. Откройте Звонок и сделайте это оттуда."
    let staleForm = "Страница устарела. Обновите её и отправьте ещё раз."
    let proveAgain = "Подтвердите, что это вы"
    let signInFirst = "Сначала войдите"
    let waitTitle = "Слишком много попыток"
    func wait(_ seconds: Int) -> String { "Подождите \(duration(seconds)) и попробуйте ещё раз." }
    let failedTitle = "Не получилось"
    let failed = "Ошибка на нашей стороне. Сохранённое раньше цело. Попробуйте ещё раз через минуту."
    let busy = "Сейчас слишком много обращений. Попробуйте через несколько секунд."
    func requestNumber(_ number: String) -> String { "Номер обращения: \(number)" }
    let toToday = "На главную"
    let skipToMain = "К содержанию"
    let places = "Разделы"
    let today = "Сегодня"
    let chats = "Чаты"
    let journal = "Журнал"
    let diary = "Дневник"
    let more = "Ещё"
    let nothingToday = "На сегодня ничего нет"
    let shownAt = "Нет связи. Показано на"
    let notKept = "Нет связи"
    let notKeptHint =
        "Этой страницы на устройстве нет. «Сегодня», чаты и дневник открываются такими, какими вы их видели в последний раз. Написанное в чатах уйдёт, когда связь вернётся."
    let offline = "Нет связи. Показано то, что было получено раньше."

    let verifiedTeacher = "учитель подтверждён школой"
    let otherHatHint = "Возможно, она открыта вам с другой стороны: смените роль вверху страницы."

    func side(_ side: Side) -> String {
        switch side {
        case .staff: "сотрудник"
        case .pupil: "ученик"
        case .family: "родитель"
        }
    }

    func role(_ role: Role) -> String {
        switch role {
        case .platformOperator: "оператор платформы"
        case .regionalCurator: "региональный куратор"
        case .municipalCurator: "муниципальный куратор"
        case .director: "директор"
        case .deputy: "заместитель директора"
        case .coordinator: "координатор"
        case .administrator: "администратор"
        case .operator: "оператор"
        case .classTeacher: "классный руководитель"
        case .subjectTeacher: "учитель"
        case .substitute: "замещающий учитель"
        case .additionalTeacher: "педагог дополнительного образования"
        case .lecturer: "преподаватель"
        case .pupil: "ученик"
        case .guardian: "родитель"
        }
    }

    func weekday(_ number: Int) -> String { ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"][number - 1] }
    func weekdayShort(_ number: Int) -> String { ["пн", "вт", "ср", "чт", "пт", "сб", "вс"][number - 1] }
    func date(_ day: Day) -> String { "\(day.day) \(Self.monthsOf[day.month - 1])" }
    func month(_ number: Int) -> String { Self.months[number - 1] }
    func day(_ day: Day, today: Day) -> String {
        switch day - today {
        case 0: "сегодня"
        case 1: "завтра"
        case -1: "вчера"
        default: "\(weekday(day.weekday)), \(date(day))" + (day.year == today.year ? "" : " \(day.year) года")
        }
    }

    private func duration(_ seconds: Int) -> String {
        guard seconds > 90 else { return "\(seconds) " + russian(seconds, one: "секунду", few: "секунды", many: "секунд") }
        let minutes = (seconds + 59) / 60
        return "\(minutes) " + russian(minutes, one: "минуту", few: "минуты", many: "минут")
    }

    private static let monthsOf = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]
    private static let months = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"]
}
