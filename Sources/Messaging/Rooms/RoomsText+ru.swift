import Kernel

struct RoomsRussian: RoomsText {
    func folder(_ folder: ChatShelf.Folder) -> String {
        switch folder {
        case .all: "Все"
        case .classes: "Классы"
        case .families: "Семьи"
        case .staff: "Сотрудники"
        case .groups: "Группы"
        case .direct: "Личные"
        }
    }
    let folders = "Папки"
    let search = "Поиск по названию чата"
    let find = "Найти"
    let nothingFound = "Таких чатов нет"
    func archive(_ count: Int) -> String { "Архив: \(count) " + russian(count, one: "чат", few: "чата", many: "чатов") }
    let named = "вас упомянули"
    let first = "закреплён"
    let muted = "без звука"

    let newChat = "Новый чат"
    let writeTo = "Написать человеку"
    let nameBegins = "Фамилия или имя"
    let write = "Написать"
    let nobody = "Никого не нашлось"
    let nobodyHint = "Здесь видны только те, кому вам можно писать по правилам школы."
    let gather = "Собрать группу"
    func purpose(_ purpose: ChatDraft.Purpose) -> String {
        switch purpose {
        case .group: "Группа"
        case .project: "Проект"
        case .event: "Мероприятие"
        }
    }
    let kind = "Для чего"
    let title = "Название"
    let about = "Описание"
    let make = "Создать и выбрать участников"
    let ownCourses = "Чаты ваших предметов"
    let openCourse = "Открыть чат"

    let members = "Участники"
    let owner = "владелец"
    let manager = "ведущий"
    let you = "вы"
    let add = "Добавить участников"
    let addChosen = "Добавить выбранных"
    let remove = "Исключить"
    let makeManager = "Сделать ведущим"
    let endManager = "Больше не ведущий"
    let handOver = "Передать чат"
    let leave = "Выйти из чата"
    let leaveAsks = "Вы перестанете видеть новые сообщения. Вернуть вас смогут ведущие чата."
    let end = "Завершить чат"
    let endAsks = "Чат можно будет читать, но не писать в него."
    let reopen = "Возобновить чат"
    let change = "Название и описание"
    let save = "Сохранить"
    let postingAll = "Пишут все"
    let postingManagers = "Пишут только ведущие"
    let posting = "Кто пишет"
    let putFirst = "Закрепить в списке"
    let putBack = "Открепить в списке"
    let mute = "Без звука"
    let unmute = "Со звуком"
    let followsListsHint = "Состав этого чата повторяет списки школы и меняется вместе с ними."
    let onlyManagersShown = "Показаны ведущие канала и вы."
    func shown(_ count: Int, of all: Int) -> String { "Показаны \(count) из \(all). Остальных найдёт поиск." }
    let acts = "Что сделать"

    let links = "Ссылки-приглашения"
    let linksHint = "По ссылке входят только те, кто уже в школе. Остальным нужен код приглашения."
    let linkFor = "Для кого"
    func linkFor(_ side: Side) -> String {
        switch side {
        case .staff: "Сотрудники"
        case .pupil: "Ученики"
        case .family: "Родители"
        }
    }
    let linkDays = "Сколько действует"
    func days(_ count: Int) -> String { "\(count) " + russian(count, one: "день", few: "дня", many: "дней") }
    let makeLink = "Создать ссылку"
    func holdsUntil(_ words: String) -> String { "до \(words)" }
    let revoke = "Отозвать"
    func joinTitle(_ chat: String) -> String { "Приглашение в чат «\(chat)»" }
    let joinHint = "Вас увидят его участники: имя и роль."
    let join = "Вступить"

    let policy = "Кто кому пишет"
    let policyHint = "Правила действуют сразу, и для личных чатов, которые уже есть."
    func rule(_ rule: ChatRule) -> String {
        switch rule {
        case .staffStaff: "Сотрудники друг другу"
        case .staffPupil: "Учителя и ученики"
        case .staffFamily: "Учителя и родители"
        case .pupilPupil: "Ученики друг другу"
        case .familyFamily: "Родители друг другу"
        case .pupilFamily: "Ученики и родители"
        case .pupilGroups: "Ученики собирают группы"
        case .familyGroups: "Родители собирают группы"
        }
    }
    func reach(_ reach: ChatRule.Reach, of rule: ChatRule) -> String {
        switch (rule, reach) {
        case (.pupilGroups, .none), (.familyGroups, .none): "нет"
        case (.pupilGroups, _), (.familyGroups, _): "да, из тех, кому могут писать"
        case (_, .none): "не пишут"
        case (_, .school): "вся школа"
        case (.staffPupil, .near): "кто кого учит, и администрация"
        case (.staffFamily, .near): "кто учит детей, и администрация"
        case (.pupilFamily, .near): "только своя семья"
        case (_, .near): "один класс"
        }
    }
    let saved = "Сохранено"

    let networks = "Чаты с другими школами"
    let networksHint = "Каждая школа добавляет своих людей. Другим видны их имя, роль и школа, больше ничего."
    let propose = "Предложить"
    let otherSchool = "Название другой школы, как оно записано в Звонке"
    func proposedBy(_ school: String) -> String { "Предлагает \(school)" }
    func agreedWith(_ schools: String) -> String { "Участвуют: \(schools)" }
    func waitingFor(_ schools: String) -> String { "Ждём ответа: \(schools)" }
    let agree = "Согласиться"
    let decline = "Отказаться"
    let endNetwork = "Выйти всей школой"
    let noNetworks = "Общих чатов пока нет"
    let open = "Открыть"

    let onlyHeads = "Правила переписки меняют директор, заместители и администратор."
    let onlyAdministrators = "Договариваются с другими школами директор и администратор."
    let onlyCourseTeacher = "Чат предмета открывает его учитель."
    let onlyManagers = "Это могут сделать только ведущие чата."
    let onlyOwner = "Это может сделать только владелец чата."
    let onlyStaffInvite = "Ссылки-приглашения дают только сотрудники."
    let mayNotWrite = "По правилам школы вы не можете писать этому человеку."
    let mayNotMake = "В вашей школе группы собирают сотрудники."
    let followsLists = "Состав этого чата повторяет списки школы: здесь его не меняют."
    let successorFirst = "Сначала передайте чат другому участнику."
    let linkDoesNotOpen =
        "Ссылка не действует: её отозвали, срок вышел или она не для вас. Если вы ещё не в школе, попросите код приглашения у классного руководителя."
    let titleLength = "В названии должно быть от 1 до 100 знаков."
    let aboutLength = "В описании может быть до 1000 знаков."
    let tooManyMembers = "В одном чате может быть до 1000 участников."
    let unknownRule = "Такого правила нет."
    let unknownDays = "Ссылка действует 1, 7 или 30 дней."
    let unknownSchool = "Такой школы в Звонке нет: проверьте название."
    let unknownPeer = "Выберите людей из списка."
}
