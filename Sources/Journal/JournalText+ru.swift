import Kernel

struct JournalRussian: JournalText {
    let bothMarked = "У обоих на одном уроке стоят разные отметки. Сначала уберите в журнале неверную."
    let ownMarks = "Отметки"
    let ownAttendance = "Пропуски и опоздания"
    let ownTold = "Запись"
    let ownSubject = "Предмет"
    let ownDay = "День"
    func letter(_ absence: Absence) -> String {
        switch absence {
        case .absent: "н"
        case .ill: "б"
        case .excused: "у"
        case .late: "о"
        }
    }
    func word(_ absence: Absence) -> String {
        switch absence {
        case .absent: "отсутствовал"
        case .ill: "болел"
        case .excused: "уважительная причина"
        case .late: "опоздал"
        }
    }
    let mark = "отметка"
    func hundredths(_ number: Int) -> String { "\(number / 100)," + (number % 100 < 10 ? "0" : "") + "\(number % 100)" }
    func lessonNumber(_ number: Int) -> String { "\(number)-й урок" }
    func room(_ room: String) -> String { "каб. \(room)" }
    func pupils(_ count: Int) -> String { "\(count) " + russian(count, one: "ученик", few: "ученика", many: "учеников") }

    let backToToday = "Назад, к сегодняшнему дню"
    let topic = "Тема"
    let homework = "Домашнее задание"
    func homework(for day: String) -> String { "Задание на \(day)" }
    let pupilsHeading = "Ученики"
    let wholeJournal = "весь журнал"
    func attendance(of pupil: String) -> String { "Посещение, \(pupil)" }
    func mark(of pupil: String) -> String { "Отметка, \(pupil)" }
    func count(away: String, late: String) -> String { "Отсутствуют: \(away), опоздали: \(late)" }
    let undo = "Отменить последнее"
    let save = "Сохранить"
    let saved = "Сохранено"
    let saving = "Сохраняется…"
    let notSaved = "Не сохранено, пробуем ещё раз"
    let erase = "Стереть"
    let keys = "Клавиши"
    func lessonKeys(_ letters: String) -> String {
        "↑ ↓ ученик · ← → посещение и отметка · 2–5 отметка · \(letters) посещение, ещё раз та же буква убирает · Delete стереть · Ctrl+Z отменить последнее · ? эта подсказка"
    }
    func gridKeys(_ letters: String) -> String {
        "← ↑ → ↓ клетка · 2–5 отметка · \(letters) посещение · Delete стереть · Enter открыть урок · Ctrl+Z отменить последнее. На латинской раскладке те же клавиши."
    }
    let notAccepted = "Не сохранено. Введённое осталось на странице."
    let noPupils = "В этот день в классе никто не числится."
    let nothingWritten = "не записано"

    func closedTerm(_ name: String, on date: String, by closer: String) -> String {
        "\(name): период закрыт \(date)" + (closer.isEmpty ? "." : ", \(closer)")
    }
    let closedHint = "Отметки, посещаемость и тему можно изменить, если указать причину и подтвердить, что это вы. Причина останется в журнале действий."
    let amendReason = "Причина изменения"
    let proveFirst = "Подтвердить, что это вы"
    let proveOnceMore = "Подтверждено. Подтвердить ещё раз"
    let termIsClosed = "период закрыт"
    let closedColumns = "Период закрыт."
    let changeOnLessonPage = "Изменить запись можно на странице урока: нажмите на его дату."
    let backToJournals = "Назад, ко всем журналам"
    let journalOf = "Журнал"
    let pupil = "Ученик"
    let averageShort = "Ср."
    let average = "Средняя отметка за период"
    let terms = "Периоды"
    let lessons = "Уроки"
    func openLesson(on day: String) -> String { "\(day), открыть урок" }
    let topicsAndHomework = "Темы и задания"
    let noTopic = "Тема не записана"
    func withoutTopic(_ count: Int) -> String { "\(count) без темы" }
    let noLessons = "Уроков в этом периоде нет"
    let noLessonsHint = "Они появятся, когда оператор составит расписание."
    func printed(_ day: String, _ time: String, _ name: String) -> String { "Напечатано \(day) в \(time), \(name)" }
    let ownClass = "Ваш класс"
    let substitutions = "Замены"
    let classes = "Классы"
    let formerClasses = "Прежние классы"
    let noCourses = "Журналов пока нет"
    let noCoursesHint = "Они появятся, когда за вами закрепят предмет и класс. Это делает оператор школы."
    func nextLesson(_ day: String, _ time: String) -> String { "следующий урок: \(day), \(time)" }
    let isOn = "урок идёт сейчас"

