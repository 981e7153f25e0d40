import Kernel

struct ConsentsRussian: ConsentsText {
    let consents = "Согласия"
    let consentsHint = "На что вы согласились и как это изменить"
    func title(_ purpose: Purpose) -> String {
        switch purpose {
        case .processing: "Обработка персональных данных"
        case .diary: "Электронный дневник"
        case .lessons: "Уроки на платформе"
        case .photos: "Фотографии и видео"
        case .publication: "Публикация на сайте школы"
        }
    }
    func short(_ purpose: Purpose) -> String {
        switch purpose {
        case .processing: "Данные"
        case .diary: "Дневник"
        case .lessons: "Уроки"
        case .photos: "Фото"
        case .publication: "Сайт"
        }
    }
    func meaning(_ purpose: Purpose) -> String {
        switch purpose {
        case .processing: "Школа хранит в Звонке имя, класс, роль и логин, чтобы вы могли войти, а учителя — вести учёт."
        case .diary: "Отметки, темы, задания и пропуски видны в электронном дневнике вам, учителям класса и администрации школы."
        case .lessons: "При дистанционном обучении уроки и консультации проходят на платформе."
        case .photos: "Снимки с уроков и праздников видят семьи класса и сотрудники школы."
        case .publication: "Имя, успехи и снимки могут появиться на официальном сайте школы, где их увидит любой."
        }
    }
    func effect(_ purpose: Purpose, _ kind: Subject.Kind) -> String {
        switch (purpose, kind) {
        case (.processing, .pupil), (.diary, .pupil):
            "Вход ученика закроется сразу, дневник перестанет открываться и родителям. Школа распечатает всё, что записано, и не позднее 30 дней "
                + "уничтожит данные ученика в Звонке; в списке класса останется строка с номером. Дальше учёт ведётся на бумаге, и узнать об успеваемости "
                + "можно в школе. Родитель, у которого здесь нет других детей, тоже потеряет вход. Вернуть уничтоженное будет нельзя."
        case (.processing, .guardian), (.diary, .guardian):
            "Ваш вход закроется сразу, данные о вас будут уничтожены не позднее 30 дней. Дневник ребёнка и его данные останутся: о них — отдельное согласие."
        case (.processing, .staff), (.diary, .staff):
            "Ваш вход закроется сразу. Записи, которые школа обязана хранить по закону (журнал, подписи), останутся."
        case (.lessons, _):
            "На платформенные уроки ребёнка не позовут, учителя увидят отметку об отказе. За освоение программы в это время отвечает семья. "
                + "Дневник, чаты и все записи останутся."
        case (.photos, _): "Снимки не будут показаны другим семьям. На учёбе и работе это не скажется."
        case (.publication, _): "На сайте школы ничего не опубликуют, опубликованное снимут. На учёбе и работе это не скажется."
        }
    }
    let textHeading = "Полный текст"
    func version(_ number: Int) -> String { "редакция \(number)" }
    let meaningHeading = "Что это значит"
    let effectHeading = "Что будет после отказа"
    let history = "Что и когда подписано"
    let noHistory = "Пока ничего не подписано"
    let myself = "Вы сами"

    func standing(_ standing: Standing) -> String {
        switch standing {
        case .agreed: "Подписано"
        case .outdated: "Текст изменился: прочитайте и подпишите снова"
        case .refused(.withdraw): "Согласие отозвано"
        case .refused: "Отказ"
        case .missing([.guardian]): "Нет подписи родителя"
        case .missing([.own]): "Нет личной подписи"
        case .missing: "Не подписано"
        }
    }
    func cell(_ standing: Standing) -> String {
        switch standing {
        case .agreed: "да"
        case .outdated: "снова"
        case .refused: "отказ"
        case .missing: "—"
        }
    }
    func word(_ word: ConsentWord) -> String {
        switch word {
        case .agree: "Согласие"
        case .refuse: "Отказ"
        case .withdraw: "Отзыв согласия"
        }
    }
    func how(_ how: ConsentEntry.How) -> String { how == .here ? "в Звонке" : "на бумаге" }
    func signedAs(_ signedAs: SignedAs) -> String { signedAs == .own ? "лично" : "родитель" }
    let ageUnknown = "Дата рождения в школе не указана, поэтому подписывает родитель."
    func signers(_ signers: [SignedAs]) -> String {
        switch signers {
        case [.guardian]: "Подписывает родитель"
        case [.own]: "Подписывает сам ученик"
        default: "Подписывают родитель и ученик: ему уже есть 14"
        }
    }
    let nameDestroyed = "имя уничтожено"
    let otherSigns = "Это подписывает другой человек. Здесь видно только решение."

