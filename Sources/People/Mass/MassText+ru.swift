import Kernel

struct MassRussian: MassText {
    let withChosen = "С выбранными"
    let act = "Действие"
    func name(_ kind: MassAct.Kind) -> String {
        switch kind {
        case .giveRole: "дать роль"
        case .endRole: "снять роль"
        case .confirm: "подтвердить учителей"
        case .endSignIns: "завершить входы"
        }
    }
    let who = "Кого"
    let chosen = "отмеченных в списке"
    let allFound = "всех, кого нашёл фильтр"
    let preview = "Показать, что изменится"
    let title = "Проверьте перед тем, как сделать"
    func sentence(_ kind: MassAct.Kind, _ role: String?) -> String {
        name(kind).prefix(1).uppercased() + name(kind).dropFirst() + (role.map { " «\($0)»" } ?? "")
    }
    func count(_ will: Int, of all: Int) -> String { "Изменится у \(will) из \(all)" }
    let will = "Изменится"
    let already = "Уже так"
    let refused = "Не получится"
    func fate(_ fate: MassAct.Fate) -> String {
        switch fate {
        case .done: "будет сделано"
        case .already: "уже так, ничего не изменится"
        case .notHere: "нет такого человека в школе"
        case .isPupil: "это ученик: роль сотрудника ему не дают"
        case .isFamily: "это родитель, не сотрудник: сначала примите на работу"
        case .notATeacher: "уроков не ведёт: подтверждать нечего"
        case .oneself: "это вы сами"
        case .belongsElsewhere: "числится и в другой школе"
        case .leadsClass: "ведёт класс: сначала назначьте другого классного руководителя"
        case .teaches: "ведёт предметы: сначала передайте их другому учителю"
        }
    }
    func doIt(_ count: Int) -> String { "Сделать для \(count) " + russian(count, one: "человека", few: "человек", many: "человек") }
    let nothingToDo = "Ни у кого ничего не изменится."
    let cancel = "Отменить"
    let isDone = "Сделано"
    let isUndone = "Отменено"
    func doneBy(_ name: String, _ when: String) -> String { "\(name), \(when)" }
    let undo = "Вернуть как было"
    func undoHint(_ until: String) -> String { "Вернуть можно до \(until). То, что за это время изменили другие, останется как есть." }
    let cannotUndo = "Завершённые входы не вернуть: люди войдут заново сами."
    let undone = "возвращено"
    let toPeople = "К списку людей"
    let chooseAct = "Выберите действие."
    let chooseRole = "Выберите роль."
    let choosePeople = "Отметьте хотя бы одного человека."
    func tooMany(_ most: Int) -> String { "За один раз — не больше \(most) человек. Уточните список." }
    let tooLate = "Вернуть уже нельзя: прошло больше получаса."
}
