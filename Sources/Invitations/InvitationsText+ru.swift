import Consents
import Kernel
import WebCore

struct InvitationsRussian: InvitationsText {
    // MARK: Codes by class
    let codes = "Коды и приглашения"
    let codesHint = "Кто ещё не пришёл, листы с кодами, заявки"
    let codesWords = "Код действует один раз и 30 дней. Выдайте лист под подпись: каждому — его полоска."
    let reminding = "Напоминание о входе"
    let remindingMeans =
        "Классный руководитель получит задачу на 7 дней, родители, которые уже вошли, увидят напоминание на странице «Сегодня». Не чаще раза в 3 дня."
    let remind = "Напомнить тем, кто не пришёл"
    let printReminders = "Полоски-напоминания"
    let childAbsent = "ребёнок ещё не вошёл в Звонок"
    let guardianAbsent = "ещё не вошёл другой представитель ребёнка"
    let whereCodeIs = "Полоску с кодом даёт классный руководитель."
    let reminderSlipsWords = "Сами коды нигде не хранятся, поэтому здесь назван номер выданной полоски. Если она потеряна, выдайте код заново."
    let slipNotGiven = "Полоску с кодом возьмите у классного руководителя."
    let everybodyCame = "В этом классе уже все пришли."
    let remindedLately = "Этому классу уже напоминали в последние три дня."
    func remindedOn(_ day: String, _ until: String) -> String { "Напомнили: \(day). Задача классному руководителю – до \(until)." }
    func absent(_ count: Int) -> String { "ещё не пришли: \(count)" }
    func slipGiven(_ number: Int64, _ until: String) -> String { "Вам выдана полоска с кодом № \(number), код действует по \(until)." }
    func slipReminds(_ address: String) -> String { "Вы ещё не вошли в Звонок. Откройте \(address) и введите код со своей полоски." }
    let back = "Назад"
    let classes = "Классы"
    let staff = "Сотрудники"
    let allStaff = "Все сотрудники"
    let more = "Ещё"
    func come(_ came: Int, of all: Int) -> String { all == 0 ? "пока никого нет" : came == all ? "пришли все: \(all)" : "пришли \(came) из \(all)" }
    let noClasses = "Выдавать коды пока некому"
    let noClassesHint = "Классы этого учебного года появятся здесь, когда их создадут."
    let comingIn = "Кто пришёл в Звонок"
    let whoHasNotCome = "Кто ещё не пришёл"
    let whoHasCome = "Уже пришли"
    let waitForYou = "Ждут решения"
    func requestsWait(_ count: Int) -> String { "\(count) " + russian(count, one: "заявка ждёт", few: "заявки ждут", many: "заявок ждут") + " ответа" }
    func codesOf(_ schoolClass: String) -> String { "Коды, \(schoolClass)" }
    let pupilsAndFamilies = "Ученики и родители"
    let makeSheet = "Сделать лист для тех, кто не пришёл"
    let makeSheetAnew = "Лист потерян: выдать заново"
    let makeSheetHint = "У кого код ещё действует, тот останется со своим. «Выдать заново» заменит и такие коды: прежние полоски перестанут работать."
    func allHeld(_ count: Int) -> String { "Новых кодов нет: у всех, кто не пришёл (\(count)), код ещё действует." }
    let allHaveCome = "Новых кодов нет: выдать их больше некому."
    func revoked(_ count: Int) -> String {
        count == 0
            ? "Отменять было нечего."
            : russian(count, one: "Отменён", few: "Отменены", many: "Отменено") + " \(count) " + russian(count, one: "код", few: "кода", many: "кодов")
                + ". Эти полоски больше не действуют."
    }
    let revokeAll = "Отменить все неиспользованные коды"
    let revokeAllWords = "Когда все пришли или листы могли попасть в чужие руки, невостребованные коды отменяют."
    let revokeOfClass = "Отменить неиспользованные коды класса"
    let revoke = "Отменить"
    let hasCome = "уже в Звонке"
    func codeUntil(_ date: String) -> String { "код действует до \(date)" }
    func helpUntil(_ date: String) -> String { "код для нового пароля до \(date)" }
    func shortDate(_ day: Day) -> String { (day.day < 10 ? "0" : "") + "\(day.day)." + (day.month < 10 ? "0" : "") + "\(day.month).\(day.year)" }
    let whoAreYou = "Кто вы"
    let noCodeYet = "кода нет"
    let elsewhereToo = "числится и в другой школе"
    let byAdministratorShort = "код выдаёт администратор"
    let giveCode = "Выдать код"
    let giveCodeAnew = "Выдать заново"
    let forgotPassword = "Забыт пароль"
    let guardianToCome = "Родитель, который назовётся сам"
    let oneMoreGuardian = "Код для ещё одного родителя"
    let invitePupil = "Пригласить ученика, которого нет в списке"