    let sign = "Подписать"
    let refuse = "Отказаться"
    let withdraw = "Отозвать согласие"
    let understood = "Я понимаю, что произойдёт"
    let saved = "Ваше решение записано."
    func unanswered(_ count: Int) -> String {
        "\(count) " + russian(count, one: "согласие ждёт", few: "согласия ждут", many: "согласий ждут") + " вашего решения"
    }
    let responsibility =
        "Вы отказались от уроков на платформе. За освоение программы при дистанционном обучении отвечает семья; задания школа выдаст другим способом."
    let backToConsents = "Назад, к согласиям"
    let nothingAsked = "Школа пока ни о чём не спрашивает"

    let register = "Учёт согласий"
    let registerHint = "Кто подписал, кто нет, бумаги и бланки"
    func missing(_ count: Int) -> String {
        "У \(count) " + russian(count, one: "ученика", few: "учеников", many: "учеников") + " нет согласия"
    }
    func missingOf(_ missing: Int, _ all: Int) -> String { "\(missing) из \(all)" }
    let allSigned = "все"
    let schoolClass = "Класс"
    let pupil = "Ученик"
    let staff = "Сотрудники"
    let onPaperLine = "учёт на бумаге"
    let countsLegend = "Сколько учеников ещё ничего не решили или должны подписать новый текст"
    let legend = "да — подписано; снова — текст изменился, нужна новая подпись; отказ — отказались или отозвали; — нет решения"
    let blanks = "Бланки"
    let printBlanks = "Открыть бланки для печати"
    let print = "Распечатать"
    let papers = "Бумаги"
    let guardiansPapers = "родитель: согласие на обработку своих данных"
    let enterPaper = "Внести бумагу"
    let purpose = "О чём"
    let answer = "Решение"
    let agrees = "согласие"
    let disagrees = "отказ или отзыв"
    let signer = "Кто подписал"
    let anotherSigner = "родитель, которого нет в списке"
    let signerNameLabel = "Фамилия, имя и отчество подписавшего"
    let signerNameHint = "Нужно, только если родителя нет в списке"
    let signedOn = "Дата подписи"
    let scan = "Скан или фотография"
    let scanHint = "PDF, JPEG или PNG, до 8 МБ. Можно внести и без скана."
    let openScan = "скан"
    let enter = "Внести"
    let noClasses = "Классов, за которые вы отвечаете, нет"
    func printedBy(_ name: String, _ day: String) -> String { "Напечатано: \(name), \(day)" }

    let iAm = "Я,"
    let forChild = "законный представитель ученика"
    let agreeBox = "согласен (согласна)"
    let disagreeBox = "не согласен (не согласна)"
    let signature = "Подпись"
    let date = "Дата"
    func toSchool(_ name: String) -> String { "Руководителю: \(name)" }
    func longDate(_ day: Day) -> String { RussianDate.ru(day) }

