import Kernel

struct PollsRussian: PollsText {
    let poll = "Опрос"
    let anonymous = "анонимно"
    let named = "с именами"
    func until(_ when: String) -> String { "до \(when)" }
    let closed = "завершён"
    let newPoll = "Опрос"
    let newPollHint = "Один вопрос, ответы считаются сами. Можно спросить сразу несколько чатов: каждый ответит один раз."
    let question = "Вопрос"
    let options = "Варианты ответа"
    let optionsHint = "Каждый с новой строки, от 2 до 12. Для вопроса со свободным ответом оставьте пустым."
    let kind = "Как отвечают"
    func kind(_ kind: Poll.Kind) -> String {
        switch kind {
        case .single: "один вариант"
        case .multiple: "несколько вариантов"
        case .open: "своими словами"
        }
    }
    let isAnonymous = "Анонимно"
    let isAnonymousHint = "Никто не узнает, кто как ответил; изменить такой ответ нельзя. Результаты видны после трёх ответов."
    let showsBefore = "Показывать результаты до ответа"
    let closes = "Завершить"
    let closesHint = "Можно не указывать и завершить самим."
    let inChats = "Кого спросить"
    let inChatsHint = "Кто состоит в нескольких чатах, считается один раз."
    let put = "Начать опрос"
    let samplesTitle = "Готовые вопросы"
    let samples = [
        PollSample("Что вы хотели бы улучшить в нашей школе?"),
        PollSample("Довольны ли вы школьным питанием?", .single, ["Да", "Скорее да", "Скорее нет", "Нет", "Не питаюсь в школе"]),
        PollSample("Какие кружки и секции вам интересны?", .multiple, ["Спорт", "Музыка и театр", "Программирование", "Рисование", "Наука", "Туризм"]),
        PollSample("Куда поедем классом?", .single, ["В музей", "В театр", "На природу", "На предприятие"]),
        PollSample("Безопасно ли вам в школе?", .single, ["Да", "Скорее да", "Скорее нет", "Нет"]),
    ]
    let answer = "Ответ"
    let change = "Изменить ответ"
    let send = "Ответить"
    let answered = "Вы ответили"
    func coverage(_ coverage: Poll.Coverage) -> String {
        let half = coverage.side == .pupil && coverage.missingToHalf > 0 ? "; до половины ещё \(coverage.missingToHalf)" : ""
        let people =
            switch coverage.side {
            case .staff: russian(coverage.all, one: "сотрудника", few: "сотрудников", many: "сотрудников")
            case .pupil: russian(coverage.all, one: "ученика", few: "учеников", many: "учеников")
            case .family: russian(coverage.all, one: "родителя", few: "родителей", many: "родителей")
            }
        return "Ответили \(coverage.done) из \(coverage.all) \(people), \(coverage.percent) %\(half)"
    }
    func votes(_ count: Int) -> String { "\(count) " + russian(count, one: "голос", few: "голоса", many: "голосов") }
    func shownFrom(_ count: Int) -> String { "Результаты появятся, когда ответят хотя бы \(count) человека." }
    let shownAfter = "Результаты видны после ответа."
    let results = "Результаты"
    let answers = "Ответы"
    let download = "Скачать таблицей (CSV)"
    let close = "Завершить опрос"
    let closeAsks = "После завершения ответить будет нельзя."
    let back = "Назад"
    let person = "Кто"
    let side = "Сторона"
    func side(_ side: Side) -> String {
        switch side {
        case .staff: "сотрудник"
        case .pupil: "ученик"
        case .family: "родитель"
        }
    }
    let ownAnswers = "Ответы на опросы"
    let questionLength = "Вопрос должен быть не длиннее 500 знаков."
    let pollOptions = "Нужно от 2 до 12 разных вариантов, каждый не длиннее 120 знаков; для ответа своими словами варианты не нужны."
    let closesInThePast = "Это время уже прошло."
    let chooseOne = "Выберите ответ."
    let answerLength = "Ответ должен быть не длиннее 500 знаков."
    let chooseChats = "Выберите хотя бы один чат."
    let onlyManagersPoll = "Опросы в этом чате проводят сотрудники и ведущие чата."
    let pollIsClosed = "Опрос уже завершён."
    let alreadyAnswered = "Вы уже ответили. Анонимный ответ изменить нельзя."
    let onlyManagersSeeAnswers = "Все ответы видят автор опроса и ведущие чата."
    let pollStands = "Вопрос опроса не меняется: на него уже отвечают. Удалите опрос и начните новый."
}
