import Kernel

struct LogRussian: LogText {
    let title = "Журнал действий"
    func kind(_ kind: String) -> String {
        switch kind {
        case "accounts.role": "Роль"
        case "accounts.name": "Имя"
        case "accounts.credential": "Логин выдан"
        case "accounts.password": "Пароль изменён"
        case "accounts.school": "Школа"
        case "accounts.badge": "Подтверждение учителя"
        case "accounts.sign-ins": "Входы завершены"
        case "school.class": "Класс переименован"
        case "school.class-teacher": "Классный руководитель"
        case "school.course": "Учитель предмета"
        case "school.enrolment": "Класс ученика"
        case "school.group": "Группа"
        case "school.guardian": "Законный представитель"
        case "journal.mark": "Отметка"
        case "journal.attendance": "Посещаемость"
        case "journal.topic": "Тема урока"
        case "journal.homework": "Домашнее задание"
        case "messaging.member": "Участие в чате"
        case "people.card": "Просмотр карточки ребёнка"
        case "people.mass": "Действие со многими людьми"
        case "people.merge": "Записи объединены"
        case "people.correction": "Просьба исправить"
        default: kind
        }
    }
    func value(_ value: String) -> String {
        switch value {
        case "verified": "подтверждён"
        case "vouched": "документы проверены"
        case "made": "исправлено"
        case "refused": "отказано"
        case "giveRole": "дать роль"
        case "endRole": "снять роль"
        case "confirm": "подтвердить учителей"
        case "endSignIns": "завершить входы"
        case "family": "фамилия"
        case "given": "имя"
        case "patronymic": "отчество"
        case "sex": "пол"
        case "bornOn": "дата рождения"
        case "other": "другое"
        case "absent": "отсутствовал"
        case "ill": "болел"
        case "excused": "уважительная причина"
        case "late": "опоздал"
        default: value
        }
    }
    func thing(_ kind: String, _ number: String) -> String {
        switch kind {
        case "lesson": "урок № \(number)"
        case "class": "класс № \(number)"
        case "chat": "чат № \(number)"
        case "course": "предмет № \(number)"
        case "group": "группа № \(number)"
        case "school": "школа № \(number)"
        case "mass": "действие № \(number)"
        default: "\(kind) \(number)"
        }
    }
    let kindLabel = "Что"
    let anyKind = "все действия"
    let day = "День"
    let show = "Показать"
    func onlyOf(_ name: String) -> String { "Только: \(name)" }
    let byNobody = "система"
    let someone = "человек вне школы"
    let empty = "Записей нет"
    let emptyHint = "Выберите другой день или другое действие."
    let older = "Раньше"
    let hint = "Записи нельзя изменить или удалить."
    func removed(_ value: String) -> String { "было: \(value)" }
}
