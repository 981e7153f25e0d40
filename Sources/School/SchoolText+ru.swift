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
    let longName = "Название длиннее 100 знаков."
    let noDate = "Укажите дату: день, месяц и год."
    let notChosen = "Выберите из списка."
    let wrongParallel = "Класс — число от 1 до 11. У группы колледжа или кружка оставьте поле пустым."
    let inAnotherClass = "Ученик уже числится в другом классе. Сначала переведите или отчислите его."

    let structure = "Устройство школы"
    let structureHint = "Учебные годы, классы, группы, предметы, сотрудники"
    let years = "Учебные годы"
    func nextYear(_ year: Int) -> String { "\(year)/" + String(year + 1).suffix(2) }
    func yearTitle(_ name: String) -> String { "\(name) учебный год" }
    func classesOf(_ year: String) -> String { "Классы, \(year)" }
    let noYears = "Учебный год ещё не открыт"
    let noYearsHint = "Откройте его и заведите в нём классы."
    let noClasses = "Классов пока нет"
    let noLeader = "классный руководитель не назначен"
    let terms = "Учебный год и его части"
    let closings = "Закрытие периодов"
    let closingsHint = "После закрытия отметки, посещаемость и темы уроков периода меняются только с подтверждением личности и причиной."
    func closed(on date: String, by name: String) -> String { "закрыт \(date)" + (name.isEmpty ? "" : ", \(name)") }
    let closeTerm = "Закрыть период"
    let reopenTerm = "Открыть снова"
    let notClosed = "открыт"
    func goesOn(until date: String) -> String { "идёт до \(date)" }
    let onlyHeadsClose = "Периоды закрывает и открывает директор, заместитель, координатор или администратор."
    let termGoesOn = "Период ещё идёт: закрыть его можно в последний день или позже."
    let termIsClosed = "Период закрыт. Чтобы изменить его даты или название, сначала откройте его снова."
    func termName(_ kind: Term.Kind) -> String {
        switch kind {
        case .quarter: "Четверть"
        case .trimester: "Триместр"
        case .halfYear: "Полугодие"
        case .year: "Год"
        }
    }
    let alsoHere = "Ещё о школе"
    let teachingStaff = "Сотрудники"
    let subjects = "Предметы"
    func subjectCount(_ count: Int) -> String { "\(count) " + russian(count, one: "предмет", few: "предмета", many: "предметов") }
    func courseCount(_ count: Int) -> String { "\(count) " + russian(count, one: "курс", few: "курса", many: "курсов") }
    func leads(_ classes: String) -> String { "классный руководитель \(classes)" }
    let openYear = "Открыть учебный год"
    let yearName = "Название года"
    let begins = "Начало"
    let ends = "Конец"
    let save = "Сохранить"
    let add = "Добавить"
    let addSubject = "Новый предмет"
    let subjectName = "Название предмета"
    let addTerm = "Добавить четверть, триместр или полугодие"
    let kind = "Что это"
    let name = "Название"
    let addClass = "Новый класс или группа"
    let className = "Название класса"
    let classNameHint = "Как в приказе: «7А», «ПК-21», «Ансамбль»"
    let parallel = "Год обучения"
    let parallelHint = "От 1 до 11. У группы колледжа или кружка не заполняется."
    func classTitle(_ name: String) -> String { "Класс \(name)" }
    let classTeacher = "Классный руководитель"
    func since(_ date: String) -> String { "с \(date)" }
    let appointByOrder = "Назначить приказом"
    let pupilList = "Ученики"
    let noPupils = "В классе пока никого нет"
    let moveByOrder = "Зачислить, перевести, отчислить"
    let courses = "Предметы и учителя"
    let noTeacher = "учитель не назначен"
    let groups = "Группы"
    let noGroups = "Класс не делится на группы."
    let groupName = "Название группы"
    let addGroup = "Образовать группу"
    let renameGroup = "Название группы"
    let addCourse = "Добавить предмет классу"
    let subject = "Предмет"
    let choose = "выберите"
    let audience = "Кто учится"
    let wholeClass = "весь класс"
    let teacher = "Учитель"
    let changeClass = "Название класса"
    let ownGuardian = "Один из них записан законным представителем другого: это не может быть один человек."
    let bothTeach = "Оба ведут один и тот же предмет в одном классе: журналы пришлось бы смешать. Сначала передайте курс одному из них."
    let ownClasses = "Классы"
    let ownClass = "Класс"
    let ownSince = "с"
    let until = "по"
    let guardians = "Законные представители"
    let children = "Дети"
    let ownCourses = "Предметы, которые ведёт"
    let personName = "Имя"
}