    let texts = "Тексты согласий"
    let textsHint = "Прежние редакции сохраняются: их подписали люди"
    let body = "Текст"
    let asksAgain = "Спросить заново всех, кто подписал прежний текст"
    let asksAgainHint = "Отметьте, если изменился смысл. Пока семья не ответит, действует прежнее согласие."
    let saveText = "Сохранить новую редакцию"
    let rule = "Правила школы"
    let consentsFirst = "Сначала согласие, потом вход"
    func consentsFirstEffect(_ people: Int, isOn: Bool) -> String {
        guard !isOn else { return "Сейчас вход закрыт, пока нет согласия: \(people)." }
        return
            people == 0
            ? "Все нужные согласия есть: вход ни у кого не закроется."
            : "Сейчас согласия нет у \(people) " + russian(people, one: "человека", few: "человек", many: "человек")
                + ": после включения вход у них будет закрыт, пока согласие не внесут."
    }
    let backupDaysLabel = "Сколько дней хранятся резервные копии"
    let backupDaysHint = "Эта дата попадёт в акт: после неё уничтоженного нет и в копиях"
    let save = "Сохранить"

    let refusals = "Отказы и акты"
    let refusalsHint = "Отказы от электронного дневника, бумажные строки, акты об уничтожении"
    let noRefusals = "Отказов не было"
    let waiting = "Ждут решения"
    let closed = "Закрытые"
    func refusal(_ purpose: Purpose, _ word: ConsentWord) -> String { (word == .withdraw ? "Отозвано: " : "Отказ: ") + title(purpose).lowercased() }
    func received(_ day: String, due: String) -> String { "Получено \(day), уничтожить до \(due)" }
    func outcome(_ outcome: Refusal.Outcome) -> String { outcome == .accepted ? "принят, данные уничтожены" : "семья передумала" }
    func waitingRefusals(_ count: Int, due: String) -> String {
        "\(count) " + russian(count, one: "отказ ждёт", few: "отказа ждут", many: "отказов ждут") + " решения, ближайший срок — \(due)"
    }
    func willHappen(_ kind: Subject.Kind) -> [String] {
        switch kind {
        case .pupil:
            [
                "В списке класса останется строка с номером — без имени, пола и даты рождения.",
                "Отметки и пропуски ученика, его сообщения, логин и входы будут уничтожены.",
                "Родители без других детей в школе потеряют вход, их данные тоже будут уничтожены.",
                "Появится акт об уничтожении. Отменить это нельзя.",
                "Слова других людей об ученике в чатах и заданиях не меняются: проверьте их отдельно.",
            ]
        default:
            ["Имя, логин, входы и сообщения этого человека будут уничтожены, связи с детьми завершены.", "Появится акт об уничтожении. Отменить это нельзя."]
        }
    }
    let willHappenHeading = "Что произойдёт"
    let printSheetFirst = "Сначала распечатайте личный лист: после уничтожения электронных записей не останется."
    let sheet = "Личный лист ученика"
    let sheetIsPrinted = "Личный лист распечатан и вложен в бумажный журнал"
    let accept = "Принять отказ и уничтожить данные"
    let onlyHeadsAcceptHint = "Отказ принимает директор или администратор."
    let paperLines = "Учёт на бумаге"
    let emptySheet = "Лист бумажного журнала"
    let readmit = "Внести данные заново"
    let readmitHint = "Семья подписала новое согласие. Прежние записи не вернутся; родителей и логин введите как обычно."
    let family = "Фамилия"
    let given = "Имя"
    let patronymic = "Отчество"
    let sex = "Пол"
    func sex(_ isFemale: Bool) -> String { isFemale ? "женский" : "мужской" }
    let unknown = "не указан"
    let bornOn = "Дата рождения"
    let act = "Акт об уничтожении персональных данных"
    func actNumber(_ number: Int, _ day: String) -> String { "№ \(number) от \(day)" }
    let actOperator = "Оператор"
    let actSubject = "Субъект"
    func actPerson(_ alias: String, _ className: String, _ number: Int64) -> String {
        "строка «\(alias)»" + (className.isEmpty ? "" : ", класс \(className)") + ", внутренний номер \(number)"
    }
    func actGuardian(_ number: Int64) -> String { "законный представитель, внутренний номер \(number)" }
    let actGrounds = "Основание"
    func grounds(_ purpose: Purpose, _ word: ConsentWord, _ day: String) -> String {
        (word == .withdraw ? "отзыв согласия" : "отказ в согласии") + " («\(title(purpose).lowercased())»), получено \(day)"
    }
    let actSystem = "Информационная система"
    let actWay = "Способ уничтожения"
    let actWayWords = "удаление записей из базы данных вместе с освобождением занятого ими места, без возможности восстановления средствами системы"
    let actBackups = "Резервные копии"
    func actBackupsUntil(_ day: String) -> String { "копии, сделанные до уничтожения, хранятся не позднее \(day) и в работе не используются" }
    let actCategories = "Категории уничтоженных данных"
    let actLog = "Выгрузка из журнала регистрации событий"
    let entries = "Записей"
    func kind(_ kind: DataKind) -> String {
        switch kind {
        case .name: "фамилия, имя, отчество"
        case .birth: "пол, дата рождения"
        case .login: "логин и пароль"
        case .signIn: "сведения о входах"
        case .membership: "роли в школе"
        case .family: "семейные связи"
        case .mark: "отметки"
        case .attendance: "посещаемость"
        case .message: "тексты сообщений"
        case .chat: "участие в чатах"
        case .consent: "имена подписавших согласия"
        case .scan: "сканы документов"
        case .file: "отправленные файлы"
        case .invitation: "приглашения и коды"
        case .secondFactor: "средства входа"
        case .outsideAccount: "связи с внешними учётными записями"
        case .movement: "сведения о движении"
        case .trace: "значения в журнале изменений"
        case .other: "прочие сведения"
        }
    }
    let confirmedBy = "Уничтожение подтвердил(а)"
    let commission = "Члены комиссии"
    let toAct = "Открыть акт"

