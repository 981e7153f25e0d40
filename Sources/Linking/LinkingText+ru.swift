import Kernel
import WebCore

struct LinkingRussian: LinkingText {
    let linked = "Связанные дневники"
    let linkedHint = "Ваша запись в другом электронном дневнике"
    let back = "Назад"
    let noSystems = "Школа пока не назвала других дневников"
    let noSystemsHint = "Если код дала другая школа, введите его ниже."
    let link = "Связать"
    let system = "Дневник"
    let otherSchool = "Другая школа, по коду"
    let login = "Ваш логин в том дневнике"
    let loginHint = "Только логин, пароль не нужен. Сам логин мы не храним."
    let code = "Код другой школы"
    let codeHint = "Нужен, только если вы ещё не состоите в той школе."
    func linkedSince(_ day: String) -> String { "связано: \(day)" }
    let goneThere = "В последней выгрузке дневника этой записи нет"
    func askedOn(_ day: String) -> String { "ждёт администратора: \(day)" }
    let unlink = "Разорвать связь"
    let takeBack = "Отозвать"
    let office = "Связь с другими дневниками"
    let officeHint = "Выгрузки Дневник.ру и ЭлЖур, кто ещё не связан"
    let requests = "Просят связать"
    func notMember(_ role: String) -> String { "В школе этой роли у человека ещё нет: \(role)." }
    let nameDiffers = "Имя в выгрузке другое или не указано."
    func takenBy(_ name: String) -> String { "Запись уже связана: \(name)" }
    let confirm = "Подтвердить"
    let refuse = "Отклонить"
    let systems = "Дневники"
    let noSystemsYet = "Назовите дневник, с которым работает школа."
    let addSystem = "Добавить дневник"
    let nameOfSystem = "Название"
    let systemNameHint = "Например: Дневник.ру, ЭлЖур"
    func uploadedOn(_ day: String) -> String { "Последняя выгрузка: \(day)" }
    let neverUploaded = "Выгрузок ещё не было"
    let upload = "Новая выгрузка"
    let file = "Файл"
    let fileHint = "CSV или JSON до 4 МБ. Чего в файле нет, то считается удалённым там. Тот же файл можно загрузить ещё раз."
    let uploadFile = "Загрузить"
    let sure = "Да, в том дневнике их больше нет"
    let howToExport = "Как сделать выгрузку"
    let exportHint =
        "Столбцы: key, role, class, name. В key — SHA-256 от логина строчными буквами, двоеточия и соли школы. Два последних столбца можно не заполнять."
    let salt = "Соль школы"
    let joinCode = "Код для тех, кто ещё не в школе"
    let lastReport = "Отчёт о последней выгрузке"
    let chooseRole = "Кого показать"
    let unmatchedAccounts = "Записи, за которыми нет человека"
    let allMatched = "Все записи связаны"
    func nameless(_ key: String) -> String { "Без имени, \(key)…" }
    let unlinkedPeople = "Люди без записи"
    let allLinked = "Связаны все"
    func shownOf(_ shown: Int, _ all: Int) -> String { "Показаны первые \(shown) из \(all)." }
    let admission = "Вступление через дневник"
    let admitsAlone = "Ученик или родитель, чьё имя и класс есть в выгрузке, входит в школу сам. Сотрудников всегда подтверждаете вы."
    let admitsAfterCheck = "Каждого, кто хочет войти в школу через дневник, подтверждаете вы."
    let checkFirst = "Подтверждать всех"
    let admitAlone = "Впускать учеников и родителей без подтверждения"
    let report = "Что изменилось"
    let added = "Новых"
    let changed = "Изменилось"
    let gone = "Больше нет"
    let same = "Без изменений"
    let refused = "Не принято"
    func belongsTo(_ name: String) -> String { "Связано: \(name)" }
    let searchByName = "Фамилия"
    let search = "Найти"
    let nobodyFound = "Никого с таким началом фамилии без связи нет"
    func linkWith(_ name: String) -> String { "Связать: \(name)" }
    let shares = "Доля связанных"
    let sharesHint = "По ролям, на сегодня"
    func asOf(_ date: String) -> String { "на \(date)" }
    let allSchools = "По всем школам"
    func smallHidden(_ smallest: Int) -> String { "Группы меньше \(smallest) человек в сумму не входят." }
    func linkedOf(_ linked: Int, _ people: Int) -> String { "связаны \(linked) из \(people)" }
    let noSuchAccount = "Такой записи нет. Проверьте логин и код или спросите администратора школы."
    let linkedAlready = "Вы уже связаны с записью в этом дневнике. Сначала разорвите прежнюю связь."
    let accountTaken = "Эта запись уже связана с другим человеком."
    let personLinked = "Этот человек уже связан с другой записью этого дневника."
    let noSuchPerson = "Выберите человека из вашей школы."
    let systemName = "Назовите дневник, не длиннее 100 знаков."
    let systemThere = "Такой дневник уже есть."
    let tooManySystems = "Больше десяти дневников не бывает."
    let chooseFile = "Выберите файл."
    let nothingInFile = "В файле нет ни одной годной записи. Проверьте столбцы key и role."
    let manyGone = "В этом файле нет больше половины прежних записей. Если так и должно быть, поставьте отметку и загрузите ещё раз."
    let roleByHand = "Роль этого человека выберите сами в списке людей, потом подтвердите связь."

    func done(_ outcome: ClaimAccount.Outcome) -> String {
        switch outcome {
        case .linked: "Связано."
        case .admitted: "Связано, вы приняты в школу."
        case .asked: "Отправлено администратору школы: он проверит и подтвердит."
        }
    }
    func role(_ role: OutsideRole) -> String {
        switch role {
        case .pupil: "ученик"
        case .guardian: "родитель"
        case .teacher: "учитель"
        case .staff: "сотрудник"
        }
    }
    func people(_ role: OutsideRole) -> String {
        switch role {
        case .pupil: "Ученики"
        case .guardian: "Родители"
        case .teacher: "Учителя"
        case .staff: "Другие"
        }
    }
    func linkMatches(_ count: Int) -> String {
        "Связать \(count) " + russian(count, one: "совпадение", few: "совпадения", many: "совпадений") + " по имени и роли"
    }

    func oddCell(_ line: Int, isKey: Bool) -> String {
        isKey
            ? "Строка \(line): в столбце key не хеш SHA-256. Похоже, логин забыли хешировать. Запись не взята."
            : "Строка \(line): в имени или классе невидимые знаки или формула таблицы. Запись не взята."
    }
}
