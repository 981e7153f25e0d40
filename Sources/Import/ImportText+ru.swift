import Kernel

struct ImportRussian: ImportText {
    func title(_ source: String) -> String { "Импорт завершён. Источник: \(source)" }
    func dryTitle(_ source: String) -> String { "Пробный импорт: в базе ничего не изменено. Источник: \(source)" }
    let added = "новых"
    let changed = "изменено"
    let unchanged = "без изменений"
    let ended = "завершено"
    let refused = "не взято"
    func losses(_ count: Int) -> String { "Не взято (\(count)):" }
    func notes(_ count: Int) -> String { "Взято, но не так, как написано (\(count)):" }
    let noRemarks = "Замечаний нет."

    func kind(_ kind: ImportKind) -> String {
        switch kind {
        case .school: "Школы"
        case .year: "Учебные годы"
        case .term: "Учебные периоды"
        case .person: "Люди"
        case .role: "Роли"
        case .subject: "Предметы"
        case .schoolClass: "Классы"
        case .classTeacher: "Классные руководители"
        case .group: "Учебные группы"
        case .course: "Курсы"
        case .enrolment: "Ученики в классах"
        case .seat: "Ученики в группах"
        case .guardian: "Представители детей"
        case .bells: "Звонки"
        case .slot: "Места в расписании"
        case .load: "Нерасставленные занятия"
        case .root: "Источник"
        case .place: "Подразделения"
        case .section: "Классы источника"
        }
    }

    func step(_ step: ImportProgress.Step) -> String {
        switch step {
        case .schools: "Школы"
        case .people: "Люди и роли"
        case .years: "Учебные годы"
        case .classes: "Классы"
        case .courses: "Предметы и курсы"
        case .places: "Ученики в классах"
        case .guardians: "Представители детей"
        case .endings: "Завершение"
        case .timetable: "Расписание"
        }
    }

    func error(_ error: ImportError) -> String {
        switch error {
        case .nothingRead: "Ничего не прочитано, в базе ничего не изменено."
        case .sourceNeeded: "В файлах не сказано, чьи они. Назовите источник: --source ИМЯ."
        case .otherSource(let source):
            "Источник «\(source)» уже знаком, но под ним была другая школа. Если это та же школа, повторите с --source '\(source)', если другая — дайте ей другое имя источника."
        case .schoolNeeded(let schools): "Школ несколько. Выберите одну: --school НОМЕР.\n" + schools.joined(separator: "\n")
        case .noSuchSchool(let name): "Школы «\(name)» в базе нет."
        case .wrongYear(let text): "Учебный год пишется так: 2026/27, а не «\(text)»."
        }
    }
}
