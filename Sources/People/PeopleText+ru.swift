import Kernel

struct PeopleRussian: PeopleText {
    let write = "Написать"
    let people = "Люди"
    let peopleHint = "Найти человека, роли, списки"
    let correctionsDoor = "Просьбы исправить"
    let search = "Фамилия, имя или логин"
    let searchName = "Фамилия или имя"
    let find = "Найти"
    let filters = "Уточнить список"
    let role = "Роль"
    let anyRole = "все роли"
    let schoolClass = "Класс"
    let anyClass = "все классы"
    let state = "Состояние"
    let anyState = "любое"
    func name(_ state: PeopleQuery.State) -> String {
        switch state {
        case .withoutLogin: "без логина"
        case .withoutClass: "ученики без класса"
        case .blocked: "вход закрыт"
        case .gone: "ушедшие"
        case .unverified: "учителя без подтверждения"
        }
    }
    let clear = "Сбросить"
    let nobody = "Никого не нашлось"
    let nobodyHint = "Проверьте написание или уберите фильтры."
    let noLogin = "нет логина"
    let next = "Дальше"
    let toStart = "В начало"
    func choose(_ name: String) -> String { "Выбрать: \(name)" }
    let duplicates = "Похожие записи"
    let log = "Журнал действий"
    let logHint = "Кто что сделал"
    let noClass = "без класса"
    let roles = "Роли"
    let classes = "Классы"
    let guardians = "Законные представители"
    let children = "Дети"
    let signIn = "Вход"
    let acts = "Что делал и что меняли"
    let allActs = "Все действия"
    func since(_ day: String) -> String { "с \(day)" }
    func span(_ first: String, _ last: String) -> String { "с \(first) по \(last)" }
    func bornOn(_ day: String) -> String { "Дата рождения: \(day)" }
    let isGone = "Сейчас в школе не числится"
    func login(_ login: String) -> String { "Логин: \(login)" }
    func signedIn(_ count: Int, _ last: String?) -> String {
        (count == 0 ? "Сейчас нигде не вошёл" : "Сейчас вошёл: \(count) " + russian(count, one: "устройство", few: "устройства", many: "устройств"))
            + (last.map { ", последний вход \($0)" } ?? "")
    }
    let neverIn = "Ещё не входил"
    func blocked(until: String) -> String { "Вход закрыт до \(until): слишком много неверных паролей" }
    let endSignIns = "Завершить все входы"
    func verified(_ day: String) -> String { "Учитель подтверждён школой \(day)" }
    let notVerified = "Учитель ещё не подтверждён"
    func byOrder(_ order: String) -> String { "приказ \(order)" }
    let order = "Приказ о приёме (номер и дата), если нужно"
    let confirm = "Подтвердить учителя"
    let withdraw = "Снять подтверждение"
    let isLogged = "Просмотр карточки ребёнка записывается."
    let notHereForHidden = "нет"
}
