struct SearchRussian: SearchText {
    let title = "Поиск по сообщениям"
    func within(_ chat: String) -> String { "Поиск в чате «\(chat)»" }
    let find = "Найти"
    let narrow = "Уточнить"
    let chat = "Чат"
    let everywhere = "Все мои чаты"
    let from = "С какого дня"
    let until = "По какой день"
    let hint = "Слова можно писать в любой форме: «контрольной» найдёт и «контрольная»."
    let nothing = "Ничего не нашлось"
    let nothingHint = "Попробуйте другое слово или меньше слов. Ищутся только сообщения, которые вам видны."
    func only(_ author: String) -> String { "Только \(author)" }
    let byAnyone = "От всех"
    let more = "Показать более ранние"
}
