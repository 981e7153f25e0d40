import Kernel
import WebCore

struct TransferRussian: TransferText {
    let transfer = "Передача личных дел"
    let transferHint = "Отправить с учеником в другую школу, принять из другой школы"
    let back = "Назад"
    let newPackage = "Передать дело ученика"
    let chooseClass = "Из какого класса выбывает ученик?"
    let choosePupil = "Кто выбывает? Здесь и те, кто выбыл недавно."
    let noClasses = "В этом учебном году классов ещё нет"
    let noPupils = "В этом классе никого нет"
    func leftOn(_ date: String) -> String { "Выбыл(а) \(date)" }
    let lastDay = "Последний день в классе"
    func lastDayHint(_ schoolClass: String) -> String { "С этого дня ученик больше не числится в \(schoolClass): иначе другая школа не сможет его зачислить." }
    let whatGoes =
        "В пакет войдут: имя и дата рождения, класс, приказ, отметки этого года по предметам, посещаемость, долги по домашним заданиям, имена родителей. Логинов, телефонов и документов в нём нет."
    let orderNumber = "Номер приказа"
    let orderDay = "Дата приказа"
    let addressee = "В какую школу"
    let addresseeHint = "Можно не заполнять, если школа ещё не известна."
    let address = "Адрес той школы для передачи"
    let addressHint = "16 букв и цифр со страницы «Передача личных дел» той школы. С ним пакет не примет никто другой."
    let makePackage = "Подписать и передать"
    func waitsUntil(_ date: String) -> String { "Ждёт: принять можно до \(date)" }
    func expiredOn(_ date: String) -> String { "Не принято, срок вышел \(date)" }
    func withdrawnOn(_ date: String) -> String { "Отозвано \(date)" }
    func acceptedBy(_ school: String, _ date: String) -> String { "Принято \(date): \(school)" }
    let sameInstallation = "Новая школа тоже работает в этой системе"
    let code = "Код пакета"
    let codeHint = "Новая школа вводит этот код на странице «Передача личных дел»."
    let otherInstallation = "Новая школа работает в другой системе"
    let fileHint = "Скачайте файл и передайте его в новую школу. Отпечаток назовите по телефону: по нему там поймут, что файл от вас."
    let fingerprint = "Отпечаток ключа"
    let fingerprintHint = "Сверьте по телефону школы, который знаете сами"
    let download = "Скачать файл"
    let receiptCame = "Пришла квитанция о приёме"
    let receipt = "Квитанция"
    let receiptHint = "Строка, которую новая школа видит у себя после приёма."
    let takeReceipt = "Отметить принятым"
    let toPaper = "Лист для печати"
    let withdraw = "Отозвать пакет"
    let withdrawHint = "Код и файл перестанут действовать здесь. Файл, унесённый в другую систему, отозвать нельзя: позвоните туда."
    let forNextSchool = "Для новой школы"
    let validUntil = "Принять до"
    let howToPrint = "Напечатайте страницу из меню браузера: меню и кнопки на бумагу не попадут."
    func printed(_ who: String, _ date: String, _ time: String) -> String { "Напечатано: \(who), \(date), \(time)" }
    let sent = "Переданные"
    let nothingSent = "Пока ничего не передавали"
    let receive = "Принять ученика"
    let typeCodeHint = "10 букв и цифр с листа, который дала прежняя школа."
    let openByCode = "Открыть по коду"
    let file = "Файл из другой системы"
    let uploadHint = "Файл .json целиком, не больше 1 МБ. Сначала вы увидите всё, что в нём есть."
    let openFile = "Открыть файл"
    let waiting = "Ждут решения"
    let broughtByCode = "Дело, открытое по коду"
    let broughtAsFile = "Дело из файла"
    let received = "Принятые"
    func receivedOn(_ date: String) -> String { "принято \(date)" }
    let ownSigns = "Адрес и ключ"
    let ownAddressHint = "Адрес вашей школы для передачи: назовите его школе, откуда идёт ученик"
    let ownFingerprintHint = "Отпечаток ключа вашей системы: назовите его по телефону, когда спросят"
    let publicKey = "Открытый ключ для программ"
    let preview = "Что пришло"
    let signedHere = "Подписано в этой же системе. Подпись верна."
    func signedByKnown(_ school: String, _ since: String, _ key: String) -> String { "Подпись верна. Ключ «\(school)» проверен у вас \(since): \(key)" }
    func signedByNew(_ school: String, _ key: String) -> String {
        "Подпись верна, но этот ключ вы видите впервые. Отправитель назвался «\(school)». Позвоните туда по номеру, который знаете сами, и сверьте отпечаток: \(key)"
    }
    func signedByOther(_ school: String, _ key: String, _ was: String) -> String {
        "Осторожно: ключ «\(school)» не тот, что раньше. Был \(was), в этом файле \(key). Не принимайте, пока школа не подтвердит новый отпечаток по телефону."
    }
    let acceptance = "Приём"
    let newPerson = "Завести нового ученика"
    let person = "Кто это"
    let personHint = "У вас уже есть человек с таким именем: проверьте, тот ли это ребёнок."
    let schoolClass = "Класс"
    let since = "Зачислить с"
    func sinceHint(_ date: String) -> String { "Не раньше \(date): до этого ученик числился в прежней школе." }
    let fingerprintChecked = "Отпечаток сверен со школой по телефону"
    let acceptHint = "Отметки прежней школы останутся на отдельной странице и в журнал не попадут. Согласия семья даёт заново."
    let accept = "Принять и зачислить"
    let dismiss = "Убрать, не принимая"
    let record = "Сведения об ученике для другой школы"
    let whoAndWhence = "Ученик"
    let pupil = "Имя"
    let bornOn = "Дата рождения"
    let notSaid = "не указана"
    let fromSchool = "Из школы"
    let toSchool = "В школу"
    let anySchool = "не указана"
    let classLeft = "Класс"
    let timeThere = "Учился там"
    func span(_ since: String, _ until: String) -> String { "с \(since) по \(until)" }
    let order = "Основание"
    func orderOf(_ number: String, _ date: String) -> String { "приказ № \(number) от \(date)" }
    let madeOn = "Пакет собран"
    func madeAndValid(_ made: String, _ valid: String) -> String { "\(made), действует до \(valid)" }
    let marks = "Отметки"
    let noMarks = "Отметок в этом учебном году нет"
    func marksOf(_ term: String) -> String { "Отметки: \(term)" }
    let meanWord = "средняя"
    let attendance = "Посещаемость"
    let debts = "Несданные домашние задания"
    let guardians = "Законные представители"
    let consentsNeeded = "Какие согласия понадобятся"
    let previousSchool = "Прежняя школа"
    let previousSchoolHint = "Отметки и сведения, с которыми ученик перешёл сюда"
    let noPrevious = "Ничего не передавали"
    let noPreviousHint = "Здесь появятся сведения, если ученик перейдёт сюда из другой школы вместе с делом."
    func cameFrom(_ school: String, _ date: String) -> String { "Получено из «\(school)» \(date). Изменить это нельзя." }
    let forTermMark = "Для итоговой отметки этой четверти"
    let forTermMarkHint = "Отметки прежней школы рядом с вашими. Как их учесть, решает учитель."
    let subject = "Предмет"
    let there = "Там"
    let here = "Здесь"
    let meanTogether = "Средняя"
    let receiptForSender = "Квитанция для прежней школы"
    let receiptForSenderHint = "Пошлите эту строку прежней школе: она увидит, что ученик принят."
    let noKeyFolder = "Здесь ещё не настроена папка для ключа подписи. Скажите тому, кто обслуживает сервер."
    let alreadyOffered = "Пакет этого ученика уже ждёт новую школу. Отзовите его, если нужен другой."
    let wrongOrderNumber = "Напишите номер приказа, не длиннее 50 знаков."
    let wrongOrderDay = "Дата приказа не похожа на верную."
    let wrongLastDay = "Последний день — не позже сегодняшнего и не раньше зачисления."
    let addresseeTooLong = "Название школы слишком длинное."
    let nameTheSchool = "Назовите и школу, чей это адрес."
    let noSuchAddress = "В адресе 16 букв и цифр. Проверьте, всё ли на месте."
    let acceptedAlready = "Этот пакет уже принят."
    let acceptedHere = "Этот пакет у вас уже принят: ученик в списке «Принятые»."
    let chooseFile = "Выберите файл."
    let unreadablePackage = "Это не пакет ученика или он повреждён. Попросите прислать файл ещё раз."
    let packageTooLarge = "Файл слишком большой для пакета ученика."
    let otherVersion = "Пакет сделан более новой версией, здесь её ещё не читают. Обновите Звонок или попросите бумажный лист."
    let brokenSignature = "Подпись не сходится: файл изменён после подписи или повреждён. Принимать его нельзя."
    let packageExpired = "Срок пакета вышел. Попросите прежнюю школу сделать новый."
    let otherAddressee = "Этот пакет адресован другой школе."
    let ownPackage = "Этот пакет сделала ваша школа."
    let withdrawnMeanwhile = "Прежняя школа отозвала этот пакет."
    let noSuchCode = "По такому коду ничего нет. Проверьте знаки; возможно, пакет отозван или уже принят."
    let noSuchClass = "Выберите класс из списка."
    let noSuchPerson = "Выберите из списка."
    let sinceOutside = "Выберите день после выбытия из прежней школы, не дальше четырёх месяцев вперёд."
    let fingerprintNotChecked = "Сначала сверьте отпечаток по телефону и поставьте отметку."
    let stillInClass = "Ученик сейчас числится в другом классе. Сначала прежняя школа завершает зачисление у себя."
    let noReceipt = "Это не квитанция или она скопирована не целиком."
    let receiptOfAnother = "Эта квитанция — о другом пакете."