    // MARK: What was given out
    let issued = "Выданные коды"
    let issuedHint = "Кто выдал, когда, кто воспользовался; отмена по одному"
    let noneIssued = "Кодов ещё не выдавали"
    let older = "Более ранние"
    func issuedBy(_ name: String, _ date: String) -> String { "\(date), \(name)" }
    func usedBy(_ name: String, _ date: String) -> String { "использован \(date): \(name)" }
    func revokedOn(_ date: String) -> String { "отменён \(date)" }
    func expiredOn(_ date: String) -> String { "истёк \(date)" }
    let newcomer = "Новый человек"
    func guardianOf(_ pupil: String, _ schoolClass: String?) -> String { "родитель: \(pupil)" + (schoolClass.map { ", \($0)" } ?? "") }

    // MARK: One who is not entered
    let inviteNew = "Пригласить того, кого нет в списке"
    let inviteNewHint = "Новый сотрудник, ученик, ещё один родитель"
    let role = "Кем будет в школе"
    let schoolClass = "Класс"
    let classHint = "Нужен ученику, родителю и классному руководителю."
    let whoseGuardian = "Чей родитель"
    let notChosen = "не выбрано"
    let nameIfKnown = "Имя, если оно известно. Иначе человек назовётся сам."
    let howMany = "Сколько кодов"
    func howManyHint(_ most: Int) -> String { "Несколько одинаковых — от 1 до \(most). Именной код всегда один." }
    let giveCodes = "Выдать"

    // MARK: The sheet
    let sheet = "Лист с кодами"
    func slips(_ count: Int) -> String { "\(count) " + russian(count, one: "полоска", few: "полоски", many: "полосок") + " и форма учёта выдачи" }
    let printNow =
        "Распечатайте сейчас (Ctrl + P) и разрежьте по пунктиру. Коды видны только вам и только по этому адресу; закройте страницу, когда лист напечатан."
    func someHeld(_ count: Int) -> String {
        "Ещё у \(count) " + (count % 10 == 1 && count % 100 != 11 ? "человека" : "человек") + " код выдан раньше и действует: их на листе нет."
    }
    func someGone(_ count: Int) -> String { "Уже использованы или отменены: \(count). Их на листе нет." }
    let nothingToPrint = "Все коды этого листа использованы или отменены"
    let qr = "QR-код со ссылкой"
    func slipUntil(_ date: String) -> String { "Действует до \(date), один раз" }
    func slipSteps(_ address: String) -> String { "Наведите камеру на QR или откройте \(address) и введите код. Придумайте пароль — и вы в Звонке." }
    func slipAgain(_ address: String) -> String { "Для нового пароля: наведите камеру на QR или откройте \(address) и введите код." }
    let keepSecret = "Код никому не передавайте. СМС-кодов у нас нет: кто их спрашивает — мошенник."
    let register = "Форма учёта выдачи пригласительных кодов"
    let slipNumber = "№ листка"
    let toWhom = "Кому"
    let until = "Действует до"
    let consentSigned = "Согласие подписано"
    let receivedOn = "Дата"
    let signature = "Подпись"
    func issuedBySigned(_ name: String) -> String { "Выдал(а): \(name) ____________________" }
    func printed(_ date: String, _ time: String, _ name: String) -> String { "Напечатано \(date) в \(time), \(name)" }

