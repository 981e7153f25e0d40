import Kernel

struct DuplicateRussian: DuplicateText {
    let title = "Похожие записи"
    let hint = "Возможно, это один человек, записанный дважды."
    let none = "Похожих записей нет"
    let noneHint = "Двух людей с одинаковым или почти одинаковым именем и общей датой рождения, классом или ролью не нашлось."
    func reason(_ reason: Duplicate.Reason) -> String {
        switch reason {
        case .sameName: "имя одинаковое"
        case .swappedName: "слова имени переставлены"
        case .missingPatronymic: "у одного нет отчества"
        case .oneLetterOff: "отличается одной буквой"
        case .sameBirthday: "одна дата рождения"
        case .sameClass: "один класс"
        case .sameRole: "одна роль"
        }
    }
    let compare = "Сравнить и объединить"
    let keepApart = "Это разные люди"
    let mergeTitle = "Объединить две записи"
    let stays = "Останется"
    let goes = "Станет частью первой"
    let effect = "Роли, классы, семья, уроки, отметки, чаты и сообщения второй записи перейдут к первой. Вернуть это нельзя."
    let whichLogin = "Какой логин останется"
    let noLogin = "логина нет"
    let cannot = "Объединить нельзя"
    let merge = "Объединить"
    let swap = "Наоборот: оставить вторую"
    func born(_ day: String) -> String { "родился \(day)" }
    let oneself = "Свою собственную запись объединяет другой администратор."
    let elsewhere = "Один из них числится или числился в другой школе. Такие записи объединяет оператор платформы."
    let childAndAdult = "Один из них ученик, другой нет."
}
