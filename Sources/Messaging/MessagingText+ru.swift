import Kernel

struct MessagingRussian: MessagingText {
    let saidTwice = "Оба отправили одно и то же сообщение под одним именем."
    let ownMessages = "Сообщения"
    let ownChat = "Чат"
    let ownText = "Текст"
    let ownTime = "Когда"
    let chats = "Чаты"
    func classChat(_ name: String) -> String { "\(name), класс" }
    func familyChat(_ name: String) -> String { "\(name), родители" }
    let staffRoom = "Учительская"
    let noChats = "Чатов пока нет"
    let noChatsHint = "Чат класса появится, когда школа внесёт вас в список класса."
    let noMessages = "Сообщений пока нет"
    let noMessagesHint = "Напишите первое: его увидят все участники чата."
    func said(_ author: String?, _ words: String) -> String { "\(author ?? "Вы"): \(words)" }
    func unread(_ count: Int) -> String {
        russian(count, one: "непрочитанное сообщение", few: "непрочитанных сообщения", many: "непрочитанных сообщений")
    }
    let unreadTitle = "Непрочитанное"
    func members(_ count: Int) -> String { "\(count) " + russian(count, one: "участник", few: "участника", many: "участников") }
    let back = "Назад, ко всем чатам"
    let messages = "Сообщения"
    let older = "Показать более ранние"
    let newest = "К последним сообщениям"
    let fresh = "Новое"
    let newMessages = "Новые сообщения ↓"
    let markRead = "Прочитано"
    let yourMessage = "Сообщение"
    let post = "Отправить"
    let sending = "Отправляется…"
    let notSent = "Не отправлено"
    let retry = "Повторить"
    let remove = "Удалить"
    let signedOut = "Войдите снова, и сообщение отправится."
    func bodyLength(_ longest: Int) -> String { "В сообщении должно быть от 1 до \(longest) знаков." }
    let clientID = "Неверный идентификатор сообщения."
}