    let lessonNotes = "Отказы учеников"
    let lessonNotesHint = "Кто не участвует в уроках на платформе и кого нельзя снимать"
    func notInLessons(_ names: String) -> String { "Не участвуют в уроках на платформе: \(names). За освоение программы отвечает семья." }
    func noPhotos(_ names: String) -> String { "Отказались от съёмки: \(names)." }
    let notInLessonsShort = "без уроков на платформе"
    let noLessonNotes = "В ваших классах отказов нет"
    func lessonRefusals(_ count: Int) -> String {
        "\(count) " + russian(count, one: "ученик не участвует", few: "ученика не участвуют", many: "учеников не участвуют") + " в уроках на платформе"
    }

    let wordingChanged = "Текст согласия изменился, пока вы его читали. Прочитайте новый и решите ещё раз."
    let wordingLength = "В тексте должно быть от 1 до 20 000 знаков."
    let guardianSigns = "Это согласие подписывает родитель (законный представитель)."
    let pupilSigns = "Ученику исполнилось 18: это согласие он подписывает сам."
    let notSure = "Отметьте, что вы понимаете последствия."
    let notAsked = "Этого человека об этом не спрашивают."
    let signedLater = "Укажите дату подписи не позже сегодняшней."
    let noSuchGuardian = "Такого родителя у ученика нет. Выберите из списка или впишите имя."
    let signerName = "Впишите имя буквами, не длиннее 200 знаков."
    let takenBack = "Этот отказ уже закрыт: семья изменила решение. Ничего не уничтожено."
    let sheetCheck = "Контрольная строка листа:"
    let worksHere = "Человек работает в школе: его данные хранятся по закону."
    let onlyHeadsAccept = "Отказ принимает директор или администратор школы."
    let sheetFirst = "Сначала распечатайте личный лист и отметьте это."
    let backupDays = "Число дней — от 0 до 3650."
    let mergesNumber = "Одна из записей — номер в бумажном списке: о нём ничего не должно быть известно."
    let ownConsentFirst = "Сначала подпишите своё согласие на обработку данных, иначе вы закроете вход себе."
}

/// Dates of documents.
enum RussianDate {
    static func ru(_ day: Day) -> String {
        let months = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]
        return "\(day.day) \(months[day.month - 1]) \(day.year) г."
    }
}
