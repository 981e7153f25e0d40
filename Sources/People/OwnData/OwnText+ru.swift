import Accounts
import Kernel

struct OwnRussian: OwnText {
    let title = "Мои данные"
    let doorHint = "Что хранит школа, выгрузка, просьба исправить"
    let hint = "Здесь всё, что школа хранит о вас в Звонке."
    let hintFamily = "Здесь всё, что школа хранит в Звонке о вас и ваших детях."
    let asPage = "Скачать страницей (HTML)"
    let asJSON = "Скачать для программ (JSON)"
    func more(_ count: Int) -> String { "И ещё \(count) " + russian(count, one: "запись", few: "записи", many: "записей") + " — в выгрузке" }
    let nothing = "ничего"
    let ask = "Попросить исправить"
    let askHint = "Школа сверит с документами и исправит или объяснит, почему нет."
    let about = "О ком"
    let field = "Что исправить"
    func name(_ field: Correction.Field) -> String {
        switch field {
        case .family: "фамилию"
        case .given: "имя"
        case .patronymic: "отчество"
        case .sex: "пол"
        case .bornOn: "дату рождения"
        case .other: "другое"
        }
    }
    let value = "Как должно быть"
    let valueHint = "Дату пишите так: 2015-09-01. Пол: «женский» или «мужской»."
    func name(_ sex: Sex) -> String { sex == .female ? "женский" : "мужской" }
    let note = "Пояснение, например каким документом подтвердить"
    let send = "Отправить просьбу"
    let asked = "Ваши просьбы"
    func state(_ state: Correction.State) -> String {
        switch state {
        case .asked: "ждёт ответа"
        case .made: "исправлено"
        case .refused: "отказано"
        }
    }
    func vouched(_ name: String) -> String { "документы видел(а) \(name)" }
    let queue = "Просьбы исправить"
    func queueCount(_ count: Int) -> String {
        "\(count) " + russian(count, one: "просьба исправить данные", few: "просьбы исправить данные", many: "просьб исправить данные")
    }
    let queueEmpty = "Просьб нет"
    let queueEmptyHint = "Когда кто-то попросит исправить свои данные, просьба появится здесь."
    func askedBy(_ name: String, _ when: String) -> String { "просит \(name), \(when)" }
    let make = "Исправить"
    let refuse = "Отказать"
    let vouch = "Документы видел, передать администратору"
    let reason = "Почему"
    let today = "Просьбы"
    func noteLong(_ longest: Int) -> String { "Не длиннее \(longest) знаков." }
    let tooManyRequests = "Сначала дождитесь ответа на прежние просьбы."
    let answeredAlready = "На эту просьбу уже ответили."
    let ownRequest = "На свою просьбу отвечает другой администратор."
    let sayWhy = "Напишите, почему: человек увидит это."
    let chooseValue = "Напишите, как должно быть; дату — в виде 2015-09-01."
}
