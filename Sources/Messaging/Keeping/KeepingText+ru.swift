struct KeepingRussian: KeepingText {
    let retention = "Сколько хранить переписку"
    let retentionHint = "Когда срок проходит, слова сообщений исчезают навсегда: из чатов, из поиска и из истории исправлений. Место сообщения остаётся пустым."
    func kind(_ kind: Chat.Kind) -> String {
        switch kind {
        case .class: "Чаты классов"
        case .family: "Чаты родителей"
        case .staff: "Учительская"
        case .school: "Общешкольный канал"
        case .course: "Чаты по предметам"
        case .group: "Группы"
        case .direct: "Личная переписка"
        case .network: "Сетевые сообщества"
        }
    }
    func days(_ days: Int) -> String {
        switch days {
        case 0: "всегда"
        case ..<365: "\(days) дней"
        case 365: "1 год"
        case ..<1_825: "\(days / 365) года"
        default: "\(days / 365) лет"
        }
    }
    let save = "Сохранить"
    let unknownRetention = "Выберите срок из списка."
    let exportChat = "Выгрузить переписку"
    let exportOwn = "Выгрузить мои сообщения"
    let ownMessages = "Мои сообщения"
    func takenOn(_ day: String) -> String { "Выгружено \(day)" }
    let onlyManagersExport = "Переписку чата выгружают его ведущие. Свои сообщения может выгрузить каждый."
    let tooMany = "Сообщений слишком много для одного файла."
    let exports = "Выгрузки переписки"
    func exportsHint(_ days: Int) -> String { "Архив с сообщениями и файлами готовится в фоне и хранится \(days) дня. Страницу можно закрыть." }
    let noExports = "Выгрузок нет"
    let beingMade = "готовится"
    func readyUntil(_ day: String) -> String { "готово, хранится до: \(day)" }
    let notMade = "не получилось: чат больше не доступен"
    let download = "Скачать"
    let lookAgain = "Проверить"
    let exportsWait = "Несколько ваших выгрузок ещё готовятся. Дождитесь, пока одна будет готова."
    let gone = "удалено"
    let noFiles = "Файлов нет."
}