    func date(_ day: Day) -> String { "\(Language.ru.web.date(day)) \(day.year)" }
    func markOn(_ value: String, _ day: Day) -> String { "\(value) (\(day.day).\(day.month < 10 ? "0" : "")\(day.month))" }
    func mean(_ hundredths: Int) -> String { "\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)" }
    func attended(_ part: TransferRecord.AttendancePart) -> String {
        let lessons = "\(part.lessons) " + russian(part.lessons, one: "урок", few: "урока", many: "уроков")
        guard part.missed + part.late > 0 else { return "\(lessons), без пропусков" }
        let kinds = [("по болезни", part.ill), ("по уважительной причине", part.excused), ("без причины", part.absent)].filter { $0.1 > 0 }
        let missed = part.missed == 0 ? "без пропусков" : "пропущено \(part.missed): " + kinds.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return "\(lessons), \(missed)" + (part.late > 0 ? "; опозданий \(part.late)" : "")
    }
    func debt(_ given: String, _ due: String?) -> String { "задано \(given)" + (due.map { ", к \($0)" } ?? "") }
    func relation(_ relation: String) -> String { relation == "guardian" ? "законный представитель" : relation }
    func consent(_ consent: ConsentNeeded) -> String {
        switch consent {
        case .processing: "на обработку персональных данных"
        case .diary: "на ведение электронного дневника"
        case .lessons: "на уроки через платформу"
        case .photos: "на фотографии"
        case .publication: "на публикации"
        }
    }
    func knownPerson(_ name: String, _ bornOn: Day?) -> String { name + (bornOn.map { ", \(date($0))" } ?? ", дата рождения не указана") }
}
