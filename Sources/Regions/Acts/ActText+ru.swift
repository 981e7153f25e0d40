import Kernel

extension RegionsRussian: ActText {
    var acts: String { "Документы" }
    var noActs: String { "Документов пока нет" }
    var valid: String { "Действуют" }
    var ended: String { "Прежние" }
    var publish: String { "Опубликовать документ" }
    var publishNow: String { "Опубликовать" }
    var newVersion: String { "Новая редакция" }
    var newVersionHint: String { "Прежняя редакция перестанет действовать, и всех попросят ознакомиться заново." }
    var cancelAct: String { "Отменить документ" }
    var cancelHint: String { "Документ останется среди прежних." }
    var toRead: String { "нужно ознакомиться" }
    var toAccept: String { "ждёт решения школы" }
    var haveRead: String { "Ознакомлен(а)" }
    var accept: String { "Принять к исполнению" }
    var adopt: String { "Принять в школе" }
    var adoptHint: String { "Документ станет локальным актом школы. Укажите номер и дату приказа школы." }
    var ownNumber: String { "Номер в школе" }
    var ownDay: String { "Дата в школе" }
    var whoReads: String { "Кому ознакомиться" }
    var replacesOlder: String { "Прежняя редакция" }
    var whoHasRead: String { "Кто ознакомился" }
    var whoAccepted: String { "Кто принял" }
    var notAccepted: String { "ещё не принято" }
    var notRead: String { "Не ознакомились" }
    var allHaveRead: String { "Ознакомились все" }
    var actKind: String { "Вид документа" }
    var actTitle: String { "Название" }
    var actNumber: String { "Номер" }
    var actDay: String { "Дата" }
    var actBody: String { "Текст" }
    var actBodyHint: String { "Текст или скан: нужно хотя бы одно." }
    var scan: String { "Скан" }
    var isTemplate: String { "Образец: каждая школа примет его как свой" }
    var isTemplateHint: String { "Без отметки это распоряжение: руководители принимают его к исполнению." }
    func readOn(_ day: String) -> String { "ознакомлен(а) \(day)" }
    func acceptedOn(_ day: String) -> String { "принято \(day)" }
    func endedOn(_ day: String) -> String { "действовал до \(day)" }
    func publishedOn(_ day: String) -> String { "опубликован \(day)" }
    func readBy(_ read: Int, of people: Int) -> String { "ознакомились \(read) из \(people)" }
    func actsToRead(_ count: Int) -> String {
        russian(count, one: "документ для ознакомления", few: "документа для ознакомления", many: "документов для ознакомления")
    }
    func actKind(_ kind: LocalAct.Kind) -> String {
        switch kind {
        case .order: "Приказ"
        case .regulation: "Положение"
        case .procedure: "Порядок"
        case .other: "Документ"
        }
    }
    func actWords(_ kind: LocalAct.Kind, _ number: String, _ day: String) -> String { "\(actKind(kind)) № \(number) от \(day)" }
    func part(_ group: ReadersLine.Group) -> String {
        switch group {
        case .staff: "сотрудники"
        case .pupil: "ученики"
        case .family: "родители"
        }
    }
}