    // MARK: Coming in
    let comeIn = "Вход по коду"
    let typeCodeWords = "Код напечатан на листке из школы. На телефоне проще навести камеру на QR-код."
    let code = "Код"
    let codeHint = "12 знаков. Русская раскладка или английская, большие буквы или маленькие — всё равно."
    let next = "Дальше"
    let noCode = "Нет кода? Сотруднику его даёт администратор школы, семье — классный руководитель."
    let haveLogin = "Войти по логину"
    let otherCode = "Ввести другой код"
    let codeUsedTitle = "Код уже использован"
    let codeUsedHint = "Если это были вы, войдите с логином и паролем, которые тогда придумали. Если нет — сразу скажите тому, кто дал вам код."
    let codeRevokedTitle = "Код больше не действует"
    let codeRevokedHint = "Попросите новый там, где получили этот: у классного руководителя или администратора школы."
    let codeExpiredTitle = "Срок кода истёк"
    let newPassword = "Новый пароль"
    func yourLogin(_ login: String) -> String { "Ваш логин: \(login)" }
    let setPassword = "Сохранить и войти"
    let enter = "Войти"
    let family = "Фамилия"
    let given = "Имя"
    let patronymic = "Отчество, если есть"
    let login = "Логин"
    let loginHint = "Можно оставить этот или придумать свой."
    let loginEmptyHint = "Можно оставить пустым: составим из фамилии."
    let password = "Придумайте пароль"
    func passwordHint(_ shortest: Int) -> String { "Не короче \(shortest) знаков. Лучше всего три несвязанных слова." }
    let picturesInstead = "Для младших: картинки вместо пароля"
    let picturesWords = "Выберите по одной картинке в каждом ряду и запомните их. Никому не показывайте, какие."
    let rules = "Входя, вы обещаете называть себя настоящим именем и никому не отдавать логин и пароль."
    let iAgree = "Даю согласие"
    let consentsHeading = "Согласия"
    let consentsLater = "Можно решить и позже: напомним на «Сегодня»."
    let consentsFirstWords = "Остался один шаг: школа открывает вход после согласия. Прочитайте его ниже, отметьте и введите пароль ещё раз."
    func consentTitle(_ purpose: Purpose) -> String {
        switch purpose {
        case .processing: "Обработка персональных данных"
        case .diary: "Электронный дневник"
        case .lessons: "Уроки на платформе"
        case .photos: "Фотографии и видео"
        case .publication: "Публикация на сайте школы"
        }
    }
    func consentMeaning(_ purpose: Purpose) -> String {
        switch purpose {
        case .processing: "Школа хранит в Звонке имя, класс, роль и логин. Без этого войти нельзя."
        case .diary: "Отметки, задания и пропуски видны в электронном дневнике ученику, семье и учителям."
        case .lessons: "При дистанционном обучении уроки проходят на платформе."
        case .photos: "Снимки с уроков и праздников видят семьи класса и сотрудники школы."
        case .publication: "Имя, успехи и снимки могут появиться на официальном сайте школы."
        }
    }
    let consentText = "Полный текст"
    let consentNeeded =
        "Школа открывает вход только после согласия. Отметьте согласие ниже или подпишите его на бумаге в школе. Код не потрачен: по нему можно войти позже."
    let consentChanged = "Школа изменила текст согласия, пока вы его читали. Прочитайте новый и отметьте ещё раз."
    let guardianFirst =
        "Школа открывает вход ученику только после согласия родителя. Пусть родитель войдёт по своему коду и даст согласие или подпишет его на бумаге в школе. Этот код не потрачен: по нему можно будет войти."
    func signedInAs(_ name: String) -> String { "На этом устройстве сейчас работает \(name). Если продолжить, здесь войдёт тот, для кого код." }
    func joinAsWords(_ name: String) -> String { "Вы уже вошли как \(name). Второй логин не нужен: новое место добавится к тому, что есть." }
    func joinAs(_ name: String) -> String { "Это я, \(name)" }
    let orAnother = "Или это другой человек"
    let welcome = "Вы вошли"
    func welcomeWords(_ name: String) -> String { "Здравствуйте, \(name)" }
    let rememberLogin = "Запомните или запишите логин:"
    let otherSides = "У вас несколько сторон: перейти с одной на другую можно вверху страницы."

    // MARK: Refusals
    let codeForm = "В коде 12 букв и цифр, например K7M4-9TXH-A2C5. Проверьте, все ли введены."
    let codeUnknown = "Такого кода нет. Проверьте знаки; если код верный, его могли заменить — попросите новый."
    let codeUsed = "Код уже использован. Если это были вы, войдите с логином и паролем."
    let codeRevoked = "Код отменён. Попросите новый."
    let codeExpired = "Срок кода истёк. Попросите новый."
    let codeOfAnother = "Этот код — для другого человека. К вашему логину его добавить нельзя."
    let requestWaits = "Заявка ещё не рассмотрена."
    let nameNeeded = "Напишите так, как в документах."
    let nameTooLong = "Слишком длинно или с непонятными знаками."
    let chooseRole = "Выберите, кем человек будет в школе."
    let chooseClass = "Выберите класс."
    let choosePupil = "Выберите класс, а затем ученика."
    func wrongCount(_ most: Int) -> String { "От 1 до \(most); именной код — один." }
    let byAdministrator = "Этому человеку код выдаёт администратор школы."
    let byDirector = "Тех, кто управляет школой, приглашают директор и администратор."
    let belongsElsewhere = "Человек числится и в другой школе. Код ему может выдать только тот, кто отвечает за обе."
    let hasLogin = "У этого человека уже есть логин."
    let askedAlready = "Такая заявка уже ждёт ответа. Её номер — на странице, которую вы видели после отправки."
    let tooManyRequests = "В школе слишком много нерассмотренных заявок. Обратитесь прямо в школу."
    let messageTooLong = "Слишком длинно: до 500 знаков."
    let decidedAlready = "По этой заявке решение уже принято."
    let reasonNeeded = "Напишите причину: её увидит тот, кто просил."
    let noEntrance = "По этому адресу заявки не принимают. Проверьте адрес или введите код."

