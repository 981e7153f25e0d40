import Kernel

struct IdentityRussian: IdentityText {
    func enterBy(_ provider: String) -> String { "Войти: \(provider)" }
    let stolenQuestion = "Аккаунт украли"
    func outsideFailed(_ provider: String) -> String { "\(provider): войти не получилось" }
    func trouble(_ trouble: OutsideTrouble) -> String {
        switch trouble {
        case .refused: "Вы отказались от входа. Можно попробовать ещё раз или войти другим способом."
        case .stale: "Вход был начат слишком давно или в другом браузере. Начните ещё раз."
        case .wrongTime: "На сервере школы неверное время. Сообщите администратору."
        case .notAdmitted: "Внешний сервис не принимает запросы вашей школы. Сообщите администратору."
        case .unconfirmed: "Ваша учётная запись там не подтверждена. Подтвердите её и попробуйте ещё раз."
        case .unreachable: "Внешний сервис не отвечает. Попробуйте через несколько минут."
        case .unbelievable: "Ответ внешнего сервиса не прошёл проверку, поэтому вход остановлен. Начните ещё раз."
        case .signing: "Сервер школы не смог подписать запрос. Сообщите администратору."
        }
    }
    let different =
        "Данные этого аккаунта не совпали с теми, что есть у школы. Обратитесь к администратору школы или классному руководителю: данные исправят, и вы войдёте."
    let tryAgain = "Попробовать ещё раз"
    let otherWay = "Войти другим способом"
    let confirmTitle = "Второй шаг"
    let confirmHint = "Пароль подошёл. Осталось подтвердить, что это вы."
    let code = "Код из приложения или запасной код"
    let codeHint = "Шесть цифр из приложения; новый код появляется каждые полминуты."
    let confirm = "Подтвердить"
    let confirmByPasskey = "Подтвердить ключом"
    let passkeyFailed = "Ключ не ответил. Попробуйте ещё раз или введите код."
    let beginAgain = "Начните вход заново: с ввода пароля прошло больше десяти минут."
    let toSignIn = "Ко входу"
    let proveTitle = "Подтвердите, что это вы"
    let proveHint = "Дальше — то, что важно защитить. Подтверждение действует десять минут."
    let keptHint = "Введённое не потеряно: после подтверждения останется только отправить его."
    let provedTitle = "Подтверждено"
    let provedHint = "Введённое ещё не отправлено. Отправьте его сейчас."
    let sendKept = "Отправить"
    let provedApart = "Уже подтверждено — продолжить"
    let password = "Пароль"
    func proveBy(_ provider: String) -> String { "Подтвердить: \(provider)" }
    let factors = "Вход в два шага"
    let factorsHint = "Код из приложения или ключ после пароля"
    let factorsIntro = "После пароля Звонок попросит код или ключ. Чужой, узнавший пароль, не войдёт."
    let authenticator = "Приложение с кодами"
    let authenticatorOn = "Включено"
    let authenticatorOff = "Подойдёт любое приложение с одноразовыми кодами: Яндекс Ключ, Google Authenticator, FreeOTP."
    let addAuthenticator = "Подключить приложение"
    let removeAuthenticator = "Отключить приложение"
    let secretTitle = "Подключить приложение"
    let secretStep = "1. Перенесите ключ в приложение. Он показан один раз; никому его не сообщайте."
    let secretLink = "Открыть в приложении на этом телефоне"
    let secretConfirm = "2. Введите шесть цифр, которые показывает приложение"
    let passkeys = "Ключи входа"
    let passkeysHint = "Отпечаток, лицо или PIN этого телефона или компьютера, или отдельный USB-ключ."
    let addPasskey = "Добавить ключ"
    let passkeyName = "Название ключа"
    let passkeyNameExample = "Мой телефон"
    func passkeyAdded(_ added: String, used: String?) -> String { used.map { "Добавлен \(added), использован \($0)" } ?? "Добавлен \(added)" }
    let needsScript = "Ключи работают только со включёнными скриптами и по защищённому адресу."
    let remove = "Удалить"
    let recovery = "Запасные коды"
    func recoveryLeft(_ count: Int) -> String {
        "Осталось \(count) " + russian(count, one: "код", few: "кода", many: "кодов") + ". Каждый действует один раз, если телефона нет под рукой."
    }
    let recoveryRenew = "Сделать новые коды"
    let recoveryTitle = "Запишите запасные коды"
    let recoveryOnce = "Они показаны один раз. Распечатайте или перепишите их и храните не в телефоне. Прежние коды больше не действуют."
    let written = "Записано"
    let stolen = "Мой аккаунт украли"
    let stolenHint = "Закрыть вход всем и сообщить школе"
    let stolenIntro = "Если кто-то вошёл под вашим именем, закройте вход:"
    let stolenEffects = [
        "на всех устройствах, и на этом, вход завершится;", "прежний пароль перестанет действовать;",
        "администратор школы и оператор узнают об этом и выдадут новый пароль.",
    ]
    let stolenButton = "Закрыть вход"
    let stolenChildren = "Аккаунт ребёнка"
    func stolenChild(_ name: String) -> String { "Закрыть вход: \(name)" }
    let stolenPublicIntro =
        "Введите логин и пароль: вход закроется на всех устройствах, школа узнает об этом. Если пароль уже сменили без вас, позвоните в школу: администратор закроет вход сам."
    let login = "Логин"
    let recoveryCode = "Запасной код"
    let recoveryCodeHint = "Если ключа нет под рукой: один из тех, что вы записали."
    let newPasswordHint = "Пароль будет показан один раз. На всех устройствах понадобится войти заново."
    let closeHint = "Если человек сообщил, что под его именем вошёл чужой. Все входы завершатся, прежний пароль перестанет действовать."
    let closedTitle = "Вход закрыт"
    let closedHint = "Новый пароль выдаст администратор школы. То, что вы писали и сохраняли, цело."
    let accountClosed = "Вход закрыт: сообщили, что аккаунт украден. Новый пароль выдаст администратор школы."
    let onlyByProvider = "В вашей школе семьи входят только через Госуслуги. Нажмите кнопку ниже."
    let confirmFirst = "Нужен код из приложения или запасной код."
    let wrongCode = "Код не подошёл. Проверьте время на телефоне и введите новый код."
    let authenticatorKnown = "Приложение уже подключено. Сначала отключите его."
    let passkeyKnown = "Этот ключ уже добавлен или страница устарела. Обновите её."
    let passkeyRefused = "Ключ не удалось проверить. Обновите страницу и попробуйте ещё раз."
    let sameDevice = "Подтвердите это с другого своего устройства: с нового подтвердить нельзя."
    let snilsForm = "В СНИЛС одиннадцать цифр, например 112-233-445 95."
    let snilsChecksum = "Последние две цифры не сходятся с остальными: где-то опечатка."
    let snilsTaken = "Этот СНИЛС уже записан у другого человека."
    let emailForm = "Адрес почты записывается так: имя@сайт.ru"
    let belongsElsewhere = "Человек числится и в другой школе: данные для входа меняет оператор платформы."
    let desk = "Вход и его защита"
    let deskHint = "Расхождения с Госуслугами, украденные аккаунты, СНИЛС и почта"
    let deskEmpty = "Ничего не ждёт"
    let stolenReports = "Сообщили, что аккаунт украден"
    let mismatches = "Не смогли войти: данные не совпали"
    func field(_ field: DifferentField) -> String {
        switch field {
        case .snils: "СНИЛС отличается"
        case .email: "почта отличается"
        case .snilsMissing: "СНИЛС не записан у школы"
        case .emailMissing: "почта не записана у школы"
        case .snilsNotGiven: "внешний сервис не передал СНИЛС"
        case .emailNotGiven: "почта там не указана или не подтверждена"
        case .account: "раньше входили с другим аккаунтом"
        }
    }
    func tried(_ provider: String, _ moment: String) -> String { "\(provider), \(moment)" }
    let done = "Убрать из очереди"
    let find = "Найти человека"
    let findHint = "Начало фамилии"
    let findButton = "Найти"
    let nobody = "Никого не нашлось"
    let cardHint = "По этим данным человека узнают Госуслуги. Их передаёт сам человек или семья через классного руководителя."
    let snils = "СНИЛС"
    func snilsKnown(_ masked: String) -> String { "Записан: \(masked). Чтобы заменить, введите новый." }
    let snilsRemove = "Удалить СНИЛС"
    let email = "Электронная почта"
    let save = "Сохранить"
    let saved = "Сохранено. Человек может войти ещё раз."
    func linkedWith(_ names: String) -> String { "Связан с аккаунтом: \(names)" }
    let unlink = "Разорвать связь"
    let takeFactors = "Снять второй шаг"
    let takeFactorsHint = "Если человек потерял и телефон, и запасные коды. На всех устройствах понадобится войти заново."
    let close = "Закрыть вход"
    let restore = "Вернуть доступ"
    let restoreHint = "Прежний пароль не действует: выдайте новый."
    let newPassword = "Выдать новый пароль"
    let newPasswordTitle = "Новый пароль"
    let newPasswordOnce = "Показан один раз. Передайте лично; на всех устройствах понадобится войти заново."
    let noLogin = "Логина ещё нет: его выдают с приглашением."
    let newDevice = "Вход с нового устройства"
    func newDeviceOf(_ name: String?, _ device: String, _ address: String, _ moment: String) -> String {
        (name.map { "\($0): " } ?? "") + "\(device), \(moment), адрес \(address)"
    }
    func itWasMe(_ isOwn: Bool) -> String { isOwn ? "Это я" : "Всё в порядке" }
    let notMe = "Это чужой вход"
    func stolenToday(_ count: Int) -> String { "Украденные аккаунты: \(count)" }
    func mismatchesToday(_ count: Int) -> String { "Не смогли войти через внешний аккаунт: \(count)" }
    let callPhrases = "Фраза для звонка"
    let callPhrasesHint = "По ней узнают, что звонит школа"
    let callPhrasesFamily =
        "Если звонят «из школы», спросите фразу. Настоящий классный руководитель её видит, мошенник — нет. Код из СМС школа не спрашивает никогда."
    let callPhrasesTeacher = "Звоня семье, назовите её фразу. Никому больше её не показывайте."
    let noPhrase = "Семья ещё не выбрала"
    let choosePhrase = "Придумать фразу"
    let changePhrase = "Сменить фразу"
}