    let child = "Ребёнок"
    let weeks = "Недели"
    let lastWeek = "прошлая неделя"
    let nextWeek = "следующая неделя"
    func noLessons(on day: Day) -> String { "Уроков нет" }
    let noDiary = "Дневника пока нет"
    let noDiaryHint = "Он появится, когда школа зачислит ученика в класс и свяжет его с вами."

    let noLessonsToday = "Уроков сегодня нет"
    let noLessonsTodayHint = "Журналы классов открыты как обычно."
    let notBegun = "Не начат"
    func goesOn(_ minutes: Int) -> String { "Идёт, ещё \(minutes) мин" }
    let filled = "Заполнен"
    let lacksTopic = "Не хватает темы"
    func away(_ count: Int) -> String {
        russian(count, one: "отмечен", few: "отмечены", many: "отмечено") + " \(count) "
            + russian(count, one: "отсутствующий", few: "отсутствующих", many: "отсутствующих")
    }
    func gap(until time: String) -> String { "Окно, до \(time)" }
    func substitute(_ name: String) -> String { "замена: ведёт \(name)" }
    let notYours = "Не ваш урок"
    let leftFromBefore = "Не хватает с прошлых дней"
    func andMore(_ count: Int) -> String { "и ещё \(count)" }
    func homeworkFor(_ day: String) -> String { "Задания: \(day)" }
    let noHomework = "Ничего не задано"
    let marksToday = "Отметки, поставленные сегодня"
    func forLesson(on day: String) -> String { "за урок: \(day)" }
    let toDiary = "Открыть дневник"
    func yesterday(_ count: Int) -> String { "из них вчера: \(count)" }
    let thisWeek = "за эту неделю"
    let notFilled = "Уроки без темы"

    let termClosed = "Не записано: период закрыт. Откройте страницу урока, подтвердите, что это вы, и укажите причину. Введённое не потеряно."
    func reasonTooLong(_ longest: Int) -> String { "В причине может быть не больше \(longest) знаков." }
    let onlyTheTeacherKeeps = "Журнал этого урока ведёт его учитель."
    func markOffTheScale(_ scale: ClosedRange<Int>) -> String { "Отметка — число от \(scale.lowerBound) до \(scale.upperBound)." }
    let noMarksInFirstYear = "В первом классе отметок не ставят."
    let lessonAhead = "Этот урок ещё впереди: отметку можно поставить в день урока или позже."
    let keptOnPaper = "Учёт по этому ученику ведётся на бумаге: семья отказалась от электронного дневника. Запишите в личный лист."
    let marksOnPaper = "Отметки"
    let absencesOnPaper = "Пропуски и опоздания"
    let nothingOnPaper = "Записей нет"
    let notInLesson = "В день этого урока ученик здесь не числился."
    let awayGetsNoMark = "Ученика не было на уроке, поэтому отметки быть не может. Сначала уберите пометку об отсутствии."
    let markedWasThere = "У ученика есть отметка за этот урок, значит, он был. Сначала уберите отметку."
    let changedSince = "Здесь уже стоит другое: это изменили после вас. Ваше изменение не записано."
    func topicTooLong(_ longest: Int) -> String { "В теме может быть не больше \(longest) знаков." }
    func homeworkTooLong(_ longest: Int) -> String { "В задании может быть не больше \(longest) знаков." }
}