    // MARK: Requests
    let askToJoin = "Заявка на вступление"
    let askWords = "Администратор школы проверит, что вы действительно здесь учитесь или работаете, и впустит вас."
    func asker(_ role: Role) -> String { Self.askers[role] ?? Language.ru.web.role(role) }
    let classOrChild = "Класс"
    let classOrChildHint = "Например: 7А. Родителю — класс ребёнка."
    let message = "Сообщение"
    let messageHint = "Родителю: имя ребёнка. Сотруднику: что преподаёте."
    let ask = "Отправить заявку"
    let requestWaitsTitle = "Заявка ждёт ответа"
    func requestWaitsHint(_ school: String) -> String { "\(school): администратор рассмотрит её. Зайдите сюда позже." }
    let keepNumber = "Запишите номер: по нему вы увидите ответ и войдёте."
    let requestRefusedTitle = "В заявке отказано"
    let requests = "Заявки на вступление"
    let requestsHint = "Кто пришёл без кода"
    let request = "Заявка"
    let noRequests = "Заявок нет"
    let noRequestsHint = "Они появятся здесь, если человек без кода откроет адрес школы для заявок."
    let accepted = "Принята: по номеру заявки человек войдёт сам."
    func refusedWith(_ reason: String) -> String { "Отказано: \(reason)" }
    let letIn = "Впустить"
    let letInHint = "Проверьте, что это тот человек: позвоните по номеру из личного дела."
    let isItThem = "Это человек из списка школы?"
    let isItThemHint = "Тогда заявка откроет его запись, а не заведёт вторую."
    let accept = "Принять"
    let refuseTitle = "Отказать"
    let reason = "Причина"
    let reasonHint = "Её увидит тот, кто просил."
    let refuse = "Отказать"
    let entrance = "Адрес для заявок"
    let entranceHint = "Для тех, у кого нет кода"
    let entranceWords = "По этому адресу человек без кода просит впустить его. Адрес нельзя угадать; если он разошёлся слишком далеко, замените его."
    let openEntrance = "Открыть адрес"
    let changeEntrance = "Заменить адрес"
    let closeEntrance = "Закрыть"
    let posterWords = "Нет кода? Наведите камеру на QR-код и отправьте заявку."

    // MARK: A second device
    let secondDevice = "Войти на другом устройстве"
    let secondDeviceHint = "По QR-коду, без пароля"
    let secondDeviceWords = "Нужен ещё компьютер или телефон?"
    let secondDeviceSteps = "Мы покажем QR-код. Наведите на него камеру другого вашего устройства, и оно войдёт без пароля."
    let showQR = "Показать QR-код"
    let showQRAgain = "Показать новый"
    func scanThis(_ minutes: Int) -> String { "Наведите камеру другого устройства. Код действует \(minutes) минут и один раз." }
    let linkInstead = "Ссылка вместо QR-кода"
    let showNobody = "Никому не показывайте и не пересылайте: кто откроет, войдёт под вашим именем."
    let enterHere = "Войти на этом устройстве?"
    func enterHereAs(_ name: String) -> String { "Здесь войдёт \(name)." }
    let enterHereHint = "Если вы не просили об этом, закройте страницу."
    let passGoneTitle = "Ссылка больше не действует"
    let passGone = "Она работает пять минут и один раз. Покажите новый QR-код на первом устройстве."

    private static let askers: [Role: String] = [
        .pupil: "я ученик", .guardian: "я родитель", .subjectTeacher: "я учитель", .classTeacher: "я классный руководитель",
        .additionalTeacher: "я педагог дополнительного образования", .lecturer: "я преподаватель",
    ]
}
