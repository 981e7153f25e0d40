import Kernel

struct StockRussian: StockText {
    let stock = "Готовые материалы"
    let hint = "Тексты для классов от департамента образования: отправьте как есть или измените."
    let keeperHint = "Классные руководители увидят материал, пока он действует. Сколько школ и чатов его взяли, видно здесь, без имён."
    let none = "Материалов пока нет"
    let title = "Название"
    let words = "Текст"
    let from = "Действует с"
    let until = "По"
    let audience = "Для кого"
    func audience(_ audience: StockPost.Audience) -> String {
        switch audience {
        case .class: "ученикам"
        case .family: "родителям"
        case .both: "ученикам и родителям"
        }
    }
    let add = "Добавить материал"
    let end = "Больше не предлагать"
    func used(_ schools: Int, _ chats: Int) -> String {
        "взяли \(schools) " + russian(schools, one: "школа", few: "школы", many: "школ") + ", \(chats) "
            + russian(chats, one: "чат", few: "чата", many: "чатов")
    }
    func validUntil(_ day: String) -> String { "до \(day)" }
    let sendTo = "В какой чат"
    let send = "Отправить"
    let weekly = "На этой неделе ещё не было информационного сообщения"
    let weeklyHint = "Одно в неделю, в любом чате класса. Можно взять из готовых материалов."
    let back = "Назад"
    let stockTitle = "Название должно быть от 1 до 160 знаков."
    let stockUntil = "Последний день раньше первого."
    let notForThisChat = "Этот материал не для этого чата."
}
