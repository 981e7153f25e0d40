struct OrderRussian: OrderText {
    let looksRude = "Похоже на оскорбление. Отправить всё равно? Если да, отправьте ещё раз."
    let isListed = "В сообщении есть слово, которое школа просит не писать. Если оно уместно, отправьте ещё раз."
    let holdsPersonal = "В сообщении есть чьи-то данные: телефон, СНИЛС, паспорт или номер карты. Если человек не против, отправьте ещё раз."
    let waits = "Сообщение на проверке: его увидят, когда ведущий чата одобрит."
    let editWaits = "Такое исправление сначала должен увидеть ведущий. Удалите сообщение и напишите новое."
    let cannotWait = "Такие слова сначала должен увидеть ведущий, поэтому здесь их нельзя. Напишите иначе."
    let waitingJudged = "По этому сообщению уже решили."
    let alreadyAppealed = "Вы уже возразили. Ответ придёт сюда же."
    let alreadyAnswered = "На это возражение уже ответили."
    let muted = "Вам пока нельзя писать в этот чат. Решение и срок — в разделе «Решения»."
    let acceptFirst = "Сначала примите правила этого чата."
    let explanation = "Напишите коротко, до 500 знаков."
    let ownReport = "На своё сообщение пожаловаться нельзя: его можно удалить."
    let ownCase = "О себе не решают: пусть решит другой."
    let decided = "По этому сообщению уже решили."
    let unknownWord = "Напишите одно слово или адрес сайта без пробелов."
    let onlyManagers = "Порядок в чате определяют его ведущие."
    let report = "Пожаловаться"
    func cause(_ cause: ReportCause) -> String {
        switch cause {
        case .insult: "Оскорбление или травля"
        case .obscene: "Грубая лексика"
        case .personal: "Чужие личные данные"
        case .fraud: "Похоже на мошенников"
        case .spam: "Реклама, спам"
        case .other: "Другое"
        }
    }
    let note = "Что не так (необязательно)"
    let moderation = "Порядок в чатах"
    let reports = "Жалобы"
    let waiting = "Ждут проверки"
    let noCases = "Разбирать нечего"
    let around = "Что было рядом"
    func measure(_ measure: Measure) -> String {
        switch measure {
        case .nothing: "Ничего не делать"
        case .warn: "Предупредить автора"
        case .remove: "Удалить сообщение"
        case .mute: "Удалить и запретить писать на время"
        case .block: "Удалить и закрыть чат для автора"
        }
    }
    let reason = "Почему (увидят автор и тот, кто пожаловался)"
    let because = "Почему"
    func until(_ moment: String) -> String { "до \(moment)" }
    let sendAnyway = "Отправить всё равно"
    let change = "Изменить сообщение"
    func toDecide(_ count: Int) -> String { "В чатах ждут вашего решения: \(count)" }
    let hours = "На сколько часов"
    let decide = "Решить"
    let open = "Открыть"
    let publish = "Опубликовать"
    let refuse = "Не публиковать"
    let onCheck = "на проверке"
    func refused(_ reason: String) -> String { "не опубликовано: \(reason)" }
    let decisions = "Решения"
    let noDecisions = "Решений пока нет"
    let myReports = "Мои жалобы"
    let reportOpen = "ещё не рассмотрена"
    let appeals = "Возражения"
    let appeal = "Возразить администратору школы"
    func appealed(_ text: String) -> String { "Возражение: \(text)" }
    func answered(_ text: String) -> String { "Ответ: \(text)" }
    let lifted = "Отменено"
    let uphold = "Оставить решение"
    let lift = "Отменить решение"
    let order = "Порядок и правила"
    let slow = "Не чаще одного сообщения"
    func slowChoice(_ seconds: Int) -> String {
        switch seconds {
        case 0: "без ограничения"
        case ..<60: "в \(seconds) секунд"
        case ..<3_600: "в \(seconds / 60) мин"
        default: "в час"
        }
    }
    let premoderated = "Сообщения учеников сначала проверяет ведущий"
    let rules = "Правила чата"
    func rulesVersion(_ version: Int64) -> String { "Правила, редакция \(version)" }
    let rulesAsk = "Чтобы писать в чат, примите его правила."
    let accept = "Принимаю правила"
    let notAccepted = "Ещё не приняли правила"
    let allAccepted = "Правила приняли все"
    let save = "Сохранить"
    let words = "Слова и сайты школы"
    let wordsHint = "О таких словах автора предупредят, сообщение ученика проверит ведущий. На ссылки с этих сайтов предупреждения не будет."
    let word = "Нежелательное слово"
    let host = "Сайт, которому школа доверяет"
    let add = "Добавить"
    let remove = "Убрать"
    let statistics = "Порядок в чатах по месяцам"
    let month = "Месяц"
}
