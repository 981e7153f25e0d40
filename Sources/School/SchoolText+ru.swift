import Kernel

struct SchoolRussian: SchoolText {
    let school = "Школа"
    func classes(_ count: Int) -> String { "\(count) " + russian(count, one: "класс", few: "класса", many: "классов") }
    func pupils(_ count: Int) -> String { "\(count) " + russian(count, one: "ученик", few: "ученика", many: "учеников") }
    func staff(_ count: Int) -> String { "\(count) " + russian(count, one: "сотрудник", few: "сотрудника", many: "сотрудников") }
    func withoutLogin(_ count: Int) -> String {
        "\(count) " + russian(count, one: "человек ещё не может", few: "человека ещё не могут", many: "человек ещё не могут") + " войти: нет логина"
    }
    let alreadyThere = "Такое уже есть в этом учебном году."
    let wrongDates = "Начало должно быть раньше конца."
    let emptyName = "Название не может быть пустым."
    let inAnotherClass = "Ученик уже числится в другом классе. Сначала переведите или отчислите его."
}
